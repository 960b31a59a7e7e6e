// Characters that show nothing: where they do their work they stay, elsewhere they are damage.
//
// Silent are joiners between emoji and in Arabic and Indic scripts, variation selectors behind
// their base, soft hyphens between letters, marks of direction in text that runs right to left.
#pragma once

#include <vector>

#include "audit/checks.h"

namespace caveat {

std::vector<Trouble> find_invisible_characters(const CheckInput& input);
// One for a page that holds soft hyphens, at the first.
std::vector<Trouble> find_soft_hyphens(const CheckInput& input);
std::vector<Trouble> find_bidi_controls(const CheckInput& input);

}  // namespace caveat
