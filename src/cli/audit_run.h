// One audit of many documents, each under the policy that is in force for it.
#pragma once

#include <expected>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "cli/audit_plan.h"
#include "cli/configurations.h"
#include "cli/files.h"
#include "policy/changes.h"
#include "policy/policy.h"

namespace caveat {

// What the documents under some configurations are audited with.
class Ruling {
 public:
  // Loads the packs that the configurations, or --rules, name, and checks what the configurations
  // name. `used`: by the documents; null is a document without one.
  static std::expected<std::unique_ptr<Ruling>, std::vector<Problem>> load(
      const Values& values, Settings command_line, const std::set<const Configuration*>& used);

  const Rulebook& rulebook() const { return *rulebook_; }
  const Policy& policy(const Configuration* configuration, const std::string& path);
  // Equal for equal rulebooks of one program, and for them alone.
  std::string identity() const;
  // Whether the rules are those inside the program and no others.
  bool is_standard() const { return standard_; }

 private:
  Ruling() = default;
  // Fills `sources_` with the packs that configurations name but for the standard ones, and tells
  // whether these are in use as well.
  std::vector<Problem> read_packs_of(const std::set<const Configuration*>& used, bool& standard);
  void turn_off_other_packs(const Configuration& configuration);

  Settings command_line_;
  std::vector<PackSource> sources_;
  std::unique_ptr<const Rulebook> rulebook_;
  bool standard_ = false;  // it is the one inside the program
  std::map<const Configuration*, std::set<std::string>> pack_files_;
  std::map<const Configuration*, Settings> other_packs_;  // their rules, turned off
  std::map<std::pair<const Configuration*, std::vector<bool>>, Policy> policies_;
};

struct AuditRun {
  std::unique_ptr<Configurations> configurations;
  std::unique_ptr<Ruling> ruling;
  std::unique_ptr<const std::vector<Authority>> authorities;  // those that reports may cite
  std::vector<InputFile> files;                               // in their order
  std::map<std::string, ChangedLines> changed;  // where --changed-since asks for it; the same
  Report report;
  int signal = 0;  // that interrupted the run; 0: none

  // The one that reports call `path`, one of them.
  const InputFile& file(std::string_view path) const;
  void index_files();  // after the last change of `files`

 private:
  std::vector<std::uint32_t> by_path_;  // indices of `files`: a map would double what they take
};

// Is called for each document as soon as it and those before it are audited, in their order. Where
// it says so, the report goes into `run.report` afterwards, with what is left in it.
enum class Afterwards : bool { Forget, Keep };
using Each = std::function<Afterwards(AuditRun& run, FileReport& document)>;

// The audit, or what was wrong before it could begin.
std::expected<AuditRun, std::vector<Problem>> run_audit(const AuditPlan& plan, const Values& values,
                                                        Console& console, const Each& each);

// Dismisses what stands on lines that did not change, where --changed-since asks for it.
void keep_changed(const AuditRun& run, const AuditPlan& plan, FileReport& document);

// Whether the documents fail.
class Judgement {
 public:
  explicit Judgement(const AuditPlan& plan) : plan_(plan) {}
  void take(const AuditRun& run, const FileReport& document);
  bool fails() const { return fails_; }

 private:
  const AuditPlan& plan_;
  std::map<const Configuration*, std::size_t> warnings_;
  bool fails_ = false;
};

}  // namespace caveat
