// The correct name that is most like a mistaken one, for the hints of problems.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace caveat {

// The number of letters to insert, drop, change or swap with their neighbour.
std::size_t edit_distance(std::string_view a, std::string_view b);

// The candidate nearest to `name`; empty where none is near enough to be what was meant. Of equals
// the first in alphabetical order, so that the order of the candidates does not matter.
std::string_view nearest_name(std::string_view name, std::span<const std::string_view> candidates);

}  // namespace caveat
