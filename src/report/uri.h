// File names as URIs.
#pragma once

#include <string>
#include <string_view>

namespace caveat {

// RFC 3986: what is not unreserved or a slash is percent-encoded, a colon in a file name too. An
// absolute path gets its scheme.
std::string uri(std::string_view path);

}  // namespace caveat
