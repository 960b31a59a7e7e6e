// The findings of a document as a person works through them: what one rule says of many places is
// one thing to understand and to change.
#pragma once

#include <cstddef>
#include <vector>

#include "model/report.h"

namespace caveat {

// Findings of one rule and one severity, in text order; indices into `file.findings`.
using RuleGroup = std::vector<std::size_t>;

// The gravest first, then those with the most places, then as they stand in the text.
std::vector<RuleGroup> rule_groups(const FileReport& file);

}  // namespace caveat
