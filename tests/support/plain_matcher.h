// A matcher as the pattern language is explained (rulebook/pattern.h): plain and slow, to compare
// audit/match.h with. It looks terms up word by word, tries every start, and remembers only what
// failed from the same start.
#pragma once

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <vector>

#include "audit/match.h"
#include "rulebook/rulebook.h"

namespace caveat::testing {

class PlainMatcher {
 public:
  PlainMatcher(const Rulebook& rulebook, const Passage& passage)
      : rulebook_(rulebook), passage_(passage), tokens_(passage.tokens()) {}

  std::optional<PatternMatch> find(const Pattern& pattern) {
    pattern_ = &pattern;
    for (start_ = 0; start_ < tokens_.size(); ++start_) {
      failed_.clear();
      core_begin_ = core_end_ = std::nullopt;
      if (const auto end = go({0, start_, true, false})) {
        PatternMatch match{{start_, *end}, std::nullopt};
        if (core_begin_ && core_end_) match.core = TokenRange{*core_begin_, *core_end_};
        return match;
      }
    }
    return std::nullopt;
  }

 private:
  struct State {
    std::uint32_t pc, at;
    bool after_gap, over_lead;
  };
  using End = std::optional<std::uint32_t>;

  bool term_starts(std::uint32_t at, LexiconId lexicon) const { return !ends(at, lexicon).empty(); }

  // Longest first.
  std::vector<std::uint32_t> ends(std::uint32_t at, LexiconId lexicon) const {
    std::vector<std::uint32_t> found;
    TermTrie::Node node = TermTrie::root;
    for (std::uint32_t next = at; next < tokens_.size(); ++next) {
      if (tokens_[next].word == no_word) break;
      if (next > at && tokens_[next].before > Break::Quote) break;
      node = rulebook_.terms.step(node, tokens_[next].word);
      if (node == TermTrie::none) break;
      const auto held = rulebook_.terms.lexicons(node);
      if (std::ranges::find(held, lexicon) != held.end()) found.insert(found.begin(), next + 1);
    }
    return found;
  }

  bool adjoins(const State& state) const {
    if (state.at >= tokens_.size()) return false;
    if (state.at == start_ || state.over_lead) return true;
    if (!passage_.joins(state.at)) return false;
    const Break most = state.after_gap ? Break::Dash : Break::Quote;
    return state.at == passage_.lead() || tokens_[state.at].before <= most;
  }

  // Where the match ends that goes on so, if there is one.
  End go(State state) {
    const auto key = std::tuple(state.pc, state.at, state.after_gap, state.over_lead);
    if (failed_.contains(key)) return std::nullopt;
    const End end = step(state);
    if (!end) failed_.insert(key);
    return end;
  }

  End step(const State& state) {
    using Op = Instruction::Op;
    const Instruction& here = pattern_->program[state.pc];
    const std::uint32_t next = state.pc + 1;
    const auto count = static_cast<std::uint32_t>(tokens_.size());
    const State same{next, state.at, state.after_gap, state.over_lead};
    switch (here.op) {
      case Op::Word:
        if (!adjoins(state) || tokens_[state.at].word != here.argument) return std::nullopt;
        return go({next, state.at + 1, false, false});
      case Op::OneOf:
        for (std::uint32_t i = 0; i < here.argument; ++i) {
          if (!adjoins(state) || tokens_[state.at].word != pattern_->program[next + i].argument)
            continue;
          return go({next + here.argument, state.at + 1, false, false});
        }
        return std::nullopt;
      case Op::Lexicon:
        if (!adjoins(state)) return std::nullopt;
        for (const auto end : ends(state.at, static_cast<LexiconId>(here.argument))) {
          if (const End found = go({next, end, false, false})) return found;
        }
        return std::nullopt;
      case Op::Gap:
        return over_gap(state, here.argument);
      case Op::Split:
        if (const End found = go(same)) return found;
        return go({here.argument, state.at, state.after_gap, state.over_lead});
      case Op::Jump:
        return go({here.argument, state.at, state.after_gap, state.over_lead});
      case Op::Start:
        return state.at == 0 || (passage_.lead() != 0 && state.at == passage_.lead())
                   ? go(same)
                   : std::nullopt;
      case Op::End:
        return state.at == count ? go(same) : std::nullopt;
      case Op::LeadIn:
        if (passage_.lead() == 0 || state.at > passage_.lead()) return std::nullopt;
        if (passage_.asked() != (here.argument == lead_in_question)) return std::nullopt;
        for (std::uint32_t at = passage_.lead(); at < count; ++at) {
          if (const End found = go({next, at, true, true})) return found;
        }
        return std::nullopt;
      case Op::CoreBegin:
        return with(core_begin_, same);
      case Op::CoreEnd:
        return with(core_end_, same);
      case Op::Accept:
        return state.at;
    }
    return std::nullopt;
  }

  // The last mark passed counts: what lies behind may set it once more.
  End with(std::optional<std::uint32_t>& mark, const State& state) {
    const auto before = mark;
    mark = state.at;
    const End found = go(state);
    if (!found) mark = before;
    return found;
  }

  // The shortest gap first.
  End over_gap(const State& state, std::uint32_t most) {
    State next{state.pc + 1, state.at, true, state.over_lead};
    const auto stops = rulebook_.lexicon("gap-stops");
    for (std::uint32_t skipped = 0;; ++skipped) {
      if (const End found = go(next)) return found;
      if (skipped == most || next.at >= tokens_.size()) return std::nullopt;
      if (tokens_[next.at].before == Break::Clause) return std::nullopt;
      const bool open = state.over_lead || state.at == start_;
      if (!passage_.joins(next.at) && !(open && next.at == state.at)) return std::nullopt;
      if (stops && term_starts(next.at, *stops)) return std::nullopt;
      ++next.at;
      next.over_lead = false;
    }
  }

  const Rulebook& rulebook_;
  const Passage& passage_;
  std::span<const Token> tokens_;
  const Pattern* pattern_ = nullptr;
  std::uint32_t start_ = 0;
  std::optional<std::uint32_t> core_begin_, core_end_;
  std::set<std::tuple<std::uint32_t, std::uint32_t, bool, bool>> failed_;
};

}  // namespace caveat::testing
