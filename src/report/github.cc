// Annotations of GitHub Actions: workflow commands on standard output.
#include <fmt/format.h>

#include "model/display.h"
#include "report/formats.h"
#include "report/wording.h"

namespace caveat {
namespace {

std::string_view command(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return "error";
    case Severity::Warning:
      return "warning";
    case Severity::Suggestion:
      return "notice";
  }
  return "notice";
}

// The escapes of the actions toolkit; values of properties end at a colon or comma.
std::string escaped(std::string_view text, std::string_view special) {
  std::string result;
  for (const char letter : text) {
    if (special.find(letter) != std::string_view::npos) {
      result += fmt::format("%{:02X}", static_cast<unsigned char>(letter));
    } else {
      result += letter;
    }
  }
  return result;
}

std::string message(std::string_view text) { return escaped(printable(text), "%\r\n"); }
std::string property(std::string_view text) { return escaped(printable(text), "%\r\n:,"); }

}  // namespace

std::string write_github(const Report& report, const WriterOptions&) {
  std::string commands;
  for (const FileReport& file : report.documents) {
    for (const Finding& finding : file.findings) {
      // Columns mean something to GitHub within one line only.
      const std::string columns =
          finding.start.line == finding.stop.line
              ? fmt::format(",col={},endColumn={}", finding.start.column, finding.stop.column)
              : "";
      commands +=
          fmt::format("::{} file={},line={},endLine={}{},title={}::{}\n", command(finding.severity),
                      property(file.document.path), finding.start.line, finding.stop.line, columns,
                      property(finding.rule->id), message(full_message(finding)));
    }
  }
  for (const Problem& problem : report.problems) {
    const std::string place =
        problem.path.empty() ? "" : fmt::format(" file={}", property(problem.path));
    commands += fmt::format("::error{}::{}\n", place, message(problem.message));
  }
  return commands;
}

}  // namespace caveat
