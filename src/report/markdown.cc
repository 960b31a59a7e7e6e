// Markdown, for a pull request or a wiki.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "model/display.h"
#include "report/catalogue.h"
#include "report/formats.h"
#include "report/uri.h"
#include "report/wording.h"

namespace caveat {
namespace {

// Plain text in Markdown: nothing in it is markup.
std::string escaped(std::string_view text) {
  std::string result;
  for (const char letter : printable(text)) {
    if (std::string_view("\\`*_{}[]<>#|~&!@").find(letter) != std::string_view::npos)
      result += '\\';
    result += letter;
  }
  return result;
}

// Words of the document, in a code span whose fence no run of backticks in them can close.
std::string quoted(std::string_view text) {
  const std::string words = printable(text);
  std::size_t longest = 0, run = 0;
  for (const char letter : words) {
    run = letter == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  return words.empty() ? "(nothing)" : fmt::format("{0} {1} {0}", fence, words);
}

std::string link(std::string_view text, std::string_view url) {
  if (url.empty()) return escaped(text);
  std::string target;
  for (const char letter : printable(url)) {
    if (letter == ' ' || letter == '<' || letter == '>' || letter == '(' || letter == ')') {
      target += fmt::format("%{:02X}", static_cast<unsigned char>(letter));
    } else {
      target += letter;
    }
  }
  return fmt::format("[{}]({})", escaped(text), target);
}

void point(std::string& text, std::string_view label, const std::string& value) {
  if (!value.empty()) text += fmt::format("- **{}**: {}\n", label, value);
}

std::string evidence(const RuleInfo& rule, const Catalogue& catalogue) {
  if (rule.evidence.verdict.empty()) return "";
  std::string text = escaped(rule.evidence.verdict);
  if (!rule.evidence.note.empty()) text += ". " + escaped(rule.evidence.note);
  for (const EvidenceSource* source : catalogue.sources(rule)) {
    text += "\n  - " + link(source->citation, source->url);
  }
  return text;
}

std::string authorities(const RuleInfo& rule, const Catalogue& catalogue) {
  std::string text;
  for (const Authority* authority : catalogue.authorities(rule)) {
    text += fmt::format("{}{} ({})", text.empty() ? "" : "; ",
                        link(authority->name, authority->url), escaped(authority->jurisdiction));
  }
  return text;
}

std::string finding_section(const Finding& finding, const Document& document,
                            const Catalogue& catalogue, bool explain) {
  const RuleInfo& rule = *finding.rule;
  std::string text =
      fmt::format("### Line {}: {}\n\n{}: {}\n\n", finding.start.line,
                  escaped(full_message(finding)), name(finding.severity), quoted(finding.text));
  point(text, "Rule", quoted(rule.id));
  if (rule.kind == FindingKind::Claim) point(text, "Stance", escaped(stance_in_words(finding)));
  // Once for each rule: the second time it is known.
  if (explain) {
    point(text, "Why", escaped(rule.why));
    point(text, "Evidence", evidence(rule, catalogue));
    point(text, "Authorities", authorities(rule, catalogue));
    point(text, suggestion_title(rule), escaped(rule.suggestion));
  }
  if (const Fix* fix = shown_fix(finding, document)) point(text, "Fix", quoted(fix->replacement));
  return text + "\n";
}

std::string document_section(const FileReport& file, const Catalogue& catalogue,
                             const WriterOptions& options) {
  std::string text =
      fmt::format("## {}\n\n**{}**, score {} of 100; {}.\n\n", escaped(file.document.path),
                  name(file.verdict), file.score, counts_in_words(count(file)));
  if (!file.coverage.note.empty()) text += escaped(file.coverage.note) + "\n\n";
  std::set<const RuleInfo*> explained;
  for (const Finding& finding : file.findings) {
    text +=
        finding_section(finding, file.document, catalogue, explained.insert(finding.rule).second);
  }
  if (!options.show_dismissed || file.dismissed.empty()) return text;
  text += "### Dismissed\n\n";
  for (const Dismissal& dismissal : file.dismissed) {
    text += fmt::format("- Line {}: {} ({}): {}\n", dismissal.finding.start.line,
                        quoted(dismissal.finding.text), escaped(dismissal.finding.rule->id),
                        escaped(dismissal_in_words(dismissal)));
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
                        link(file.document.path, uri(files[i])), name(file.verdict), file.score,
                        counts.errors, counts.warnings, counts.suggestions);
  }
  return text + "\n" + run_in_words(report) + ".\n";
}

}  // namespace caveat
