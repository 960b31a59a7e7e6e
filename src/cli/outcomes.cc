#include "cli/outcomes.h"

#include <algorithm>
#include <cctype>

#include "audit/verdict.h"
#include "model/line_index.h"

namespace caveat {
namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";

// A text whose runs of white space are one blank, and where its bytes came from.
struct Squeezed {
  std::string text;
  std::vector<std::size_t> origin;  // of each byte, and of the end
};

Squeezed squeeze(std::string_view text) {
  Squeezed result;
  const auto keep = [&result](char byte, std::size_t at) {
    result.text.push_back(byte);
    result.origin.push_back(at);
  };
  for (std::size_t at = 0; at < text.size();) {
    const bool wide = text.substr(at).starts_with(no_break_space);
    if (wide || text[at] == ' ' || text[at] == '\n' || text[at] == '\t' || text[at] == '\r') {
      if (result.text.empty() || result.text.back() != ' ') keep(' ', at);
      at += wide ? no_break_space.size() : 1;
    } else {
      keep(text[at], at);
      ++at;
    }
  }
  result.origin.push_back(text.size());
  return result;
}

std::string_view trimmed(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

bool is_word(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return value >= 0x80 || std::isalnum(value) != 0;
}

// The first place from `from` on where `wanted` stands and is not the inside of a longer word.
std::size_t find_whole(std::string_view text, std::string_view wanted, std::size_t from) {
  for (std::size_t at = text.find(wanted, from); at != std::string_view::npos;
       at = text.find(wanted, at + 1)) {
    const std::size_t end = at + wanted.size();
    const bool inside_before = at > 0 && is_word(text[at - 1]) && is_word(wanted.front());
    const bool inside_after = end < text.size() && is_word(text[end]) && is_word(wanted.back());
    if (!inside_before && !inside_after) return at;
  }
  return std::string_view::npos;
}

// Without a list mark of the page, such as "1." or "✅": the prose leaves it out.
std::string_view without_mark(std::string_view text) {
  const std::size_t blank = text.find(' ');
  if (blank == std::string_view::npos) return {};
  const bool has_letter = std::ranges::any_of(text.substr(0, blank), [](char byte) {
    return std::isalpha(static_cast<unsigned char>(byte)) != 0;
  });
  return has_letter ? std::string_view{} : trimmed(text.substr(blank));
}

// The evidence that a report holds about one unit.
class UnitView {
 public:
  UnitView(const FileReport& report, ProseSpan unit) {
    for (const Finding& finding : report.findings) {
      if (is_claim_in(finding, unit)) found_.push_back(&finding);
    }
    for (const Dismissal& dismissal : report.dismissed) {
      // A match that was dismissed for its stance is a hedged claim; one that was dismissed for
      // what it speaks of is none.
      const bool for_stance = dismissal.reason == DismissalReason::Stance ||
                              dismissal.reason == DismissalReason::Covered ||
                              dismissal.reason == DismissalReason::Suppressed ||
                              dismissal.reason == DismissalReason::Baselined;
      if (for_stance && !asserts(dismissal.finding.stance) &&
          is_claim_in(dismissal.finding, unit)) {
        found_.push_back(&dismissal.finding);
      }
      matched_ = matched_ || is_claim_in(dismissal.finding, unit);
    }
  }

  void fill(UnitOutcome& outcome) const {
    outcome.matched = matched_ && found_.empty();
    if (found_.empty()) return;
    const Finding& plainest = **std::ranges::min_element(found_, {}, rank);
    outcome.stance = plainest.stance;
    outcome.block = plainest.block;
    outcome.predicted = asserts(*outcome.stance) ? Label::Claim : Label::Hedged;
    std::set<std::string> families, rules;
    for (const Finding* finding : found_) {
      if (asserts(finding->stance) != asserts(*outcome.stance)) continue;
      families.insert(finding->rule->family);
      rules.insert(finding->rule->id);
    }
    outcome.families.assign(families.begin(), families.end());
    outcome.rules.assign(rules.begin(), rules.end());
  }

 private:
  static bool asserts(Stance stance) {
    return stance == Stance::Asserted || stance == Stance::Quoted;
  }
  // The plainest stance speaks for the unit.
  static int rank(const Finding* finding) {
    return finding->stance == Stance::Asserted ? 0
           : finding->stance == Stance::Quoted ? 1
                                               : 2 + static_cast<int>(finding->stance);
  }
  static bool is_claim_in(const Finding& finding, ProseSpan unit) {
    return finding.rule->kind == FindingKind::Claim && !finding.rule->conduct &&
           finding.prose.overlaps(unit);
  }

  std::vector<const Finding*> found_;
  bool matched_ = false;  // something was dismissed
};

LabelledPage page_of(const FileReport& report) {
  LabelledPage page;
  page.verdict = name(report.verdict);
  for (const ObligationStatus& status : report.obligations) {
    if (status.satisfied) page.states.insert(status.rule->family);
    if (status.owed && !status.satisfied) page.owes.insert(status.rule->family);
  }
  for (const Finding& finding : report.findings) {
    if (finding.rule->kind == FindingKind::Damage) page.damage.insert(finding.rule->family);
    if (finding.rule->kind == FindingKind::Residue) page.residue.insert(finding.rule->family);
  }
  return page;
}

Verdict verdict_on_labelled_kinds(const FileReport& report) {
  Verdict worst = Verdict::Pass;
  for (const Finding& finding : report.findings) {
    if (finding.rule->conduct || finding.rule->kind == FindingKind::Trust) continue;
    worst = std::max(worst, verdict_of(finding.severity));
  }
  return worst;
}

}  // namespace

std::vector<std::optional<ProseSpan>> locate(const std::vector<LabelledUnit>& units,
                                             std::string_view prose) {
  const Squeezed page = squeeze(prose);
  std::vector<std::optional<ProseSpan>> places;
  std::size_t behind_last = 0;
  for (const LabelledUnit& unit : units) {
    const Squeezed squeezed = squeeze(unit.text);
    std::string_view wanted = trimmed(squeezed.text);
    places.emplace_back();
    std::size_t at = std::string_view::npos;
    while (!wanted.empty() && at == std::string_view::npos) {
      at = find_whole(page.text, wanted, behind_last);
      if (at == std::string_view::npos) at = find_whole(page.text, wanted, 0);
      if (at == std::string_view::npos) wanted = without_mark(wanted);
    }
    if (at == std::string_view::npos) continue;
    behind_last = at + wanted.size();
    places.back() = ProseSpan{page.origin[at], page.origin[behind_last]};
  }
  return places;
}

DocumentOutcome compare(const Labels& labels, const FileReport& report,
                        const FamilySeverities& severities) {
  DocumentOutcome outcome;
  outcome.path = report.document.path;
  outcome.expected = labels.page ? &*labels.page : nullptr;
  outcome.predicted = page_of(report);
  outcome.deserved = labelled_verdict(labels, severities);
  outcome.verdict = verdict_on_labelled_kinds(report);
  const auto places = locate(labels.units, report.document.prose);
  const LineIndex lines(report.document.source, report.document.code_units());
  for (std::size_t i = 0; i < labels.units.size(); ++i) {
    UnitOutcome unit;
    unit.unit = &labels.units[i];
    unit.prose = places[i];
    if (places[i]) {
      unit.line = lines.at(report.document.map.to_source(*places[i]).begin).line;
      UnitView(report, *places[i]).fill(unit);
    }
    outcome.units.push_back(std::move(unit));
  }
  return outcome;
}

}  // namespace caveat
