#include "report/json_text.h"

#include <array>
#include <nlohmann/json.hpp>

#include "model/display.h"
#include "model/utf8.h"

namespace caveat {
namespace {

constexpr std::array<bool, 256> plain_bytes = [] {
  std::array<bool, 256> plain{};
  for (std::size_t byte = 0x20; byte < 0x7F; ++byte) plain[byte] = true;
  // "#" may begin what a runner of builds takes for a command.
  for (const char special : {'"', '\\', '#'}) plain[static_cast<unsigned char>(special)] = false;
  return plain;
}();

bool is_plain(char c) { return plain_bytes[static_cast<unsigned char>(c)]; }

// Whether the character at `at` acts on a terminal or begins a command in the log of a build. What
// is below U+0020 has escapes of its own.
bool acts(std::string_view text, std::size_t at, char32_t value) {
  return (value >= 0x7F && acts_on_terminal(value)) ||
         (value == '#' && begins_log_command(text, at));
}

void escape(std::string& out, char32_t value) {
  constexpr std::string_view digits = "0123456789abcdef";
  out += "\\u";
  for (const unsigned shift : {12U, 8U, 4U, 0U}) out += digits[(value >> shift) & 0xFU];
}

void escape_ascii(std::string& out, char c) {
  switch (c) {
    case '"':
      out += "\\\"";
      break;
    case '\\':
      out += "\\\\";
      break;
    case '\b':
      out += "\\b";
      break;
    case '\f':
      out += "\\f";
      break;
    case '\n':
      out += "\\n";
      break;
    case '\r':
      out += "\\r";
      break;
    case '\t':
      out += "\\t";
      break;
    default:
      escape(out, static_cast<unsigned char>(c));
  }
}

// Appends the text as it stands between quotation marks; false where it is no UTF-8.
bool append_escaped(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    while (at < text.size() && is_plain(text[at])) ++at;
    out.append(text.substr(begin, at - begin));
    if (at == text.size()) break;
    const Utf8Step step = utf8_step(text, at);
    if (!step.valid) return false;
    const char32_t value = utf8_code_point(text, at);
    if (acts(text, at, value)) {
      escape(out, value);
    } else if (value == '#') {
      out += '#';
    } else if (value < 0x7F) {
      escape_ascii(out, text[at]);
    } else {
      out.append(text.substr(at, step.length));
    }
    at += step.length;
  }
  return true;
}

}  // namespace

void JsonText::key(std::string_view key) {
  begin_value();
  text_ += '"';
  text_ += key;
  text_ += form_ == Form::Indented ? "\": " : "\":";
  behind_key_ = true;
}

void JsonText::value(std::string_view text) {
  begin_value();
  const std::size_t begin = text_.size();
  text_ += '"';
  if (append_escaped(text_, text)) {
    text_ += '"';
    return;
  }
  text_.resize(begin);  // rare: the name of a file; the library knows what to make of it
  std::string json = finished_json(
      nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
  json.pop_back();
  text_ += json;
}

void JsonText::value(double number) { raw(nlohmann::json(number).dump()); }

void JsonText::open(char bracket) {
  begin_value();
  text_ += bracket;
  ++depth_;
  is_first_ = true;
}

void JsonText::close(char bracket) {
  --depth_;
  if (!is_first_) next_line();
  text_ += bracket;
  is_first_ = false;
}

void JsonText::begin_value() {
  if (behind_key_) {
    behind_key_ = false;
    return;
  }
  if (!is_first_) text_ += ',';
  is_first_ = false;
  next_line();
}

void JsonText::next_line() {
  if (form_ == Form::OneLine) return;
  text_ += '\n';
  text_.append(2 * depth_, ' ');
}

void JsonText::raw(std::string_view value) {
  begin_value();
  text_ += value;
}

std::string finished_json(std::string_view json) {
  std::string safe;
  safe.reserve(json.size() + 1);
  for (std::size_t at = 0; at < json.size();) {
    const CodePoint point = code_point_at(json, at);
    if (acts(json, at, point.value)) {
      escape(safe, point.value);
    } else {
      safe.append(json.substr(at, point.bytes));
    }
    at += point.bytes;
  }
  safe += '\n';
  return safe;
}

}  // namespace caveat
