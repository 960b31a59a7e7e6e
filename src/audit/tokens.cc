#include "audit/tokens.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace caveat {
namespace {

enum class Class : std::uint8_t {
  Word,
  Symbol,
  Apostrophe,
  Space,
  Hyphen,
  Quote,
  Comma,
  Dash,
  Clause
};

constexpr std::array<Class, 128> ascii_classes = [] {
  std::array<Class, 128> classes{};
  for (std::size_t c = 0; c < 128; ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    classes[c] = letter ? Class::Word : c <= ' ' || c == 127 ? Class::Space : Class::Clause;
  }
  classes['\''] = Class::Apostrophe;
  classes['.'] = classes['*'] = classes['_'] = classes['#'] = Class::Space;
  classes['-'] = classes['/'] = Class::Hyphen;
  classes['"'] = classes['`'] = Class::Quote;
  classes[','] = classes[':'] = classes['('] = classes[')'] = classes['['] = classes[']'] =
      Class::Comma;
  classes['%'] = classes['&'] = classes['+'] = classes['$'] = Class::Symbol;
  return classes;
}();

struct Character {
  Class kind;
  std::size_t size;  // bytes
};

Class class_of(char32_t c) {
  if (is_ignorable(c)) return Class::Word;  // inside a word it is part of it
  switch (c) {
    case U'’':
    case U'ʼ':
      return Class::Apostrophe;
    case U'‘':
    case U'“':
    case U'”':
    case U'„':
    case U'«':
    case U'»':
    case U'‹':
    case U'›':
      return Class::Quote;
    case U'‐':
    case U'‑':
      return Class::Hyphen;
    case U'–':
    case U'—':
    case U'―':
      return Class::Dash;
    case U'£':
    case U'€':
    case U'®':
    case U'™':
    case U'©':
      return c == U'£' || c == U'€' ? Class::Symbol : Class::Space;
    case U'、':
    case U'，':
    case U'·':  // between the items of a list in one line
    case U'•':
    case U'●':
      return Class::Comma;
    default:
      break;
  }
  const auto code = static_cast<UChar32>(c);
  if (u_isalnum(code) || (U_GET_GC_MASK(code) & U_GC_M_MASK) != 0) return Class::Word;
  // Styled letters such as circled ones are symbols to Unicode and letters to the reader.
  if ((c >= 0x24B6 && c <= 0x24E9) || (c >= 0x1F130 && c <= 0x1F189)) return Class::Word;
  if (u_isUWhiteSpace(code)) return Class::Space;
  return Class::Clause;
}

Character character_at(std::string_view text, std::size_t at, std::size_t end) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {ascii_classes[lead], 1};
  auto index = static_cast<std::int32_t>(0);
  const auto length = static_cast<std::int32_t>(std::min<std::size_t>(end - at, 4));
  UChar32 c = 0;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data() + at);
  U8_NEXT(bytes, index, length, c);
  if (c < 0) return {Class::Clause, static_cast<std::size_t>(index)};
  return {class_of(static_cast<char32_t>(c)), static_cast<std::size_t>(index)};
}

// With how many ASCII letters and digits the eight bytes begin.
std::size_t letters_at_begin(std::uint64_t bytes) {
  constexpr std::uint64_t ones = 0x0101010101010101U, high = 0x80 * ones;
  // The high bit of each byte that is `least` or more; of bytes below 0x80.
  const auto at_least = [](std::uint64_t all, unsigned char least) {
    return all + (0x80U - least) * ones;
  };
  const std::uint64_t plain = bytes & ~high, lowered = plain | 0x20 * ones;
  const std::uint64_t letters = at_least(lowered, 'a') & ~at_least(lowered, 'z' + 1);
  const std::uint64_t digits = at_least(plain, '0') & ~at_least(plain, '9' + 1);
  const std::uint64_t others = ~((letters | digits) & ~bytes) & high;
  const int bits = std::endian::native == std::endian::little ? std::countr_zero(others)
                                                              : std::countl_zero(others);
  return static_cast<std::size_t>(bits) / 8;
}

// The commonest word: ASCII letters and digits, less than 32 of them, with nothing behind them that
// might go on with it. It is folded by lower-casing it, but for the Turkish I.
class PlainWord {
 public:
  // Whether one stands at `at`.
  bool read(std::string_view text, std::size_t at, std::size_t end, Casing casing) {
    size_ = 0;
    while (add_piece(text, at + size_, end)) {  // hardly any word has a second one
      if (size_ == letters_.size()) return false;
    }
    if (size_ == 0) return false;
    if (casing == Casing::Turkish && text.substr(at, size_).contains('I')) return false;
    if (at + size_ == end) return true;
    const char after = text[at + size_];
    if (after == '.' || after == ',') return letters_[size_ - 1] > '9';
    return static_cast<unsigned char>(after) < 0x80 && after != '\'';
  }

