// What the layout says: which words lead in to a block, and what its section means.
//
// A bullet under "Massage can help with:" is a claim; the same bullet under "Tell your therapist if
// you have:" is none.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "audit/pattern_index.h"
#include "audit/segment.h"
#include "model/document.h"
#include "rulebook/rulebook.h"

namespace caveat {

struct BlockContext {
  static constexpr std::uint32_t none = ~std::uint32_t{0};

  std::uint32_t lead_in = none;  // index of the sentence that introduces this block's first one
  // The sentence where the lead-in begins: itself, or that of the offer above it ("What can it
  // treat? We use it as part of a plan for:").
  std::uint32_t lead_from = none;
  std::uint32_t heading = none;  // index of the block that heads its section
  // Index into Rulebook::sections: set where the section changes what its text means.
  std::uint32_t section = none;
  std::uint32_t section_block = none;  // the heading or lead-in that says so
  // The same of a line of a list that says by itself what it is ("Sciatica", "Migraine", "Frozen
  // shoulder"): what its lead-in reads as if it ended with.
  std::uint32_t list = none;
  bool runs_on = false;  // the lead-in is a sentence that its item continues
};

// One context per block. `headings` and `items`: the patterns of sections that read those, each
// owned by its index in Rulebook::sections.
std::vector<BlockContext> read_structure(const Document& document, const Segmented& text,
                                         const Rulebook& rulebook, const PatternIndex& headings,
                                         const PatternIndex& items);

}  // namespace caveat
