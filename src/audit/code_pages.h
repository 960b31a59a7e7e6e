// Single-byte code pages, seen from the character: which byte it is in each page.
//
// A page's undefined bytes below 0xA0 hold the control character of the same number, as browsers
// have it; those above hold nothing. Invariant: no character has two bytes in one page.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace caveat {

// In the order in which readings are preferred where nothing else decides.
enum class CodePage : std::uint8_t {
  Windows1252,
  Windows1254,
  Latin1,
  Windows1250,
  Windows1251,
  Windows1253,
  Windows1257,
  MacRoman,
  Latin2,
  Latin5,
  Cp437,
  Cp850,
};
inline constexpr std::size_t code_page_count = 12;

std::string_view name(CodePage page);  // "windows-1252"
// The character of a byte from 0x80; U+FFFD where the page has none.
char32_t character(CodePage page, unsigned char byte);

using PageSet = std::uint16_t;  // bit n: the page of number n
constexpr PageSet bit(CodePage page) {
  return static_cast<PageSet>(1U << static_cast<unsigned>(page));
}

struct CharacterBytes {
  PageSet leads = 0;          // pages in which it is a lead byte of UTF-8, 0xC2–0xF4
  PageSet continuations = 0;  // pages in which it is a continuation byte, 0x80–0xBF
  std::array<unsigned char, code_page_count> byte{};  // 0: the page lacks the character
};
const CharacterBytes& bytes_of(char32_t c);

}  // namespace caveat
