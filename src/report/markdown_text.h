// Text that becomes part of a Markdown page, in which nothing of it is markup.
#pragma once

#include <string>
#include <string_view>

namespace caveat {

std::string markdown(std::string_view text);
// In a code span whose fence no run of backticks in the text can close.
std::string markdown_code(std::string_view text);
// An address that ends where it should, for the place of a link's target.
std::string markdown_address(std::string_view url);
// The text alone where the URL is no web address.
std::string markdown_link(std::string_view text, std::string_view url);

}  // namespace caveat
