// What the owner of the pages has settled for a document: rules that are off or weigh otherwise,
// words that are names there, statements that satisfy a duty in the house's own wording.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/rule.h"

namespace caveat {

struct RuleLevel {
  bool off = false;
  std::optional<Severity> severity;  // of every finding of the rule; none: the rule's own
  std::string detail;                // where it was settled and why, for dismissals
};

struct AllowedTerm {
  std::string text;    // words; case and punctuation do not matter
  std::string detail;  // where it was settled and why
};

struct HouseStatement {
  std::string obligation;  // id of the rule that it satisfies
  std::string text;        // words; case and punctuation do not matter
};

struct HouseRules {
  std::map<std::string, RuleLevel, std::less<>> levels;  // by the rule's id
  std::vector<AllowedTerm> allowed;
  std::vector<HouseStatement> statements;
};

}  // namespace caveat
