// The nearest correct name for a mistyped one.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace caveat {

// The name that `typed` most likely meant: one that begins or ends with it, or else the one with
// the fewest slips of the pen. Empty where none is near.
std::string_view nearest(std::string_view typed, std::span<const std::string_view> names);

// "did you mean NAME?", or what is known where nothing is near and the list is short.
std::string nearest_hint(std::string_view typed, std::span<const std::string_view> names);

}  // namespace caveat
