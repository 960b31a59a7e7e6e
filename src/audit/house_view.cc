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
  using Against = std::optional<std::pair<DismissalReason, std::string>>;
  dismiss_where(findings, dismissed, [this](const Finding& finding) -> Against {
    const std::string* const reason = reason_against(finding);
    if (reason == nullptr) return std::nullopt;
    return std::pair(DismissalReason::Configured, *reason);
  });
  for (Finding& finding : findings) {
    const auto level = house_->levels.find(finding.rule->id);
    if (level != house_->levels.end() && level->second.severity) {
      finding.severity = *level->second.severity;
    }
  }
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
