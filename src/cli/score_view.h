// Scores for people and as JSON.
#pragma once

#include <span>
#include <string>

#include "cli/scoring.h"

namespace caveat {

struct ScoreLists {
  bool misses = false;  // claims that were not found
  bool alarms = false;  // units taken for claims that are none
};

std::string scores_as_text(std::span<const DocumentOutcome> documents, ScoreLists lists);
std::string scores_as_json(std::span<const DocumentOutcome> documents, ScoreLists lists);

}  // namespace caveat
