// Markdown, for a pull request or a wiki.
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "report/catalogue.h"
#include "report/formats.h"
#include "report/markdown_text.h"
#include "report/rule_groups.h"
#include "report/uri.h"
#include "report/wording.h"

namespace caveat {
namespace {

void paragraph(std::string& text, std::string_view label, const std::string& value) {
  if (!value.empty()) text += fmt::format("**{}**: {}\n\n", label, value);
}

// What a text says once: the reasons of a rule where it is met first, and at the end the addresses
// that it names, as "[a-uk-code]: https://…".
class Sources {
 public:
  bool explain(const RuleInfo& rule) { return explained_.insert(&rule).second; }
  std::string link(char kind, std::string_view id, std::string_view text, std::string_view url) {
    if (!is_web_address(url)) return markdown(text);
    std::string label = fmt::format("{}-", kind);
    for (const char letter : id) {
      label += std::isalnum(static_cast<unsigned char>(letter)) != 0 ? letter : '-';
    }
    urls_[label] = markdown_address(url);
    return fmt::format("[{}][{}]", markdown(text), label);
  }
  std::string definitions() const {
    std::string text;
    for (const auto& [label, url] : urls_) text += fmt::format("[{}]: {}\n", label, url);
    return text.empty() ? "" : "\n" + text;
  }

 private:
  std::set<const RuleInfo*> explained_;
  std::map<std::string, std::string> urls_;
};

class DocumentMarkdown {
 public:
  DocumentMarkdown(const FileReport& file, const Catalogue& catalogue, Sources& sources)
      : file_(file), catalogue_(catalogue), sources_(sources) {}

  std::string write(bool show_dismissed) {
    std::string text =
        fmt::format("## {}\n\n**{}**, risk {} of 100; {}.\n\n", markdown(file_.document.path),
                    name(file_.verdict), file_.score, counts_in_words(count(file_)));
    if (!file_.coverage.note.empty()) text += markdown(file_.coverage.note) + "\n\n";
    for (const RuleGroup& group : rule_groups(file_)) text += section(group);
    if (show_dismissed && !file_.dismissed.empty()) text += dismissed();
    return text;
  }

 private:
  std::string section(const RuleGroup& group) {
    const Finding& first = file_.findings[group.front()];
    const RuleInfo& rule = *first.rule;
    std::string text = fmt::format("### {}: {} {}\n\n", name(first.severity),
                                   markdown(rule.message), markdown_code(rule.id));
    for (const std::size_t i : group) text += place(file_.findings[i]);
    text += "\n";
    if (!sources_.explain(rule)) return text;
    paragraph(text, "Why", markdown(rule.why));
    paragraph(text, suggestion_title(rule), markdown(rule.suggestion));
    return text + reasons(rule);
  }

  std::string place(const Finding& finding) const {
    std::string text = fmt::format("- Line {}: {}", finding.start.line,
                                   markdown_code(words_of(finding, file_.document)));
    const std::string stance = stance_in_words(finding);
    if (!stance.empty()) text += fmt::format(" ({})", markdown(stance));
    if (!finding.detail.empty()) text += ". " + markdown(finding.detail.get());
    if (const Fix* fix = shown_fix(finding, file_.document)) {
      text += " Write " + markdown_code(fix->replacement);
    }
    return text + "\n";
  }

  // Folded, where Markdown is shown as GitHub and GitLab do.
  std::string reasons(const RuleInfo& rule) {
    const std::string studies = evidence(rule), codes = authorities(rule);
    if (studies.empty() && codes.empty()) return "";
    std::string text = "<details><summary>Evidence and authorities</summary>\n\n";
    paragraph(text, "Evidence", studies);
    paragraph(text, "Authorities", codes);
    return text + "</details>\n\n";
  }

  std::string evidence(const RuleInfo& rule) {
    if (rule.evidence.verdict.empty()) return "";
    std::string text = markdown(rule.evidence.verdict);
    if (!rule.evidence.note.empty()) text += ". " + markdown(rule.evidence.note);
    std::string_view lead = text.ends_with('.') ? " " : ". ";
    for (const EvidenceSource* source : catalogue_.sources(rule)) {
      text += lead;
      text += sources_.link('s', source->id, shown_citation(*source), source->url);
      lead = "; ";
    }
    return text;
  }

  std::string authorities(const RuleInfo& rule) {
    std::string text;
    for (const Authority* authority : catalogue_.authorities(rule)) {
      text += fmt::format("{}{} ({})", text.empty() ? "" : "; ",
                          sources_.link('a', authority->id, shown_name(*authority), authority->url),
                          markdown(authority->jurisdiction));
    }
    return text;
  }

  std::string dismissed() const {
    std::string text = "### Dismissed\n\n";
    for (const Dismissal& dismissal : file_.dismissed) {
      text += fmt::format("- Line {}: {} ({}): {}\n", dismissal.finding.start.line,
                          markdown_code(words_of(dismissal.finding, file_.document)),
                          markdown(dismissal.finding.rule->id),
                          markdown(dismissal_in_words(dismissal)));
    }
    return text + "\n";
  }

  const FileReport& file_;
  const Catalogue& catalogue_;
  Sources& sources_;
};

// `links`: where the documents' own reports are; may be empty.
std::string table(const Report& report, std::span<const std::string> links) {
  std::string text =
      "| Document | Verdict | Risk | Errors | Warnings | Suggestions |\n"
      "| --- | --- | ---: | ---: | ---: | ---: |\n";
  for (std::size_t i = 0; i < report.documents.size(); ++i) {
    const FileReport& file = report.documents[i];
    const Counts counts = count(file);
    const std::string& path = file.document.path;
    text += fmt::format(
        "| {} | {} | {} | {} | {} | {} |\n",
        i < links.size() ? fmt::format("[{}]({})", markdown(path), uri(links[i])) : markdown(path),
        name(file.verdict), file.score, counts.errors, counts.warnings, counts.suggestions);
  }
  return text;
}

}  // namespace

std::string write_markdown(const Report& report, const WriterOptions& options) {
  const Catalogue catalogue(report);
  Sources sources;
  std::string text = fmt::format("# Audit\n\n{}.\n\n", run_in_words(report));
  if (report.documents.size() > 1) text += table(report, {}) + "\n";
  for (const FileReport& file : report.documents) {
    text += DocumentMarkdown(file, catalogue, sources).write(options.show_dismissed);
  }
  return text + "Caveat " + markdown(report.tool_version) + ". This is no legal advice.\n" +
         sources.definitions();
}

std::string write_markdown_overview(const Report& report, std::span<const std::string> files) {
  return "# Audit\n\n" + table(report, files) + "\n" + run_in_words(report) + ".\n";
}

}  // namespace caveat
