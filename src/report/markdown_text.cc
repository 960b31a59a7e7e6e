#include "report/markdown_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/display.h"
#include "report/uri.h"

namespace caveat {

std::string markdown(std::string_view text) {
  std::string result;
  for (const char letter : printable(text)) {
    if (std::string_view("\\`*_{}[]<>#|~&!@$").find(letter) != std::string_view::npos)
      result += '\\';
    result += letter;
  }
  return result;
}

std::string markdown_code(std::string_view text) {
  const std::string words = printable(text);
  std::size_t longest = 0, run = 0;
  for (const char letter : words) {
    run = letter == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  return words.empty() ? "(nothing)" : fmt::format("{0} {1} {0}", fence, words);
}

std::string markdown_address(std::string_view url) {
  std::string target;
  for (const char letter : printable(url)) {
    if (letter == ' ' || letter == '<' || letter == '>' || letter == '(' || letter == ')') {
      target += fmt::format("%{:02X}", static_cast<unsigned char>(letter));
    } else {
      target += letter;
    }
  }
  return target;
}

std::string markdown_link(std::string_view text, std::string_view url) {
  if (!is_web_address(url)) return markdown(text);
  return fmt::format("[{}]({})", markdown(text), markdown_address(url));
}

}  // namespace caveat
