// Repairs a document: applies the fixes of its findings, in rounds until none is left.
//
// Invariants: after each round the document reads as before but for the words repaired, which read
// as their fixes say; a fix that would do anything else is refused. Repairing what was repaired
// changes nothing.
#pragma once

#include <string>
#include <vector>

#include "audit/audit.h"
#include "audit/fixes.h"
#include "cli/files.h"

namespace caveat {

// What was replaced, where in the original bytes, and why; or why it was not.
struct Repair {
  SourceSpan source;
  LineColumn start;
  const RuleInfo* rule = nullptr;  // never null
  std::string before, after;       // as a reader sees them
  std::string detail;              // of the finding
  std::string refusal;             // not empty: it was not applied
};

struct Repaired {
  std::string bytes;
  std::vector<Repair> repairs;    // in the order of the original bytes
  std::vector<Repair> refused;    // the same
  std::size_t damaged_still = 0;  // places with damage that no fix repairs
};

// `at_least`: how sure a fix must be.
Repaired repair(std::string bytes, const InputFile& file, const Auditor& auditor,
                const AuditOptions& options, Sureness at_least);

}  // namespace caveat
