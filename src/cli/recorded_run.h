// Reads a report that an earlier run wrote as JSON.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "model/problem.h"
#include "report/comparison.h"

namespace caveat {

// The findings in `json`, or what is wrong with it; `path` is for the problem.
std::expected<std::vector<RecordedFinding>, Problem> read_recorded_run(std::string_view json,
                                                                       const std::string& path);

}  // namespace caveat
