// Changes the examples of rules mechanically (denies them, asks them, wraps them in markup …) and
// looks whether the stance changes, or nothing does, as it should.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "cli/pack_tests.h"

namespace caveat {

struct MutationResult {
  std::string_view name;  // "denied", "in capitals"
  std::size_t tried = 0;
  std::vector<ExampleFailure> failures;
};

// Tries every mutation on each flat English example of a claim in the files that `wanted` accepts.
// One result per mutation, in a fixed order.
std::vector<MutationResult> run_mutations(const Rulebook& rulebook,
                                          const std::function<bool(std::string_view file)>& wanted,
                                          std::chrono::year_month_day as_of);

}  // namespace caveat
