// Written by scripts/score --update from corpus/test; do not edit. See model/confidence.h.
#pragma once

#include <array>

#include "model/confidence.h"

namespace caveat {

inline constexpr std::array measured_counts = {
    GroundCount{SentenceClass::Label::None, "matched", 78, 52},
    GroundCount{SentenceClass::Label::None, "silent", 3713, 3638},
    GroundCount{SentenceClass::Label::Claim, "heading", 34, 26},
    GroundCount{SentenceClass::Label::Claim, "one-family", 357, 322},
    GroundCount{SentenceClass::Label::Claim, "several-families", 279, 278},
    GroundCount{SentenceClass::Label::Hedged, "asked", 22, 13},
    GroundCount{SentenceClass::Label::Hedged, "attributed", 6, 4},
    GroundCount{SentenceClass::Label::Hedged, "hedged", 34, 30},
    GroundCount{SentenceClass::Label::Hedged, "negated", 69, 45},
};

}  // namespace caveat
