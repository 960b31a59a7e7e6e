#include "audit/match.h"

#include <algorithm>

namespace caveat {

namespace {

// Whether the word is one of those behind a OneOf step.
bool is_one_of(const Instruction& step, WordId word) {
  const std::span words(&step + 1, step.argument);
  return std::ranges::any_of(words, [word](Instruction each) { return each.argument == word; });
}

// False where the step, one that takes words, cannot take the token `at`.
bool takes(const Instruction& step, const Passage& passage, std::uint32_t at) {
  using Op = Instruction::Op;
  if (step.op != Op::Word && step.op != Op::Lexicon && step.op != Op::OneOf) return true;
  if (at >= passage.tokens().size()) return false;
  const WordId word = passage.tokens()[at].word;
  return step.op == Op::Word    ? word == step.argument
         : step.op == Op::OneOf ? is_one_of(step, word)
                                : passage.term_starts(at, static_cast<LexiconId>(step.argument));
}

}  // namespace

PlaceBits Matcher::openings(const Pattern& pattern, const Passage& passage) {
  if (pattern.openers.empty()) return ~PlaceBits{0};
  PlaceBits all = 0;
  for (const Instruction& opener : pattern.openers) {
    all |= opener.op == Instruction::Op::Lexicon
               ? passage.starts(static_cast<LexiconId>(opener.argument))
               : passage.word_starts(opener.argument);
  }
  return all;
}

std::optional<PatternMatch> Matcher::find(const Pattern& pattern, const Passage& passage,
                                          std::uint32_t from) {
  const PlaceBits within = passage.wraps() ? ~PlaceBits{0} : ~(place_bit(from) - 1);
  // Most patterns fall at their first steps, before their openers are read; behind a match, most
  // have no opener left.
  const bool first = from == 0;
  PlaceBits openers = first ? within : within & openings(pattern, passage);
  if (openers == 0 || !reach_.may_match(pattern, passage, openers)) return std::nullopt;
  if (first) openers = openings(pattern, passage);
  if (openers == 0) return std::nullopt;
  // A state's fate depends on its instruction, its token and how it came there, not on where the
  // match began: what failed from one start fails from all.
  const std::size_t states = pattern.program.size() * (passage.tokens().size() + 1) * 4;
  seen_.assign((states + 63) / 64, 0);
  const auto count = static_cast<std::uint32_t>(passage.tokens().size());
  for (std::uint32_t start = from; start < count; ++start) {
    if ((openers & place_bit(start)) == 0) continue;
    if (auto match = run(pattern, passage, start)) return match;
  }
  return std::nullopt;
}

bool Matcher::seen(const State& state, std::size_t tokens) {
  const std::size_t bit = (state.pc * (tokens + 1) + state.at) * 4 + (state.after_gap ? 2 : 0) +
                          (state.over_lead ? 1 : 0);
  const std::uint64_t mask = std::uint64_t{1} << (bit % 64);
  const bool before = (seen_[bit / 64] & mask) != 0;
  seen_[bit / 64] |= mask;
  return before;
}

// Leaves out what fails at once.
void Matcher::push(const Pattern& pattern, const Passage& passage, const State& state) {
  if (takes(pattern.program[state.pc], passage, state.at)) stack_.push_back(state);
}

void Matcher::push_gap(const Pattern& pattern, const State& state, const Passage& passage,
                       std::uint32_t from) {
  const std::uint32_t most = pattern.program[state.pc].argument;
  const auto tokens = passage.tokens();
  const std::size_t base = stack_.size();
  State next = state;
  ++next.pc;
  next.after_gap = true;
  const std::uint32_t begin = state.at;
  // Where the match begins, or => has just crossed, nothing stands before the gap to be parted
  // from.
  const bool open = state.over_lead || begin == from;
  for (std::uint32_t skipped = 0;; ++skipped) {
    push(pattern, passage, next);
    if (skipped == most || next.at >= tokens.size()) break;
    // Whether a lead-in's boundary may be crossed is for joins() to say.
    if ((tokens[next.at].before > widest_ && tokens[next.at].before != Break::LeadIn) ||
        (!passage.joins(next.at) && !(open && next.at == begin))) {
      break;
    }
    if (gap_stops_ && passage.term_starts(next.at, *gap_stops_)) break;
    ++next.at;
    next.over_lead = false;
  }
  // The shortest gap is tried first.
  std::reverse(stack_.begin() + static_cast<std::ptrdiff_t>(base), stack_.end());
}

std::optional<PatternMatch> Matcher::run(const Pattern& pattern, const Passage& passage,
                                         std::uint32_t from) {
  using Op = Instruction::Op;
  constexpr std::uint32_t unset = ~std::uint32_t{0};
  const auto tokens = passage.tokens();
  const auto count = static_cast<std::uint32_t>(tokens.size());
  stack_.clear();
  stack_.push_back({0, from, unset, unset, true, false});
  while (!stack_.empty()) {
    State state = stack_.back();
    stack_.pop_back();
    for (bool alive = true; alive;) {
      // Before an item that its lead-in does not join, a fate depends on where the match began,
      // too.
      const bool parted = state.at == passage.lead() && !passage.joins(state.at);
      if (!parted && seen(state, count)) break;
      const Instruction& here = pattern.program[state.pc];
      const bool adjoins =
          state.at < count &&
          (state.at == from || state.over_lead ||
           (passage.joins(state.at) &&
            (state.at == passage.lead() ||
             tokens[state.at].before <= (state.after_gap ? widest_ : Break::Quote))));
      switch (here.op) {
        case Op::Word:
          alive = adjoins && tokens[state.at].word == here.argument;
          ++state.at;
          ++state.pc;
          state.after_gap = state.over_lead = false;
          break;
        case Op::OneOf:
          alive = adjoins && is_one_of(here, tokens[state.at].word);
          ++state.at;
          state.pc += 1 + here.argument;
          state.after_gap = state.over_lead = false;
          break;
        case Op::Lexicon: {
          alive = false;
          if (!adjoins || !passage.term_starts(state.at, static_cast<LexiconId>(here.argument))) {
            break;
          }
          passage.term_ends(state.at, static_cast<LexiconId>(here.argument), ends_);
          State next = state;
          ++next.pc;
          next.after_gap = next.over_lead = false;
          for (auto end = ends_.rbegin(); end != ends_.rend(); ++end) {
            next.at = *end;
            push(pattern, passage, next);
          }
          break;
        }
        case Op::Gap:
          push_gap(pattern, state, passage, from);
          alive = false;
          break;
        case Op::Split: {
          State other = state;
          other.pc = here.argument;
          push(pattern, passage, other);
          ++state.pc;
          break;
        }
        case Op::Jump:
          state.pc = here.argument;
          break;
        case Op::Start:
          alive = state.at == 0 || (passage.lead() != 0 && state.at == passage.lead());
          ++state.pc;
          break;
        case Op::End:
          alive = state.at == count;
          ++state.pc;
          break;
        case Op::LeadIn: {
          alive = false;
          if (passage.lead() == 0 || state.at > passage.lead()) break;
          if (passage.asked() != (here.argument == lead_in_question)) break;
          State next = state;
          ++next.pc;
          next.after_gap = true;
          next.over_lead = true;
          for (std::uint32_t at = count; at-- > passage.lead();) {
            next.at = at;
            push(pattern, passage, next);
          }
          break;
        }
        case Op::CoreBegin:
          state.core_begin = state.at;
          ++state.pc;
          break;
        case Op::CoreEnd:
          state.core_end = state.at;
          ++state.pc;
          break;
        case Op::Accept: {
          PatternMatch match{{from, state.at}, std::nullopt};
          if (state.core_begin != unset && state.core_end != unset) {
            match.core = TokenRange{state.core_begin, state.core_end};
          }
          return match;
        }
      }
    }
  }
  return std::nullopt;
}

}  // namespace caveat
