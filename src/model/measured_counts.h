// Written by scripts/score --update from corpus/dev; do not edit. See model/confidence.h.
#pragma once

#include <array>

#include "model/confidence.h"

namespace caveat {

inline constexpr std::array measured_counts = {
    GroundCount{SentenceClass::Label::None, "matched", 76, 63},
    GroundCount{SentenceClass::Label::None, "silent", 3323, 3240},
    GroundCount{SentenceClass::Label::Claim, "heading", 36, 28},
    GroundCount{SentenceClass::Label::Claim, "one-family", 412, 392},
    GroundCount{SentenceClass::Label::Claim, "several-families", 297, 296},
    GroundCount{SentenceClass::Label::Hedged, "asked", 66, 41},
    GroundCount{SentenceClass::Label::Hedged, "attributed", 31, 28},
    GroundCount{SentenceClass::Label::Hedged, "hedged", 89, 85},
    GroundCount{SentenceClass::Label::Hedged, "negated", 57, 47},
};

}  // namespace caveat
