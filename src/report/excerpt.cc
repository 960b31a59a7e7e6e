#include "report/excerpt.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "model/display.h"

namespace caveat {
namespace {

constexpr std::size_t tab_stop = 4;
constexpr std::string_view ellipsis = "…";
// More than any letter with its marks takes; what is left of longer ones is not shown whole.
constexpr std::size_t bytes_of_a_column = 16;

// A code point of the line, as it is shown.
struct Cell {
  std::string shown;
  std::size_t width = 0;
  bool marked = false;
};

// A line and the part of it to mark, as byte offsets in it. Of a line that is much longer than what
// can be shown, only what is near: it may be the whole document, with thousands of findings in it.
struct MarkedLine {
  std::string_view text;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool cut_before = false, cut_after = false;
};

MarkedLine marked(std::string_view whole, std::string_view line, std::size_t begin,
                  std::size_t end) {
  const auto start = static_cast<std::size_t>(line.data() - whole.data());
  const auto within = [&](std::size_t at) {
    return std::clamp(at, start, start + line.size()) - start;
  };
  return {line, within(begin), within(end)};
}

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

// `reach` bytes of the line before the marked part, and as many of that part and behind it.
MarkedLine near(MarkedLine line, std::size_t reach) {
  std::size_t first = line.begin - std::min(line.begin, reach);
  while (first < line.begin && first > 0 && continues(line.text[first])) ++first;
  line.end = std::min(line.end, line.begin + reach);
  std::size_t last = std::min(line.text.size(), line.end + reach);
  while (last > line.end && last < line.text.size() && continues(line.text[last])) --last;
  return {line.text.substr(first, last - first), line.begin - first, line.end - first, first > 0,
          last < line.text.size()};
}

// The line of the source, or of the prose where the source is not UTF-8.
MarkedLine line_of(const Document& document, const LineIndex& lines, const Finding& finding,
                   std::size_t reach) {
  if (document.code_units() == CodeUnits::Utf8) {
    return near(marked(document.source, lines.line(finding.start.line), finding.source.begin,
                       finding.source.end),
                reach);
  }
  if (finding.prose.empty()) {
    const std::string_view words = words_of(finding, document);
    return near({words, 0, words.size()}, reach);
  }
  // Cut before line breaks are looked for, which may be far away.
  const std::string_view prose = document.prose;
  const std::size_t begin = std::min<std::size_t>(finding.prose.begin, prose.size());
  const std::size_t end = std::min<std::size_t>(finding.prose.end, prose.size());
  MarkedLine line = near({prose, begin, end}, reach);
  if (const std::size_t after = line.text.find('\n', line.begin); after != line.text.npos) {
    line.text = line.text.substr(0, after);
    line.end = std::min(line.end, after);
    line.cut_after = false;
  }
  const std::size_t before =
      line.begin == 0 ? line.text.npos : line.text.rfind('\n', line.begin - 1);
  if (before != line.text.npos) {
    line.text.remove_prefix(before + 1);
    line.begin -= before + 1;
    line.end -= before + 1;
    line.cut_before = false;
  }
  return line;
}

// `acts`: here it would begin a command in the log of a build.
Cell cell(char32_t value, bool marked, bool acts, std::size_t column) {
  if (value == '\t') {
    const std::size_t width = tab_stop - column % tab_stop;
    return {std::string(width, ' '), width, marked};
  }
  if (acts || acts_on_terminal(value) || (marked && is_invisible(value))) {
    std::string shown = fmt::format("<U+{:04X}>", static_cast<unsigned>(value));
    const std::size_t width = shown.size();
    return {std::move(shown), width, marked};
  }
  Cell plain{{}, display_width(value), marked};
  append_utf8(plain.shown, value);
  return plain;
}

std::vector<Cell> cells(const MarkedLine& line) {
  std::vector<Cell> list;
  std::size_t column = 0;
  for (std::size_t at = 0; at < line.text.size();) {
    const CodePoint point = code_point_at(line.text, at);
    const bool inside = at < line.end && at + point.bytes > line.begin;
    // A byte order mark at the start of a file is no part of the line that an editor shows.
    const bool order_mark = point.value == 0xFEFF && !inside;
    if (!order_mark) {
      const bool acts = point.value == '#' && begins_log_command(line.text, at);
      list.push_back(cell(point.value, inside, acts, column));
      column += list.back().width;
    }
    at += point.bytes;
  }
  return list;
}

// Half-open range of cells.
struct Window {
  std::size_t first = 0;
  std::size_t last = 0;
};

std::size_t width_of(const std::vector<Cell>& list, Window window) {
  std::size_t width = 0;
  for (std::size_t i = window.first; i < window.last; ++i) width += list[i].width;
  return width;
}

Window marked_part(const std::vector<Cell>& list, std::size_t fallback) {
  const auto is_marked = [](const Cell& each) { return each.marked; };
  const auto first = std::ranges::find_if(list, is_marked);
  if (first == list.end()) return {fallback, fallback};
  const auto last = std::find_if_not(first, list.end(), is_marked);
  return {static_cast<std::size_t>(first - list.begin()),
          static_cast<std::size_t>(last - list.begin())};
}

// Grows the marked part to both sides in turn, a cell at a time, as far as `width` allows.
Window window_around(const std::vector<Cell>& list, Window part, std::size_t width) {
  Window window = part;
  std::size_t used = width_of(list, part);
  while (window.last > window.first + 1 && used > width) used -= list[--window.last].width;
  bool left = true, right = true;
  while (left || right) {
    left = left && window.first > 0 && used + list[window.first - 1].width <= width;
    if (left) used += list[--window.first].width;
    right = right && window.last < list.size() && used + list[window.last].width <= width;
    if (right) used += list[window.last++].width;
  }
  return window;
}

}  // namespace

Excerpt excerpt(const Document& document, const LineIndex& lines, const Finding& finding,
                std::size_t width) {
  const MarkedLine line = line_of(document, lines, finding, bytes_of_a_column * width);
  const std::vector<Cell> list = cells(line);
  const std::size_t before = cells({line.text.substr(0, line.begin)}).size();
  const Window part = marked_part(list, std::min(before, list.size()));
  Window window{0, list.size()};
  const bool cut = line.cut_before || line.cut_after;
  if (cut || width_of(list, window) > width) window = window_around(list, part, width - 2);

  Excerpt result;
  std::size_t carets = 0;
  if (line.cut_before || window.first > 0) result.text = ellipsis, result.carets = " ";
  for (std::size_t i = window.first; i < window.last; ++i) {
    result.text += list[i].shown;
    if (list[i].marked) {
      carets += list[i].width;
    } else if (i < part.first) {
      result.carets.append(list[i].width, ' ');
    }
  }
  if (line.cut_after || window.last < list.size()) result.text += ellipsis;
  result.carets.append(std::max<std::size_t>(carets, 1), '^');
  return result;
}

}  // namespace caveat
