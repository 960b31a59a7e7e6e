// What an article on health tells of itself, or fails to: on what sources it rests; and
// references that lead nowhere.
//
// Only pages that read like articles are asked: long ones that make several claims.
#pragma once

#include <vector>

#include "audit/checks.h"

namespace caveat {

std::vector<Trouble> find_missing_sources(const CheckInput& input);

// The page is in a language of which no rule for claims speaks: that it has no findings says
// nothing. One trouble, at its first sentence.
std::vector<Trouble> find_unaudited_language(const CheckInput& input);

// "click here" with no link over it; "visit our website" too where the format has links.
std::vector<Trouble> find_links_without_target(const CheckInput& input);

// Straight and curly quotation marks on one page: one trouble, at the first of the rarer kind.
std::vector<Trouble> find_mixed_quotes(const CheckInput& input);

}  // namespace caveat
