// Written by scripts/score --update from corpus/test; do not edit. See model/confidence.h.
#pragma once

#include <array>

#include "model/confidence.h"

namespace caveat {

inline constexpr std::array measured_counts = {
    GroundCount{SentenceClass::Label::None, "matched", 85, 67},
    GroundCount{SentenceClass::Label::None, "silent", 4491, 4261},
    GroundCount{SentenceClass::Label::Claim, "heading", 68, 52},
    GroundCount{SentenceClass::Label::Claim, "one-family", 613, 567},
    GroundCount{SentenceClass::Label::Claim, "several-families", 327, 316},
    GroundCount{SentenceClass::Label::Hedged, "asked", 85, 68},
    GroundCount{SentenceClass::Label::Hedged, "attributed", 35, 32},
    GroundCount{SentenceClass::Label::Hedged, "conditional", 4, 1},
    GroundCount{SentenceClass::Label::Hedged, "hedged", 55, 48},
    GroundCount{SentenceClass::Label::Hedged, "negated", 84, 69},
};

}  // namespace caveat
