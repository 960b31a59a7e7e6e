// Token patterns: short sequences over words, lexicons, gaps and options.
//
// The pattern language, as packs write it (elements are separated by spaces):
//   word          that word, folded (`pain-free` is two words); `word|other` either of two words
//                 (no spaces around the bar; outside of groups only)
//   <name>        a term of the lexicon `name`; `<a|b>` of either lexicon
//   <target>      in a frame: a term of the rule's target lexicons; its words are the match's core
//   ..N           up to N words (N ≤ 30), crossing commas and slashes but no other punctuation and
//                 no word of the lexicon `gap-stops`
//   ..            the same as ..3
//   ( … )         a group; `(get rid of|ease)` a choice of sequences, spaces around the bar or not
//   x?            x or nothing, where x is a word, a lexicon or a group
//   ^  $          begin and end of the sentence (of the item, where there is a lead-in)
//   =>            the boundary between a lead-in and its list item; before and after it any number
//                 of words may stand
//   ?=>           the same between a question and the sentence that answers it
//   % £ € & +     words of their own (a dollar sign can only be named through a lexicon)
// Adjoining elements allow a space, a hyphen or a quotation mark between them, no other
// punctuation.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "rulebook/flat.h"
#include "rulebook/lexicon.h"

namespace caveat {

inline constexpr std::uint32_t lead_in_list = 0, lead_in_question = 1;

// One step of a compiled pattern; programs run on a small backtracking machine (audit/match.cc).
struct Instruction {
  enum class Op : std::uint32_t {  // as wide as the argument: no gap between them
    Word,                          // argument: WordId
    Lexicon,  // argument: LexiconId; consumes a whole term, any that starts here
    Gap,      // argument: at most so many words; the shortest is tried first
    Split,    // try `next` (the following instruction), then `argument` (an index)
    Jump,     // argument: index
    Start,
    End,     // begin and end of the sentence
    LeadIn,  // => or ?=>; argument: lead_in_list or lead_in_question
    CoreBegin,
    CoreEnd,  // what lies between is the core of the match
    Accept,
  };
  Op op = Op::Accept;
  std::uint32_t argument = 0;
};

struct Pattern {
  Flat<Instruction> program;
  // The Word and Lexicon steps with which a match can begin; empty where any word can.
  Flat<Instruction> openers;
  // Groups of Word and Lexicon steps, an Accept behind each: every match holds a word or a term of
  // each group. Never empty, the rarest group first.
  Flat<Instruction> needs;
  std::uint32_t line = 0;  // where the pack wrote it, for `--profile` and messages
  std::uint32_t column = 0;
  Flat<char> letters;

  // As written, holes filled.
  std::string_view text() const { return {letters.data(), letters.size()}; }
  // The groups of `needs`, one by one.
  std::vector<std::span<const Instruction>> needs_in_turn() const;
};

}  // namespace caveat
