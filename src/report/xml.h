// Text inside of XML.
#pragma once

#include <string>
#include <string_view>

namespace caveat {

// Fit for text and for attributes in double quotes. Characters that XML 1.0 cannot hold are U+FFFD,
// those that act on a terminal or begin a command in the log of a build are character references.
std::string xml(std::string_view text);

inline constexpr std::string_view xml_declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

}  // namespace caveat
