// What stands on a page more than once: paragraphs, phrases, claims.
#pragma once

#include <vector>

#include "audit/checks.h"

namespace caveat {

// Paragraphs of twelve words or more that stood before, letter for letter but for case and signs.
std::vector<Trouble> find_duplicate_paragraphs(const CheckInput& input);
// A phrase of three to five words that makes up an unusual share of the page.
std::vector<Trouble> find_keyword_stuffing(const CheckInput& input);
// A claim of one rule in four sentences or more.
std::vector<Trouble> find_duplicate_claims(const CheckInput& input);

}  // namespace caveat
