// A table of all findings, for a spreadsheet.
#include <vector>

#include "report/csv_cells.h"
#include "report/formats.h"
#include "report/wording.h"

namespace caveat {
namespace {

std::string number(std::size_t value) { return std::to_string(value); }

}  // namespace

std::string write_csv(const Report& report, const WriterOptions&) {
  std::string table =
      csv_row({"path", "verdict", "score", "line", "column", "rule", "family", "kind", "severity",
               "stance", "text", "message", "suggestion", "begin", "end", "fingerprint"});
  for (const FileReport& file : report.documents) {
    for (const Finding& finding : file.findings) {
      const RuleInfo& rule = *finding.rule;
      const bool claim = rule.kind == FindingKind::Claim;
      table += csv_row({csv_cell(file.document.path), std::string(name(file.verdict)),
                        std::to_string(file.score), number(finding.start.line),
                        number(finding.start.column), csv_cell(rule.id), csv_cell(rule.family),
                        std::string(name(rule.kind)), std::string(name(finding.severity)),
                        std::string(claim ? name(finding.stance) : ""),
                        csv_cell(words_of(finding, file.document)), csv_cell(full_message(finding)),
                        csv_cell(rule.suggestion), number(finding.source.begin),
                        number(finding.source.end), fingerprint_of(finding)});
    }
  }
  return table;
}

}  // namespace caveat
