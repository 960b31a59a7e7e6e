#include "audit/match.h"

#include <algorithm>

namespace caveat {

Passage::Passage(const TermTrie& terms, std::size_t lexicon_count)
    : trie_(terms), starts_(lexicon_count, 0) {}

void Passage::set(std::span<const Token> lead_in, std::span<const Token> words, Lead kind) {
  lead_kind_ = kind;
  tokens_.assign(lead_in.begin(), lead_in.end());
  lead_ = static_cast<std::uint32_t>(lead_in.size());
  tokens_.insert(tokens_.end(), words.begin(), words.end());
  if (lead_ != 0 && lead_ < tokens_.size()) tokens_[lead_].before = Break::LeadIn;
  find_terms();
}

void Passage::find_terms() {
  for (const LexiconId lexicon : met_) starts_[lexicon] = 0;
  met_.clear();
  terms_.clear();
  first_term_.clear();
  const auto count = static_cast<std::uint32_t>(tokens_.size());
  for (std::uint32_t at = 0; at < count; ++at) {
    first_term_.push_back(static_cast<std::uint32_t>(terms_.size()));
    TermTrie::Node node = TermTrie::root;
    for (std::uint32_t next = at; next < count; ++next) {
      if (tokens_[next].word == no_word) break;
      if (next > at && tokens_[next].before > Break::Quote) break;
      node = trie_.step(node, tokens_[next].word);
      if (node == TermTrie::none) break;
      for (const LexiconId lexicon : trie_.lexicons(node)) {
        terms_.push_back({next + 1, lexicon});
        if (starts_[lexicon] == 0) met_.push_back(lexicon);
        starts_[lexicon] |= std::uint64_t{1} << (at % 64);
      }
    }
    std::reverse(terms_.begin() + first_term_.back(), terms_.end());
  }
  first_term_.push_back(static_cast<std::uint32_t>(terms_.size()));
}

bool Passage::holds_all(std::span<const LexiconId> lexicons) const {
  return std::ranges::all_of(lexicons, [&](LexiconId lexicon) { return holds(lexicon); });
}

void Passage::term_ends(std::uint32_t at, LexiconId lexicon,
                        std::vector<std::uint32_t>& ends) const {
  ends.clear();
  for (std::uint32_t i = first_term_[at]; i < first_term_[at + 1]; ++i) {
    if (terms_[i].lexicon == lexicon) ends.push_back(terms_[i].end);
  }
}

bool Passage::lists_term(std::uint32_t at, LexiconId lexicon) const {
  for (std::uint32_t i = first_term_[at]; i < first_term_[at + 1]; ++i) {
    if (terms_[i].lexicon == lexicon) return true;
  }
  return false;
}

std::optional<TokenRange> Passage::first_term(LexiconId lexicon, TokenRange within) const {
  if (!holds(lexicon)) return std::nullopt;
  for (std::uint32_t at = within.begin; at < within.end; ++at) {
    for (std::uint32_t i = first_term_[at]; i < first_term_[at + 1]; ++i) {
      if (terms_[i].lexicon == lexicon && terms_[i].end <= within.end) {
        return TokenRange{at, terms_[i].end};
      }
    }
  }
  return std::nullopt;
}

namespace {

// False where the instruction, a word or a lexicon, cannot take the token `at`.
bool takes(const Instruction& instruction, const Passage& passage, std::uint32_t at) {
  using Op = Instruction::Op;
  if (instruction.op != Op::Word && instruction.op != Op::Lexicon) return true;
  if (at >= passage.tokens().size()) return false;
  return instruction.op == Op::Word
             ? passage.tokens()[at].word == instruction.argument
             : passage.term_starts(at, static_cast<LexiconId>(instruction.argument));
}

// The tokens with which a match of the pattern could begin: bit i for the tokens i, i + 64 …
std::uint64_t openings(const Pattern& pattern, const Passage& passage) {
  if (pattern.openers.empty()) return ~std::uint64_t{0};
  const auto tokens = passage.tokens();
  std::uint64_t all = 0;
  for (const Instruction& opener : pattern.openers) {
    if (opener.op == Instruction::Op::Lexicon) {
      all |= passage.starts(static_cast<LexiconId>(opener.argument));
      continue;
    }
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      if (tokens[at].word == opener.argument) all |= std::uint64_t{1} << (at % 64);
    }
  }
  return all;
}

}  // namespace

std::optional<PatternMatch> Matcher::find(const Pattern& pattern, const Passage& passage,
                                          std::uint32_t from) {
  if (!passage.holds_all(pattern.required)) return std::nullopt;
  const std::uint64_t openers = openings(pattern, passage);
  if (openers == 0) return std::nullopt;
  // A state's fate depends on its instruction and token alone, not on where the match began: what
  // failed from one start fails from all.
  const std::size_t states = pattern.program.size() * (passage.tokens().size() + 1) * 2;
  seen_.assign((states + 63) / 64, 0);
  const auto count = static_cast<std::uint32_t>(passage.tokens().size());
  for (std::uint32_t start = from; start < count; ++start) {
    if ((openers >> (start % 64) & 1) == 0) continue;
    if (auto match = run(pattern, passage, start)) return match;
  }
  return std::nullopt;
}

bool Matcher::seen(std::uint32_t pc, std::uint32_t at, bool after_gap, std::size_t tokens) {
  const std::size_t bit = (pc * (tokens + 1) + at) * 2 + (after_gap ? 1 : 0);
  const std::uint64_t mask = std::uint64_t{1} << (bit % 64);
  const bool before = (seen_[bit / 64] & mask) != 0;
  seen_[bit / 64] |= mask;
  return before;
}

// Leaves out what fails at once.
void Matcher::push(const Pattern& pattern, const Passage& passage, const State& state) {
  if (takes(pattern.program[state.pc], passage, state.at)) stack_.push_back(state);
}

void Matcher::push_gap(const Pattern& pattern, const State& state, const Passage& passage) {
  const std::uint32_t most = pattern.program[state.pc].argument;
  const auto tokens = passage.tokens();
  const std::size_t base = stack_.size();
  State next = state;
  ++next.pc;
  next.after_gap = true;
  const std::uint32_t begin = state.at;
  for (std::uint32_t skipped = 0;; ++skipped) {
    push(pattern, passage, next);
    if (skipped == most || next.at >= tokens.size()) break;
    // Whether a lead-in's boundary may be crossed is for joins() to say.
    if ((tokens[next.at].before > widest_ && tokens[next.at].before != Break::LeadIn) ||
        (!passage.joins(next.at) && !(state.over_lead && next.at == begin))) {
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
      // Before an item that its lead-in does not join, a fate depends on where the match began, too.
      const bool parted = state.at == passage.lead() && !passage.joins(state.at);
      if (!parted && seen(state.pc, state.at, state.after_gap, count)) break;
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
          push_gap(pattern, state, passage);
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
