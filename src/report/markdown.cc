// Markdown, for a pull request or a wiki.
#include <fmt/format.h>

#include <set>

#include "report/catalogue.h"
#include "report/formats.h"
#include "report/markdown_text.h"
#include "report/uri.h"
#include "report/wording.h"

namespace caveat {
namespace {

void point(std::string& text, std::string_view label, const std::string& value) {
  if (!value.empty()) text += fmt::format("- **{}**: {}\n", label, value);
}

std::string evidence(const RuleInfo& rule, const Catalogue& catalogue) {
  if (rule.evidence.verdict.empty()) return "";
  std::string text = markdown(rule.evidence.verdict);
  if (!rule.evidence.note.empty()) text += ". " + markdown(rule.evidence.note);
  for (const EvidenceSource* source : catalogue.sources(rule)) {
    text += "\n  - " + markdown_link(source->citation, source->url);
  }
  return text;
}

std::string authorities(const RuleInfo& rule, const Catalogue& catalogue) {
  std::string text;
  for (const Authority* authority : catalogue.authorities(rule)) {
    text += fmt::format("{}{} ({})", text.empty() ? "" : "; ",
                        markdown_link(authority->name, authority->url),
                        markdown(authority->jurisdiction));
  }
  return text;
}

std::string finding_section(const Finding& finding, const Document& document,
                            const Catalogue& catalogue, bool explain) {
  const RuleInfo& rule = *finding.rule;
  std::string text = fmt::format("### Line {}: {}\n\n{}: {}\n\n", finding.start.line,
                                 markdown(full_message(finding)), name(finding.severity),
                                 markdown_code(finding.text));
  point(text, "Rule", markdown_code(rule.id));
  if (rule.kind == FindingKind::Claim) point(text, "Stance", markdown(stance_in_words(finding)));
  // Once for each rule: the second time it is known.
  if (explain) {
    point(text, "Why", markdown(rule.why));
    point(text, "Evidence", evidence(rule, catalogue));
    point(text, "Authorities", authorities(rule, catalogue));
    point(text, suggestion_title(rule), markdown(rule.suggestion));
  }
  if (const Fix* fix = shown_fix(finding, document))
    point(text, "Fix", markdown_code(fix->replacement));
  return text + "\n";
}

std::string document_section(const FileReport& file, const Catalogue& catalogue,
                             const WriterOptions& options) {
  std::string text =
      fmt::format("## {}\n\n**{}**, score {} of 100; {}.\n\n", markdown(file.document.path),
                  name(file.verdict), file.score, counts_in_words(count(file)));
  if (!file.coverage.note.empty()) text += markdown(file.coverage.note) + "\n\n";
  std::set<const RuleInfo*> explained;
  for (const Finding& finding : file.findings) {
    text +=
        finding_section(finding, file.document, catalogue, explained.insert(finding.rule).second);
  }
  if (!options.show_dismissed || file.dismissed.empty()) return text;
  text += "### Dismissed\n\n";
  for (const Dismissal& dismissal : file.dismissed) {
    text += fmt::format("- Line {}: {} ({}): {}\n", dismissal.finding.start.line,
                        markdown_code(dismissal.finding.text), markdown(dismissal.finding.rule->id),
                        markdown(dismissal_in_words(dismissal)));
  }
  return text + "\n";
}

}  // namespace

std::string write_markdown(const Report& report, const WriterOptions& options) {
  const Catalogue catalogue(report);
  std::string text = "# Audit\n\n";
  for (const FileReport& file : report.documents) {
    text += document_section(file, catalogue, options);
  }
  return text + run_in_words(report) + ".\n";
}

std::string write_markdown_overview(const Report& report, std::span<const std::string> files) {
  std::string text =
      "# Audit\n\n| Document | Verdict | Score | Errors | Warnings | Suggestions |\n"
      "| --- | --- | ---: | ---: | ---: | ---: |\n";
  for (std::size_t i = 0; i < report.documents.size(); ++i) {
    const FileReport& file = report.documents[i];
    const Counts counts = count(file);
    text += fmt::format("| {} | {} | {} | {} | {} | {} |\n",
                        markdown_link(file.document.path, uri(files[i])), name(file.verdict),
                        file.score, counts.errors, counts.warnings, counts.suggestions);
  }
  return text + "\n" + run_in_words(report) + ".\n";
}

}  // namespace caveat
