#include "audit/dates.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <tuple>

#include "audit/terms.h"

namespace caveat {
namespace {

using std::chrono::day;
using std::chrono::last;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr std::array<std::string_view, 12> months = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

// The months of other languages of the copy that is audited, in lower case.
struct ForeignMonth {
  std::string_view name;
  unsigned month;
};
constexpr std::array foreign_months = {
    ForeignMonth{"januar", 1},     ForeignMonth{"februar", 2},       ForeignMonth{"märz", 3},
    ForeignMonth{"mai", 5},        ForeignMonth{"juni", 6},          ForeignMonth{"juli", 7},
    ForeignMonth{"oktober", 10},   ForeignMonth{"dezember", 12},     ForeignMonth{"janvier", 1},
    ForeignMonth{"février", 2},    ForeignMonth{"mars", 3},          ForeignMonth{"avril", 4},
    ForeignMonth{"juin", 6},       ForeignMonth{"juillet", 7},       ForeignMonth{"août", 8},
    ForeignMonth{"septembre", 9},  ForeignMonth{"octobre", 10},      ForeignMonth{"novembre", 11},
    ForeignMonth{"décembre", 12},  ForeignMonth{"enero", 1},         ForeignMonth{"febrero", 2},
    ForeignMonth{"marzo", 3},      ForeignMonth{"abril", 4},         ForeignMonth{"mayo", 5},
    ForeignMonth{"junio", 6},      ForeignMonth{"julio", 7},         ForeignMonth{"agosto", 8},
    ForeignMonth{"septiembre", 9}, ForeignMonth{"octubre", 10},      ForeignMonth{"noviembre", 11},
    ForeignMonth{"diciembre", 12}, ForeignMonth{"ocak", 1},          ForeignMonth{"şubat", 2},
    ForeignMonth{"mart", 3},       ForeignMonth{"nisan", 4},         ForeignMonth{"mayıs", 5},
    ForeignMonth{"haziran", 6},    ForeignMonth{"temmuz", 7},        ForeignMonth{"ağustos", 8},
    ForeignMonth{"eylül", 9},      ForeignMonth{"ekim", 10},         ForeignMonth{"kasım", 11},
    ForeignMonth{"aralık", 12},    ForeignMonth{"stycznia", 1},      ForeignMonth{"lutego", 2},
    ForeignMonth{"marca", 3},      ForeignMonth{"kwietnia", 4},      ForeignMonth{"maja", 5},
    ForeignMonth{"czerwca", 6},    ForeignMonth{"lipca", 7},         ForeignMonth{"sierpnia", 8},
    ForeignMonth{"września", 9},   ForeignMonth{"października", 10}, ForeignMonth{"listopada", 11},
    ForeignMonth{"grudnia", 12}};

struct Season {
  std::string_view name;
  unsigned last_month;  // the latest that may be meant, north or south
};
constexpr std::array seasons = {
    Season{"spring", 11}, Season{"summer", 8},     Season{"autumn", 11}, Season{"fall", 11},
    Season{"winter", 12}, Season{"christmas", 12}, Season{"easter", 4},  Season{"halloween", 10}};

// A word or a number with what stands right after it.
struct Piece {
  ProseSpan span;
  std::string_view text;
  std::string word;  // lower case; empty for numbers
  unsigned number = 0;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
// The bytes of the letter that begins at `at`: ASCII, or Latin in two bytes; 0 for what is none.
std::size_t letter_bytes(std::string_view prose, std::size_t at) {
  if (is_letter(prose[at])) return 1;
  const auto lead = static_cast<unsigned char>(prose[at]);
  return lead >= 0xC3 && lead <= 0xC5 && at + 1 < prose.size() ? 2 : 0;
}
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

std::vector<Piece> pieces_of(std::string_view prose, ProseSpan within) {
  std::vector<Piece> pieces;
  for (std::size_t at = within.begin; at < within.end;) {
    const bool digit = is_digit(prose[at]);
    if (!digit && letter_bytes(prose, at) == 0) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < within.end && (digit ? is_digit(prose[end]) : letter_bytes(prose, end) > 0)) {
      end += digit ? 1 : letter_bytes(prose, end);
    }
    end = std::min(end, within.end);
    Piece piece{.span = {at, end}, .text = prose.substr(at, end - at), .word = {}};
    if (digit) {
      for (const char c : piece.text.substr(0, 6)) {
        piece.number = piece.number * 10 + static_cast<unsigned>(c - '0');
      }
    } else {
      for (const char c : piece.text) piece.word += lower(c);
    }
    pieces.push_back(std::move(piece));
    at = end;
  }
  return pieces;
}

// 1–12 for a month's name or a usual short form of it; 0 for other words. "May" and "March" are
// months with a capital only.
unsigned month_of(const Piece& piece) {
  if (piece.word.size() < 3) return 0;
  const std::string_view word = piece.word == "Şubat" ? "şubat" : std::string_view(piece.word);
  const auto foreign = std::ranges::find(foreign_months, word, &ForeignMonth::name);
  if (foreign != foreign_months.end()) return foreign->month;
  for (unsigned i = 0; i < months.size(); ++i) {
    const bool is_short = piece.word == months[i].substr(0, 3) || piece.word == "sept";
    if (piece.word != months[i] && !(is_short && months[i].starts_with(piece.word.substr(0, 3)))) {
      continue;
    }
    return is_letter(piece.text[0]) && piece.text[0] == lower(piece.text[0]) && i != 0 &&
                   (piece.word == "may" || piece.word == "march" || is_short)
               ? 0
               : i + 1;
  }
  return 0;
}

// Every date that is read names a year in four digits; most sentences do not.
bool names_year(std::string_view prose, ProseSpan within) {
  std::size_t digits = 0;
  for (std::size_t at = within.begin; at < within.end; ++at) {
    if (is_digit(prose[at])) {
      ++digits;
    } else if (digits == 4) {
      return true;
    } else {
      digits = 0;
    }
  }
  return digits == 4;
}

class DateReader {
 public:
  DateReader(std::string_view prose, ProseSpan within)
      : prose_(prose), pieces_(pieces_of(prose, within)) {}

