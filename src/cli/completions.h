// Completions for shells, and the man page: both are made from the table of verbs.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace caveat {

inline constexpr std::string_view shells[] = {"bash", "zsh", "fish"};

// A script for `shell`, one of `shells`; `rules` are the ids to complete.
std::string completions(std::string_view shell, std::span<const std::string> rules);

// The page in section 1, in the language of man(7).
std::string man_page();

}  // namespace caveat
