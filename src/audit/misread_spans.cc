#include "audit/misread_spans.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>
#include <span>

#include "audit/plausible.h"

namespace caveat {
namespace {

struct Decoded {
  char32_t c = 0;
  std::size_t length = 0;  // characters read
};

bool is_lower(char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; }
bool is_upper(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }
bool is_cased(char32_t c) { return is_lower(c) || is_upper(c); }
bool is_letter(char32_t c) {
  return u_isalpha(static_cast<UChar32>(c)) != 0 && c != U'ª' && c != U'º';
}
bool is_latin_letter(char32_t c) {
  return (c < 0x80 && is_letter(c)) || (c >= 0xC0 && c < 0x250 && is_letter(c));
}
bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_c1(char32_t c) { return c >= 0x80 && c < 0xA0; }
bool is_space(char32_t c) { return c == 0 || c == U' ' || c == U'\n' || c == U'\t'; }

// Pages whose letters are Cyrillic or Greek: there honest words hold such runs now and then.
bool is_other_script(CodePage page) {
  return page == CodePage::Windows1251 || page == CodePage::Windows1253;
}
bool is_dos(CodePage page) { return page == CodePage::Cp437 || page == CodePage::Cp850; }

MisreadSpan span_at(std::size_t begin, std::size_t length, char32_t meant, bool strong, bool lossy,
                    bool bare = false) {
  return {static_cast<std::uint32_t>(begin),
          static_cast<std::uint32_t>(begin + length),
          meant,
          strong,
          lossy,
          bare};
}

class PageReader {
 public:
  PageReader(std::u32string_view text, CodePage page) : text_(text), page_(page), set_(bit(page)) {}

  std::vector<MisreadSpan> read(std::span<const std::uint32_t> candidates);

  // The character whose UTF-8 the text at `at` shows; strictly valid, or a pair of surrogates, each
  // in three bytes, or a NUL in two.
  std::optional<Decoded> decode(std::size_t at) const;

 private:
  char32_t at(std::size_t i) const { return i < text_.size() ? text_[i] : 0; }
  char32_t before(std::size_t i) const { return i > 0 ? text_[i - 1] : 0; }
  unsigned byte(std::size_t i) const {
    return i < text_.size() ? bytes_of(text_[i]).byte[static_cast<std::size_t>(page_)] : 0U;
  }
  bool is_lead(std::size_t i) const { return (bytes_of(at(i)).leads & set_) != 0; }

  std::optional<char32_t> sequence(std::size_t at, std::size_t& length) const;
  bool is_strong(const MisreadSpan& span) const;
  bool is_strong_in_other_script(const MisreadSpan& span) const;
  bool is_strong_pair(const MisreadSpan& span) const;
  bool is_strong_alone(const MisreadSpan& span) const;
  bool is_strong_in_mac_roman(const MisreadSpan& span) const;
  bool is_honest(const MisreadSpan& span) const;
  bool is_bare(std::size_t at) const;
  std::optional<MisreadSpan> lossy(std::size_t at) const;
  void keep_company(std::vector<MisreadSpan>& spans) const;

