// The page about a whole run: which documents are the worst, and what they have in common.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <vector>

#include "report/formats.h"
#include "report/html_charts.h"
#include "report/html_page.h"
#include "report/html_text.h"
#include "report/repeated_claims.h"
#include "report/sites.h"
#include "report/uri.h"
#include "report/wording.h"

namespace caveat {
namespace {

constexpr std::size_t shown_claims = 200;
constexpr std::size_t shown_documents = 40;  // of one claim

class IndexPage {
 public:
  IndexPage(const Report& report, std::span<const std::string> files)
      : report_(report), sites_(sites(report)) {
    for (const std::string& file : files) links_.push_back(html(uri(file)));
  }

  std::string write() const {
    std::string body = fmt::format(
        "<main class=\"index\">\n<header class=\"top\"><h1>Audit of {}</h1>\n<p>{}.</p></header>\n",
        quantity(report_.documents.size(), "document"), html(run_in_words(report_)));
    body += html_problems(report_);
    body += html_charts(report_, links_) + documents() + site_table() + claims();
    return html_page("Audit", body + "</main>\n" + html_footer(report_));
  }

 private:
  std::string link(std::size_t document) const {
    const std::string path = html(report_.documents[document].document.path);
    if (document >= links_.size()) return path;
    return fmt::format("<a href=\"{}\">{}</a>", links_[document], path);
  }

