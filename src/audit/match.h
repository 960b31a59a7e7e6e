// Finds lexicon terms and token patterns in one passage (a sentence, with its lead-in before it).
//
// Two stages: every word is looked up once in the term trie; only patterns whose required lexicons
// were all met are run, on a backtracking machine that visits each (instruction, token) pair once.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "audit/tokens.h"
#include "rulebook/pattern.h"

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

struct PatternMatch {
  TokenRange words;                // in the passage
  std::optional<TokenRange> core;  // the target's words
};

// The tokens of a passage with the terms they hold.
class Passage {
 public:
  explicit Passage(const TermTrie& terms, std::size_t lexicon_count);

  // How the lead-in is bound to the words.
  enum class Lead : std::uint8_t {
    Heading,   // only => crosses the boundary
    RunsOn,    // "It helps with:": the item continues its sentence, and any gap may cross
    Question,  // only ?=> crosses
  };
  // Starts a new passage: `lead_in` may be empty. Keeps copies; reuses its memory.
  void set(std::span<const Token> lead_in, std::span<const Token> words, Lead kind = Lead::Heading);

  std::span<const Token> tokens() const { return tokens_; }
  // Index of the first token after the lead-in; 0 where there is none.
  std::uint32_t lead() const { return lead_; }
  // Whether adjoining words may stand on both sides of the boundary before the token `at`.
  bool joins(std::uint32_t at) const {
    return lead_kind_ == Lead::RunsOn || lead_ == 0 || at != lead_;
  }
  // Whether the lead-in is a question that the words answer.
  bool asked() const { return lead_kind_ == Lead::Question; }
  bool holds(LexiconId lexicon) const { return starts_[lexicon] != 0; }
  // The lexicons met, each once, in order of first meeting.
  std::span<const LexiconId> lexicons() const { return met_; }
  bool holds_all(std::span<const LexiconId> lexicons) const;
  // The ends (token indices) of the terms of `lexicon` that start at `at`, longest first.
  void term_ends(std::uint32_t at, LexiconId lexicon, std::vector<std::uint32_t>& ends) const;
  bool term_starts(std::uint32_t at, LexiconId lexicon) const {
    if ((starts_[lexicon] >> (at % 64) & 1) == 0) return false;
    return tokens_.size() <= 64 || lists_term(at, lexicon);
  }
  // Which tokens terms of `lexicon` start at: bit i for the tokens i, i + 64, i + 128 …
  std::uint64_t starts(LexiconId lexicon) const { return starts_[lexicon]; }
  // The first term of `lexicon` in [from, to), or nothing.
  std::optional<TokenRange> first_term(LexiconId lexicon, TokenRange within) const;

 private:
  struct Term {
    std::uint32_t end;
    LexiconId lexicon;
  };
  void find_terms();
  bool lists_term(std::uint32_t at, LexiconId lexicon) const;

  const TermTrie& trie_;
  std::vector<Token> tokens_;
  std::uint32_t lead_ = 0;
  Lead lead_kind_ = Lead::Heading;
  std::vector<Term> terms_;                // by start, then longest first
  std::vector<std::uint32_t> first_term_;  // per token: index into terms_; one more at the end
  std::vector<std::uint64_t> starts_;      // by lexicon; see starts()
  std::vector<LexiconId> met_;
};

class Matcher {
 public:
  // `gap_stops`: the lexicon whose words no gap may cross, where there is one; `widest`: the widest
  // break between two words that it may.
  explicit Matcher(std::optional<LexiconId> gap_stops, Break widest = Break::Comma)
      : gap_stops_(gap_stops), widest_(widest) {}

  // The first match at or after `from`, or nothing. The whole match may stand in the lead-in.
  std::optional<PatternMatch> find(const Pattern& pattern, const Passage& passage,
                                   std::uint32_t from = 0);

 private:
  struct State {
    std::uint32_t pc, at;
    std::uint32_t core_begin, core_end;
    bool after_gap;  // the next word may follow a comma
    bool over_lead;  // => has just crossed into the item
  };
  std::optional<PatternMatch> run(const Pattern& pattern, const Passage& passage,
                                  std::uint32_t from);
  bool seen(std::uint32_t pc, std::uint32_t at, bool after_gap, std::size_t tokens);
  void push(const Pattern& pattern, const Passage& passage, const State& state);
  void push_gap(const Pattern& pattern, const State& state, const Passage& passage);

  std::optional<LexiconId> gap_stops_;
  Break widest_;
  std::vector<State> stack_;
  std::vector<std::uint64_t> seen_;
  std::vector<std::uint32_t> ends_;
};

}  // namespace caveat
