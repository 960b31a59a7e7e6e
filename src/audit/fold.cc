#include "audit/fold.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>

namespace caveat {
namespace {

struct Imitation {
  char32_t foreign;
  char latin;
};

// Single-letter look-alikes of Latin lower-case letters after case folding, from the confusables
// data of UTS #39; letters that imitate only by a stretch are left out.
constexpr Imitation imitations[] = {
    {U'а', 'a'}, {U'в', 'b'}, {U'с', 'c'}, {U'ԁ', 'd'}, {U'е', 'e'}, {U'һ', 'h'}, {U'і', 'i'},
    {U'ј', 'j'}, {U'к', 'k'}, {U'ӏ', 'l'}, {U'м', 'm'}, {U'н', 'h'}, {U'о', 'o'}, {U'р', 'p'},
    {U'ԛ', 'q'}, {U'ѕ', 's'}, {U'т', 't'}, {U'у', 'y'}, {U'х', 'x'}, {U'ѵ', 'v'}, {U'ԝ', 'w'},
    {U'α', 'a'}, {U'ε', 'e'}, {U'ι', 'i'}, {U'κ', 'k'}, {U'ν', 'v'}, {U'ο', 'o'}, {U'ρ', 'p'},
    {U'τ', 't'}, {U'υ', 'u'}, {U'χ', 'x'}, {U'γ', 'y'},
};

bool is_styled(char32_t c) {
  return (c >= 0x1D400 && c <= 0x1D7FF) || (c >= 0xFF01 && c <= 0xFF5E) ||
         (c >= 0x2460 && c <= 0x24FF) || (c >= 0xFB00 && c <= 0xFB06) ||
         (c >= 0x1F130 && c <= 0x1F189) || (c >= 0x2100 && c <= 0x214F);
}

// False where the word is not all ASCII; most are.
bool fold_ascii(std::string_view word, Casing casing, std::string& out) {
  out.resize(word.size());
  unsigned char all = 0;
  bool turkish = false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const auto c = static_cast<unsigned char>(word[i]);
    const bool upper = c >= 'A' && c <= 'Z';
    all = static_cast<unsigned char>(all | c);
    turkish = turkish || c == 'I';
    out[i] = static_cast<char>(upper ? c + ('a' - 'A') : c);
  }
  if (all >= 0x80) return false;
  if (!turkish || casing == Casing::Common) return true;
  out.clear();
  for (const char c : word) {
    if (c == 'I') {
      out += "ı";
    } else {
      out += static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    }
  }
  return true;
}

// Replaces look-alikes where the word holds Latin letters too, or nothing but look-alikes would be
// left unread: a wholly Cyrillic word is a word of its language and stays.
void read_imitations(icu::UnicodeString& word) {
  bool latin = false, imitated = false;
  for (std::int32_t at = 0; at < word.length(); at = word.moveIndex32(at, 1)) {
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(word.char32At(at), &status);
    latin = latin || script == USCRIPT_LATIN;
    imitated = imitated || script == USCRIPT_CYRILLIC || script == USCRIPT_GREEK;
  }
  if (!latin || !imitated) return;
  icu::UnicodeString read;
  for (std::int32_t at = 0; at < word.length(); at = word.moveIndex32(at, 1)) {
    const auto c = static_cast<char32_t>(word.char32At(at));
    const auto found = std::ranges::find(imitations, c, &Imitation::foreign);
    read.append(found == std::end(imitations) ? static_cast<UChar32>(c) : found->latin);
  }
  word = read;
}

void fold_unicode(std::string_view word, Casing casing, std::string& out) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())));
  icu::UnicodeString kept;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* compatibility = icu::Normalizer2::getNFKCInstance(status);
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const auto c = static_cast<char32_t>(text.char32At(at));
    if (is_ignorable(c)) continue;
    if (c == U'’' || c == U'ʼ' || c == U'‘' || c == U'＇') {
      kept.append(static_cast<UChar32>('\''));
    } else if (is_styled(c)) {
      kept.append(compatibility->normalize(icu::UnicodeString(static_cast<UChar32>(c)), status));
    } else {
      kept.append(static_cast<UChar32>(c));
    }
  }
  kept.toLower(casing == Casing::Turkish ? icu::Locale("tr") : icu::Locale::getRoot());
  // Lower-casing İ in the root locale leaves a combining dot that no pack writes.
  kept.findAndReplace(icu::UnicodeString(u"i\u0307"), icu::UnicodeString(u"i"));
  const icu::Normalizer2* composed = icu::Normalizer2::getNFCInstance(status);
  kept = composed->normalize(kept, status);
  read_imitations(kept);
  out.clear();
  kept.toUTF8String(out);
}

}  // namespace

bool is_ignorable(char32_t c) {
  return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2064) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF ||
         (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0020 && c <= 0xE007F);
}

void fold(std::string_view word, Casing casing, std::string& out) {
  if (!fold_ascii(word, casing, out)) fold_unicode(word, casing, out);
  if (out.ends_with("'s")) {
    out.resize(out.size() - 2);
  } else if (out.ends_with("'")) {
    out.pop_back();
  }
}

}  // namespace caveat
