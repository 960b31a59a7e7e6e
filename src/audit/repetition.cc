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

std::span<const Token> words_of(const CheckInput& input, std::size_t block) {
  const auto& first = input.text.first_sentence;
  const auto& sentences = input.text.sentences;
  if (first[block] == first[block + 1]) return {};
  const Sentence& begin = sentences[first[block]];
  const Sentence& end = sentences[first[block + 1] - 1];
  return std::span(input.text.tokens)
      .subspan(begin.first_token, end.first_token + end.token_count - begin.first_token);
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

// Whether the words are the same, whatever their case.
bool same_words(const CheckInput& input, std::span<const Token> words,
                std::span<const Token> others) {
  // The rulebook's numbers serve where they mean the same spelling.
  const bool same_case = input.document.language != "tr";
  std::string folded_word, folded_other;
  return std::ranges::equal(words, others, [&](const Token& word, const Token& other) {
    if (same_case && word.word != no_word && word.word == other.word) return true;
    const std::string_view text = input.document.text(word.span);
    const std::string_view other_text = input.document.text(other.span);
    if (text == other_text) return true;
    fold(text, Casing::Common, folded_word);
    fold(other_text, Casing::Common, folded_other);
    return folded_word == folded_other;
  });
}

// Equal for equal words; words that no pack names count alike.
std::uint64_t hash_of(std::span<const Token> words) {
  std::uint64_t hash = words.size();
  for (const Token& token : words) {
    hash = (hash ^ token.word) * 0x9E3779B97F4A7C15u;
    hash ^= hash >> 32;
  }
  return hash;
}

// Words that carry no topic of their own: a phrase neither begins nor ends with one.
bool is_light(std::string_view word) { return word.size() < 4; }

// The words of the page by number; equal words have equal numbers.
class PageWords {
 public:
  explicit PageWords(const CheckInput& input) : input_(input) {
    const std::size_t known = input.rulebook.vocabulary.size();
    // The rulebook's numbers serve where they mean the same spelling.
    const bool same_case = input.document.language != "tr";
    numbers_.reserve(input.text.tokens.size());
    counts_.resize(known);
    std::string word;
    for (const Token& token : input.text.tokens) {
      WordId number = same_case ? token.word : no_word;
      if (number == no_word) {
        fold(input.document.text(token.span), Casing::Common, word);
        const WordId shared = same_case ? no_word : input.rulebook.vocabulary.find(word);
        number = shared != no_word ? shared : static_cast<WordId>(known) + others_.intern(word);
      }
      if (number >= counts_.size()) counts_.resize(number + 1);
      ++counts_[number];
      numbers_.push_back(number);
    }
  }

  std::span<const WordId> of(const Sentence& sentence) const {
    return std::span(numbers_).subspan(sentence.first_token, sentence.token_count);
  }
  std::size_t count(WordId number) const { return counts_[number]; }
  std::string_view text(WordId number) const {
    const auto known = static_cast<WordId>(input_.rulebook.vocabulary.size());
    return number < known ? input_.rulebook.vocabulary.text(number) : others_.text(number - known);
  }

 private:
  const CheckInput& input_;
  std::vector<WordId> numbers_;  // by token
  std::vector<std::size_t> counts_;
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
  std::vector<WordId> phrase;
  for (const Sentence& sentence : input.text.sentences) {
    if (input.document.blocks[sentence.block].region == Region::Navigation) continue;
    const auto tokens = input.text.words(sentence);
    const auto numbers = words.of(sentence);
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
    const std::uint64_t hash =
        document.language == "tr" ? std::hash<std::string>{}(folded(input, words)) : hash_of(words);
    const auto [begin, end] = seen.equal_range(hash);
    const bool again = std::any_of(begin, end, [&](const auto& other) {
      return same_words(input, words_of(input, other.second), words);
    });
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
  const auto total = static_cast<double>(input.text.tokens.size());
  if (input.text.tokens.size() < least_words) return {};
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
                                 worst->count, input.text.tokens.size()),
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
