// Text of strangers inside of HTML.
//
// Whatever comes from a document, a file name or a pack goes through one of these: it never becomes
// an element, an attribute, a script or a URL.
#pragma once

#include <string>
#include <string_view>

namespace caveat {

// One line, fit for text and for attributes in double quotes; nothing in it acts on a terminal or
// in the log of a build.
std::string html(std::string_view text);

// Words of the copy: line breaks stay, and a character that acts on the direction of the text, or
// is none, shows its number instead. With `reveal`, all characters that nobody can see do.
std::string html_copy_text(std::string_view text, bool reveal);

// A link where `url` is http or https, else the text alone.
std::string html_link(std::string_view text, std::string_view url);

}  // namespace caveat
