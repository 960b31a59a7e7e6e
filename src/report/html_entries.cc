#include "report/html_entries.h"

#include <fmt/format.h>

#include "report/html_text.h"
#include "report/wording.h"

namespace caveat {
namespace {

bool is_duty(const Finding& finding) { return finding.rule->kind == FindingKind::Obligation; }

bool is_claim(const Finding& finding) { return finding.rule->kind == FindingKind::Claim; }

// Damage is often in what nobody can see.
bool wants_revealing(const Finding& finding) {
  return finding.rule->kind == FindingKind::Damage || finding.rule->kind == FindingKind::Residue;
}

std::string labelled(std::string_view label, std::string_view html_value) {
  if (html_value.empty()) return "";
  return fmt::format("<dt>{}</dt><dd>{}</dd>\n", label, html_value);
}

std::string copy_button(std::string_view what) {
  return fmt::format("<button type=\"button\" class=\"copy\" data-text=\"{}\" hidden>Copy</button>",
                     html(what));
}

std::string stance(const Finding& finding) {
  if (!is_claim(finding)) return "";
  const std::string words = stance_in_words(finding);
  return html(words.empty() ? name(finding.stance) : words);
}

std::string evidence(const RuleInfo& rule, const Catalogue& catalogue) {
  if (rule.evidence.verdict.empty()) return "";
  std::string text = fmt::format("<strong>{}</strong>", html(rule.evidence.verdict));
  if (!rule.evidence.note.empty()) text += ". " + html(rule.evidence.note);
  const auto sources = catalogue.sources(rule);
  if (sources.empty()) return text;
  text += "<ul>";
  for (const EvidenceSource* source : sources) {
    text += fmt::format("<li>{}</li>", html_link(source->citation, source->url));
  }
  return text + "</ul>";
}

std::string authorities(const RuleInfo& rule, const Catalogue& catalogue) {
  std::string text;
  for (const Authority* authority : catalogue.authorities(rule)) {
    text += fmt::format("<li>{} <span class=\"where\">{}</span></li>",
                        html_link(authority->name, authority->url), html(authority->jurisdiction));
  }
  return text.empty() ? "" : "<ul>" + text + "</ul>";
}

// “Say what guests notice: “Breathing often slows.””: what stands in the only quotation marks is
// what an editor wants to paste.
std::string_view pasteable(std::string_view suggestion) {
  constexpr std::string_view open = "“", close = "”";
  const std::size_t begin = suggestion.find(open);
  const std::size_t end = suggestion.find(close);
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin ||
      suggestion.find(open, begin + 1) != std::string_view::npos ||
      suggestion.find(close, end + 1) != std::string_view::npos) {
    return suggestion;
  }
  return suggestion.substr(begin + open.size(), end - begin - open.size());
}

// What to write instead: a certain repair leaves nothing to advise.
std::string instead(const Finding& finding, const Document& document) {
  if (const Fix* fix = shown_fix(finding, document)) {
    if (fix->replacement.empty()) {
      return "<p class=\"instead\"><span class=\"label\">Delete it</span></p>\n";
    }
    return fmt::format("<p class=\"instead\"><span class=\"label\">Write</span> <q>{}</q> {}</p>\n",
                       html_copy_text(fix->replacement, true), copy_button(fix->replacement));
  }
  const RuleInfo& rule = *finding.rule;
  if (rule.suggestion.empty()) return "";
  const bool duty = is_duty(finding);
  const std::string_view words = duty ? rule.suggestion : pasteable(rule.suggestion);
  // What is no wording is an instruction: nobody wants to paste that.
  const bool wording = duty || is_claim(finding) || words.size() < rule.suggestion.size();
  return fmt::format("<p class=\"instead\"><span class=\"label\">{}</span> {} {}</p>\n",
                     suggestion_title(rule), html(rule.suggestion),
                     wording ? copy_button(words) : "");
}

}  // namespace

HtmlEntries::HtmlEntries(const FileReport& file, const Catalogue& catalogue, std::string prefix)
    : file_(file), catalogue_(catalogue), prefix_(std::move(prefix)) {
  for (const Finding& finding : file.findings) {
    if (is_duty(finding)) {
      add_mark(finding, CopyMark::Kind::Duty, "");
    } else {
      add_mark(finding, CopyMark::Kind::Finding, std::to_string(++findings_count_));
    }
  }
  for (const Dismissal& dismissal : file.dismissed) {
    add_mark(dismissal.finding, CopyMark::Kind::Dismissed, "");
  }
}