  // The worst first, for those who read it as it stands.
  std::string documents() const {
    std::vector<std::size_t> order(report_.documents.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    sort_worst_first(report_, order);
    std::string rows;
    for (const std::size_t i : order) rows += document_row(i);
    return fmt::format(
        "<section class=\"documents\">\n"
        "<h2 id=\"documents\">Documents</h2>\n{}<div class=\"wide tall\" tabindex=\"0\" "
        "role=\"region\" aria-labelledby=\"documents\"><table class=\"sortable\">\n<thead><tr>"
        "<th scope=\"col\">Document</th><th scope=\"col\">Verdict</th>"
        "<th scope=\"col\" class=\"figure\" aria-sort=\"descending\">Risk</th>"
        "<th scope=\"col\" class=\"figure\">Errors</th>"
        "<th scope=\"col\" class=\"figure\">Warnings</th>"
        "<th scope=\"col\" class=\"figure\">Suggestions</th>"
        "<th scope=\"col\" class=\"figure\">Missing statements</th>"
        "<th scope=\"col\">Language</th></tr></thead>\n<tbody>\n{}</tbody></table></div>\n"
        "</section>\n",
        document_filters(), rows);
  }

  std::string document_row(std::size_t index) const {
    const FileReport& file = report_.documents[index];
    const Counts counts = count(file);
    return fmt::format(
        "<tr data-verdict=\"{}\" data-site=\"{}\"><th scope=\"row\">{}</th>"
        "<td data-value=\"{}\">{}</td>"
        "<td class=\"figure\">{}</td><td class=\"figure\">{}</td><td class=\"figure\">{}</td>"
        "<td class=\"figure\">{}</td><td class=\"figure\">{}</td><td>{}</td></tr>\n",
        name(file.verdict), html(sites_[index]), link(index), static_cast<int>(file.verdict),
        html_verdict(file.verdict), file.score, counts.errors, counts.warnings, counts.suggestions,
        missing_statements(file), html(file.document.language));
  }

  // Shown by the script, which makes them work.
  std::string document_filters() const {
    std::string out =
        "<div class=\"filters\" role=\"group\" aria-label=\"Filters\" hidden>\n"
        "<input type=\"search\" placeholder=\"part of a path\" aria-label=\"Part of a path\">\n"
        "<select data-filter=\"verdict\" aria-label=\"Show one verdict\">"
        "<option value=\"\">every verdict</option><option>block</option><option>review</option>"
        "<option>pass</option></select>\n";
    const std::map<std::string, std::vector<std::size_t>> by_site = documents_by_site();
    if (by_site.size() > 1) {
      out +=
          "<select data-filter=\"site\" aria-label=\"Show one site\">"
          "<option value=\"\">every site</option>";
      for (const auto& [site, documents] : by_site) {
        if (!site.empty()) out += fmt::format("<option>{}</option>", html(site));
      }
      out += "</select>\n";
    }
    return out + "<p class=\"shown\" role=\"status\"></p>\n</div>\n";
  }

  std::map<std::string, std::vector<std::size_t>> documents_by_site() const {
    std::map<std::string, std::vector<std::size_t>> by_site;
    for (std::size_t i = 0; i < sites_.size(); ++i) by_site[sites_[i]].push_back(i);
    return by_site;
  }

  std::string site_table() const {
    const auto by_site = documents_by_site();
    if (by_site.size() < 2) return "";
    std::string rows;
    for (const auto& [site, documents] : by_site) rows += site_row(site, documents);
    return fmt::format(
        "<section aria-labelledby=\"sites\"><h2 id=\"sites\">Sites</h2>\n<p class=\"where\">By the "
        "folder below the one that all documents share.</p>\n<div class=\"wide\">"
        "<table class=\"sortable\">\n<thead><tr><th scope=\"col\">Site</th>"
        "<th scope=\"col\" class=\"figure\">Documents</th>"
        "<th scope=\"col\" class=\"figure\">Block</th>"
        "<th scope=\"col\" class=\"figure\">Review</th>"
        "<th scope=\"col\" class=\"figure\">Pass</th>"
        "<th scope=\"col\" class=\"figure\">Mean score</th>"
        "<th scope=\"col\" class=\"figure\">Findings</th></tr></thead>\n<tbody>\n{}</tbody></table>"
        "</div></section>\n",
        rows);
  }

  std::string site_row(const std::string& site, const std::vector<std::size_t>& documents) const {
    std::size_t verdicts[3] = {}, findings = 0, scores = 0;
    for (const std::size_t i : documents) {
      const FileReport& file = report_.documents[i];
      ++verdicts[static_cast<std::size_t>(file.verdict)];
      findings += file.findings.size();
      scores += static_cast<std::size_t>(file.score);
    }
    return fmt::format(
        "<tr><th scope=\"row\">{}</th><td class=\"figure\">{}</td><td class=\"figure\">{}</td>"
        "<td class=\"figure\">{}</td><td class=\"figure\">{}</td><td class=\"figure\">{}</td>"
        "<td class=\"figure\">{}</td></tr>\n",
        site.empty() ? "(in no folder)" : html(site), documents.size(), verdicts[2], verdicts[1],
        verdicts[0], (scores + documents.size() / 2) / documents.size(), findings);
  }

  std::string claims() const {
    const std::vector<RepeatedClaim> repeated = repeated_claims(report_);
    if (repeated.empty()) return "";
    std::string list;
    for (std::size_t i = 0; i < std::min(repeated.size(), shown_claims); ++i) {
      list += claim(repeated[i]);
    }
    const std::string left_out =
        repeated.size() <= shown_claims
            ? ""
            : fmt::format("<p class=\"note\">The {} most frequent of {} are shown.</p>\n",
                          shown_claims, repeated.size());
    return fmt::format(
        "<section aria-labelledby=\"claims\"><h2 id=\"claims\">The same claim in several documents "
        "({})</h2>\n<ol class=\"claims\">\n{}</ol>\n{}</section>\n",
        repeated.size(), list, left_out);
  }

  std::string claim(const RepeatedClaim& claim) const {
    std::string list;
    const std::size_t shown = std::min(claim.documents.size(), shown_documents);
    for (std::size_t i = 0; i < shown; ++i)
      list += fmt::format("<li>{}</li>", link(claim.documents[i]));
    if (shown < claim.documents.size()) {
      list += fmt::format("<li>and {} more</li>", claim.documents.size() - shown);
    }
    const RuleInfo& rule = *claim.first->rule;
    return fmt::format(
        "<li class=\"{0}\"><details><summary><strong>{1}, {0}</strong> <q>{2}</q></summary>\n"
        "<p>{3} <code>{4}</code></p>\n<ul>{5}</ul></details></li>\n",
        name(claim.first->severity), quantity(claim.documents.size(), "document"),
        html(words_of(*claim.first, report_.documents[claim.documents.front()].document)),
        html(rule.message), html(rule.id), list);
  }

  const Report& report_;
  std::vector<std::string> sites_;
  std::vector<std::string> links_;
};

}  // namespace

std::string write_html_overview(const Report& report, std::span<const std::string> files) {
  return IndexPage(report, files).write();
}

}  // namespace caveat
