#include "report/html_entries.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/html_reasons.h"
#include "report/html_text.h"
#include "report/html_words.h"
#include "report/wording.h"

namespace caveat {
namespace {

constexpr std::size_t shown_places = 5;  // of one entry; the others are folded
constexpr std::size_t shown_first = 3;

bool is_duty(const Finding& finding) { return finding.rule->kind == FindingKind::Obligation; }

// Damage is often in what nobody can see.
bool wants_revealing(const Finding& finding) {
  return finding.rule->kind == FindingKind::Damage || finding.rule->kind == FindingKind::Residue;
}

// What is to be written in this place: a certain repair leaves nothing to advise.
std::string repair(const Fix& fix) {
  if (fix.replacement.empty()) return " <span class=\"label\">Delete it</span>";
  return fmt::format(" <span class=\"label\">Write</span> <q>{}</q> {}",
                     html_copy_text(fix.replacement, true), html_copy_button(fix.replacement));
}

std::string attributes(const Finding& finding) {
  return fmt::format("data-severity=\"{}\" data-kind=\"{}\" data-family=\"{}\"",
                     name(finding.severity), name(finding.rule->kind), html(finding.rule->family));
}

std::string head(const Finding& finding, std::string_view html_where) {
  return fmt::format(
      "<p class=\"head\"><span class=\"severity\">{}</span> {} <span class=\"tags\">{} \u00B7 {}"
      "</span></p>\n<h4>{}</h4>\n",
      name(finding.severity), html_where, html(finding.rule->family), name(finding.rule->kind),
      html(finding.rule->message));
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
  for (RuleGroup& group : rule_groups(file)) {
    if (is_duty(file.findings[group.front()])) {
      duties_.insert(duties_.end(), group.begin(), group.end());
    } else {
      groups_.push_back(std::move(group));
    }
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

std::string HtmlEntries::place_link(std::size_t mark, std::string_view words,
                                    const MarkedCopy& copy) const {
  if (!copy.placed[mark]) return fmt::format("{}, outside of what readers see", words);
  return fmt::format("<a href=\"#{}\">{}</a>", marks_[mark].anchor, words);
}

std::string HtmlEntries::place(std::size_t index, const MarkedCopy& copy) const {
  const Finding& finding = file_.findings[index];
  const CopyMark& mark = marks_[index];
  std::string out = fmt::format(
      "<li class=\"place\" id=\"{}\" tabindex=\"-1\"><span class=\"number\">{}</span>\n<div>",
      mark.entry, mark.number);
  if (!words_of(finding, file_.document).empty() || !finding.prose.empty()) {
    out += fmt::format("<q class=\"words\">{}</q> ",
                       html_words_in_context(file_.document, finding, mark.reveal));
  }
  out += fmt::format("<span class=\"where\">{}",
                     place_link(index, fmt::format("line {}", finding.start.line), copy));
  if (const std::string stance = stance_in_words(finding); !stance.empty()) {
    out += fmt::format("; <span class=\"stance\">{}</span>", html(stance));
  }
  out += "</span>";
  if (!finding.detail.empty()) {
    out += fmt::format(" <span class=\"detail\">{}</span>", html(finding.detail.get()));
  }
  if (const Fix* fix = shown_fix(finding, file_.document)) out += repair(*fix);
  return out + "</div></li>\n";
}

std::string HtmlEntries::places(const RuleGroup& group, const MarkedCopy& copy) const {
  // One more is shown sooner than a fold with one in it.
  const std::size_t shown = group.size() <= shown_places + 1 ? group.size() : shown_places;
  std::string out = "<ol class=\"places\">\n";
  for (std::size_t i = 0; i < shown; ++i) out += place(group[i], copy);
  out += "</ol>\n";
  if (shown == group.size()) return out;
  out += fmt::format(
      "<details class=\"more\"><summary>{} more places</summary>\n<ol class=\"places\">\n",
      group.size() - shown);
  for (std::size_t i = shown; i < group.size(); ++i) out += place(group[i], copy);
  return out + "</ol></details>\n";
}

std::string HtmlEntries::entry(const RuleGroup& group, const MarkedCopy& copy) const {
  const Finding& finding = file_.findings[group.front()];
  const RuleInfo& rule = *finding.rule;
  std::string out =
      fmt::format("<li class=\"entry {}\" {}>\n", name(finding.severity), attributes(finding));
  out += head(finding, group.size() == 1 ? "" : quantity(group.size(), "place"));
  if (!rule.why.empty()) out += fmt::format("<p class=\"why\">{}</p>\n", html(rule.why));
  const bool all_repaired = std::ranges::all_of(group, [this](std::size_t i) {
    return shown_fix(file_.findings[i], file_.document) != nullptr;
  });
  if (!all_repaired) out += html_suggestion(rule);
  return out + places(group, copy) + html_reasons(rule, catalogue_) + "</li>\n";
}

std::string HtmlEntries::duty(std::size_t index, const MarkedCopy& copy) const {
  const Finding& finding = file_.findings[index];
  const RuleInfo& rule = *finding.rule;
  std::string out = fmt::format("<li class=\"entry place {}\" id=\"{}\" tabindex=\"-1\" {}>\n",
                                name(finding.severity), marks_[index].entry, attributes(finding));
  out += head(finding, "owed because of " +
                           place_link(index, fmt::format("line {}", finding.start.line), copy));
  if (!finding.detail.empty()) out += fmt::format("<p>{}</p>\n", html(finding.detail.get()));
  if (!rule.why.empty()) out += fmt::format("<p class=\"why\">{}</p>\n", html(rule.why));
  if (!words_of(finding, file_.document).empty()) {
    out += fmt::format("<p><q class=\"words\">{}</q></p>\n",
                       html_words_in_context(file_.document, finding, false));
  }
  return out + html_suggestion(rule) + html_reasons(rule, catalogue_) + "</li>\n";
}

std::string HtmlEntries::findings(const MarkedCopy& copy) const {
  std::string list;
  for (const RuleGroup& group : groups_) list += entry(group, copy);
  return list;
}

std::string HtmlEntries::missing(const MarkedCopy& copy) const {
  std::string list;
  for (const std::size_t i : duties_) list += duty(i, copy);
  return list;
}

std::string HtmlEntries::missing_texts() const {
  std::string texts;
  for (const std::size_t i : duties_) {
    const std::string& text = file_.findings[i].rule->suggestion;
    if (!text.empty()) texts += (texts.empty() ? "" : "\n\n") + text;
  }
  return texts;
}

std::string HtmlEntries::first() const {
  if (groups_.size() <= shown_first) return "";
  std::string list;
  for (std::size_t i = 0; i < shown_first; ++i) {
    const Finding& finding = file_.findings[groups_[i].front()];
    list += fmt::format("<li class=\"{}\"><a href=\"#{}\">{}</a>{}</li>\n", name(finding.severity),
                        marks_[groups_[i].front()].entry, html(finding.rule->message),
                        groups_[i].size() == 1 ? ""
                                               : fmt::format(" <span class=\"where\">in {}</span>",
                                                             quantity(groups_[i].size(), "place")));
  }
  return list;
}

std::string HtmlEntries::dismissed(const MarkedCopy& copy) const {
  std::string list;
  for (std::size_t i = 0; i < file_.dismissed.size(); ++i) {
    const Dismissal& dismissal = file_.dismissed[i];
    const Finding& finding = dismissal.finding;
    const std::size_t mark = file_.findings.size() + i;
    list += fmt::format(
        "<li id=\"{}\"><q>{}</q>: {} <span class=\"where\">{}; <code>{}</code></span></li>\n",
        marks_[mark].entry, html_copy_text(words_of(finding, file_.document), false),
        html(dismissal_in_words(dismissal)),
        place_link(mark, fmt::format("line {}", finding.start.line), copy), html(finding.rule->id));
  }
  return list;
}

}  // namespace caveat
