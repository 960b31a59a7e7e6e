#include "rulebook/problems.h"

#include <gtest/gtest.h>

#include <set>

#include "rulebook/file_problems.h"
#include "rulebook/lexicon_problems.h"
#include "rulebook/packs.h"
#include "rulebook/pattern_problems.h"
#include "rulebook/rule_problems.h"

namespace caveat {
namespace {

std::vector<Problem> problems_of(const ProblemCase& row) {
  std::vector<PackSource> packs = {{"pack.yaml", std::string(row.pack)}};
  if (!row.other.empty()) packs.push_back({"other.yaml", std::string(row.other)});
  const LoadedRulebook loaded = load(packs);
  EXPECT_EQ(loaded.rulebook, nullptr);
  return loaded.problems;
}

std::set<std::string, std::less<>> codes_met;

void check(std::span<const ProblemCase> rows) {
  for (const ProblemCase& row : rows) {
    SCOPED_TRACE(row.name);
    const std::vector<Problem> problems = problems_of(row);
    EXPECT_EQ(texts_of(problems), row.text);
    bool met = false;
    for (const Problem& problem : problems) {
      codes_met.insert(problem.code);
      met = met || problem.code == row.code;
      EXPECT_FALSE(problem.message.contains('{')) << problem.message;
    }
    EXPECT_TRUE(met) << row.code;
  }
}

TEST(Problems, OfFiles) { check(file_problems); }
TEST(Problems, OfLexicons) { check(lexicon_problems); }
TEST(Problems, OfPatterns) { check(pattern_problems); }
TEST(Problems, OfRules) { check(rule_problems); }

// Packs that are too large to be read in a test, or hold what a source file may not.
void check_sizes_and_bytes() {
  const auto repeat = [](std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
  };
  const std::string large = "pack: p\n#" + std::string(4u << 20, 'x');
  std::string many_words;
  for (int i = 0; i < 60; ++i) many_words += "w" + std::to_string(i) + ", ";
  const std::string many = "pack: p\nlexicons:\n  word: {words: [" + many_words +
                           "x]}\n  pain: {phrases: [<word> <word> <word>]}\n"
                           "cues: [{pseudo: true, phrases: <pain>}]\n";
  const std::string long_term = "pack: p\nlexicons:\n  pain:\n    words:\n    - a" +
                                repeat(" a", 30) + "\ncues: [{pseudo: true, phrases: <pain>}]\n";
  const std::string long_pattern = "pack: p\ncues:\n  - pseudo: true\n    phrases:\n      -\n" +
                                   repeat("        pattern\n", 1300);
  const ProblemCase rows[] = {
      {"NotUtf8", "not-utf8", "pack: p\nversion: caf\xE9 1\n", "",
       "pack.yaml:2:13: the file is not UTF-8 here\n    version: caf\uFFFD 1\n                ^\n"
       "  save it as UTF-8\n"},
      {"ControlCharacter", "control-character", "pack: p\nversion: 1\x04\nrules: 7\n", "",
       "pack.yaml:2:11: a control character (U+0004) stands here\n    version: 1\n"
       "              ^\n  delete it\n"},
      {"TooLarge", "too-large", large, "",
       "pack.yaml:1:1: the file has 4194313 bytes; a pack may have 4194304\n    pack: p\n    ^\n"
       "  divide it by theme\n"},
      {"TooManyTerms", "too-many-terms", many, "",
       "pack.yaml:4:3: the lexicon “pain” has more than 200000 terms\n"
       "      pain: {phrases: [<word> <word> <word>]}\n      ^\n"
       "  divide it, or write a pattern instead of the product of lexicons\n"},
      {"LongTerm", "term-too-long", long_term, "",
       "pack.yaml:3:3: the lexicon “pain” has a term of more than 30 words\n      pain:\n      "
       "^\n"},
      {"LongPattern", "long-pattern", long_pattern, "",
       "pack.yaml:6:9: this pattern has 10399 bytes; it may have 10000\n            pattern\n"
       "            ^\n  divide it\n"},
  };
  check(rows);
}

void check_bounded_counts() {
  std::string pack = "pack: p\ncues:\n";
  for (int i = 0; i < 1500; ++i) pack += "  - x\n";
  const auto problems = load_text(pack).problems;
  ASSERT_EQ(problems.size(), 1001u);
  EXPECT_EQ(problems.front().code, "wrong-type");
  EXPECT_EQ(to_text(problems.back()),
            "pack.yaml:1003:5: the pack has more than 1000 problems\n      - x\n        ^\n"
            "  mend these first\n");
  codes_met.insert(problems.back().code);
}

void check_endless_lexicons() {
  std::string pack = "pack: p\nlexicons:\n";
  for (int i = 0; i < 300; ++i) {
    pack += "  l" + std::to_string(i) + ": {words: x, include: l" + std::to_string(i + 1) + "}\n";
  }
  const auto problems =
      load_text(pack + "  l300: {words: x}\ncues: [{pseudo: true, phrases: <l0>}]\n").problems;
  ASSERT_FALSE(problems.empty());
  for (const Problem& problem : problems) codes_met.insert(problem.code);
  EXPECT_TRUE(codes_met.contains("long-chain"));
}

void check_too_many_lexicons() {
  std::string pack = "pack: p\nlexicons:\n";
  for (int i = 0; i < 5'100; ++i) {
    pack += "  l" + std::to_string(i) + ": {words: x}\n";
  }
  const auto problems = load_text(pack).problems;
  ASSERT_FALSE(problems.empty());
  for (const Problem& problem : problems) codes_met.insert(problem.code);
  EXPECT_TRUE(codes_met.contains("too-many-lexicons"));
}

TEST(Problems, OfSizesAndBytes) { check_sizes_and_bytes(); }
TEST(Problems, OfCountsAreBounded) { check_bounded_counts(); }
TEST(Problems, OfLexiconsWithoutEnd) { check_endless_lexicons(); }
TEST(Problems, OfTooManyLexicons) { check_too_many_lexicons(); }

// Every row of the catalogue has its example above. CTest runs each test in a process of its own,
// so this one meets all of them again.
TEST(ProblemsCatalogue, IsShownWhole) {
  check(file_problems);
  check(lexicon_problems);
  check(pattern_problems);
  check(rule_problems);
  check_sizes_and_bytes();
  check_bounded_counts();
  check_endless_lexicons();
  check_too_many_lexicons();
  std::set<ProblemKind> kinds;
  std::set<std::string_view> codes;
  for (const ProblemText& text : problem_catalogue()) {
    EXPECT_TRUE(codes_met.contains(text.code)) << text.code;
    EXPECT_TRUE(kinds.insert(text.kind).second) << text.code;
    EXPECT_TRUE(codes.insert(text.code).second) << text.code;
  }
  EXPECT_EQ(kinds.size(), static_cast<std::size_t>(ProblemKind::IdleCue) + 1);
}

}  // namespace
}  // namespace caveat
