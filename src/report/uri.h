// File names as URIs.
#pragma once

#include <string>
#include <string_view>

namespace caveat {

// RFC 3986: what is not unreserved or a slash is percent-encoded, a colon in a file name too. An
// absolute path gets its scheme.
std::string uri(std::string_view path);

// What a report may lead its readers to: http or https. Packs are written by strangers, too.
bool is_web_address(std::string_view url);

}  // namespace caveat
