// The reference of rules: one Markdown page, made from the packs, so that it cannot be out of date.
#pragma once

#include <span>
#include <string>

#include "rulebook/rulebook.h"

namespace caveat {

// What each rule flags, how much it weighs, why, by whom and on which evidence, what to write
// instead, and two examples of either sort; by pack, with an index by family.
std::string rule_reference(std::span<const RuleInfo* const> rules, const Rulebook& rulebook);

}  // namespace caveat
