#include "model/display.h"

#include <utility>

#include "model/utf8.h"

namespace caveat {
namespace {

constexpr char32_t escape = 0x1B;

// Past the escape sequence whose introducer has been read; `after` is ESC's follower or, for the
// one-character introducers of C1, the first byte of the body.
std::size_t skip_control_sequence(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] >= 0x20 && text[at] < 0x40) ++at;  // parameters
  return at < text.size() && text[at] >= 0x40 && text[at] < 0x7F ? at + 1 : at;
}

// Operating system commands and their kin run to BEL or ESC \; one that does not end on this line
// is dropped up to there.
std::size_t skip_string_sequence(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] != '\a' && text[at] != '\n' && text[at] != escape) ++at;
  if (at < text.size() && text[at] == '\a') return at + 1;
  if (at + 1 < text.size() && text[at] == escape && text[at + 1] == '\\') return at + 2;
  return at;
}

std::size_t skip_escape(std::string_view text, std::size_t at) {
  if (at >= text.size()) return at;
  switch (text[at]) {
    case '[':
      return skip_control_sequence(text, at + 1);
    case ']':
    case 'P':
    case 'X':
    case '^':
    case '_':
      return skip_string_sequence(text, at + 1);
    default:
      return at;  // only the ESC itself is left out: the rest is harmless text
  }
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// "::name" where a line may begin: at the begin, or behind a blank, at which lines are broken. What
// is no ASCII may be a blank as well.
bool may_begin_line_command(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with("::")) return false;
  if (at + 2 == text.size() || !is_letter(text[at + 2])) return false;
  return at == 0 || text[at - 1] == ' ' || static_cast<unsigned char>(text[at - 1]) >= 0x80;
}

// `text` with a blank behind the first character of each command.
std::string without_log_commands(std::string text) {
  for (std::size_t at = text.find_first_of("#:"); at != text.npos;
       at = text.find_first_of("#:", at + 1)) {
    if (begins_log_command(text, at) || may_begin_line_command(text, at))
      text.insert(at + 1, 1, ' ');
  }
  return text;
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t at) {
  const Utf8Step step = utf8_step(text, at);
  if (!step.valid) return {U'\uFFFD', step.length};
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  if (step.length == 1) return {byte(at), 1};
  char32_t value = byte(at) & (0x7FU >> step.length);
  for (std::size_t i = at + 1; i < at + step.length; ++i) value = (value << 6U) | (byte(i) & 0x3FU);
  return {value, step.length};
}

void append_utf8(std::string& text, char32_t value) {
  const auto put = [&text](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (value < 0x80) {
    put(value);
  } else if (value < 0x800) {
    put(0xC0U | (value >> 6U));
    put(0x80U | (value & 0x3FU));
  } else if (value < 0x10000) {
    put(0xE0U | (value >> 12U));
    put(0x80U | ((value >> 6U) & 0x3FU));
    put(0x80U | (value & 0x3FU));
  } else {
    put(0xF0U | (value >> 18U));
    put(0x80U | ((value >> 12U) & 0x3FU));
    put(0x80U | ((value >> 6U) & 0x3FU));
    put(0x80U | (value & 0x3FU));
  }
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    width += display_width(point.value);
    at += point.bytes;
  }
  return width;
}

bool acts_on_terminal(char32_t value) {
  return value < 0x20 || (value >= 0x7F && value < 0xA0) || value == 0x061C || value == 0x200E ||
         value == 0x200F || (value >= 0x2028 && value <= 0x202E) ||
         (value >= 0x2066 && value <= 0x2069);
}

bool begins_log_command(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with("##")) return false;
  for (at += 2; at < text.size() && is_letter(text[at]);) ++at;
  return at < text.size() && text[at] == '[';
}

bool is_invisible(char32_t value) {
  return acts_on_terminal(value) || value == 0xAD || value == 0x034F || value == 0x180E ||
         (value >= 0x200B && value <= 0x200D) || (value >= 0x2060 && value <= 0x2065) ||
         value == 0xFEFF || (value >= 0xE0000 && value <= 0xE007F);
}

std::string printable(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    at += point.bytes;
    if (point.value == '\r' && at < text.size() && text[at] == '\n') continue;  // one break
    if (point.value == '\t' || point.value == '\n' || point.value == '\r') {
      clean.push_back(' ');
    } else if (point.value == escape) {
      at = skip_escape(text, at);
    } else if (point.value == 0x9B) {  // the one-character form of ESC [
      at = skip_control_sequence(text, at);
    } else if (!acts_on_terminal(point.value)) {
      append_utf8(clean, point.value);
    }
  }
  return without_log_commands(std::move(clean));
}

}  // namespace caveat
