#include "audit/styled.h"

#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <string>

#include "audit/fixes.h"
#include "model/display.h"
#include "model/utf8.h"

namespace caveat {
namespace {

constexpr std::u32string_view small_capitals = U"ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀᴛᴜᴠᴡʏᴢ";
constexpr std::string_view small_capital_letters = "abcdefghijklmnopqrtuvwyz";

// The plain letter that a styled one stands for; empty for others.
std::string plain(char32_t c) {
  if (u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_EMOJI) != 0) return {};
  if (const std::size_t i = small_capitals.find(c); i != small_capitals.npos) {
    return std::string(1, small_capital_letters[i]);
  }
  // Negative squared and circled letters have no decomposition.
  for (const char32_t first : {0x1F150U, 0x1F170U}) {
    if (c >= first && c < first + 26) return std::string(1, static_cast<char>('A' + (c - first)));
  }
  const bool styled = (c >= 0x1D400 && c <= 0x1D7FF) || (c >= 0xFF21 && c <= 0xFF5A) ||
                      (c >= 0x24B6 && c <= 0x24E9) || (c >= 0x1F130 && c <= 0x1F149) ||
                      c == 0x210A || c == 0x210B || c == 0x210C || c == 0x210D || c == 0x210E ||
                      c == 0x2110 || c == 0x2111 || c == 0x2112 || c == 0x2115 || c == 0x2119 ||
                      c == 0x211A || c == 0x211B || c == 0x211C || c == 0x211D || c == 0x2124 ||
                      c == 0x2128 || c == 0x212C || c == 0x212D || (c >= 0x212F && c <= 0x2134);
  if (!styled) return {};
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* folding = icu::Normalizer2::getNFKCInstance(status);
  std::string folded;
  folding->normalize(icu::UnicodeString(static_cast<UChar32>(c)), status).toUTF8String(folded);
  return folded;
}

bool is_east_asian(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ||
         script == USCRIPT_HANGUL || (c >= 0x3000 && c <= 0x303F);
}

bool is_mark(char32_t c) { return c >= 0x300 && c <= 0x36F; }

std::string compose(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* composer = icu::Normalizer2::getNFCInstance(status);
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  std::string composed;
  composer->normalize(wide, status).toUTF8String(composed);
  return composed;
}

}  // namespace

std::vector<Trouble> find_styled_letters(const CheckInput& input) {
  std::vector<Trouble> found;
  if (!input.characters.holds(CharacterKind::Styled)) return found;
  const std::string_view prose = input.document.prose;
  for (std::size_t at = ascii_end(prose, 0); at < prose.size(); at = ascii_end(prose, at)) {
    std::string letters;
    std::size_t end = at, next = at, count = 0;
    while (next < prose.size()) {
      const CodePoint c = code_point_at(prose, next);
      const std::string letter = c.value < 0x80 ? std::string() : plain(c.value);
      if (letter.empty()) {
        // A space between two styled words belongs to the run.
        if (count == 0 || c.value != U' ' || end != next) break;
        next += c.bytes;
        letters += ' ';
        continue;
      }
      letters += letter;
      next += c.bytes;
      end = next;
      ++count;
    }
    if (count == 0) {
      at += code_point_at(prose, at).bytes;
      continue;
    }
    while (letters.ends_with(' ')) letters.pop_back();
    const bool full_width = prose[at] == '\xEF';
    const bool in_east_asia = full_width && (is_east_asian(character_before(prose, at)) ||
                                             is_east_asian(character_at(prose, end)));
    // One styled letter is a variable of mathematics or a sign.
    if (count > 1 && !in_east_asia) {
      found.push_back(
          {.prose = {at, end},
           .source = {},
           .detail = fmt::format("In plain letters: {}", letters),
           .fixes = replace_prose(input.document, {at, end}, letters, Sureness::Probable)});
    }
    at = end;
  }
  return found;
}

std::vector<Trouble> find_decomposed_accents(const CheckInput& input) {
  std::vector<Trouble> found;
  if (!input.characters.holds(CharacterKind::Combining)) return found;
  const std::string_view prose = input.document.prose;
  for (std::size_t at = 0; at < prose.size();) {
    // The letter before a mark may be any: ASCII before ASCII is passed over.
    if (const std::size_t end = ascii_end(prose, at); end > at + 1) at = end - 1;
    const CodePoint base = code_point_at(prose, at);
    std::size_t end = at + base.bytes;
    while (is_mark(character_at(prose, end))) end += code_point_at(prose, end).bytes;
    if (end == at + base.bytes || is_mark(base.value)) {
      at = end;
      continue;
    }
    const std::string_view decomposed = prose.substr(at, end - at);
    const std::string composed = compose(decomposed);
    const bool dotted_i = decomposed.starts_with("i\u0307");  // has a check of its own
    if (composed != decomposed && !dotted_i) {
      found.push_back({.prose = {at, end},
                       .source = {},
                       .detail = fmt::format("As one character: {}", composed),
                       .fixes = replace_prose(input.document, {at, end}, composed)});
    }
    at = end;
  }
  return found;
}

}  // namespace caveat
