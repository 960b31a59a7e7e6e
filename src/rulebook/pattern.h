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

#include "rulebook/lexicon.h"

namespace caveat {

inline constexpr std::uint32_t lead_in_list = 0, lead_in_question = 1;

// One step of a compiled pattern; programs run on a small backtracking machine (audit/match.cc).
// Small, because much of the time of matching is waiting for programs to come from memory.
struct Instruction {
  enum class Op : std::uint32_t {
    Word,     // argument: WordId
    Lexicon,  // argument: LexiconId; consumes a whole term, any that starts here
    OneOf,    // argument: so many Word steps follow, of which one takes the word
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
  // No pack names so many words.
  static constexpr std::uint32_t largest_argument = (std::uint32_t{1} << 28U) - 1;

  Instruction() : Instruction(Op::Accept, 0) {}
  Instruction(Op step, std::uint32_t value) : op(step), argument(value & largest_argument) {}

  Op op : 4;
  std::uint32_t argument : 28;
};
static_assert(sizeof(Instruction) == 4);

// Where values lie, told from the place of this object itself: it is right wherever the bytes that
// hold both are put, so it cannot be copied out of them.
template <class T>
class Nearby {
 public:
  Nearby(std::int32_t distance, std::uint32_t size) : distance_(distance), size_(size) {}
  Nearby(const Nearby&) = delete;
  Nearby& operator=(const Nearby&) = delete;

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  const T* data() const {
    return reinterpret_cast<const T*>(reinterpret_cast<const char*>(this) + distance_);
  }
  const T* begin() const { return data(); }
  const T* end() const { return data() + size_; }
  const T& operator[](std::size_t i) const { return data()[i]; }

 private:
  std::int32_t distance_;  // in bytes
  std::uint32_t size_;
};

// Lives in a PatternTable.
struct Pattern {
  Nearby<Instruction> program;
  // The Word and Lexicon steps with which a match can begin; empty where any word can.
  Nearby<Instruction> openers;
  // Groups of Word and Lexicon steps, an Accept behind each: every match holds a word or a term of
  // each group. Never empty, the rarest group first.
  Nearby<Instruction> needs;
  Nearby<char> letters;
  std::uint32_t line = 0;  // where the pack wrote it, for `--profile` and messages
  std::uint32_t column = 0;

  // As written, holes filled.
  std::string_view text() const { return {letters.data(), letters.size()}; }
};

// The groups of a pattern's needs, one by one.
std::vector<std::span<const Instruction>> in_turn(std::span<const Instruction> needs);

}  // namespace caveat
