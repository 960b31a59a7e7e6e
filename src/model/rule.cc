#include "model/rule.h"

#include <algorithm>

namespace caveat {
namespace {

// Names stand in the order of the enumerators.
constexpr std::array<std::string_view, 5> finding_kinds{"claim", "obligation", "damage", "residue",
                                                        "trust"};
constexpr std::array<std::string_view, 3> severities{"suggestion", "warning", "error"};
constexpr std::array<std::string_view, stance_count> stances{
    "asserted", "hedged", "negated", "attributed", "quoted", "asked", "conditional"};
constexpr std::array<std::string_view, 3> statuses{"stable", "preview", "deprecated"};
constexpr std::array<std::string_view, 2> certainties{"seen", "seen-second-hand"};

template <class Enum, std::size_t n>
std::optional<Enum> value_named(const std::array<std::string_view, n>& names,
                                std::string_view wanted) {
  for (std::size_t i = 0; i < n; ++i) {
    if (names[i] == wanted) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

// The gravest weight among `jurisdictions`: that of their entry, or the rule's own without one.
template <class Weight, class OfEntry>
Weight gravest(const RuleInfo& rule, std::span<const std::string> jurisdictions, Weight own,
               OfEntry of_entry) {
  if (rule.severity_in.empty() || jurisdictions.empty()) return own;
  const auto weight = [&](const std::string& jurisdiction) {
    const auto entry =
        std::ranges::find(rule.severity_in, jurisdiction, &JurisdictionSeverity::jurisdiction);
    return entry == rule.severity_in.end() ? own : of_entry(*entry);
  };
  Weight worst = weight(jurisdictions.front());
  for (const std::string& each : jurisdictions.subspan(1)) worst = std::max(worst, weight(each));
  return worst;
}

}  // namespace

Severity severity_of(const RuleInfo& rule, std::span<const std::string> jurisdictions) {
  return gravest(rule, jurisdictions, rule.severity,
                 [](const JurisdictionSeverity& entry) { return entry.severity; });
}

std::optional<Severity> severity_of(const RuleInfo& rule, Stance stance,
                                    std::span<const std::string> jurisdictions) {
  const auto index = static_cast<std::size_t>(stance);
  return gravest(rule, jurisdictions, rule.on_stance[index],
                 [index](const JurisdictionSeverity& entry) { return entry.on_stance[index]; });
}

std::string_view name(FindingKind kind) { return finding_kinds.at(static_cast<std::size_t>(kind)); }
std::string_view name(Severity severity) {
  return severities.at(static_cast<std::size_t>(severity));
}
std::string_view name(Stance stance) { return stances.at(static_cast<std::size_t>(stance)); }
std::string_view name(RuleStatus status) { return statuses.at(static_cast<std::size_t>(status)); }
std::string_view name(Certainty certainty) {
  return certainties.at(static_cast<std::size_t>(certainty));
}

std::optional<FindingKind> finding_kind_named(std::string_view wanted) {
  return value_named<FindingKind>(finding_kinds, wanted);
}
std::optional<Severity> severity_named(std::string_view wanted) {
  return value_named<Severity>(severities, wanted);
}
std::optional<Stance> stance_named(std::string_view wanted) {
  return value_named<Stance>(stances, wanted);
}
std::optional<RuleStatus> rule_status_named(std::string_view wanted) {
  return value_named<RuleStatus>(statuses, wanted);
}

}  // namespace caveat
