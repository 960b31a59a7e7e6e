#include "audit/plausible.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace caveat {
namespace {

bool is_latin(char32_t c) {
  if (c >= 0xC0 && c <= 0x17F) return c != 0x149 && c != 0x17F && c != 0x138;  // ŉ ſ ĸ
  return (c >= 0x218 && c <= 0x21B) || c == 0x1A0 || c == 0x1A1 || c == 0x1AF || c == 0x1B0 ||
         c == 0x192 || (c >= 0x1E00 && c <= 0x1EFF) || (c >= 0xFB00 && c <= 0xFB06);
}

bool is_sign(char32_t c) {
  return (c >= 0xA0 && c <= 0xBF && c != 0xA4) || (c >= 0x2010 && c <= 0x205E) ||
         (c >= 0x2070 && c <= 0x20CF) || c == 0x20E3 || (c >= 0x2100 && c <= 0x23FF) ||
         (c >= 0x2460 && c <= 0x24FF) || (c >= 0x25A0 && c <= 0x27BF) ||
         (c >= 0x2900 && c <= 0x297F) || (c >= 0x2B00 && c <= 0x2BFF) ||
         (c >= 0xFF01 && c <= 0xFF5E) || c == 0x200B || c == 0x200D || c == 0x200E || c == 0xFE0F ||
         c == 0xFEFF || c == 0xFFFD || (c >= 0xF020 && c <= 0xF0FF) || c == 0x2C6 || c == 0x2DC;
}

bool is_emoji_or_styled(char32_t c) {
  return (c >= 0x1D400 && c <= 0x1D7FF) || (c >= 0x1F000 && c <= 0x1FAFF) ||
         (c >= 0xE0020 && c <= 0xE007F);
}

}  // namespace

Plausibility plausibility(char32_t c) {
  if (is_sign(c) || is_latin(c) || is_emoji_or_styled(c)) {
    return u_charType(static_cast<UChar32>(c)) == U_UNASSIGNED ? Plausibility::No
                                                               : Plausibility::Yes;
  }
  if (c >= 0x300 && c <= 0x36F) {
    const bool usual = c <= 0x30C || c == 0x31B || c == 0x323 || c == 0x327 || c == 0x328;
    return usual ? Plausibility::Mark : Plausibility::No;
  }
  return script_block(c) != 0 ? Plausibility::Script : Plausibility::No;
}

std::uint32_t script_block(char32_t c) {
  if (c < 0x370 || u_charType(static_cast<UChar32>(c)) == U_UNASSIGNED) return 0;
  if (c >= 0x3000 && c <= 0x30FF) return USCRIPT_HAN;  // with East Asian punctuation and kana
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
  switch (script) {
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
    case USCRIPT_HEBREW:
    case USCRIPT_ARABIC:
    case USCRIPT_DEVANAGARI:
    case USCRIPT_BENGALI:
    case USCRIPT_GURMUKHI:
    case USCRIPT_GUJARATI:
    case USCRIPT_TAMIL:
    case USCRIPT_TELUGU:
    case USCRIPT_KANNADA:
    case USCRIPT_MALAYALAM:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
    case USCRIPT_GEORGIAN:
    case USCRIPT_ARMENIAN:
      return static_cast<std::uint32_t>(script);
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL:
      return USCRIPT_HAN;
    default:
      return 0;
  }
}

}  // namespace caveat
