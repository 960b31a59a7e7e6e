// The parts of Markdown's links that md4c decodes without saying where they stand.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "input/markup_text.h"

namespace caveat {

// "](address "title")", the end of an inline link or image.
struct LinkTail {
  std::optional<TextSpan> title;  // without its quotes
  std::size_t end = 0;
};

// The tail whose bracket is the first one at or after `at`; nothing for a reference link.
std::optional<LinkTail> link_tail(std::string_view text, std::size_t at);

// Writes text that may hold backslash escapes and character references.
void write_escaped(TextSpan span, MarkupText& text);

// The lower-case name of the tag that `markup` begins with.
std::string tag_name(std::string_view markup);

}  // namespace caveat
