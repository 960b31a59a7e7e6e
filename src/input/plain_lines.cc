#include "input/plain_lines.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "input/list_marks.h"
#include "model/utf8.h"

namespace caveat {
namespace {

using namespace std::string_view_literals;
using Shape = PlainLine::Shape;

constexpr std::uint32_t short_words = 12;
constexpr std::uint32_t short_width = 90;
constexpr std::size_t longest_character = 4;  // bytes

constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\f' || c == '\v'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; }

bool starts_lower(std::string_view text) {
  return !text.empty() && u_islower(static_cast<UChar32>(utf8_code_point(text, 0)));
}

// Whether the last character that is no closing quote ends a sentence. A closing bracket is none:
// "(finally!)" ends nothing.
bool ends_sentence(std::string_view text) {
  constexpr std::array closers = {"\""sv, "'"sv, "”"sv, "’"sv, "»"sv, "*"sv, "_"sv};
  constexpr std::array enders = {"."sv, "!"sv, "?"sv, "…"sv, "。"sv, "！"sv, "？"sv, ":"sv, ";"sv};
  const auto ends_with = [&](std::string_view mark) { return text.ends_with(mark); };
  for (auto closer = closers.begin(); closer != closers.end();) {
    closer = std::find_if(closers.begin(), closers.end(), ends_with);
    if (closer != closers.end()) text.remove_suffix(closer->size());
  }
  return std::any_of(enders.begin(), enders.end(), ends_with);
}

// Somebody's words, and who said them: '"I could turn my head again!" Priya, 34 weeks'.
bool quotes_a_sentence(std::string_view text) {
  constexpr std::array openers = {"\""sv, "'"sv, "“"sv, "‘"sv, "«"sv};
  constexpr std::array closers = {"\""sv, "'"sv, "”"sv, "’"sv, "»"sv};
  for (std::size_t i = 0; i < openers.size(); ++i) {
    if (!text.starts_with(openers[i])) continue;
    const std::size_t close = text.rfind(closers[i]);
    return close != std::string_view::npos && close > 0 && ends_sentence(text.substr(0, close));
  }
  return false;
}

// Few words and none of the marks that end or continue a sentence; "?" and ":" may end a heading.
bool is_short(std::string_view text, std::uint32_t width) {
  if (text.empty() || width > short_width) return false;
  std::uint32_t words = 1;
  for (std::size_t i = 1; i < text.size(); ++i)
    words += is_blank(text[i]) && !is_blank(text[i - 1]);
  if (words > short_words) return false;
  if (text.ends_with(':') || text.ends_with('?')) return true;
  return !text.ends_with(',') && !ends_sentence(text) && !quotes_a_sentence(text);
}

std::size_t number_length(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && end < 3 && is_digit(text[end])) ++end;
  bool letter = false;
  if (end == 0 && !text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    end = 1;
    letter = true;
  }
  if (end == 0 || end + 1 >= text.size()) return 0;
  const bool mark = text[end] == ')' || (text[end] == '.' && !letter);
  return mark && is_blank(text[end + 1]) ? end + 2 : 0;
}

std::size_t hash_length(std::string_view text) {
  const std::size_t end = std::min(text.find_first_not_of('#'), text.size());
  const bool heading = end >= 1 && end <= 6 && end < text.size() && is_blank(text[end]);
  return heading ? end : 0;
}

bool is_rule(std::string_view text) {
  if (text.size() < 3) return false;
  return text.find_first_not_of("-=*_~#") == text.npos;
}

bool has_cells(std::string_view text) {
  return text.find('\t') != text.npos || text.find(" | ") != text.npos ||
         (text.size() > 2 && text.front() == '|' && text.back() == '|');
}

std::uint8_t small(std::size_t n) {
  return static_cast<std::uint8_t>(std::min<std::size_t>(n, 255));
}

void drop_blanks(std::string_view text, TextSpan& span) {
  while (span.begin < span.end && is_blank(text[span.begin])) ++span.begin;
  while (span.end > span.begin && is_blank(text[span.end - 1])) --span.end;
}

// Takes a mark of `length` bytes off the line.
void take_mark(std::string_view text, PlainLine& line, Shape shape, std::size_t length) {
  line.shape = shape;
  line.mark = {line.text.begin, line.text.begin + length};
  line.text.begin += length;
  drop_blanks(text, line.text);
}

void classify(std::string_view text, PlainLine& line) {
  const std::string_view words = slice(text, line.text);
  if (words.empty()) return;
  line.shape = Shape::Words;
  if (words.starts_with("%%")) {
    line.shape = Shape::Comment;
  } else if (is_rule(words)) {
    line.shape = Shape::Rule;
  } else if (const std::size_t hashes = hash_length(words); hashes > 0) {
    take_mark(text, line, Shape::Hash, hashes);
    line.level = small(hashes);
  } else if (words.starts_with("> ")) {
    take_mark(text, line, Shape::Quote, 1);
    line.level = 1;
    while (slice(text, line.text).starts_with("> ")) {
      line.text.begin += 1;
      line.level = small(line.level + 1U);
      drop_blanks(text, line.text);
    }
  } else if (const std::size_t bullet = list_mark_length(words); bullet > 0) {
    take_mark(text, line, Shape::Bullet, bullet);
  } else if (const std::size_t number = number_length(words); number > 0) {
    take_mark(text, line, Shape::Number, number);
  } else if (has_cells(words)) {
    line.shape = Shape::Cells;
  }
}

std::uint32_t width_of(std::string_view text) {
  text = text.substr(0, PlainLine::max_width * longest_character);
  const std::size_t plain = ascii_end(text, 0);
  const auto others =
      std::ranges::count_if(text.substr(plain), [](char c) { return !is_continuation(c); });
  return static_cast<std::uint32_t>(
      std::min<std::size_t>(plain + static_cast<std::size_t>(others), PlainLine::max_width));
}

PlainLine read_line(std::string_view text, TextSpan whole) {
  PlainLine line;
  line.text = whole;
  drop_blanks(text, line.text);
  for (std::size_t i = whole.begin; i < line.text.begin && line.indent < 1000; ++i) {
    line.indent = static_cast<std::uint16_t>(line.indent + (text[i] == '\t' ? 4 : 1));
  }
  line.width = width_of(slice(text, TextSpan{whole.begin, line.text.end}));
  classify(text, line);
  const std::string_view words = slice(text, line.text);
  line.is_short = is_short(words, line.width);
  line.ends_sentence = ends_sentence(words);
  line.starts_lower = starts_lower(words);
  return line;
}

}  // namespace

