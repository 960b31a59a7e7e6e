// One line for each finding: what editors and `grep` read.
#include <fmt/format.h>

#include "model/display.h"
#include "report/formats.h"
#include "report/wording.h"

namespace caveat {

std::string write_concise(const Report& report, const WriterOptions&) {
  std::string text;
  for (const FileReport& file : report.documents) {
    const std::string path = printable(file.document.path);
    for (const Finding& finding : file.findings) {
      text +=
          fmt::format("{}:{}:{}: {}: {} [{}]\n", path, finding.start.line, finding.start.column,
                      name(finding.severity), printable(full_message(finding)), finding.rule->id);
    }
  }
  return text;
}

}  // namespace caveat