void HtmlEntries::add_mark(const Finding& finding, CopyMark::Kind kind, std::string number) {
  const std::size_t id = marks_.size() + 1;
  marks_.push_back({.prose = finding.prose,
                    .kind = kind,
                    .severity = finding.severity,
                    .number = std::move(number),
                    .anchor = fmt::format("{}place-{}", prefix_, id),
                    .entry = fmt::format("{}entry-{}", prefix_, id),
                    .reveal = wants_revealing(finding)});
}

std::string HtmlEntries::place(std::size_t mark, const Finding& finding,
                               const MarkedCopy& copy) const {
  const std::string words =
      fmt::format("line {}, column {}", finding.start.line, finding.start.column);
  if (!copy.placed[mark]) return words + ", outside of what readers see";
  return fmt::format("<a href=\"#{}\">{}</a>", marks_[mark].anchor, words);
}

std::string HtmlEntries::reasons(const RuleInfo& rule) const {
  const std::string studies = evidence(rule, catalogue_), codes = authorities(rule, catalogue_);
  return fmt::format(
      "<details class=\"reasons\"><summary>Why{}{}</summary>\n<dl>\n{}{}{}{}</dl></details>\n",
      studies.empty() ? "" : ", evidence", codes.empty() ? "" : ", authority",
      labelled("Why", html(rule.why)), labelled("Evidence", studies), labelled("Authority", codes),
      labelled("Rule", fmt::format("<code>{}</code>", html(rule.id))));
}

std::string HtmlEntries::entry(std::size_t index, const MarkedCopy& copy) const {
  const Finding& finding = file_.findings[index];
  const RuleInfo& rule = *finding.rule;
  const CopyMark& mark = marks_[index];
  const bool duty = is_duty(finding);
  std::string out = fmt::format(
      "<li class=\"entry {0}\" id=\"{1}\" tabindex=\"-1\" data-severity=\"{0}\" data-kind=\"{2}\" "
      "data-family=\"{3}\" data-place=\"{4}\">\n",
      name(finding.severity), mark.entry, name(rule.kind), html(rule.family),
      copy.placed[index] ? mark.anchor : "");
  out += fmt::format("<p class=\"head\">{}<span class=\"severity\">{}</span> {}{}</p>\n",
                     duty ? "" : fmt::format("<span class=\"number\">{}</span> ", mark.number),
                     name(finding.severity), duty ? "owed because of " : "",
                     place(index, finding, copy));
  out += fmt::format("<h4>{}</h4>\n", html(full_message(finding)));
  if (!finding.text.empty()) {
    out += fmt::format("<blockquote class=\"words\">{}</blockquote>\n",
                       html_copy_text(finding.text, wants_revealing(finding)));
  }
  out += instead(finding, file_.document);
  const std::string how = stance(finding);
  out += fmt::format("<p class=\"tags\">{}<span>{}</span> <span>{}</span></p>\n",
                     how.empty() ? "" : fmt::format("<span class=\"stance\">{}</span> ", how),
                     html(rule.family), name(rule.kind));
  return out + reasons(rule) + "</li>\n";
}

std::string HtmlEntries::findings(const MarkedCopy& copy) const {
  std::string list;
  for (std::size_t i = 0; i < file_.findings.size(); ++i) {
    if (!is_duty(file_.findings[i])) list += entry(i, copy);
  }
  return list;
}

std::string HtmlEntries::missing(const MarkedCopy& copy) const {
  std::string list;
  for (std::size_t i = 0; i < file_.findings.size(); ++i) {
    if (is_duty(file_.findings[i])) list += entry(i, copy);
  }
  return list;
}

std::string HtmlEntries::dismissed(const MarkedCopy& copy) const {
  std::string list;
  for (std::size_t i = 0; i < file_.dismissed.size(); ++i) {
    const Dismissal& dismissal = file_.dismissed[i];
    const std::size_t mark = file_.findings.size() + i;
    list += fmt::format(
        "<li id=\"{}\"><q>{}</q>: {} <span class=\"where\">{}; <code>{}</code></span></li>\n",
        marks_[mark].entry, html_copy_text(dismissal.finding.text, false),
        html(dismissal_in_words(dismissal)), place(mark, dismissal.finding, copy),
        html(dismissal.finding.rule->id));
  }
  return list;
}

}  // namespace caveat
