// Written by scripts/score --update from corpus/test; do not edit. See model/confidence.h.
#pragma once

#include <array>

#include "model/confidence.h"

namespace caveat {

inline constexpr std::array measured_counts = {
    GroundCount{SentenceClass::Label::None, "matched", 33, 24},
    GroundCount{SentenceClass::Label::None, "silent", 2320, 2225},
    GroundCount{SentenceClass::Label::Claim, "heading", 34, 33},
    GroundCount{SentenceClass::Label::Claim, "one-family", 321, 296},
    GroundCount{SentenceClass::Label::Claim, "several-families", 191, 190},
    GroundCount{SentenceClass::Label::Hedged, "asked", 29, 21},
    GroundCount{SentenceClass::Label::Hedged, "attributed", 13, 11},
    GroundCount{SentenceClass::Label::Hedged, "conditional", 1, 1},
    GroundCount{SentenceClass::Label::Hedged, "hedged", 18, 18},
    GroundCount{SentenceClass::Label::Hedged, "negated", 30, 26},
};

}  // namespace caveat
