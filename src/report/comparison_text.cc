// What changed between two runs, for a terminal.
#include <fmt/format.h>

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

std::string moves(const Comparison& comparison) {
  if (comparison.moved.empty()) return "";
  std::string text = fmt::format("Moved ({})\n", comparison.moved.size());
  for (const auto& [before, after] : comparison.moved) {
    text += fmt::format("  {} -> {} [{}]\n", place(before), place(after), printable(after.rule));
  }
  return text + "\n";
}

}  // namespace

std::string comparison_as_text(const Comparison& comparison) {
  return section("New", comparison.added) + section("Gone", comparison.gone) + moves(comparison) +
         fmt::format("{} new, {} gone, {} moved, {} unchanged\n", comparison.added.size(),
                     comparison.gone.size(), comparison.moved.size(), comparison.unchanged);
}

}  // namespace caveat
