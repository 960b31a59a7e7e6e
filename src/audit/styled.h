// Letters in a style that is a character of its own, and accents that are.
#pragma once

#include <vector>

#include "audit/checks.h"

namespace caveat {

// Runs of mathematical, full-width, enclosed or small-capital letters in Latin text.
std::vector<Trouble> find_styled_letters(const CheckInput& input);
// Letters with an accent that could be one character with it (NFC).
std::vector<Trouble> find_decomposed_accents(const CheckInput& input);

}  // namespace caveat
