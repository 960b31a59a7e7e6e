#include "audit/repetition.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

#include "audit/fold.h"

namespace caveat {
namespace {

constexpr std::size_t least_paragraph = 12;  // words

bool is_copy(const Block& block) {
  if (block.region != Region::Body) return false;
  switch (block.kind) {
    case BlockKind::Paragraph:
    case BlockKind::ListItem:
    case BlockKind::Quote:
      return true;
    default:
      return false;
  }
}

// The words of a block, of whichever of its sentences.
std::span<const WordId> words_of(const CheckInput& input, std::size_t block) {
  const auto& first = input.text.first_sentence;
  if (first[block] == first[block + 1]) return {};
  const Sentence& begin = input.text.sentences[first[block]];
  const Sentence& end = input.text.sentences[first[block + 1] - 1];
  return std::span(input.text.words)
      .subspan(begin.first_token, end.first_token + end.token_count - begin.first_token);
}

std::vector<Token> tokens_of(const CheckInput& input, std::size_t block) {
  const auto& first = input.text.first_sentence;
  std::vector<Token> tokens;
  for (std::uint32_t sentence = first[block]; sentence < first[block + 1]; ++sentence) {
    input.text.append_tokens(input.text.sentences[sentence], tokens);
  }
  return tokens;
}

std::string folded(const CheckInput& input, std::span<const Token> words) {
  std::string text, word;
  for (const Token& token : words) {
    fold(input.document.text(token.span), Casing::Common, word);
    text += word;
    text += ' ';
  }
  return text;
}

// Whether the words of two blocks are the same, whatever their case.
bool same_words(const CheckInput& input, std::size_t block, std::size_t other_block) {
  // The rulebook's numbers serve where they mean the same spelling.
  const bool same_case = input.document.language != "tr";
  std::string folded_word, folded_other;
  return std::ranges::equal(tokens_of(input, block), tokens_of(input, other_block),
                            [&](const Token& word, const Token& other) {
                              if (same_case && word.word != no_word && word.word == other.word)
                                return true;
                              const std::string_view text = input.document.text(word.span);
                              const std::string_view other_text = input.document.text(other.span);
                              if (text == other_text) return true;
                              fold(text, Casing::Common, folded_word);
                              fold(other_text, Casing::Common, folded_other);
                              return folded_word == folded_other;
                            });
}

// Equal for equal words; words that no pack names count alike.
std::uint64_t hash_of(std::span<const WordId> words) {
  std::uint64_t hash = words.size();
  for (const WordId word : words) {
    hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
    hash ^= hash >> 32;
  }
  return hash;
}

// Words that carry no topic of their own: a phrase neither begins nor ends with one.
bool is_light(std::string_view word) { return word.size() < 4; }

// The words of the page by number; equal words have equal numbers.
class PageWords {
 public:
  explicit PageWords(const CheckInput& input)
      : input_(input),
        known_(static_cast<WordId>(input.rulebook.vocabulary.size())),
        same_case_(input.document.language != "tr") {
    counts_.resize(known_);
    std::string word;
    std::vector<Token> tokens;
    for (const Sentence& sentence : input.text.sentences) {
      const auto words = input.text.words_of(sentence);
      tokens.clear();
      if (std::ranges::any_of(words, [this](WordId each) { return !is_numbered(each); })) {
        input.text.append_tokens(sentence, tokens);
      }
      for (std::size_t i = 0; i < words.size(); ++i) {
        WordId number = words[i];
        if (!is_numbered(number)) {
          fold(input.document.text(tokens[i].span), Casing::Common, word);
          number = same_case_ ? no_word : input.rulebook.vocabulary.find(word);
          if (number == no_word) number = known_ + others_.intern(word);
          numbers_.push_back(number);
        }
        if (number >= counts_.size()) counts_.resize(number + 1);
        ++counts_[number];
      }
    }
  }

  // Whether the rulebook's number of a word, where it has one, means the same spelling.
  bool is_numbered(WordId word) const { return same_case_ && word != no_word; }
  // Those of all words that are not, in their order.
  std::span<const WordId> numbers() const { return numbers_; }
  std::size_t count(WordId number) const { return counts_[number]; }
  std::string_view text(WordId number) const {
    return number < known_ ? input_.rulebook.vocabulary.text(number)
                           : others_.text(number - known_);
  }