  std::vector<FoundDate> read() {
    std::vector<FoundDate> found;
    for (std::size_t i = 0; i < pieces_.size();) {
      const std::size_t used = read_at(i, found);
      i += used == 0 ? 1 : used;
    }
    return found;
  }

 private:
  // Appends the date that starts with piece `i`; returns how many pieces it took.
  std::size_t read_at(std::size_t i, std::vector<FoundDate>& found) {
    if (!pieces_[i].word.empty()) {
      return std::max(month_first(i, found), season_first(i, found));
    }
    if (const std::size_t used = digits_only(i, found)) return used;
    return day_first(i, found);
  }

  std::string_view between(std::size_t i) const {  // pieces i and i + 1
    return slice(prose_, ProseSpan{pieces_[i].span.end, pieces_[i + 1].span.begin});
  }
  bool follows(std::size_t i, std::initializer_list<std::string_view> gaps) const {
    return i + 1 < pieces_.size() && std::ranges::find(gaps, between(i)) != gaps.end();
  }
  bool is_year(std::size_t i) const {
    return i < pieces_.size() && pieces_[i].text.size() == 4 && pieces_[i].number >= 1990 &&
           pieces_[i].number <= 2100;
  }
  bool is_day(std::size_t i) const {
    return i < pieces_.size() && pieces_[i].word.empty() && pieces_[i].text.size() <= 2 &&
           pieces_[i].number >= 1 && pieces_[i].number <= 31;
  }
  bool is_ordinal_ending(std::size_t i) const {
    return follows(i, {""}) && (pieces_[i + 1].word == "st" || pieces_[i + 1].word == "nd" ||
                                pieces_[i + 1].word == "rd" || pieces_[i + 1].word == "th");
  }

  bool is_of(std::size_t i) const { return pieces_[i].word == "of" || pieces_[i].word == "de"; }

  bool add(std::size_t first, std::size_t final, unsigned y, unsigned m, unsigned d,
           std::vector<FoundDate>& found) {
    year_month_day date{year{static_cast<int>(y)}, month{m}, day{d}};
    if (d == 0) date = year{static_cast<int>(y)} / month{m} / last;
    if (!date.ok()) return false;
    found.push_back({{pieces_[first].span.begin, pieces_[final].span.end}, date});
    return true;
  }

  // 23 April 2025, 23rd of April, 2025, 23–25 April 2025
  std::size_t day_first(std::size_t i, std::vector<FoundDate>& found) {
    if (!is_day(i)) return 0;
    std::size_t at = i;
    if (is_ordinal_ending(at)) ++at;
    while (follows(at, {"-", "–", " – ", " - ", "/", " & "}) && is_day(at + 1)) {
      ++at;
      if (is_ordinal_ending(at)) ++at;
    }
    const std::size_t last_day = is_day(at) ? at : at - 1;
    if (follows(at, {" ", "\u00A0"}) && is_of(at + 1)) ++at;
    if (!follows(at, {" ", "-", "\u00A0", ". "})) return 0;
    const unsigned m = month_of(pieces_[++at]);
    if (follows(at, {" "}) && pieces_[at + 1].word == "de") ++at;
    if (m == 0 || !follows(at, {" ", ", ", "-", ". ", "\u00A0"}) || !is_year(at + 1)) return 0;
    ++at;
    return add(i, at, pieces_[at].number, m, pieces_[last_day].number, found) ? at - i + 1 : 0;
  }

