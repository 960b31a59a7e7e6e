// What `caveat audit` was asked for: the options, understood and checked.
#pragma once

#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "audit/audit.h"
#include "cli/console.h"
#include "cli/options.h"
#include "policy/configuration.h"
#include "report/writers.h"

namespace caveat {

// A report to write, and where to: a file or a folder of its own, or else the output folder or
// standard output.
struct Target {
  const Writer* writer = nullptr;
  std::filesystem::path file;  // empty: none of its own
  // "reports/": filled like an output folder.
  bool is_folder() const { return !file.empty() && !file.has_filename(); }
};

struct AuditPlan {
  std::vector<std::string> paths;
  std::string stdin_name;
  std::vector<Target> targets;
  std::filesystem::path out;                // empty: no output folder
  Settings command_line;                    // over what configurations say
  std::optional<std::size_t> max_warnings;  // the same
  bool force_exclude = false;               // configurations leave out named files too
  AuditOptions audit;
  WriterOptions standard_output;  // options of the writer whose report goes there
  std::size_t jobs = 1;
  std::string baseline;       // over what configurations say; empty: theirs
  std::string changed_since;  // a commit; empty: everything
  std::string cache;          // the folder where audits are kept; empty: nowhere
  bool needs_text = true;     // some report quotes from the documents
  bool quiet = false;
  bool profile = false;
};

std::span<const Option> audit_options();

// Every mistake at once, or the plan.
std::expected<AuditPlan, std::vector<Problem>> plan_audit(const Values& values,
                                                          const Console& console);

// The part of the plan that says what is in force: thresholds and jurisdictions.
std::expected<AuditPlan, std::vector<Problem>> plan_settings(const Values& values);

// The names of the writers, for messages.
std::vector<std::string_view> writer_names();

}  // namespace caveat