 private:
  const CheckInput& input_;
  WordId known_;  // how many words the rulebook numbers
  bool same_case_;
  std::vector<WordId> numbers_;
  std::vector<std::uint32_t> counts_;
  Vocabulary others_;
};

struct Phrase {
  std::size_t count = 0;
  ProseSpan first;
};

constexpr std::size_t longest_phrase = 5;  // words

using Phrases = std::map<std::vector<WordId>, Phrase>;

// The phrases of words each of which stands `least` times.
Phrases phrases_of(const CheckInput& input, const PageWords& words, double least) {
  Phrases phrases;
  const auto is_rare = [&](WordId word) { return static_cast<double>(words.count(word)) < least; };
  std::vector<WordId> phrase, numbers;
  std::vector<Token> tokens;
  auto next = words.numbers().begin();
  for (const Sentence& sentence : input.text.sentences) {
    numbers.clear();
    for (const WordId word : input.text.words_of(sentence)) {
      numbers.push_back(words.is_numbered(word) ? word : *next++);
    }
    if (input.document.blocks[sentence.block].region == Region::Navigation) continue;
    if (std::ranges::all_of(numbers, is_rare)) continue;
    tokens.clear();
    input.text.append_tokens(sentence, tokens);
    for (std::size_t begin = 0; begin < numbers.size(); ++begin) {
      if (is_rare(numbers[begin]) || is_light(words.text(numbers[begin]))) continue;
      phrase.assign(1, numbers[begin]);
      const std::size_t furthest = std::min(numbers.size(), begin + longest_phrase);
      for (std::size_t end = begin + 1; end < furthest; ++end) {
        if (tokens[end].before > Break::Hyphen || is_rare(numbers[end])) break;
        phrase.push_back(numbers[end]);
        if (end < begin + 2 || is_light(words.text(numbers[end]))) continue;
        Phrase& entry = phrases[phrase];
        if (entry.count++ == 0) entry.first = {tokens[begin].span.begin, tokens[end].span.end};
      }
    }
  }
  return phrases;
}

}  // namespace

std::vector<Trouble> find_duplicate_paragraphs(const CheckInput& input) {
  const Document& document = input.document;
  std::vector<Trouble> found;
  std::unordered_multimap<std::uint64_t, std::size_t> seen;  // blocks by the hash of their words
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    if (!is_copy(document.blocks[i])) continue;
    const auto words = words_of(input, i);
    if (words.size() < least_paragraph) continue;
    // Turkish letters were folded as Turkish ones, which this comparison does not know.
    const std::uint64_t hash = document.language == "tr"
                                   ? std::hash<std::string>{}(folded(input, tokens_of(input, i)))
                                   : hash_of(words);
    const auto [begin, end] = seen.equal_range(hash);
    const bool again = std::any_of(
        begin, end, [&](const auto& other) { return same_words(input, other.second, i); });
    if (!again) {
      seen.emplace(hash, i);
      continue;
    }
    found.push_back({.prose = document.blocks[i].prose, .source = {}, .detail = {}, .fixes = {}});
  }
  return found;
}

std::vector<Trouble> find_keyword_stuffing(const CheckInput& input) {
  constexpr std::size_t least_words = 200, least_count = 8;
  constexpr double least_share = 0.03;
  const auto total = static_cast<double>(input.text.words.size());
  if (input.text.words.size() < least_words) return {};
  const PageWords words(input);
  // Rarer words cannot stand in a phrase that has the share.
  const double least =
      std::max(static_cast<double>(least_count), least_share * total / (longest_phrase + 1));
  // The worst one only: its parts repeat as often. Of two alike the first one by its words.
  const Phrase* worst = nullptr;
  std::string worst_words;
  double worst_share = least_share;
  const Phrases phrases = phrases_of(input, words, least);
  for (const auto& [numbers, phrase] : phrases) {
    const double share =
        static_cast<double>(numbers.size()) * static_cast<double>(phrase.count) / total;
    if (phrase.count < least_count || share < worst_share) continue;
    std::string text;
    for (const WordId number : numbers)
      text.append(text.empty() ? "" : " ").append(words.text(number));
    const bool first = worst != nullptr && text < worst_words;
    if (share == worst_share && !first) continue;
    worst = &phrase;
    worst_words = std::move(text);
    worst_share = share;
  }
  if (worst == nullptr) return {};
  return {{.prose = worst->first,
           .source = {},
           .detail = fmt::format("\u201C{}\u201D stands {} times in {} words.", worst_words,
                                 worst->count, input.text.words.size()),
           .fixes = {}}};
}

std::vector<Trouble> find_duplicate_claims(const CheckInput& input) {
  constexpr std::size_t least_sentences = 4;
  std::map<std::string_view, std::vector<const Finding*>> by_rule;
  for (const Finding& finding : input.claims) {
    if (finding.rule->kind != FindingKind::Claim || finding.stance != Stance::Asserted) continue;
    auto& claims = by_rule[finding.rule->id];
    const bool same_sentence =
        !claims.empty() && claims.back()->sentence == finding.sentence && !finding.sentence.empty();
    if (!same_sentence) claims.push_back(&finding);
  }
  std::vector<Trouble> found;
  for (const auto& [rule, claims] : by_rule) {
    if (claims.size() < least_sentences) continue;
    found.push_back({.prose = claims.back()->prose,
                     .source = {},
                     .detail = fmt::format("{} sentences of the page make it.", claims.size()),
                     .fixes = {}});
  }
  std::ranges::sort(found, {}, [](const Trouble& t) { return t.prose.begin; });
  return found;
}

}  // namespace caveat
