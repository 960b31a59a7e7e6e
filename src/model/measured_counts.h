// Written by scripts/score --update from corpus/test; do not edit. See model/confidence.h.
#pragma once

#include <array>

#include "model/confidence.h"

namespace caveat {

inline constexpr std::array measured_counts = {
    GroundCount{SentenceClass::Label::None, "matched", 46, 34},
    GroundCount{SentenceClass::Label::None, "silent", 3154, 3019},
    GroundCount{SentenceClass::Label::Claim, "heading", 51, 44},
    GroundCount{SentenceClass::Label::Claim, "one-family", 471, 441},
    GroundCount{SentenceClass::Label::Claim, "several-families", 278, 274},
    GroundCount{SentenceClass::Label::Hedged, "asked", 59, 48},
    GroundCount{SentenceClass::Label::Hedged, "attributed", 19, 17},
    GroundCount{SentenceClass::Label::Hedged, "conditional", 2, 2},
    GroundCount{SentenceClass::Label::Hedged, "hedged", 33, 31},
    GroundCount{SentenceClass::Label::Hedged, "negated", 61, 53},
};

}  // namespace caveat
