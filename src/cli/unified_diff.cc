#include "cli/unified_diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace caveat {
namespace {

constexpr std::size_t context = 3;

using Lines = std::vector<std::string_view>;  // with their line ends

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::size_t size = end == text.npos ? text.size() : end + 1;
    lines.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

// Lines [begin, end) of the one text against those of the other.
struct Change {
  std::size_t old_begin, old_end, new_begin, new_end;
};

std::vector<Change> changes_between(const Lines& before, const Lines& after) {
  std::vector<Change> changes;
  if (before.size() == after.size()) {
    for (std::size_t i = 0; i < before.size(); ++i) {
      if (before[i] == after[i]) continue;
      if (!changes.empty() && changes.back().old_end == i) {
        ++changes.back().old_end;
        ++changes.back().new_end;
      } else {
        changes.push_back({i, i + 1, i, i + 1});
      }
    }
    return changes;
  }
  const std::size_t shorter = std::min(before.size(), after.size());
  std::size_t head = 0, tail = 0;
  while (head < shorter && before[head] == after[head]) ++head;
  while (tail < shorter - head &&
         before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) {
    ++tail;
  }
  return {{head, before.size() - tail, head, after.size() - tail}};
}

// A name as git and patch write it: quoted where a character of it would mislead them.
std::string quoted_name(std::string_view path) {
  const bool plain = std::ranges::none_of(path, [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\' || c == 0x7F;
  });
  if (plain) return std::string(path);
  std::string name = "\"";
  for (const char c : path) {
    if (c == '"' || c == '\\') {
      name += {'\\', c};
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      name += fmt::format("\\{:03o}", static_cast<unsigned>(c));
    } else {
      name += c;
    }
  }
  return name + '"';
}

void write_lines(const Lines& lines, std::size_t begin, std::size_t end, char sign,
                 std::string& diff) {
  for (std::size_t i = begin; i < end; ++i) {
    diff += sign;
    diff += lines[i];
    if (!lines[i].ends_with('\n')) diff += "\n\\ No newline at end of file\n";
  }
}

std::string range(std::size_t begin, std::size_t end) {
  const std::size_t size = end - begin;
  const std::size_t first = size == 0 ? begin : begin + 1;
  return size == 1 ? fmt::format("{}", first) : fmt::format("{},{}", first, size);
}

}  // namespace

std::string unified_diff(std::string_view path, std::string_view before, std::string_view after) {
  if (before == after) return {};
  const std::string name = quoted_name(path);
  if (before.find('\0') != before.npos || after.find('\0') != after.npos) {
    return fmt::format("Binary file {} differs\n", name);
  }
  const Lines old_lines = lines_of(before), new_lines = lines_of(after);
  const std::vector<Change> changes = changes_between(old_lines, new_lines);
  std::string diff = fmt::format("--- {}\n+++ {}\n", name, name);
  for (std::size_t first = 0; first < changes.size();) {
    std::size_t last = first;  // changes that share their context are one hunk
    while (last + 1 < changes.size() &&
           changes[last + 1].old_begin - changes[last].old_end <= 2 * context) {
      ++last;
    }
    const std::size_t lead = std::min(context, changes[first].old_begin);
    const std::size_t trail = std::min(context, old_lines.size() - changes[last].old_end);
    diff += fmt::format("@@ -{} +{} @@\n",
                        range(changes[first].old_begin - lead, changes[last].old_end + trail),
                        range(changes[first].new_begin - lead, changes[last].new_end + trail));
    std::size_t at = changes[first].old_begin - lead;
    for (std::size_t i = first; i <= last; ++i) {
      write_lines(old_lines, at, changes[i].old_begin, ' ', diff);
      write_lines(old_lines, changes[i].old_begin, changes[i].old_end, '-', diff);
      write_lines(new_lines, changes[i].new_begin, changes[i].new_end, '+', diff);
      at = changes[i].old_end;
    }
    write_lines(old_lines, at, at + trail, ' ', diff);
    first = last + 1;
  }
  return diff;
}

}  // namespace caveat
