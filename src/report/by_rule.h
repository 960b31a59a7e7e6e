// The findings of a run under their rules.
#pragma once

#include <vector>

#include "model/report.h"

namespace caveat {

struct RuleFindings {
  struct Place {
    const FileReport* file = nullptr;
    const Finding* finding = nullptr;
  };
  const RuleInfo* rule = nullptr;
  std::vector<Place> places;  // in the order of the report
  std::size_t documents = 0;  // that hold one
};

// The most frequent rules first.
std::vector<RuleFindings> by_rule(const Report& report);

}  // namespace caveat
