// Reads and audits many files at once and hands them over in their order, each as soon as it and
// those before it are done, whatever the threads did.
//
// What is read but not handed over yet is bounded in bytes: a slow document holds up the others
// only when they have run that far ahead, and a batch needs no more memory than its largest
// documents.
#pragma once

#include <cstddef>
#include <expected>
#include <functional>
#include <iosfwd>
#include <span>

#include "audit/audit.h"
#include "cli/cache.h"
#include "cli/files.h"
#include "model/problem.h"

namespace caveat {

// Of each file its report, or why it could not be read.
using Receive = std::function<void(std::expected<FileReport, Problem>)>;

// Appends each to `report`.
Receive keep_in(Report& report);

// How a run is done.
struct Manner {
  std::size_t jobs = 1;
  const Cache* cache = nullptr;  // where audits are kept; null: nowhere
  bool needs_text = true;        // that of documents whose audit was kept, too
};

// `receive` is called by any of the threads, never by two at once. Where the run is interrupted,
// the files that are being audited are the last ones.
void audit_files(std::span<const InputFile> files, const Auditor& auditor,
                 const AuditOptions& options, const Manner& manner, std::istream& standard_input,
                 const Receive& receive);

}  // namespace caveat
