// One step through UTF-8 that may be broken, as the WHATWG decoder takes it.
//
// Bytes that are not valid UTF-8 fall into *maximal subparts*; each stands for one U+FFFD. The
// decoder and the line index must agree on them, or columns would drift after a damaged byte.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace caveat {

struct Utf8Step {
  std::uint8_t length = 1;  // bytes of the code point, or of the maximal subpart
  bool valid = true;
};

// The step at `at`, which must be inside `text`.
constexpr Utf8Step utf8_step(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) return {1, true};
  if (lead < 0xC2 || lead > 0xF4) return {1, false};
  const std::uint8_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  // The second byte's range excludes overlong forms, surrogates and code points past U+10FFFF.
  unsigned char low = 0x80, high = 0xBF;
  if (lead == 0xE0) low = 0xA0;
  if (lead == 0xED) high = 0x9F;
  if (lead == 0xF0) low = 0x90;
  if (lead == 0xF4) high = 0x8F;
  for (std::uint8_t i = 1; i < length; ++i) {
    if (at + i >= text.size() || byte(at + i) < low || byte(at + i) > high) return {i, false};
    low = 0x80;
    high = 0xBF;
  }
  return {length, true};
}

// The code point at `at` of valid UTF-8.
constexpr char32_t utf8_code_point(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[i]));
  };
  const char32_t lead = byte(at);
  if (lead < 0x80) return lead;
  if (lead < 0xE0) return (lead & 0x1F) << 6 | (byte(at + 1) & 0x3F);
  if (lead < 0xF0) {
    return (lead & 0x0F) << 12 | (byte(at + 1) & 0x3F) << 6 | (byte(at + 2) & 0x3F);
  }
  return (lead & 0x07) << 18 | (byte(at + 1) & 0x3F) << 12 | (byte(at + 2) & 0x3F) << 6 |
         (byte(at + 3) & 0x3F);
}

// Where the run of ASCII bytes that starts at `at` ends.
std::size_t ascii_end(std::string_view text, std::size_t at);

}  // namespace caveat
