// A unified diff of two texts, as `patch -p0` reads it.
#pragma once

#include <string>
#include <string_view>

namespace caveat {

// Empty where they are equal. Lines are compared one by one where both texts have as many of them;
// otherwise all that differs is one hunk. Texts with NUL bytes are no lines: one sentence says so.
std::string unified_diff(std::string_view path, std::string_view before, std::string_view after);

}  // namespace caveat
