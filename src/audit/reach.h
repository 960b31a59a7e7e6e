// Whether a pattern can match a passage at all: a pass over its program that follows all ways and
// all places at once, as bits. It may be wrong by saying yes (of the breaks between words it knows
// the widest alone), never by saying no: what it lets through, a Matcher looks at.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "audit/passage.h"
#include "rulebook/pattern.h"

namespace caveat {

class Reach {
 public:
  // As in Matcher.
  Reach(std::optional<LexiconId> gap_stops, Break widest)
      : gap_stops_(gap_stops), widest_(widest) {}

  // Whether a match may begin at a place of `from`. True where the passage wraps.
  bool may_match(const Pattern& pattern, const Passage& passage, PlaceBits from);

 private:
  // The places before which an instruction may stand.
  struct Front {
    PlaceBits open = 0;    // begin of the match, or => has just crossed into the item
    PlaceBits behind = 0;  // behind a word or a gap
    PlaceBits all() const { return open | behind; }
    void add(Front more) {
      open |= more.open;
      behind |= more.behind;
    }
  };
  // What of a passage every instruction asks.
  struct Ground {
    PlaceBits adjoining = 0;            // where a word may follow what stands before it
    PlaceBits crossable = 0;            // the words that a gap may cross, and
    PlaceBits crossable_over_lead = 0;  // its first word right behind =>
  };

  const Ground& ground_of(const Passage& passage);
  // Where one of the words stands, at places of `taking`.
  static PlaceBits one_of(std::span<const Instruction> words, PlaceBits taking,
                          const Passage& passage);
  // The places behind it; what was open stays so.
  static PlaceBits over_gap(Front from, std::uint32_t most, const Ground& ground);

  std::optional<LexiconId> gap_stops_;
  Break widest_;
  const Passage* passage_ = nullptr;  // the last one asked about, in its turn, and its ground
  std::uint64_t turn_ = 0;
  Ground ground_;
  std::vector<Front> fronts_;  // those left for later, by instruction; empty between two calls
};

}  // namespace caveat
