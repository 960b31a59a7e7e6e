// Tells the language of prose that does not say so itself.
#pragma once

#include <string>
#include <string_view>

namespace caveat {

// The language of `prose` by its commonest words: "en", "tr" …; "und" where they do not tell.
std::string guess_language(std::string_view prose);

// The BCP 47 tag in `written` ("en-GB", "tr_TR", "English"), or empty where it is none.
std::string language_tag(std::string_view written);

}  // namespace caveat
