#include "report/xml.h"

#include <fmt/format.h>

#include "model/display.h"

namespace caveat {
namespace {

bool is_markup(char32_t value) {
  return value == '&' || value == '<' || value == '>' || value == '"' || value == '\'';
}

bool is_impossible(char32_t value) {
  const bool blank = value == '\t' || value == '\n' || value == '\r';
  return (value < 0x20 && !blank) || value == 0xFFFE || value == 0xFFFF;
}

}  // namespace

std::string xml(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const bool command = point.value == '#' && begins_log_command(text, at);
    at += point.bytes;
    if (is_impossible(point.value)) {
      append_utf8(result, U'\uFFFD');
    } else if (command || is_markup(point.value) || acts_on_terminal(point.value)) {
      result += fmt::format("&#{};", static_cast<unsigned>(point.value));
    } else {
      append_utf8(result, point.value);
    }
  }
  return result;
}

}  // namespace caveat
