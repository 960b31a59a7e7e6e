#include "rulebook/fold_word.h"

#include "model/display.h"
#include "model/utf8.h"

namespace caveat {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Simple lower case of the scripts that packs are written in (Latin, Greek, Cyrillic), by the
// layout of their blocks: ICU, which knows all, belongs to the stages that read documents.
char32_t lower(char32_t c) {
  const bool even = c % 2 == 0;
  if (c == 0x0130) return 'i';     // İ
  if (c == 0x0178) return 0x00FF;  // Ÿ
  if (c >= 0x00C0 && c <= 0x00DE && c != 0x00D7) return c + 0x20;
  if (c >= 0x0100 && c <= 0x0137 && c != 0x0131) return even ? c + 1 : c;
  if (c >= 0x014A && c <= 0x0177) return even ? c + 1 : c;
  if ((c >= 0x0139 && c <= 0x0148) || (c >= 0x0179 && c <= 0x017E)) return even ? c : c + 1;
  if (c >= 0x1E00 && c <= 0x1EFF && !(c >= 0x1E96 && c <= 0x1E9F)) return even ? c + 1 : c;
  if (c >= 0x0391 && c <= 0x03A9 && c != 0x03A2) return c + 0x20;
  if (c >= 0x0400 && c <= 0x040F) return c + 0x50;
  if (c >= 0x0410 && c <= 0x042F) return c + 0x20;
  return c;
}

bool is_apostrophe(char32_t c) { return c == '\'' || c == U'’' || c == U'ʼ'; }

// Letters beyond ASCII: all but the punctuation and the symbols that copy and packs do hold.
bool is_word_character(char32_t c) {
  if (c < 0x80) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  if (c == 0xD7 || c == 0xF7) return false;
  return !(c >= 0x2000 && c <= 0x2BFF) && !(c >= 0x3000 && c <= 0x303F) &&
         !(c >= 0xD800 && c <= 0xF8FF) && !(c >= 0xFE00 && c <= 0xFE6F) && c != 0xFEFF &&
         !(c >= 0xFFF0 && c <= 0xFFFF) && c < 0x1F000;
}

bool is_symbol_word(char32_t c) {
  return c == '%' || c == '$' || c == '&' || c == '+' || c == U'£' || c == U'€';
}

bool is_separator(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '-' || c == '/' || c == '.' ||
         c == U'‐' || c == U'‑' || c == U'–' || c == U'\u00A0';
}

// How many bytes at `at` continue the word before them; 0 where it ends.
std::size_t continuation(std::string_view text, std::size_t at) {
  const CodePoint here = code_point_at(text, at);
  if (is_word_character(here.value) || is_apostrophe(here.value)) return here.bytes;
  const bool point = text[at] == '.' || text[at] == ',';
  const bool inside = at + 1 < text.size() && is_digit(text[at - 1]) && is_digit(text[at + 1]);
  return point && inside ? 1 : 0;
}

}  // namespace

void fold_word(std::string_view word, std::string& folded) {
  folded.clear();
  for (std::size_t at = 0; at < word.size();) {
    const char c = word[at];
    if (static_cast<unsigned char>(c) < 0x80) {
      folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
      ++at;
      continue;
    }
    const CodePoint point = code_point_at(word, at);
    append_utf8(folded, is_apostrophe(point.value) ? U'\'' : lower(point.value));
    at += point.bytes;
  }
  if (folded.ends_with("'s")) {
    folded.resize(folded.size() - 2);
  } else if (folded.ends_with('\'')) {
    folded.pop_back();
  }
}

std::string fold_word(std::string_view word) {
  std::string folded;
  fold_word(word, folded);
  return folded;
}

bool next_word(std::string_view text, std::size_t& at, std::string_view& word) {
  while (at < text.size()) {
    const CodePoint here = code_point_at(text, at);
    if (!is_separator(here.value)) break;
    at += here.bytes;
  }
  if (at >= text.size()) return false;
  const CodePoint first = code_point_at(text, at);
  if (is_symbol_word(first.value)) {
    word = text.substr(at, first.bytes);
    at += first.bytes;
    return true;
  }
  if (!is_word_character(first.value)) return false;
  const std::size_t begin = at;
  at += first.bytes;
  while (at < text.size()) {
    const std::size_t more = continuation(text, at);
    if (more == 0) break;
    at += more;
  }
  word = text.substr(begin, at - begin);
  return true;
}

}  // namespace caveat
