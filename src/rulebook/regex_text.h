// Rewrites regexes before RE2 sees them.
#pragma once

#include <string>
#include <string_view>

namespace caveat {

// The regex with apostrophes and spaces widened, and without regard to case, as regex_set.h
// promises. Escapes and \Q…\E stay as they are.
std::string widened(std::string_view regex);

// A regex that matches wherever `regex` does and is cheaper to look for: tails that may be empty
// ("…\b[^.\n]{0,200}[.?!]?") are cut off every branch. In a set of many regexes, such counted tails
// would make nearly all of the automaton's states.
std::string without_tail(std::string_view regex);

}  // namespace caveat
