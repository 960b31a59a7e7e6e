// Rewrites regexes before RE2 sees them.
#pragma once

#include <cstddef>
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

// The end of the escape at `at`, and of the literal, escape, class or group there.
std::size_t escape_end(std::string_view regex, std::size_t at);
std::size_t atom_end(std::string_view regex, std::size_t at);

}  // namespace caveat
