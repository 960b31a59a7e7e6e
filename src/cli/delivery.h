// Brings a finished report to where it was asked for: files, a folder, standard output.
#pragma once

#include <string>
#include <vector>

#include "cli/audit_plan.h"
#include "model/report.h"

namespace caveat {

struct Delivery {
  std::string standard_output;
  std::vector<Problem> problems;  // with files that could not be written
};

// `report` is as before afterwards; it is not const since documents are lent to reports of one.
Delivery deliver(Report& report, const AuditPlan& plan);

}  // namespace caveat
