// Written by scripts/score --update from corpus/test; do not edit. See model/confidence.h.
#pragma once

#include <array>

#include "model/confidence.h"

namespace caveat {

inline constexpr std::array measured_counts = {
    GroundCount{SentenceClass::Label::None, "matched", 36, 29},
    GroundCount{SentenceClass::Label::None, "silent", 2686, 2577},
    GroundCount{SentenceClass::Label::Claim, "heading", 44, 37},
    GroundCount{SentenceClass::Label::Claim, "one-family", 387, 365},
    GroundCount{SentenceClass::Label::Claim, "several-families", 233, 229},
    GroundCount{SentenceClass::Label::Hedged, "asked", 45, 38},
    GroundCount{SentenceClass::Label::Hedged, "attributed", 17, 15},
    GroundCount{SentenceClass::Label::Hedged, "conditional", 1, 1},
    GroundCount{SentenceClass::Label::Hedged, "hedged", 26, 25},
    GroundCount{SentenceClass::Label::Hedged, "negated", 54, 46},
};

}  // namespace caveat
