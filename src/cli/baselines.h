// Reads the baselines of a run and compares its documents with them.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/audit_run.h"
#include "policy/baseline.h"

namespace caveat {

// The path of a document as the baseline file `file` writes it.
std::string path_in_baseline(const std::string& document, const std::filesystem::path& file);

// The baselines of a run: that of --baseline, or else each document's configuration's.
class Baselines {
 public:
  explicit Baselines(const AuditPlan& plan) : plan_(plan) {}

  // Reads the baseline of --baseline, before anything is audited; false where it cannot be read.
  bool read_given() { return plan_.baseline.empty() || baseline_in(plan_.baseline) != nullptr; }
  // Dismisses what the document's baseline holds.
  void compare(const AuditRun& run, FileReport& document);
  // What the run owes to them; nothing where there were none.
  std::optional<BaselineUse> use() const;
  // What was wrong with them.
  std::vector<Problem>& problems() { return problems_; }

 private:
  std::string file_for(const AuditRun& run, const std::string& document) const;
  // Null where it cannot be read, which is told once.
  const Baseline* baseline_in(const std::string& file);

  const AuditPlan& plan_;
  std::map<std::string, std::optional<Baseline>> read_;
  BaselineUse use_;
  std::vector<Problem> problems_;
};

}  // namespace caveat
