#include "model/problem.h"

#include "model/display.h"

namespace caveat {
namespace {

constexpr std::string_view indent = "    ";

// Blanks as wide as the first `column - 1` code points of `line`. A tab stays a tab, so that the
// caret stands under its character whatever the terminal's tab stops are.
std::string blanks_before(std::string_view line, std::size_t column) {
  std::string blanks;
  for (std::size_t at = 0; at < line.size() && column > 1; --column) {
    const CodePoint point = code_point_at(line, at);
    at += point.bytes;
    if (point.value == '\t') {
      blanks += '\t';
    } else {
      blanks.append(display_width(point.value), ' ');
    }
  }
  return blanks;
}

// As `printable`, but with its tabs.
std::string printable_line(std::string_view line) {
  std::string clean;
  while (true) {
    const std::size_t tab = line.find('\t');
    clean += printable(line.substr(0, tab));
    if (tab == std::string_view::npos) return clean;
    clean += '\t';
    line.remove_prefix(tab + 1);
  }
}

}  // namespace

std::string to_text(const Problem& problem) {
  std::string text;
  if (!problem.path.empty()) {
    text += printable(problem.path);
    if (problem.line > 0) text += ":" + std::to_string(problem.line);
    if (problem.line > 0 && problem.column > 0) text += ":" + std::to_string(problem.column);
    text += ": ";
  }
  text += printable(problem.message) + "\n";
  if (!problem.quoted.empty()) {
    text.append(indent).append(printable_line(problem.quoted)) += '\n';
    if (problem.column > 0) {
      text.append(indent).append(blanks_before(problem.quoted, problem.column)) += "^\n";
    }
  }
  if (!problem.hint.empty()) text.append("  ").append(printable(problem.hint)) += '\n';
  return text;
}

}  // namespace caveat
