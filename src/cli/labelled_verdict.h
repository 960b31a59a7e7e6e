// The verdict that a page deserves by its labels.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "cli/labels.h"
#include "rulebook/rulebook.h"

namespace caveat {

// How grave the rules of a family are about flat claims. Those of some families differ
// ("circulation" and "poor circulation"), and a label names the family alone.
class FamilySeverities {
 public:
  explicit FamilySeverities(const Rulebook& rulebook);

  struct Range {
    Severity least = Severity::Suggestion, most = Severity::Suggestion;
  };
  // Suggestions where no rule has that family.
  Range of(FindingKind kind, const std::string& family) const;

 private:
  std::map<std::pair<FindingKind, std::string>, Range> ranges_;
};

struct VerdictRange {
  Verdict mildest = Verdict::Pass, gravest = Verdict::Pass;
  bool holds(Verdict verdict) const { return mildest <= verdict && verdict <= gravest; }
};

// What the formula of audit/verdict.h says of the labelled claims, owed statements, damage and
// residue. Borderline units count for the gravest verdict alone.
VerdictRange labelled_verdict(const Labels& labels, const FamilySeverities& severities);

}  // namespace caveat
