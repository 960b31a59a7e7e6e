// The characters that references of HTML stand for.
#pragma once

#include <string>
#include <string_view>

namespace caveat {

// The character of a reference without its "&" and ";": "eacute", "#39", "#x2019", also in all
// capitals. U+0000 for what is none.
char32_t entity_character(std::string_view body);

}  // namespace caveat
