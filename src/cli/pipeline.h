// Reads and audits many files at once; the result is in the order of the files whatever the threads
// did.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <span>

#include "audit/audit.h"
#include "cli/files.h"
#include "cli/progress.h"

namespace caveat {

// Appends a FileReport for each file that could be read and a Problem for each other one.
void audit_files(std::span<const InputFile> files, const Auditor& auditor,
                 const AuditOptions& options, std::size_t jobs, std::istream& standard_input,
                 Progress& progress, Report& report);

}  // namespace caveat
