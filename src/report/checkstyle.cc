// Checkstyle XML, which many review tools read.
#include <fmt/format.h>

#include "report/formats.h"
#include "report/wording.h"
#include "report/xml.h"

namespace caveat {
namespace {

std::string_view level(Severity severity) {
  return severity == Severity::Suggestion ? "info" : name(severity);
}

}  // namespace

std::string write_checkstyle(const Report& report, const WriterOptions&) {
  std::string text(xml_declaration);
  text += "<checkstyle version=\"4.3\">\n";
  for (const FileReport& file : report.documents) {
    text += fmt::format("  <file name=\"{}\">\n", xml(file.document.path));
    for (const Finding& finding : file.findings) {
      text += fmt::format(
          "    <error line=\"{}\" column=\"{}\" severity=\"{}\" message=\"{}\" "
          "source=\"caveat.{}\"/>\n",
          finding.start.line, finding.start.column, level(finding.severity),
          xml(full_message(finding)), xml(finding.rule->id));
    }
    text += "  </file>\n";
  }
  for (const Problem& problem : report.problems) {
    text += fmt::format(
        "  <file name=\"{}\">\n    <error line=\"{}\" severity=\"error\" message=\"{}\" "
        "source=\"caveat.problem.{}\"/>\n  </file>\n",
        xml(problem.path), std::max<std::size_t>(problem.line, 1), xml(problem.message),
        xml(problem.code));
  }
  return text + "</checkstyle>\n";
}

}  // namespace caveat