std::vector<PlainLine> plain_lines(std::string_view text) {
  std::vector<PlainLine> lines;
  std::size_t next_lf = text.find('\n'), next_cr = text.find('\r');
  for (std::size_t at = 0; at < text.size();) {
    if (next_lf < at) next_lf = text.find('\n', at);
    if (next_cr < at) next_cr = text.find('\r', at);
    const std::size_t end = std::min({next_lf, next_cr, text.size()});
    lines.push_back(read_line(text, {at, end}));
    const bool pair = end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n';
    at = end + (pair ? 2 : 1);
  }
  return lines;
}

std::vector<TextSpan> plain_cells(std::string_view text, TextSpan line) {
  std::vector<TextSpan> cells;
  const bool tabs = slice(text, line).find('\t') != std::string_view::npos;
  if (!tabs && text[line.begin] == '|') ++line.begin;
  if (!tabs && line.end > line.begin && text[line.end - 1] == '|') --line.end;
  for (std::size_t begin = line.begin; begin <= line.end;) {
    const std::size_t end = std::min(text.find(tabs ? '\t' : '|', begin), line.end);
    TextSpan cell{begin, end};
    drop_blanks(text, cell);
    cells.push_back(cell);
    begin = end + 1;
  }
  return cells;
}

}  // namespace caveat
