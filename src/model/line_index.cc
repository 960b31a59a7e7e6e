#include "model/line_index.h"

#include <algorithm>
#include <cstring>

#include "model/utf8.h"

namespace caveat {
namespace {

constexpr std::size_t checkpoint_distance = 1024;

// Bytes of the code unit (UTF-16) or code point (else) at `at`, and whether a column is due for it.
struct Step {
  std::size_t length = 1;
  bool counts = true;
};

Step step_at(std::string_view source, CodeUnits units, std::size_t at) {
  switch (units) {
    case CodeUnits::Utf8:
      return {utf8_step(source, at).length, true};
    case CodeUnits::SingleByte:
      return {1, true};
    case CodeUnits::Utf16LE:
    case CodeUnits::Utf16BE: {
      if (at + 1 >= source.size()) return {1, true};  // half a unit at the end
      const std::size_t high = units == CodeUnits::Utf16LE ? at + 1 : at;
      const auto byte = static_cast<unsigned char>(source[high]);
      // A low surrogate continues the code point of the high one before it.
      return {2, byte < 0xDC || byte > 0xDF};
    }
  }
  return {};
}

std::size_t unit_size(CodeUnits units) {
  return units == CodeUnits::Utf16LE || units == CodeUnits::Utf16BE ? 2 : 1;
}

// The character at `at` where it is CR or LF, else 0.
char line_end_at(std::string_view source, CodeUnits units, std::size_t at) {
  char unit = '\0';
  if (unit_size(units) == 1) {
    unit = source[at];
  } else {
    if (at + 1 >= source.size()) return '\0';
    const bool little = units == CodeUnits::Utf16LE;
    if (source[little ? at + 1 : at] != '\0') return '\0';
    unit = source[little ? at : at + 1];
  }
  return unit == '\n' || unit == '\r' ? unit : '\0';
}

std::size_t bom_size(std::string_view source, CodeUnits units) {
  switch (units) {
    case CodeUnits::Utf8:
      return source.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    case CodeUnits::SingleByte:
      return 0;
    case CodeUnits::Utf16LE:
      return source.starts_with("\xFF\xFE") ? 2 : 0;
    case CodeUnits::Utf16BE:
      return source.starts_with("\xFE\xFF") ? 2 : 0;
  }
  return 0;
}

// Whether one of the eight bytes at `at` is below U+0010, or there are fewer.
bool holds_control(std::string_view source, std::size_t at) {
  constexpr std::uint64_t ones = 0x0101010101010101U;
  if (at + 8 > source.size()) return true;
  std::uint64_t word = 0;
  std::memcpy(&word, source.data() + at, 8);
  return ((word - 0x10 * ones) & ~word & 0x80 * ones) != 0;
}

// The next CR or LF at or after `at`.
std::size_t next_line_end(std::string_view source, CodeUnits units, std::size_t at) {
  if (unit_size(units) == 1) {
    const auto is_end = [](char c) { return c == '\n' || c == '\r'; };
    while (at < source.size() && !is_end(source[at])) {
      at += holds_control(source, at) ? 1 : 8;
    }
    return at;
  }
  while (at < source.size() && line_end_at(source, units, at) == '\0') at += 2;
  return std::min(at, source.size());
}

// `count` and the code points from `at`, where one begins, to `offset`.
std::size_t count_on(std::string_view source, CodeUnits units, std::size_t at, std::size_t count,
                     std::size_t offset) {
  while (at < offset) {
    if (units == CodeUnits::Utf8) {
      const std::size_t end = ascii_end(source.substr(0, offset), at);
      count += end - at;
      at = end;
      if (at == offset) break;
    }
    const Step step = step_at(source, units, at);
    at += step.length;
    if (at > offset) break;  // the offset is inside a code point: it has that one's column
    count += step.counts ? 1 : 0;
  }
  return count;
}

}  // namespace

LineIndex::LineIndex(std::string_view source, CodeUnits units)
    : source_(source), units_(units), bom_(bom_size(source, units)) {
  const std::size_t unit = unit_size(units);
  starts_.reserve(1 + static_cast<std::size_t>(std::ranges::count(source, '\n')));
  starts_.push_back(0);
  for (std::size_t at = next_line_end(source, units, 0); at < source.size();
       at = next_line_end(source, units, at)) {
    const bool cr = line_end_at(source, units, at) == '\r';
    at += unit;
    if (cr && at < source.size() && line_end_at(source, units, at) == '\n') at += unit;
    starts_.push_back(static_cast<std::uint32_t>(at));
  }
  // Counting from the line's start would cost quadratic time in a document of one long line.
  checkpoints_.push_back({0, 0});
  std::size_t count = 0, due = checkpoint_distance;
  for (std::size_t at = 0; at < source.size();) {
    if (units == CodeUnits::Utf8) {
      const std::size_t end = ascii_end(source.substr(0, due), at);
      if (end > at) {
        count += end - at;
        at = end;
      }
    }
    if (at >= due) {
      checkpoints_.push_back({at, count});
      due = at + checkpoint_distance;
    }
    if (at >= source.size()) break;
    const Step step = step_at(source, units, at);
    at += step.length;
    count += step.counts ? 1 : 0;
  }
}

std::size_t LineIndex::code_points_before(std::size_t offset) const {
  const auto after = std::upper_bound(
      checkpoints_.begin(), checkpoints_.end(), offset,
      [](std::size_t value, const Checkpoint& point) { return value < point.offset; });
  return count_on(source_, units_, std::prev(after)->offset, std::prev(after)->count, offset);
}

LineColumn LineIndex::at(std::size_t offset) const {
  offset = std::min(offset, source_.size());
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  std::size_t start = *std::prev(after);
  if (start == 0) start = std::min(bom_, offset);
  const bool near = offset - start < checkpoint_distance;
  const std::size_t before = near ? count_on(source_, units_, start, 0, offset)
                                  : code_points_before(offset) - code_points_before(start);
  return {static_cast<std::uint32_t>(after - starts_.begin()),
          static_cast<std::uint32_t>(before + 1)};
}

std::string_view LineIndex::line(std::size_t number) const {
  if (number == 0 || number > starts_.size()) return {};
  const std::size_t begin = number == 1 ? bom_ : starts_[number - 1];
  if (number == starts_.size()) return source_.substr(begin);
  // From the end backwards: a long line is not to be read for each finding in it.
  std::size_t end = starts_[number];
  const std::size_t unit = unit_size(units_);
  while (end >= begin + unit && line_end_at(source_, units_, end - unit) != '\0') end -= unit;
  return source_.substr(begin, end - begin);
}

}  // namespace caveat
