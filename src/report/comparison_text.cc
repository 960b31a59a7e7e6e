// What changed between two runs, for a terminal.
#include <fmt/format.h>

#include <map>

#include "model/display.h"
#include "report/comparison.h"

namespace caveat {
namespace {

std::string place(const RecordedFinding& finding) {
  return fmt::format("{}:{}:{}", printable(finding.path), finding.line, finding.column);
}

std::string section(std::string_view title, const std::vector<RecordedFinding>& findings) {
  if (findings.empty()) return "";
  std::string text = fmt::format("{} ({})\n", title, findings.size());
  for (const RecordedFinding& finding : findings) {
    text +=
        fmt::format("  {}: {}: {} [{}]\n      {}\n", place(finding), name(finding.severity),
                    printable(finding.message), printable(finding.rule), printable(finding.text));
  }
  return text + "\n";
}

std::string documents(const Comparison& comparison) {
  if (comparison.documents.empty()) return "";
  std::string text = fmt::format("Documents ({} changed)\n", comparison.documents.size());
  for (const DocumentChange& change : comparison.documents) {
    text += fmt::format("  {}: {}\n", printable(change.path), in_words(change));
  }
  return text + "\n";
}

// A line more above shifts everything below it: that is counted; what went elsewhere is told.
std::string moves(const Comparison& comparison) {
  if (comparison.moved.empty()) return "";
  std::string text = fmt::format("Moved ({})\n", comparison.moved.size());
  std::map<std::string, std::size_t> within;
  for (const auto& [before, after] : comparison.moved) {
    if (before.path == after.path) {
      ++within[after.path];
    } else {
      text += fmt::format("  {} -> {} [{}]\n", place(before), place(after), printable(after.rule));
    }
  }
  for (const auto& [path, number] : within) {
    text += fmt::format("  {}: {} to other lines or columns\n", printable(path), number);
  }
  return text + "\n";
}

}  // namespace

std::string comparison_as_text(const Comparison& comparison) {
  return section("New", comparison.added) + section("Gone", comparison.gone) + moves(comparison) +
         documents(comparison) + counts_in_words(comparison) + "\n";
}

}  // namespace caveat