  std::u32string_view text_;
  CodePage page_;
  PageSet set_;
};

std::optional<char32_t> PageReader::sequence(std::size_t at, std::size_t& length) const {
  const unsigned lead = byte(at);
  if (lead < 0xC2 || lead > 0xF4) return std::nullopt;
  length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t c = lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    const unsigned next = byte(at + i);
    if (next < 0x80 || next > 0xBF) return std::nullopt;
    c = (c << 6U) | (next & 0x3FU);
  }
  if ((length == 3 && c < 0x800) || (length == 4 && (c < 0x10000 || c > 0x10FFFF))) {
    return std::nullopt;
  }
  return c;
}

std::optional<Decoded> PageReader::decode(std::size_t at) const {
  if (byte(at) == 0xC0 && byte(at + 1) == 0x80) return Decoded{0, 2};
  std::size_t length = 0;
  const auto c = sequence(at, length);
  if (!c) return std::nullopt;
  if (*c < 0xD800 || *c > 0xDFFF) return Decoded{*c, length};
  std::size_t low_length = 0;
  const auto low = *c < 0xDC00 ? sequence(at + 3, low_length) : std::nullopt;
  if (!low || *low < 0xDC00 || *low > 0xDFFF) return std::nullopt;
  return Decoded{0x10000 + ((*c - 0xD800) << 10U) + (*low - 0xDC00), 6};
}

// Runs that honest text holds, found in word lists and in the Universal Declaration of Human
// Rights.
bool PageReader::is_honest(const MisreadSpan& span) const {
  const std::u32string_view run = text_.substr(span.begin, span.end - span.begin);
  if (run == U"âžž") return true;
  switch (page_) {
    case CodePage::Windows1250:
      return run == U"ĆŻ";
    case CodePage::Latin2:
      // á and two more letters of Czech and Slovak are a letter of Vietnamese in this page.
      return run == U"ĆŻ" || (run.size() == 3 && run[0] == U'á');
    case CodePage::Cp850:
      return run[0] == U'ã' || run[0] == U'Ã';
    case CodePage::Windows1257:
      return run == U"ÅØ" || run == U"ÅÆ" || run == U"Åø" || run == U"Āø";
    case CodePage::MacRoman:
      return run == U"ƒã" || run == U"√π" || run == U"∆°";
    default:
      return false;
  }
}

bool PageReader::is_strong_in_other_script(const MisreadSpan& span) const {
  if (is_latin_letter(before(span.begin)) || is_latin_letter(at(span.end))) return true;
  // вЂ“ and its kin: three signs that no word holds, for a mark of punctuation or a picture.
  return span.end - span.begin >= 3 && span.meant >= 0x2000 && span.meant != 0xFFFD &&
         plausibility(span.meant) == Plausibility::Yes &&
         std::ranges::any_of(text_.substr(span.begin, span.end - span.begin),
                             [](char32_t c) { return !is_letter(c); });
}

bool PageReader::is_strong_in_mac_roman(const MisreadSpan& span) const {
  const char32_t lead = at(span.begin), final = at(span.end - 1);
  const char32_t previous = before(span.begin), next = at(span.end);
  constexpr std::u32string_view never_honest = U"©®™´¨§•¶†¢£";
  switch (lead) {
    case U'¬':  // Â of the other pages
      return never_honest.find(final) != never_honest.npos || final == U'∞' || final == U'ª' ||
             final == U'Ω' || is_digit(next) || is_latin_letter(next);
    case U'√':
      if (never_honest.find(final) != never_honest.npos) return true;
      [[fallthrough]];
    case U'ƒ':
    case U'≈':
    case U'∆':
      if (is_lower(previous)) return true;
      return !is_honest(span) && (is_cased(final) || is_latin_letter(next));
    case U'«':
    case U'»':  // ș and ț
      return is_lower(previous) && is_cased(final);
    default:
      return false;
  }
}

// "Â" and a sign, "Ã" and a sign, alone: no word of one capital goes on so.
bool PageReader::is_strong_alone(const MisreadSpan& span) const {
  const char32_t lead = at(span.begin), final = at(span.end - 1), next = at(span.end);
  const bool goes_on = is_letter(next) || is_digit(next);
  if (lead == character(page_, 0xC2) && !is_letter(final)) {
    return (final != U'\u00A0' && !is_c1(span.meant)) || goes_on;
  }
  if (lead != character(page_, 0xC3)) return false;
  if (final == U'\u00A0') return next == U' ' || next == U'-';
  constexpr std::u32string_view signs = U"¡¢£¤¥¦§¨©ª¬®¯°±²³µ¶¸¹º¼½¾";
  return signs.find(final) != signs.npos;
}

bool PageReader::is_strong_pair(const MisreadSpan& span) const {
  const char32_t lead = at(span.begin), final = at(span.end - 1);
  const char32_t previous = before(span.begin), next = at(span.end);
  if (is_lower(previous) && is_upper(lead)) return true;
  if (is_honest(span)) return false;
  if (is_dos(page_)) {
    return is_cased(final) || is_letter(previous) || is_letter(next) || is_digit(next);
  }
  const bool has_more_letters = page_ == CodePage::Windows1257;
  if (!has_more_letters && is_cased(final)) return true;
  if (final == U'ˆ' || final == U'˜') return true;
  constexpr std::u32string_view closing = U"’‘–—´·\u00AD\u00A0";
  const bool closes = closing.find(final) != closing.npos;
  if (is_letter(next) && !closes && !(has_more_letters && is_cased(final) && is_upper(next))) {
    return true;
  }
  // A capital, a closing mark and a small letter: the first or the second letter of a word. Behind
  // a number it is a unit ("10 Å–thick").
  const char32_t two_before = span.begin >= 2 ? text_[span.begin - 2] : U'\0';
  const bool begins =
      !is_letter(previous) ? !is_digit(two_before) : is_upper(previous) && !is_letter(two_before);
  constexpr std::u32string_view certain = U"‘–´·\u00AD\u00A0";
  if (begins && certain.find(final) != certain.npos && is_upper(lead) && is_lower(next))
    return true;
  return !is_letter(previous) && is_strong_alone(span);
}

bool PageReader::is_strong(const MisreadSpan& span) const {
  const std::u32string_view run = text_.substr(span.begin, span.end - span.begin);
  if (span.meant == 0) return false;
  if (std::ranges::any_of(run, is_c1)) return true;
  if (is_other_script(page_)) return is_strong_in_other_script(span);
  // Accents of their own: only behind a small letter.
  if (plausibility(span.meant) == Plausibility::Mark) {
    return before(span.begin) < 0x80 && is_lower(before(span.begin));
  }
  // Nobody means a capital behind a small letter.
  if (is_upper(span.meant) && is_lower(before(span.begin))) return false;
  if (run.size() >= 3) return !is_honest(span);
  return page_ == CodePage::MacRoman ? is_strong_in_mac_roman(span) : is_strong_pair(span);
}

// An Ã in or behind a small word ("AquÃ estÃ", "dÃa", "LÃ -bas"), or alone before a blank.
bool PageReader::is_bare(std::size_t i) const {
  const char32_t previous = before(i), next = at(i + 1);
  if (is_upper(previous)) {
    return !is_letter(i >= 2 ? text_[i - 2] : U'\0') && (next == U' ' || is_lower(next));
  }
  if (next < 0x80 && is_lower(next)) return is_lower(previous);
  return next == U' ' || (is_lower(previous) && next < 0x80 && !is_letter(next));
}

// Runs that lost a byte: ” without its last, à without its no-break space.
std::optional<MisreadSpan> PageReader::lossy(std::size_t i) const {
  if (page_ != CodePage::Windows1252) return std::nullopt;
  const char32_t lead = at(i), next = at(i + 1), previous = before(i);
  if (lead == U'â' && next == U'€') {
    const char32_t third = at(i + 2);
    const std::size_t length = third == U'?' || third == 0xFFFD ? 3 : 2;
    return span_at(i, length, 0xFFFD, true, true);
  }
  if ((lead == U'Ã' || lead == U'Å' || lead == U'Ä') && (next == U'?' || next == 0xFFFD)) {
    const bool inside = is_lower(previous) || is_lower(at(i + 2));
    if (!inside) return std::nullopt;
    return span_at(i, 2, 0xFFFD, is_lower(previous) && is_lower(at(i + 2)), true);
  }
  // "10Â minutes": the no-break space became a plain one, the Â goes.
  if (lead == U'Â' && next == U' ') {
    const bool after_text = is_lower(previous) || is_digit(previous) ||
                            (previous < 0x80 && u_ispunct(static_cast<UChar32>(previous)) &&
                             previous != U'(' && previous != U'"' && previous != U'-');
    if (!after_text && !is_space(previous)) return std::nullopt;
    return span_at(i, 2, U' ', after_text, false);
  }
  if (lead == U'Ã' && is_bare(i)) {
    // Where no blank is due, the blank is the byte that became one.
    constexpr std::u32string_view due_at_once = U".,;)-…’'";
    const bool blank = next == U' ' && due_at_once.find(at(i + 2)) != due_at_once.npos;
    const bool inside = is_lower(previous) && next < 0x80 && is_lower(next);
    return span_at(i, blank ? 2 : 1, U'à', inside, false, true);
  }
  return std::nullopt;
}

// Letters of other scripts count in company only; so do most spans of Cyrillic and Greek pages.
// Neighbours that decode, both of them, are strong.
void PageReader::keep_company(std::vector<MisreadSpan>& spans) const {
  std::vector<MisreadSpan> kept;
  for (std::size_t first = 0; first < spans.size();) {
    std::size_t last = first + 1;
    while (last < spans.size() && spans[last].begin == spans[last - 1].end && !spans[last].lossy) {
      ++last;
    }
    const std::size_t run = last - first;
    for (std::size_t i = first; i < last; ++i) {
      MisreadSpan& span = spans[i];
      const std::uint32_t block = script_block(span.meant);
      if (!span.lossy && plausibility(span.meant) == Plausibility::Script) {
        const bool alike = (i > first && script_block(spans[i - 1].meant) == block) ||
                           (i + 1 < last && script_block(spans[i + 1].meant) == block);
        const bool has_c1 =
            std::ranges::any_of(text_.substr(span.begin, span.end - span.begin), is_c1);
        if (!alike) continue;
        span.strong = has_c1 || !is_other_script(page_) || run >= 3;
      } else if (run >= 2 && !is_honest(span)) {
        span.strong = span.strong || !is_other_script(page_) || run >= 3;
      }
      kept.push_back(span);
    }
    first = last;
  }
  spans = std::move(kept);
}

std::vector<MisreadSpan> PageReader::read(std::span<const std::uint32_t> candidates) {
  std::vector<MisreadSpan> spans;
  std::size_t done = 0;
  for (const std::size_t i : candidates) {
    if (i < done) continue;
    if (text_[i] == U'À' && page_ == CodePage::Windows1252 && at(i + 1) == U'€') {
      spans.push_back(span_at(i, 2, 0, false, true));
    }
    if (!is_lead(i)) continue;
    if (const auto decoded = decode(i)) {
      MisreadSpan span = span_at(i, decoded->length, decoded->c, false, decoded->c == 0xFFFD);
      const bool latin_1_control = is_c1(span.meant) && is_upper(text_[i]);
      if (plausibility(span.meant) != Plausibility::No || latin_1_control) {
        span.strong = is_strong(span);
        // Weak neighbours prove no accent of its own.
        const bool lone_mark = !span.strong && plausibility(span.meant) == Plausibility::Mark;
        if (!lone_mark) spans.push_back(span);
        done = span.end;
        continue;
      }
    }
    if (const auto span = lossy(i)) {
      spans.push_back(*span);
      done = span->end;
    }
  }
  keep_company(spans);
  return spans;
}

}  // namespace

