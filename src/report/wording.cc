#include "report/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "model/display.h"

namespace caveat {
namespace {

void add_part(std::string& list, std::size_t number, std::string_view noun) {
  if (number == 0) return;
  if (!list.empty()) list += ", ";
  list += quantity(number, noun);
}

double share(double each, std::size_t times) { return std::pow(each, static_cast<double>(times)); }

std::string with_certainty(const std::string& name, Certainty certainty) {
  return certainty == Certainty::Seen ? name
                                      : fmt::format("{}, {}", name, certainty_in_words(certainty));
}

}  // namespace

Counts count(const FileReport& file) {
  const auto of = [&file](Severity severity) {
    return static_cast<std::size_t>(
        std::ranges::count(file.findings, severity, &Finding::severity));
  };
  const auto for_reason = [&file](DismissalReason reason) {
    return static_cast<std::size_t>(std::ranges::count(file.dismissed, reason, &Dismissal::reason));
  };
  return {.errors = of(Severity::Error),
          .warnings = of(Severity::Warning),
          .suggestions = of(Severity::Suggestion),
          .dismissed = file.dismissed.size() + file.more_dismissed,
          .suppressed = for_reason(DismissalReason::Suppressed),
          .baselined = for_reason(DismissalReason::Baselined),
          .unchanged = for_reason(DismissalReason::Unchanged)};
}

std::size_t missing_statements(const FileReport& file) {
  return static_cast<std::size_t>(
      std::ranges::count(file.findings, FindingKind::Obligation,
                         [](const Finding& finding) { return finding.rule->kind; }));
}

std::string quantity(std::size_t number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

std::string counts_in_words(const Counts& counts) {
  std::string list;
  add_part(list, counts.errors, "error");
  add_part(list, counts.warnings, "warning");
  add_part(list, counts.suggestions, "suggestion");
  const bool compared = counts.baselined + counts.unchanged > 0;
  if (list.empty()) list = compared ? "nothing new" : "nothing found";
  const std::size_t told = counts.suppressed + counts.baselined + counts.unchanged;
  std::string_view lead = "; ";
  const auto add_dismissed = [&](std::size_t number, std::string_view words) {
    if (number == 0) return;
    list += fmt::format("{}{} {}", lead, number, words);
    lead = ", ";
  };
  add_dismissed(counts.dismissed - told, "dismissed");
  add_dismissed(counts.suppressed, "suppressed");
  add_dismissed(counts.baselined, "in the baseline");
  add_dismissed(counts.unchanged, "on unchanged lines");
  return list;
}

std::string fixed_in_words(const BaselineUse& use) {
  if (use.fixed.empty()) return "";
  constexpr std::size_t most = 20;
  std::string text = fmt::format(
      "{} of the baseline {} no longer there; `caveat baseline prune` "
      "takes {} out of it:\n",
      quantity(use.fixed.size(), "finding"), use.fixed.size() == 1 ? "is" : "are",
      use.fixed.size() == 1 ? "it" : "them");
  for (std::size_t i = 0; i < std::min(most, use.fixed.size()); ++i) {
    const FixedFinding& fixed = use.fixed[i];
    text += fmt::format("  {}: {}{}\n", printable(fixed.path), printable(fixed.rule),
                        fixed.text.empty() ? "" : fmt::format(" “{}”", printable(fixed.text)));
  }
  if (use.fixed.size() > most) text += fmt::format("  and {} more\n", use.fixed.size() - most);
  return text;
}

std::string run_in_words(const Report& report) {
  const Summary sum = summarise(report);
  std::string line =
      fmt::format("{}: {} pass, {} review, {} block; {}", quantity(sum.documents, "document"),
                  sum.pass, sum.review, sum.block,
                  counts_in_words({.errors = sum.errors,
                                   .warnings = sum.warnings,
                                   .suggestions = sum.suggestions,
                                   .dismissed = sum.dismissed,
                                   .suppressed = sum.suppressed,
                                   .baselined = sum.baselined,
                                   .unchanged = sum.unchanged}));
  if (!report.problems.empty()) line += "; " + quantity(report.problems.size(), "problem");
  return line;
}

std::string score_in_words(const Counts& counts) {
  const double safety =
      share(0.80, counts.errors) * share(0.93, counts.warnings) * share(0.98, counts.suggestions);
  return fmt::format(
      "Each error takes 20 % of what safety is left, each warning 7 %, each suggestion 2 %: "
      "100 \u00D7 (1 \u2212 0.80^{} \u00D7 0.93^{} \u00D7 0.98^{}) = {}.",
      counts.errors, counts.warnings, counts.suggestions, std::lround(100 * (1 - safety)));
}

std::string full_message(const Finding& finding) {
  return finding.detail.empty() ? finding.rule->message
                                : finding.rule->message + " " + finding.detail.get();
}

const Fix* shown_fix(const Finding& finding, const Document& document) {
  if (finding.fixes.empty()) return nullptr;
  const Fix& fix = finding.fixes.front();
  if (!fix.refusal.empty()) return nullptr;
  const auto is_ascii = [](char byte) { return static_cast<unsigned char>(byte) < 0x80; };
  const bool text =
      document.code_units() == CodeUnits::Utf8 || (document.code_units() == CodeUnits::SingleByte &&
                                                   std::ranges::all_of(fix.replacement, is_ascii));
  return text ? &fix : nullptr;
}

std::string stance_in_words(const Finding& finding) {
  if (finding.stance == Stance::Asserted) return "";
  std::string words(name(finding.stance));
  for (std::size_t i = 0; i < finding.cues.size(); ++i) {
    words += fmt::format("{}“{}”", i == 0 ? " by " : ", ", finding.cues[i].text);
  }
  return words;
}

std::string dismissal_in_words(const Dismissal& dismissal) {
  switch (dismissal.reason) {
    case DismissalReason::Stance:
      return stance_in_words(dismissal.finding);
    case DismissalReason::Excepted:
      return "an exception of the rule: " + dismissal.detail;
    case DismissalReason::Covered:
      return "another finding says the same: " + dismissal.detail;
    case DismissalReason::Suppressed:
      return "suppressed in the source: " + dismissal.detail;
    case DismissalReason::OtherAgent:
      return "the sentence speaks of something else: " + dismissal.detail;
    case DismissalReason::Scope:
      return "the place is not audited for this: " + dismissal.detail;
    case DismissalReason::Baselined:
      return "in the baseline: " + dismissal.detail;
    case DismissalReason::Configured:
      return "left out by the configuration: " + dismissal.detail;
    case DismissalReason::Unchanged:
      return "on lines that did not change: " + dismissal.detail;
  }
  return dismissal.detail;
}

std::string_view suggestion_title(const RuleInfo& rule) {
  return rule.kind == FindingKind::Obligation ? "A statement to use" : "Instead";
}

std::string_view certainty_in_words(Certainty certainty) {
  return certainty == Certainty::Seen ? "read at the source" : "known from a summary";
}

std::string shown_name(const Authority& authority) {
  return with_certainty(authority.name, authority.certainty);
}

std::string shown_citation(const EvidenceSource& source) {
  return with_certainty(source.citation, source.certainty);
}

std::string authority_in_words(const Authority& authority) {
  return fmt::format("{} ({}) {}", shown_name(authority), authority.jurisdiction, authority.url);
}

std::string coverage_in_words(const Coverage& coverage) {
  std::string words = fmt::format("{} of {} bytes", coverage.audited, coverage.bytes);
  std::string_view lead = "; skipped: ";
  for (const auto& [reason, bytes] : coverage.skipped) {
    words += fmt::format("{}{} {}", lead, reason, bytes);
    lead = ", ";
  }
  return words;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  std::string line;
  std::size_t used = 0;
  while (!text.empty()) {
    const std::size_t space = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, space);
    text.remove_prefix(std::min(space + 1, text.size()));
    if (word.empty()) continue;
    const std::size_t columns = display_width(word);
    if (!line.empty() && used + 1 + columns > width) {
      lines.push_back(std::move(line));
      line.clear();
      used = 0;
    }
    if (!line.empty()) line += ' ', ++used;
    line += word;
    used += columns;
  }
  if (!line.empty()) lines.push_back(std::move(line));
  return lines;
}

}  // namespace caveat