  // April 23, 2025; April 23rd 2025; April 2025
  std::size_t month_first(std::size_t i, std::vector<FoundDate>& found) {
    const unsigned m = month_of(pieces_[i]);
    if (m == 0 || !follows(i, {" ", ". ", ", ", "\u00A0"})) return 0;
    if (is_year(i + 1)) return add(i, i + 1, pieces_[i + 1].number, m, 0, found) ? 2 : 0;
    if (!is_day(i + 1)) return 0;
    std::size_t at = i + 1;
    while (follows(at, {"-", "–", " – ", " - "}) && is_day(at + 1)) ++at;
    const unsigned d = pieces_[at].number;
    if (is_ordinal_ending(at)) ++at;
    if (!follows(at, {", ", " "}) || !is_year(at + 1)) return 0;
    ++at;
    return add(i, at, pieces_[at].number, m, d, found) ? at - i + 1 : 0;
  }

  std::size_t season_first(std::size_t i, std::vector<FoundDate>& found) {
    const auto season = std::ranges::find(seasons, pieces_[i].word, &Season::name);
    if (season == seasons.end() || !follows(i, {" "}) || !is_year(i + 1)) return 0;
    return add(i, i + 1, pieces_[i + 1].number, season->last_month, 0, found) ? 2 : 0;
  }

  // 2025-04-23, 23.04.2025, 23/04/2025
  std::size_t digits_only(std::size_t i, std::vector<FoundDate>& found) {
    if (!follows(i, {"-", "/", "."}) || !follows(i + 1, {between(i)})) return 0;
    const unsigned a = pieces_[i].number, b = pieces_[i + 1].number, c = pieces_[i + 2].number;
    if (is_year(i) && is_day(i + 1) && is_day(i + 2)) return add(i, i + 2, a, b, c, found) ? 3 : 0;
    if (!is_day(i) || !is_day(i + 1) || !is_year(i + 2)) return 0;
    if (between(i) == "." || a > 12 || a == b) return add(i, i + 2, c, b, a, found) ? 3 : 0;
    return b > 12 && add(i, i + 2, c, a, b, found) ? 3 : 0;
  }

  std::string_view prose_;
  std::vector<Piece> pieces_;
};

// The last word before `at` within the sentence, in lower case.
std::string word_before(std::string_view prose, std::size_t at, std::size_t begin) {
  while (at > begin && !is_letter(prose[at - 1])) --at;
  std::string word;
  while (at > begin && is_letter(prose[at - 1])) word.insert(word.begin(), lower(prose[--at]));
  return word;
}

// The words of the heading over a block.
std::span<const WordId> heading_over(const CheckInput& input, std::uint32_t block) {
  const auto& blocks = input.document.blocks;
  for (std::uint32_t i = block; i-- > 0;) {
    if (blocks[i].kind != BlockKind::Heading && blocks[i].kind != BlockKind::Title) continue;
    const std::uint32_t first = input.text.first_sentence[i];
    if (first == input.text.first_sentence[i + 1]) return {};
    return input.text.words_of(input.text.sentences[first]);
  }
  return {};
}

bool is_announcement(const CheckInput& input, const Sentence& sentence, const FoundDate& date) {
  const Rulebook& book = input.rulebook;
  const auto words = input.text.words_of(sentence);
  if (holds_term(book, "told-afterwards", words)) return false;
  const std::string before =
      word_before(input.document.prose, date.prose.begin, sentence.span.begin);
  if (before == "since") return false;
  const bool event = holds_term(book, "dated-events", words);
  // Prices and openings that hold from a past day on still hold.
  if (before == "from") return event;
  if (event || holds_term(book, "offer-limits", words)) return true;
  const BlockKind kind = input.document.blocks[sentence.block].kind;
  const bool listed = kind == BlockKind::ListItem || kind == BlockKind::TableCell ||
                      (kind == BlockKind::Paragraph && words.size() <= 10);
  return listed && holds_term(book, "dated-events", heading_over(input, sentence.block));
}

}  // namespace

std::vector<FoundDate> find_dates(std::string_view prose, ProseSpan within) {
  if (!names_year(prose, within)) return {};
  return DateReader(prose, within).read();
}

std::vector<Trouble> find_expired_dates(const CheckInput& input) {
  std::vector<Trouble> found;
  if (!input.as_of.ok()) return found;
  for (const Sentence& sentence : input.text.sentences) {
    const BlockKind kind = input.document.blocks[sentence.block].kind;
    if (kind == BlockKind::Code || kind == BlockKind::Quote) continue;
    for (const FoundDate& date : find_dates(input.document.prose, sentence.span)) {
      if (date.last >= input.as_of || !is_announcement(input, sentence, date)) continue;
      found.push_back(
          {.prose = date.prose,
           .source = {},
           // Without the day of the audit: the same report every day, until one more date passes.
           .detail = fmt::format("{} is over.", input.document.text(date.prose)),
           .fixes = {}});
    }
  }
  return found;
}

}  // namespace caveat
