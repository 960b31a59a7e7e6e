// Reads a report that an earlier run wrote as JSON.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "model/problem.h"
#include "report/comparison.h"

namespace caveat {

// The run that `json` tells of, or what is wrong with it; `path` is for the problem.
std::expected<RecordedRun, Problem> read_recorded_run(std::string_view json,
                                                      const std::string& path);

}  // namespace caveat
