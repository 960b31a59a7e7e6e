// The words of one passage (a sentence, with its lead-in before it) and the lexicon terms they
// hold.
//
// Every word is looked up once in the term trie. Where words and terms stand is told as bits, so
// that a pattern is asked about all places at once (audit/reach.h).
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "audit/segment.h"
#include "audit/tokens.h"
#include "rulebook/pattern.h"
#include "rulebook/rulebook.h"

namespace caveat {

// Token indices, half-open.
struct TokenRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t size() const { return end - begin; }
  bool overlaps(TokenRange other) const { return begin < other.end && other.begin < end; }
  bool contains(TokenRange other) const { return begin <= other.begin && other.end <= end; }
  bool operator==(const TokenRange&) const = default;
};

// Places in a passage: bit i for the tokens i, i + 64, i + 128 …
using PlaceBits = std::uint64_t;
inline constexpr std::uint32_t place_count = 64;
constexpr PlaceBits place_bit(std::uint32_t at) { return PlaceBits{1} << (at % place_count); }

// What patterns ask for, the words and the lexicons of a rulebook, in one row of numbers: what a
// passage holds is then one set of bits, and whether it holds any of several is asked 64 at a time.
using Feature = std::uint32_t;
inline constexpr std::uint32_t features_per_block = 64;
constexpr std::uint64_t feature_bit(Feature feature) {
  return std::uint64_t{1} << (feature % features_per_block);
}
class FeatureNumbers {
 public:
  explicit FeatureNumbers(const Rulebook& rulebook)
      : lexicons_(static_cast<Feature>(rulebook.lexicon_names.size())),
        size_(lexicons_ + static_cast<Feature>(rulebook.vocabulary.size())) {}
  Feature of_lexicon(LexiconId lexicon) const { return lexicon; }
  Feature of_word(WordId word) const { return lexicons_ + word; }
  bool is_lexicon(Feature feature) const { return feature < lexicons_; }
  std::size_t size() const { return size_; }
  std::size_t blocks() const { return (size() + features_per_block - 1) / features_per_block; }

 private:
  Feature lexicons_, size_;
};

class Passage {
 public:
  // The rulebook must outlive the passage.
  explicit Passage(const Rulebook& rulebook);

  // How the lead-in is bound to the words.
  enum class Lead : std::uint8_t {
    Heading,   // only => crosses the boundary
    RunsOn,    // "It helps with:": the item continues its sentence, and any gap may cross
    Question,  // only ?=> crosses
  };
  // Starts a new passage: `lead_in` may be empty. Keeps copies; reuses its memory.
  void set(std::span<const Token> lead_in, std::span<const Token> words, Lead kind = Lead::Heading);
  // The same with the words of a sentence.
  void set(std::span<const Token> lead_in, const Segmented& text, const Sentence& sentence,
           Lead kind = Lead::Heading);

  std::span<const Token> tokens() const { return tokens_; }
  // How often it was set: what was derived from it holds for one turn.
  std::uint64_t turn() const { return turn_; }
  // Index of the first token after the lead-in; 0 where there is none.
  std::uint32_t lead() const { return lead_; }
  // Whether adjoining words may stand on both sides of the boundary before the token `at`.
  bool joins(std::uint32_t at) const {
    return lead_kind_ == Lead::RunsOn || lead_ == 0 || at != lead_;
  }
  // Whether the lead-in is a question that the words answer.
  bool asked() const { return lead_kind_ == Lead::Question; }
  bool holds(LexiconId lexicon) const { return starts(lexicon) != 0; }
  // The words and lexicons met, as bits, and in which blocks there are any.
  std::span<const std::uint64_t> feature_blocks() const { return feature_blocks_; }
  std::span<const std::uint32_t> blocks_met() const {
    return std::span(blocks_met_).first(block_count_);
  }
  // Whether it holds something of every need of the pattern.
  bool meets(const Pattern& pattern) const;
  // The ends (token indices) of the terms of `lexicon` that start at `at`, longest first.
  void term_ends(std::uint32_t at, LexiconId lexicon, std::vector<std::uint32_t>& ends) const;
  bool term_starts(std::uint32_t at, LexiconId lexicon) const {
    if ((starts(lexicon) & place_bit(at)) == 0) return false;
    return !wraps() || lists_term(at, lexicon);
  }
  // The first term of `lexicon` in [from, to), or nothing.
  std::optional<TokenRange> first_term(LexiconId lexicon, TokenRange within) const;

  // Whether a bit may stand for several places, the one behind the last token included.
  bool wraps() const { return tokens_.size() >= place_count; }
  // Where terms of `lexicon` start.
  PlaceBits starts(LexiconId lexicon) const {
    return starts_[lexicon].of_words | starts_[lexicon].of_phrases;
  }
  // Where the word stands.
  PlaceBits word_starts(WordId word) const {
    const PlaceBits places = like_word_starts(word);
    if (places == 0) return 0;
    const auto first = static_cast<std::size_t>(std::countr_zero(places));
    const bool single = (places & (places - 1)) == 0 && !wraps();
    if (single) return tokens_[first].word == word ? places : 0;
    return only(word, places);
  }
  // The same, and where words of the same last bits stand.
  PlaceBits like_word_starts(WordId word) const { return words_[word % words_.size()]; }
  // Where terms of `lexicon` end that start at a place of `from`. Not where the passage wraps.
  PlaceBits term_ends(PlaceBits from, LexiconId lexicon) const;
  // The tokens before which there is no stronger break than `most`.
  PlaceBits breaks_up_to(Break most) const { return breaks_[static_cast<std::size_t>(most)]; }

 private:
  struct Term {
    std::uint32_t end;
    LexiconId lexicon;
  };
  struct Starts {
    PlaceBits of_words = 0;    // terms of one word
    PlaceBits of_phrases = 0;  // terms of several
  };
  void clear();
  void begin(std::span<const Token> lead_in, Lead kind);
  void look_up();
  void meet(Feature feature) {
    std::uint64_t& block = feature_blocks_[feature / features_per_block];
    blocks_met_[block_count_] = feature / features_per_block;
    block_count_ += block == 0 ? 1 : 0;
    block |= feature_bit(feature);
  }
  void find_terms();
  void add_terms(std::uint32_t at, std::uint32_t end, TermTrie::Node node);
  void find_breaks();
  bool lists_term(std::uint32_t at, LexiconId lexicon) const;
  // Those of `places` where the word stands indeed.
  PlaceBits only(WordId word, PlaceBits places) const;
  PlaceBits& words_like(WordId word) { return words_[word % words_.size()]; }

  const TermTrie& trie_;
  FeatureNumbers numbers_;
  std::uint64_t turn_ = 0;
  std::vector<Token> tokens_;
  std::uint32_t lead_ = 0;
  Lead lead_kind_ = Lead::Heading;
  std::vector<Term> terms_;                // by start, then longest first
  std::vector<std::uint32_t> first_term_;  // per token: index into terms_; one more at the end
  std::vector<Starts> starts_;             // by lexicon
  std::vector<std::uint64_t> feature_blocks_;
  std::vector<std::uint32_t> blocks_met_;  // so many of them:
  std::size_t block_count_ = 0;
  std::array<PlaceBits, 256> words_{};           // by the last bits of the word
  std::array<PlaceBits, break_count> breaks_{};  // by Break
};

}  // namespace caveat
