// What changed between two runs, for people.
#include <fmt/format.h>

#include "report/comparison.h"
#include "report/html_page.h"
#include "report/html_text.h"

namespace caveat {
namespace {

std::string place(const RecordedFinding& finding) {
  return html(fmt::format("{}:{}:{}", finding.path, finding.line, finding.column));
}

std::string table(std::string_view title, std::string_view what,
                  const std::vector<RecordedFinding>& findings) {
  std::string rows;
  for (const RecordedFinding& finding : findings) {
    rows += fmt::format(
        "<tr class=\"{0}\"><th scope=\"row\">{1}</th><td data-value=\"{2}\"><span "
        "class=\"severity\">{0}</span></td><td>{3} <code>{4}</code></td><td><q>{5}</q></td></tr>\n",
        name(finding.severity), place(finding), static_cast<int>(finding.severity),
        html(finding.message), html(finding.rule), html_copy_text(finding.text, false));
  }
  const std::string head = fmt::format("<section><h2>{} ({})</h2>\n", title, findings.size());
  if (findings.empty()) return head + fmt::format("<p class=\"note\">{}</p></section>\n", what);
  return head + fmt::format(
                    "<div class=\"wide\"><table class=\"sortable\">\n<thead><tr>"
                    "<th scope=\"col\">Place</th><th scope=\"col\">Severity</th>"
                    "<th scope=\"col\">Finding</th><th scope=\"col\">Words</th></tr></thead>\n"
                    "<tbody>\n{}</tbody></table></div></section>\n",
                    rows);
}

std::string moves(const Comparison& comparison) {
  if (comparison.moved.empty()) return "";
  std::string rows;
  for (const auto& [before, after] : comparison.moved) {
    rows += fmt::format(
        "<tr><th scope=\"row\">{}</th><td>{}</td><td><code>{}</code></td><td><q>{}</q></td></tr>\n",
        place(after), place(before), html(after.rule), html_copy_text(after.text, false));
  }
  return fmt::format(
      "<section><h2>Moved ({})</h2>\n<div class=\"wide\"><table class=\"sortable\">\n<thead><tr>"
      "<th scope=\"col\">Place</th><th scope=\"col\">Before</th><th scope=\"col\">Rule</th>"
      "<th scope=\"col\">Words</th></tr></thead>\n<tbody>\n{}</tbody></table></div></section>\n",
      comparison.moved.size(), rows);
}

}  // namespace

std::string comparison_as_html(const Comparison& comparison) {
  return html_page(
      "Two audits compared",
      fmt::format("<main class=\"index\">\n<header class=\"top\"><h1>Two audits compared</h1>\n"
                  "<p>{} new, {} gone, {} moved, {} unchanged.</p></header>\n{}{}{}</main>\n",
                  comparison.added.size(), comparison.gone.size(), comparison.moved.size(),
                  comparison.unchanged, table("New", "Nothing is new.", comparison.added),
                  table("Gone", "Nothing is gone.", comparison.gone), moves(comparison)));
}

}  // namespace caveat
