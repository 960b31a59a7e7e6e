#include "cli/labelled_verdict.h"

#include <algorithm>

#include "audit/verdict.h"

namespace caveat {

FamilySeverities::FamilySeverities(const Rulebook& rulebook) {
  for (const RuleInfo* rule : rulebook.all) {
    // Rules that are silent on flat claims watch over honest ones.
    const auto severity = severity_of(*rule, Stance::Asserted, {});
    if (!severity) continue;
    const auto [place, first] =
        ranges_.try_emplace({rule->kind, rule->family}, Range{*severity, *severity});
    if (first) continue;
    place->second.least = std::min(place->second.least, *severity);
    place->second.most = std::max(place->second.most, *severity);
  }
}

FamilySeverities::Range FamilySeverities::of(FindingKind kind, const std::string& family) const {
  const auto found = ranges_.find({kind, family});
  return found == ranges_.end() ? Range{} : found->second;
}

VerdictRange labelled_verdict(const Labels& labels, const FamilySeverities& severities) {
  VerdictRange verdict;
  const auto weigh = [&](FindingKind kind, const std::string& family, bool sure = true) {
    const FamilySeverities::Range range = severities.of(kind, family);
    if (sure) verdict.mildest = std::max(verdict.mildest, verdict_of(range.least));
    verdict.gravest = std::max(verdict.gravest, verdict_of(range.most));
  };
  for (const LabelledUnit& unit : labels.units) {
    if (unit.label != Label::Claim) continue;
    weigh(FindingKind::Claim, unit.family, !unit.borderline);
    for (const std::string& family : unit.also) weigh(FindingKind::Claim, family, false);
  }
  if (!labels.page) return verdict;
  for (const std::string& id : labels.page->owes) weigh(FindingKind::Obligation, id);
  for (const std::string& kind : labels.page->damage) weigh(FindingKind::Damage, kind);
  for (const std::string& kind : labels.page->residue) weigh(FindingKind::Residue, kind);
  return verdict;
}

}  // namespace caveat
