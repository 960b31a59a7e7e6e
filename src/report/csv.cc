// A table of all findings, for a spreadsheet.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

#include "model/display.h"
#include "report/formats.h"
#include "report/wording.h"

namespace caveat {
namespace {

// A spreadsheet takes a cell that begins like this for a formula, and copy is written by strangers:
// https://owasp.org/www-community/attacks/CSV_Injection.
bool begins_like_formula(std::string_view text) {
  if (text.empty()) return false;
  const char32_t first = code_point_at(text, 0).value;
  return std::u32string_view(U"=+-@\t\r＝＋－＠").find(first) != std::u32string_view::npos;
}

std::string cell(std::string_view text) {
  std::string clean = printable(text);
  if (begins_like_formula(clean)) clean.insert(0, 1, '\'');
  if (clean.find_first_of("\",;") == std::string::npos) return clean;
  std::string quoted = "\"";
  for (const char letter : clean) {
    quoted += letter;
    if (letter == '"') quoted += '"';
  }
  return quoted + '"';
}

std::string row(std::vector<std::string> cells) {
  return fmt::format("{}\r\n", fmt::join(cells, ","));  // RFC 4180
}

std::string number(std::size_t value) { return std::to_string(value); }

}  // namespace

std::string write_csv(const Report& report, const WriterOptions&) {
  std::string table =
      row({"path", "verdict", "score", "line", "column", "rule", "family", "kind", "severity",
           "stance", "text", "message", "suggestion", "begin", "end", "fingerprint"});
  for (const FileReport& file : report.documents) {
    for (const Finding& finding : file.findings) {
      const RuleInfo& rule = *finding.rule;
      const bool claim = rule.kind == FindingKind::Claim;
      table +=
          row({cell(file.document.path), std::string(name(file.verdict)),
               std::to_string(file.score), number(finding.start.line), number(finding.start.column),
               cell(rule.id), cell(rule.family), std::string(name(rule.kind)),
               std::string(name(finding.severity)), std::string(claim ? name(finding.stance) : ""),
               cell(finding.text), cell(full_message(finding)), cell(rule.suggestion),
               number(finding.source.begin), number(finding.source.end), finding.fingerprint});
    }
  }
  return table;
}

}  // namespace caveat
