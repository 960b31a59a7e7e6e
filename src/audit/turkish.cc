#include "audit/turkish.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <string>

#include "audit/fixes.h"
#include "audit/mojibake.h"
#include "model/display.h"
#include "model/utf8.h"

namespace caveat {
namespace {

struct Swap {
  char32_t shown, meant;
};
// windows-1254 and windows-1252 differ in these six only.
constexpr std::array swaps = {Swap{U'ý', U'ı'}, Swap{U'þ', U'ş'}, Swap{U'ð', U'ğ'},
                              Swap{U'Ý', U'İ'}, Swap{U'Þ', U'Ş'}, Swap{U'Ð', U'Ğ'}};

char32_t meant_by(char32_t c) {
  const auto swap = std::ranges::find(swaps, c, &Swap::shown);
  return swap == swaps.end() ? U'\0' : swap->meant;
}

bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }

// What speaks for Turkish and what for the languages that own these letters.
struct Spelling {
  std::size_t swapped = 0, kinds = 0;
  bool turkish = false;  // ç ö ü
  bool other = false;    // á é æ ě ř …, and the Turkish letters themselves: those would be swapped
};

Spelling weigh(std::string_view text) {
  constexpr std::u32string_view turkish = U"çöüÇÖÜşğıİŞĞ",
                                other = U"áéíóúæÁÉÍÓÚÆěřůčžňťďåøĚŘŮČŽŇŤĎ";
  Spelling evidence;
  std::u32string kinds;
  for (std::size_t at = 0; at < text.size();) {
    at = ascii_end(text, at);
    if (at == text.size()) break;
    const CodePoint c = code_point_at(text, at);
    at += c.bytes;
    if (meant_by(c.value) != 0) {
      ++evidence.swapped;
      if (kinds.find(c.value) == kinds.npos) kinds += c.value;
    }
    evidence.turkish = evidence.turkish || turkish.find(c.value) != turkish.npos;
    evidence.other = evidence.other || other.find(c.value) != other.npos;
  }
  evidence.kinds = kinds.size();
  return evidence;
}

// Turkish has no other letters of the languages that own these, so one paragraph decides. Two kinds
// are needed, for ý alone is a letter of Czech and Turkmen, unless the page is said to be Turkish.
bool is_turkish(const Spelling& evidence, bool declared) {
  if (evidence.other || evidence.swapped == 0) return false;
  if (declared) return true;
  return evidence.kinds >= 2 && (evidence.turkish || evidence.kinds >= 3);
}

std::string repaired(std::string_view word) {
  std::string text;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    const char32_t meant = meant_by(c.value);
    append_utf8(text, meant != 0 ? meant : c.value);
    at += c.bytes;
  }
  return text;
}

bool is_ascii_letter(char c) {
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'z';
}

void report_words(const Document& document, ProseSpan block, std::vector<Trouble>& found) {
  const std::string_view prose = document.prose;
  for (std::size_t at = block.begin; at < block.end;) {
    bool swapped = false;
    std::size_t end = at;
    while (end < block.end) {
      if (is_ascii_letter(prose[end])) {
        ++end;
        continue;
      }
      const CodePoint c = code_point_at(prose, end);
      if (!is_letter(c.value)) break;
      swapped = swapped || meant_by(c.value) != 0;
      end += c.bytes;
    }
    if (swapped) {
      const ProseSpan word{at, end};
      const std::string meant = repaired(document.text(word));
      found.push_back({.prose = word,
                       .source = {},
                       .detail = "windows-1254 read as windows-1252; meant: " + meant,
                       .fixes = replace_prose(document, word, meant)});
    }
    at = end + (end < block.end ? code_point_at(prose, end).bytes : 1);
  }
}

}  // namespace

std::vector<Trouble> find_turkish_letters(const CheckInput& input) {
  std::vector<Trouble> found;
  if (!input.characters.holds(CharacterKind::TurkishLookalike)) return found;
  const Document& document = input.document;
  const bool declared = document.language.starts_with("tr");
  // The whole page decides where it is of one mind; otherwise each block for itself.
  const bool page = is_turkish(weigh(document.prose), declared);
  for (const Block& block : document.blocks) {
    const Spelling evidence = weigh(document.text(block.prose));
    if (evidence.swapped == 0 || evidence.other) continue;
    // Ð and Ý are first bytes of UTF-8, too: where it was misread, they are no letters.
    if (std::ranges::any_of(input.misreadings(),
                            [&](const Misreading& m) { return m.prose.overlaps(block.prose); })) {
      continue;
    }
    if (page || is_turkish(evidence, false)) report_words(document, block.prose, found);
  }
  return found;
}

std::vector<Trouble> find_dotted_i(const CheckInput& input) {
  std::vector<Trouble> found;
  if (!input.characters.holds(CharacterKind::Combining)) return found;
  constexpr std::string_view dotted = "i\u0307";
  const std::string_view prose = input.document.prose;
  for (std::size_t at = prose.find(dotted); at != prose.npos; at = prose.find(dotted, at + 1)) {
    const char32_t next = character_at(prose, at + dotted.size());
    if (next >= 0x300 && next <= 0x36F) continue;
    const ProseSpan span{at, at + dotted.size()};
    found.push_back({.prose = span,
                     .source = {},
                     .detail = "\u0130 was lower-cased without knowing Turkish; meant: i",
                     .fixes = replace_prose(input.document, span, "i")});
  }
  return found;
}

}  // namespace caveat
