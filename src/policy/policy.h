// What is in force for one document, and where each value comes from.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "audit/house_rules.h"
#include "model/report.h"
#include "policy/configuration.h"

namespace caveat {

struct Policy {
  std::vector<RuleSetting> rules;  // in the order in which they were set: a later one wins
  std::optional<Placed<std::string>> language;  // none: what the document says of itself
  Placed<Threshold> fail_on{Severity::Warning, "default"};
  std::vector<FamilyThreshold> families;  // the same
  std::vector<Placed<AllowedTerm>> allowed;
  std::vector<Placed<HouseStatement>> statements;
  std::vector<std::string> jurisdictions;  // of the configuration; the command line's go first
  HouseRules house;                        // the same as the audit reads it

  // The severity from which on a finding of this family fails the run.
  Threshold threshold(std::string_view family) const;
};

// Which overrides of the configuration are for `path`, which is relative to its folder.
std::vector<bool> overrides_for(const Configuration& configuration, std::string_view path);

// The settings, each over the one before.
Policy policy_of(std::span<const Settings* const> settings, const Rulebook& rulebook);

// Whether a finding of this document fails the run by itself; where warnings are counted, they do
// not.
bool fails(const FileReport& report, const Policy& policy, bool warnings_are_counted);

}  // namespace caveat
