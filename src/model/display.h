// How text looks on a terminal: what may be printed there, and how many columns it takes.
//
// Documents, file names and packs are written by strangers. Whatever of theirs reaches a terminal
// or the log of a build goes through `printable`, so that no escape sequence, control or bidi
// character acts there, and no runner of builds takes it for a command.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace caveat {

struct CodePoint {
  char32_t value = U'\uFFFD';
  std::size_t bytes = 1;  // that it took
};

// The code point at `at` < text.size(); bytes that are no UTF-8 are U+FFFD (model/utf8.h).
CodePoint code_point_at(std::string_view text, std::size_t at);
void append_utf8(std::string& text, char32_t value);

// Columns on a terminal: 0 (combining, invisible), 1 or 2. Control characters take none.
std::size_t display_width(char32_t value);
std::size_t display_width(std::string_view text);

// C0 and C1 controls, DEL, bidi controls, line and paragraph separators.
bool acts_on_terminal(char32_t value);
// Whether runners of builds take what begins at `at` for a command, wherever on a line it stands:
// "##[…]" (GitHub, Azure), "##vso[…]" (Azure), "##teamcity[…]".
bool begins_log_command(std::string_view text, std::size_t at);
// Takes no room and shows nothing: zero-width characters, soft hyphens, byte order marks …
bool is_invisible(char32_t value);

// The text on one line without anything that acts on a terminal: escape sequences and control
// characters are left out, tabs and line breaks are spaces, what is no UTF-8 is U+FFFD. A blank
// stands in what a runner of builds would take for a command: in the above, and in the "::name"
// with which those of GitHub begin a line.
std::string printable(std::string_view text);

}  // namespace caveat
