// JUnit XML: a suite for each document, a case for each finding. Errors and warnings are failures;
// suggestions are skipped cases, which are seen and fail nothing.
#include <fmt/format.h>

#include "report/formats.h"
#include "report/wording.h"
#include "report/xml.h"

namespace caveat {
namespace {

std::string test_case(const FileReport& file, const Finding& finding) {
  const std::string message = xml(full_message(finding));
  const std::string head =
      fmt::format("    <testcase classname=\"{}\" name=\"{} at {}:{}\">\n", xml(file.document.path),
                  xml(finding.rule->id), finding.start.line, finding.start.column);
  if (finding.severity == Severity::Suggestion) {
    return head + fmt::format("      <skipped message=\"{}\"/>\n    </testcase>\n", message);
  }
  return head + fmt::format(
                    "      <failure type=\"{}\" message=\"{}\">{}</failure>\n    "
                    "</testcase>\n",
                    name(finding.severity), message, xml(words_of(finding, file.document)));
}

std::string suite(const FileReport& file) {
  const Counts counts = count(file);
  const std::string path = xml(file.document.path);
  std::string text = fmt::format(
      "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" "
      "skipped=\"{}\">\n",
      path, std::max<std::size_t>(file.findings.size(), 1), counts.errors + counts.warnings,
      counts.suggestions);
  for (const Finding& finding : file.findings) text += test_case(file, finding);
  // A document without findings was audited, too.
  if (file.findings.empty()) {
    text += fmt::format("    <testcase classname=\"{}\" name=\"nothing found\"/>\n", path);
  }
  return text + "  </testsuite>\n";
}

std::string problem_suite(const Report& report) {
  if (report.problems.empty()) return "";
  std::string text = fmt::format(
      "  <testsuite name=\"problems\" tests=\"{0}\" failures=\"0\" errors=\"{0}\" "
      "skipped=\"0\">\n",
      report.problems.size());
  for (const Problem& problem : report.problems) {
    text += fmt::format(
        "    <testcase classname=\"{}\" name=\"{}\">\n      <error message=\"{}\"/>\n    "
        "</testcase>\n",
        xml(problem.path), xml(problem.code), xml(problem.message));
  }
  return text + "  </testsuite>\n";
}

}  // namespace

std::string write_junit(const Report& report, const WriterOptions&) {
  std::string text(xml_declaration);
  text += "<testsuites name=\"caveat\">\n";
  for (const FileReport& file : report.documents) text += suite(file);
  return text + problem_suite(report) + "</testsuites>\n";
}

}  // namespace caveat
