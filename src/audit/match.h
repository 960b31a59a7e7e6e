// Finds token patterns in a passage.
//
// Two stages: only patterns that may match at all (audit/reach.h) are run, on a backtracking
// machine that visits each (instruction, token) pair once.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "audit/passage.h"
#include "audit/reach.h"
#include "rulebook/pattern.h"

namespace caveat {

struct PatternMatch {
  TokenRange words;                // in the passage
  std::optional<TokenRange> core;  // the target's words
};

class Matcher {
 public:
  // `gap_stops`: the lexicon whose words no gap may cross, where there is one; `widest`: the widest
  // break between two words that it may.
  explicit Matcher(std::optional<LexiconId> gap_stops, Break widest = Break::Dash)
      : gap_stops_(gap_stops), widest_(widest), reach_(gap_stops, widest) {}

  // The first match at or after `from`, or nothing. The whole match may stand in the lead-in.
  std::optional<PatternMatch> find(const Pattern& pattern, const Passage& passage,
                                   std::uint32_t from = 0);
  // Calls `visit(match)` for all matches from left to right, none of which overlap, while it
  // returns true.
  template <class Visit>
  void each(const Pattern& pattern, const Passage& passage, Visit visit) {
    std::uint32_t from = 0;
    while (const auto match = find(pattern, passage, from)) {
      if (!visit(*match)) return;
      from = match->words.end;
    }
  }

 private:
  struct State {
    std::uint32_t pc, at;
    std::uint32_t core_begin, core_end;
    bool after_gap;  // the next word may follow a comma
    bool over_lead;  // => has just crossed into the item
  };
  // The places where a match of the pattern could begin.
  static PlaceBits openings(const Pattern& pattern, const Passage& passage);
  std::optional<PatternMatch> run(const Pattern& pattern, const Passage& passage,
                                  std::uint32_t from);
  bool seen(const State& state, std::size_t tokens);
  void push(const Pattern& pattern, const Passage& passage, const State& state);
  void push_gap(const Pattern& pattern, const State& state, const Passage& passage,
                std::uint32_t from);

  std::optional<LexiconId> gap_stops_;
  Break widest_;
  Reach reach_;
  std::vector<State> stack_;
  std::vector<std::uint64_t> seen_;
  std::vector<std::uint32_t> ends_;
};

}  // namespace caveat
