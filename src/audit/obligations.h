// Statements that the page owes its readers: which are owed, which are made, which are missing.
#pragma once

#include <span>
#include <vector>

#include "audit/segment.h"
#include "audit/structure.h"
#include "model/report.h"
#include "rulebook/rulebook.h"

namespace caveat {

struct Duties {
  std::vector<ObligationStatus> status;  // one per obligation that is owed or stated
  std::vector<Finding> missing;          // anchored at the claim that created the duty
};

// `claims`: the findings so far, in source order. Statements are recognised whether owed or not.
Duties read_obligations(const Document& document, const Segmented& text,
                        std::span<const BlockContext> contexts, const Rulebook& rulebook,
                        std::span<const Finding> claims, bool all_languages);

}  // namespace caveat
