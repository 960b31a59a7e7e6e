#include "audit/match.h"

#include <gtest/gtest.h>

#include <random>

#include "audit/segment.h"
#include "cli/packs.h"
#include "support/corpus.h"
#include "support/plain_matcher.h"

namespace caveat {
namespace {

std::vector<const Pattern*> all_patterns(const Rulebook& book) {
  std::vector<const Pattern*> all;
  const auto add = [&](const PatternList& patterns) {
    for (const Pattern& pattern : patterns) all.push_back(&pattern);
  };
  for (const Rule& rule : book.rules) {
    add(rule.patterns);
    add(rule.exceptions);
  }
  for (const Obligation& duty : book.obligations) {
    add(duty.satisfied_by);
    add(duty.owed_for_text);
    add(duty.not_satisfied_by);
  }
  for (const CueRule& cue : book.cues) all.push_back(&cue.pattern.front());
  for (const SectionRule& section : book.sections) all.push_back(&section.pattern.front());
  return all;
}

class MatchTest : public ::testing::Test {
 protected:
  MatchTest() : passage_(*book_) {}

  // Every pattern finds the same in the passage, whoever looks; a pattern that lacks a lexicon
  // finds nothing.
  void compare() {
    Matcher fast(book_->lexicon("gap-stops"));
    testing::PlainMatcher plain(*book_, passage_);
    for (const Pattern* pattern : patterns_) {
      // Reading on without what the pattern needs takes the plain matcher hours: one in many.
      const bool possible = passage_.meets(*pattern);
      if (!possible && random_() % 400 != 0) continue;
      const auto found = fast.find(*pattern, passage_);
      const auto expected = plain.find(*pattern);
      ASSERT_EQ(found.has_value(), expected.has_value()) << pattern->text();
      if (!found) continue;
      ++matches_;
      EXPECT_EQ(found->words, expected->words) << pattern->text();
      EXPECT_EQ(found->core, expected->core) << pattern->text();
    }
  }

  // Reads the document, as long as which its text lives.
  Segmented segmented(const std::filesystem::path& path) {
    const std::string name = path.filename().string();
    document_ = read_document(testing::file_bytes(path), name, *format_for(name));
    return segment(document_, *book_);
  }
  static std::vector<Token> tokens(const Segmented& text, std::size_t sentence) {
    std::vector<Token> all;
    text.append_tokens(text.sentences[sentence], all);
    return all;
  }

  Document document_;
  std::unique_ptr<const Rulebook> book_ = standard_rulebook();
  std::vector<const Pattern*> patterns_ = all_patterns(*book_);
  Passage passage_;
  std::mt19937 random_{7};
  std::size_t matches_ = 0;
};

TEST_F(MatchTest, AgreesWithThePlainMatcherOnTheCorpus) {
  std::size_t number = 0;
  for (const auto& path : testing::corpus_documents()) {
    if (++number % 4 != 0) continue;
    const Segmented text = segmented(path);
    for (std::size_t i = 0; i < text.sentences.size(); ++i) {
      const auto kind = static_cast<Passage::Lead>(i % 3);
      const bool led = i > 0 && i % 2 == 0;
      const std::vector<Token> lead = led ? tokens(text, i - 1) : std::vector<Token>{};
      passage_.set(lead, text, text.sentences[i], kind);
      compare();
      if (HasFatalFailure()) return;
    }
  }
  EXPECT_GT(matches_, 1000u);
}

// Words, pieces of terms and breaks in an order that nobody writes.
TEST_F(MatchTest, AgreesWithThePlainMatcherOnRandomWords) {
  std::vector<Token> pool;
  for (const auto& path : testing::corpus_documents()) {
    const Segmented text = segmented(path);
    for (const Sentence& sentence : text.sentences) text.append_tokens(sentence, pool);
  }
  for (int round = 0; round < 1500; ++round) {
    // Some longer than the 64 tokens that one word of bits tells apart.
    const std::size_t count = round % 20 == 0 ? 90 : 4 + random_() % 24;
    std::vector<Token> tokens;
    while (tokens.size() < count) {
      const std::size_t from = random_() % (pool.size() - 4);
      const std::size_t piece = 1 + random_() % 4;
      tokens.insert(tokens.end(), pool.begin() + static_cast<std::ptrdiff_t>(from),
                    pool.begin() + static_cast<std::ptrdiff_t>(from + piece));
      if (random_() % 6 == 0) tokens.back().before = static_cast<Break>(random_() % 5);
    }
    const std::size_t lead = random_() % 2 == 0 ? 0 : random_() % tokens.size();
    passage_.set(std::span(tokens).first(lead), std::span(tokens).subspan(lead),
                 static_cast<Passage::Lead>(random_() % 3));
    compare();
    if (HasFatalFailure()) return;
  }
  EXPECT_GT(matches_, 100u);
}

}  // namespace
}  // namespace caveat
