// Which characters a repair may bring to light.
//
// Chance makes valid UTF-8 of honest neighbours now and then, but hardly ever of a character that
// text is likely to hold: this sieve removes nearly all false alarms.
#pragma once

#include <cstdint>

namespace caveat {

enum class Plausibility : std::uint8_t {
  No,
  Mark,    // a combining accent: likely behind a letter only
  Script,  // a letter of a script other than Latin: likely in company only
  Yes,
};

Plausibility plausibility(char32_t c);

// The block of 128 or more code points in which letters of one script stand together.
std::uint32_t script_block(char32_t c);

}  // namespace caveat
