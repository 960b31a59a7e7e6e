// The table of built-in checks: damage and trust signals that no pattern can express. A pack's rule
// names its check; a new check is one function and one row, and its name in rulebook/checks.h.
#pragma once

#include <chrono>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "audit/characters.h"
#include "audit/segment.h"
#include "model/report.h"
#include "rulebook/rulebook.h"

namespace caveat {

struct Misreading;
struct Suppression;

// What a check found at a place; either span may be empty, not both (bytes may lack a prose). Copy
// that repeats itself has one for each paragraph: as small as a finding may be.
struct Trouble {
  ShortProseSpan prose;
  ShortSourceSpan source;  // empty: that of the prose
  Rare<std::string> detail;
  Rare<std::vector<Fix>> fixes;
};

struct CheckInput {
  const Document& document;
  const Segmented& text;
  std::span<const Finding> claims;  // findings of claim rules so far
  std::chrono::year_month_day as_of;
  const Rulebook& rulebook;
  std::span<const ObligationStatus> duties = {};
  std::span<const Suppression> suppressions = {};  // in the source of the document
  CharacterSurvey characters = survey(document.prose);
  // Several checks ask for them: found when the first one does.
  const std::vector<Misreading>& misreadings() const;
  mutable std::shared_ptr<const std::vector<Misreading>> found_misreadings = nullptr;
};

struct Check {
  std::string_view name;
  std::vector<Trouble> (*run)(const CheckInput& input);
  bool at_the_end = false;  // it asks which suppressions were used
};

std::span<const Check> checks();

}  // namespace caveat