Candidates misread_candidates(std::u32string_view text) {
  Candidates candidates;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] < 0x80) continue;
    const PageSet leads = bytes_of(text[i]).leads;
    const char32_t next = i + 1 < text.size() ? text[i + 1] : 0;
    const PageSet pages = leads & bytes_of(next).continuations;
    const bool lost = (leads != 0 && (next == U' ' || next == U'?' || next == 0xFFFD)) ||
                      (text[i] == U'Ã' && next < 0x80);
    if (pages == 0 && !lost && text[i] != U'À') continue;
    candidates.at.push_back(static_cast<std::uint32_t>(i));
    candidates.pages |= pages;
    if (pages == 0) candidates.pages |= bit(CodePage::Windows1252);
  }
  return candidates;
}

std::vector<MisreadSpan> misread_spans(std::u32string_view text, CodePage page,
                                       const Candidates& candidates) {
  if ((candidates.pages & bit(page)) == 0) return {};
  return PageReader(text, page).read(candidates.at);
}

bool may_be_misread(std::u32string_view text, std::size_t at) {
  const char32_t c = text[at], next = at + 1 < text.size() ? text[at + 1] : 0;
  const PageSet pages = bytes_of(c).leads & bytes_of(next).continuations;
  for (std::size_t p = 0; pages >> p != 0; ++p) {
    const auto page = static_cast<CodePage>(p);
    if ((pages & bit(page)) == 0) continue;
    const PageReader reader(text, page);
    const auto decoded = reader.decode(at);
    if (!decoded) continue;
    // Letters of other scripts need company; an earlier neighbour is asked by itself.
    const bool latin_or_sign =
        decoded->c < 0x370 || (decoded->c >= 0x1E00 && decoded->c < 0x2E80) || decoded->c >= 0xE000;
    if (!latin_or_sign && !reader.decode(at + decoded->length)) continue;
    if (plausibility(decoded->c) != Plausibility::No || is_c1(decoded->c)) return true;
  }
  return (c == U'Ã' && next < 0x80 && is_lower(next)) || (c == U'â' && next == U'€') ||
         (c == U'À' && next == U'€') || next == U' ' || next == U'?' || next == 0xFFFD;
}

}  // namespace caveat
