// Which kinds of noteworthy characters a prose holds, told in one fast pass, so that a check looks
// closely only at text that can concern it.
//
// ASCII prose is passed over eight bytes at a time; an honest accent or curly quote costs one look
// into a table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "model/span.h"

namespace caveat {

enum class CharacterKind : std::uint16_t {
  Replacement = 1U << 0U,       // U+FFFC, U+FFFD, private use
  Control = 1U << 1U,           // C0 but tab and line feed, DEL, C1, line and paragraph separators
  Invisible = 1U << 2U,         // takes no room and shows nothing, bidi controls left out
  Bidi = 1U << 3U,              // Bidi_Control
  Styled = 1U << 4U,            // letters of another style: mathematical, full-width, enclosed …
  OtherScript = 1U << 5U,       // letters and digits of other scripts than Latin
  Combining = 1U << 6U,         // U+0300–036F
  TurkishLookalike = 1U << 7U,  // ý þ ð Ý Þ Ð
};

struct CharacterSurvey {
  std::uint16_t kinds = 0;
  // Where two neighbours could be bytes of UTF-8 shown in a single-byte code page.
  std::vector<std::size_t> suspects;

  bool holds(CharacterKind kind) const { return (kinds & static_cast<std::uint16_t>(kind)) != 0; }
};

CharacterSurvey survey(std::string_view prose);

// Where the run of printable ASCII and line feeds that starts at `at` ends.
std::size_t plain_end(std::string_view text, std::size_t at);

// The character at `at` or U+0000 past the end; and the one that ends there, or U+0000 at the
// begin.
char32_t character_at(std::string_view text, std::size_t at);
char32_t character_before(std::string_view text, std::size_t at);

}  // namespace caveat
