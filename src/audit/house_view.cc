#include "audit/house_view.h"

#include "audit/phrases.h"

namespace caveat {

HouseView::HouseView(const HouseRules* house, const Document& document, const Segmented& text)
    : house_(house) {
  if (house == nullptr || house->allowed.empty()) return;
  const PhraseFinder finder(document, text);
  for (const AllowedTerm& term : house->allowed) {
    for (const ProseSpan span : finder.find(term.text)) allowed_.emplace_back(span, &term);
  }
}

void HouseView::apply(std::vector<Finding>& findings, std::vector<Dismissal>& dismissed) const {
  if (house_ == nullptr) return;
  std::vector<Finding> kept;
  for (Finding& finding : findings) {
    if (const std::string* reason = reason_against(finding)) {
      dismissed.push_back({std::move(finding), DismissalReason::Configured, *reason});
      continue;
    }
    const auto level = house_->levels.find(finding.rule->id);
    if (level != house_->levels.end() && level->second.severity) {
      finding.severity = *level->second.severity;
    }
    kept.push_back(std::move(finding));
  }
  findings = std::move(kept);
}

const std::string* HouseView::reason_against(const Finding& finding) const {
  const auto level = house_->levels.find(finding.rule->id);
  if (level != house_->levels.end() && level->second.off) return &level->second.detail;
  if (finding.prose.empty() || finding.rule->kind == FindingKind::Obligation) return nullptr;
  for (const auto& [span, term] : allowed_) {
    if (span.contains(finding.prose)) return &term->detail;
  }
  return nullptr;
}

}  // namespace caveat
