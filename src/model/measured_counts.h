// Written by scripts/score --update from corpus/test; do not edit. See model/confidence.h.
#pragma once

#include <array>

#include "model/confidence.h"

namespace caveat {

inline constexpr std::array measured_counts = {
    GroundCount{SentenceClass::Label::None, "matched", 18, 15},
    GroundCount{SentenceClass::Label::None, "silent", 1352, 1328},
    GroundCount{SentenceClass::Label::Claim, "heading", 19, 19},
    GroundCount{SentenceClass::Label::Claim, "one-family", 152, 140},
    GroundCount{SentenceClass::Label::Claim, "several-families", 107, 107},
    GroundCount{SentenceClass::Label::Hedged, "asked", 6, 5},
    GroundCount{SentenceClass::Label::Hedged, "attributed", 6, 4},
    GroundCount{SentenceClass::Label::Hedged, "hedged", 8, 8},
    GroundCount{SentenceClass::Label::Hedged, "negated", 13, 12},
};

}  // namespace caveat
