// Reads the baselines of a run and compares its documents with them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/audit_run.h"
#include "policy/baseline.h"

namespace caveat {

// The path of a document as the baseline file `file` writes it.
std::string path_in_baseline(const std::string& document, const std::filesystem::path& file);

// Dismisses what the baseline of --baseline holds, or else each document's configuration's.
// Problems with a baseline are added to `problems`.
void compare_with_baselines(AuditRun& run, const AuditPlan& plan, std::vector<Problem>& problems);

}  // namespace caveat
