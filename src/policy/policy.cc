#include "policy/policy.h"

#include <fmt/format.h>

#include <algorithm>

namespace caveat {
namespace {

template <class Value>
void append(std::vector<Value>& to, const std::vector<Value>& more) {
  to.insert(to.end(), more.begin(), more.end());
}

void lay_over(Policy& policy, const Settings& settings) {
  append(policy.rules, settings.rules);
  append(policy.allowed, settings.allowed);
  append(policy.statements, settings.statements);
  if (settings.language) policy.language = settings.language;
  // A general level that comes later speaks for every family again.
  if (settings.fail_on) {
    policy.fail_on = *settings.fail_on;
    policy.families.clear();
  }
  append(policy.families, settings.families);
}

std::string detail(std::string_view place, std::string_view reason) {
  return reason.empty() ? std::string(place) : fmt::format("{}: {}", place, reason);
}

std::optional<Severity> severity_of(RuleSetting::Level level) {
  switch (level) {
    case RuleSetting::Level::Suggestion:
      return Severity::Suggestion;
    case RuleSetting::Level::Warning:
      return Severity::Warning;
    case RuleSetting::Level::Error:
      return Severity::Error;
    default:
      return std::nullopt;
  }
}

HouseRules house_rules(const Policy& policy, const Rulebook& rulebook) {
  HouseRules house;
  for (const RuleInfo* rule : rulebook.all) {
    const auto covers = [rule](const RuleSetting& setting) { return setting.covers(rule->id); };
    const auto last = std::find_if(policy.rules.rbegin(), policy.rules.rend(), covers);
    if (last == policy.rules.rend() || last->level == RuleSetting::Level::On) continue;
    house.levels[rule->id] = {last->level == RuleSetting::Level::Off, severity_of(last->level),
                              detail(last->place, last->reason)};
  }
  for (const auto& [term, place] : policy.allowed) {
    house.allowed.push_back({term.text, detail(place, term.detail)});
  }
  for (const auto& statement : policy.statements) house.statements.push_back(statement.value);
  return house;
}

}  // namespace

Threshold Policy::threshold(std::string_view family) const {
  const auto named = [family](const FamilyThreshold& each) { return each.family == family; };
  const auto last = std::find_if(families.rbegin(), families.rend(), named);
  return last == families.rend() ? fail_on.value : last->threshold;
}

std::vector<bool> overrides_for(const Configuration& configuration, std::string_view path) {
  std::vector<bool> matched;
  for (const Override& each : configuration.overrides) matched.push_back(each.paths.matches(path));
  return matched;
}

Policy policy_of(std::span<const Settings* const> settings, const Rulebook& rulebook) {
  Policy policy;
  for (const Settings* each : settings) lay_over(policy, *each);
  policy.house = house_rules(policy, rulebook);
  return policy;
}

bool fails(const FileReport& report, const Policy& policy, bool warnings_are_counted) {
  return std::ranges::any_of(report.findings, [&](const Finding& finding) {
    if (warnings_are_counted && finding.severity == Severity::Warning) return false;
    const Threshold threshold = policy.threshold(finding.rule->family);
    return threshold && finding.severity >= *threshold;
  });
}

}  // namespace caveat
