// What changed between two runs, for people.
#include <fmt/format.h>

#include "report/comparison.h"
#include "report/html_page.h"
#include "report/html_text.h"
#include "report/wording.h"

namespace caveat {
namespace {

std::string entry(const RecordedFinding& finding) {
  return fmt::format(
      "<li class=\"{0}\"><span class=\"severity\">{0}</span> <q class=\"words\">{1}</q> {2} "
      "<span class=\"where\">line {3}, <code>{4}</code></span></li>\n",
      name(finding.severity), html_copy_text(finding.text, false), html(finding.message),
      finding.line, html(finding.rule));
}

// By document, in the order in which they stand.
std::string section(std::string_view title, std::string_view none,
                    const std::vector<RecordedFinding>& findings) {
  std::string text = fmt::format("<section><h2>{} ({})</h2>\n", title, findings.size());
  if (findings.empty()) return text + fmt::format("<p class=\"note\">{}</p></section>\n", none);
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const bool first = i == 0 || findings[i - 1].path != findings[i].path;
    if (first) {
      text += fmt::format("{}<h3>{}</h3>\n<ul class=\"changes\">\n", i == 0 ? "" : "</ul>\n",
                          html(findings[i].path));
    }
    text += entry(findings[i]);
  }
  return text + "</ul></section>\n";
}

std::string judged(const std::optional<RecordedDocument>& document) {
  if (!document) return "<td><span class=\"where\">none</span></td><td class=\"figure\"></td>";
  return fmt::format("<td data-value=\"{}\">{}</td><td class=\"figure\">{}</td>",
                     static_cast<int>(document->verdict), html_verdict(document->verdict),
                     document->score);
}

std::string documents(const Comparison& comparison) {
  if (comparison.documents.empty()) return "";
  std::string rows;
  for (const DocumentChange& change : comparison.documents) {
    rows += fmt::format(
        "<tr><th scope=\"row\">{}</th>{}{}<td class=\"figure\">{}</td><td class=\"figure\">{}</td>"
        "</tr>\n",
        html(change.path), judged(change.before), judged(change.after), change.added, change.gone);
  }
  return fmt::format(
      "<section><h2 id=\"documents\">Documents that changed ({})</h2>\n<div class=\"wide\" "
      "tabindex=\"0\" role=\"region\" aria-labelledby=\"documents\"><table class=\"sortable\">\n"
      "<thead><tr><th scope=\"col\">Document</th><th scope=\"col\">Before</th>"
      "<th scope=\"col\" class=\"figure\">Risk</th><th scope=\"col\">Now</th>"
      "<th scope=\"col\" class=\"figure\">Risk</th><th scope=\"col\" class=\"figure\">New</th>"
      "<th scope=\"col\" class=\"figure\">Gone</th></tr></thead>\n<tbody>\n{}</tbody></table></div>"
      "</section>\n",
      comparison.documents.size(), rows);
}

std::string moves(const Comparison& comparison) {
  if (comparison.moved.empty()) return "";
  std::string rows;
  for (const auto& [before, after] : comparison.moved) {
    rows += fmt::format(
        "<li><q class=\"words\">{}</q> <span class=\"where\">{}:{}, before {}:{}, "
        "<code>{}</code></span></li>\n",
        html_copy_text(after.text, false), html(after.path), after.line, html(before.path),
        before.line, html(after.rule));
  }
  return fmt::format(
      "<section><h2>Moved ({})</h2>\n<details><summary>Where they were and are</summary>\n"
      "<ul class=\"changes\">\n{}</ul></details></section>\n",
      comparison.moved.size(), rows);
}

}  // namespace

std::string comparison_as_html(const Comparison& comparison) {
  return html_page(
      "Two audits compared",
      fmt::format("<main class=\"index\">\n<header class=\"top\"><h1>Two audits compared</h1>\n"
                  "<p>{}.</p></header>\n{}{}{}{}</main>\n",
                  counts_in_words(comparison), documents(comparison),
                  section("New", "Nothing is new.", comparison.added),
                  section("Gone", "Nothing is gone.", comparison.gone), moves(comparison)));
}

}  // namespace caveat
