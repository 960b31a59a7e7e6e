// A rule as `rules` and `explain` show it, for people and as JSON.
#pragma once

#include <span>
#include <string>

#include "rulebook/rulebook.h"

namespace caveat {

// One line a rule: id, severity in these jurisdictions, kind, what it says.
std::string rule_list(std::span<const RuleInfo* const> rules,
                      std::span<const std::string> jurisdictions);
std::string rule_list_as_json(std::span<const RuleInfo* const> rules, const Rulebook& rulebook);

// All that is known of a rule, its examples included.
std::string explanation(const RuleInfo& rule, const Rulebook& rulebook);
std::string explanation_as_json(const RuleInfo& rule, const Rulebook& rulebook);

}  // namespace caveat