  std::size_t size() const { return size_; }
  std::string_view folded() const { return {letters_.data(), size_}; }

 private:
  static constexpr std::size_t piece = sizeof(std::uint64_t);

  // Adds the letters at `from`, eight at most; whether there are so many.
  bool add_piece(std::string_view text, std::size_t from, std::size_t end) {
    constexpr std::uint64_t lower_case = 0x2020202020202020U;  // digits have that bit, too
    std::uint64_t bytes = 0;
    if (from + piece <= text.size()) {
      std::memcpy(&bytes, text.data() + from, piece);
    } else {
      std::memcpy(&bytes, text.data() + from, text.size() - from);
    }
    const std::size_t letters = std::min(letters_at_begin(bytes), end - from);
    bytes |= lower_case;
    std::memcpy(letters_.data() + size_, &bytes, piece);
    size_ += letters;
    return letters == piece;
  }

  std::array<char, 32> letters_{};
  std::size_t size_ = 0;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A word may hold an apostrophe between letters, and a point or comma between digits.
bool continues_word(std::string_view text, std::size_t at, std::size_t end, const Character& here) {
  if (here.kind == Class::Word) return true;
  const std::size_t after = at + here.size;
  if (after >= end) return false;
  if (here.kind == Class::Apostrophe) return character_at(text, after, end).kind == Class::Word;
  return (text[at] == '.' || text[at] == ',') && is_digit(text[at - 1]) && is_digit(text[after]);
}

Break break_of(Class kind) {
  switch (kind) {
    case Class::Hyphen:
      return Break::Hyphen;
    case Class::Apostrophe:
    case Class::Quote:
      return Break::Quote;
    case Class::Comma:
      return Break::Comma;
    case Class::Dash:
      return Break::Dash;
    case Class::Clause:
      return Break::Clause;
    default:
      return Break::Space;
  }
}

// Calls `emit(span, folded, break before it)` for each token.
template <class Emit>
void read_tokens(std::string_view prose, ProseSpan span, Casing casing, Emit emit) {
  const std::size_t end = std::min(span.end, prose.size());
  Break before = Break::Space;
  std::string folded;
  PlainWord plain;
  std::size_t at = span.begin;
  while (at < end) {
    if (prose[at] == ' ') {  // says nothing
      ++at;
      continue;
    }
    if (plain.read(prose, at, end, casing)) {
      emit(ShortProseSpan(at, at + plain.size()), plain.folded(), before);
      before = Break::Space;
      at += plain.size();
      continue;
    }
    const Character here = character_at(prose, at, end);
    std::size_t stop = at + here.size;
    if (here.kind == Class::Word) {
      while (stop < end) {
        const Character next = character_at(prose, stop, end);
        if (!continues_word(prose, stop, end, next)) break;
        stop += next.size;
      }
    } else if (here.kind != Class::Symbol) {
      // A hyphen with a space beside it is a dash; a mark between spaces is no quotation mark but a
      // separator ("Home » Treatments").
      const bool space_before = at == span.begin || prose[at - 1] == ' ';
      const bool space_after = stop >= end || prose[stop] == ' ';
      Break mark = break_of(here.kind);
      if (here.kind == Class::Hyphen && (space_before || space_after)) mark = Break::Dash;
      if (here.kind == Class::Quote && space_before && space_after) mark = Break::Clause;
      before = std::max(before, mark);
      at = stop;
      continue;
    }
    fold(prose.substr(at, stop - at), casing, folded);
    if (!folded.empty()) {
      emit(ShortProseSpan(at, stop), folded, before);
      before = Break::Space;
    }
    at = stop;
  }
}

}  // namespace

void append_words(std::string_view prose, ProseSpan span, Casing casing,
                  const Vocabulary& vocabulary, std::vector<WordId>& out) {
  read_tokens(prose, span, casing, [&](ShortProseSpan, std::string_view folded, Break) {
    out.push_back(vocabulary.find(folded));
  });
}

void tokenize(std::string_view prose, ProseSpan span, Casing casing, const Vocabulary& vocabulary,
              std::vector<Token>& out) {
  read_tokens(prose, span, casing,
              [&](ShortProseSpan place, std::string_view folded, Break before) {
                out.push_back({place, vocabulary.find(folded), before});
              });
}

void tokenize_again(std::string_view prose, ProseSpan span, Casing casing,
                    std::span<const WordId> words, std::vector<Token>& out) {
  out.resize(out.size() + words.size());
  Token* next = out.data() + (out.size() - words.size());
  auto word = words.begin();
  read_tokens(prose, span, casing, [&](ShortProseSpan place, std::string_view, Break before) {
    *next++ = {place, *word++, before};
  });
}

}  // namespace caveat
