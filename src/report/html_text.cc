#include "report/html_text.h"

#include <fmt/format.h>

#include "model/display.h"
#include "report/uri.h"

namespace caveat {
namespace {

void append_escaped(std::string& out, char32_t value) {
  switch (value) {
    case U'&':
      out += "&amp;";
      return;
    case U'<':
      out += "&lt;";
      return;
    case U'>':
      out += "&gt;";
      return;
    case U'"':
      out += "&quot;";
      return;
    case U'\'':
      out += "&#39;";
      return;
    default:
      append_utf8(out, value);
  }
}

}  // namespace

std::string html(std::string_view text) {
  const std::string clean = printable(text);
  std::string out;
  out.reserve(clean.size() + clean.size() / 8);
  for (std::size_t at = 0; at < clean.size();) {
    const CodePoint point = code_point_at(clean, at);
    append_escaped(out, point.value);
    at += point.bytes;
  }
  return out;
}

std::string html_copy_text(std::string_view text, bool reveal) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const bool command = point.value == U'#' && begins_log_command(text, at);
    at += point.bytes;
    if (point.value == U'\r' && at < text.size() && text[at] == '\n') continue;  // one break
    if (point.value == U'\n' || point.value == U'\r') {
      out += "<br>";
    } else if (point.value == U'\t') {
      out += ' ';
    } else if (command) {
      out += "&#35;";
    } else if (acts_on_terminal(point.value) || (reveal && is_invisible(point.value))) {
      out +=
          fmt::format("<span class=\"unseen\">U+{:04X}</span>", static_cast<unsigned>(point.value));
    } else {
      append_escaped(out, point.value);
    }
  }
  return out;
}

std::string html_link(std::string_view text, std::string_view url) {
  if (!is_web_address(url)) return html(text);
  return fmt::format("<a href=\"{}\" rel=\"noopener noreferrer\">{}</a>", html(url), html(text));
}

}  // namespace caveat
