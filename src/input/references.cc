#include "input/references.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "model/display.h"
#include "model/utf8.h"

namespace caveat {
namespace {

// What the numbers 128 to 159 stand for: pages that use them mean windows-1252.
constexpr std::array<char32_t, 32> windows_1252 = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

constexpr std::size_t longest_name = 32;  // "CounterClockwiseContourIntegral" has 31 letters

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_alphanumeric(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

CharacterReference numeric(std::string_view text, std::size_t at) {
  std::size_t end = at + 2;
  const bool hex = end < text.size() && (text[end] == 'x' || text[end] == 'X');
  if (hex) ++end;
  const std::size_t digits = end;
  char32_t value = 0;
  for (; end < text.size(); ++end) {
    const int digit = hex_value(text[end]);
    if (digit < 0 || (!hex && digit > 9)) break;
    value = std::min<char32_t>(value * (hex ? 16 : 10) + static_cast<char32_t>(digit), 0x110000);
  }
  if (end == digits) return {};
  if (end < text.size() && text[end] == ';') ++end;
  if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) value = 0xFFFD;
  if (value >= 0x80 && value < 0xA0) value = windows_1252[value - 0x80];
  CharacterReference result{{}, end - at};
  append_utf8(result.text, value);
  return result;
}

// The text that gumbo makes of `page`.
std::string text_of_page(std::string_view page) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  GumboOutput* output = gumbo_parse_with_options(&options, page.data(), page.size());
  std::string result;
  const GumboVector* children = &output->root->v.element.children;
  for (unsigned i = 0; i < children->length; ++i) {
    const auto* body = static_cast<const GumboNode*>(children->data[i]);
    if (body->type != GUMBO_NODE_ELEMENT || body->v.element.tag != GUMBO_TAG_BODY) continue;
    const GumboVector& nodes = body->v.element.children;
    for (unsigned k = 0; k < nodes.length; ++k) {
      const auto* node = static_cast<const GumboNode*>(nodes.data[k]);
      if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE) {
        result += node->v.text.text;
      }
    }
  }
  gumbo_destroy_output(&options, output);
  return result;
}

}  // namespace

const CharacterReference& References::named(std::string_view name) {
  const auto [entry, is_new] = known_.try_emplace(std::string(name));
  if (!is_new) return entry->second;
  // A letter before the reference keeps white space such as &Tab; from being dropped.
  std::string decoded = text_of_page("x" + entry->first);
  decoded.erase(0, 1);
  if (decoded == name || decoded.empty()) return entry->second;
  CharacterReference& found = entry->second;
  // Names without a semicolon stand for one character, and what follows the name stays as it is.
  const std::size_t first = utf8_step(decoded, 0).length;
  const std::string_view rest = std::string_view(decoded).substr(first);
  if (!rest.empty() && name.ends_with(rest)) {
    found.length = name.size() - rest.size();
    found.text = decoded.substr(0, first);
  } else {
    found.length = name.size();
    found.text = std::move(decoded);
  }
  return found;
}

CharacterReference References::read(std::string_view text, std::size_t at, Place place) {
  if (at + 2 >= text.size()) return {};
  if (text[at + 1] == '#') return numeric(text, at);
  std::size_t end = at + 1;
  while (end < text.size() && end - at <= longest_name && is_alphanumeric(text[end])) ++end;
  if (end == at + 1) return {};
  if (end < text.size() && text[end] == ';') ++end;
  const CharacterReference& found = named(text.substr(at, end - at));
  if (found.length == 0) return {};
  const std::size_t stop = at + found.length;
  if (place == Place::Attribute && text[stop - 1] != ';' && stop < text.size() &&
      (text[stop] == '=' || is_alphanumeric(text[stop]))) {
    return {};  // "?a=1&copy=2" is a query, not a copyright sign
  }
  return found;
}

}  // namespace caveat
