// The same words under the same rule in several documents of a run: one sentence that somebody
// copied, and one decision that settles all of them.
#pragma once

#include <string>
#include <vector>

#include "model/report.h"

namespace caveat {

struct RepeatedClaim {
  std::string words;                   // folded
  const Finding* first = nullptr;      // as it stands in the first document
  std::vector<std::size_t> documents;  // places in report.documents, ascending, each once
};

// In two documents or more; those in most documents first. Letter case (of ASCII), runs of white
// space and curly quotation marks make no difference. Claims only.
std::vector<RepeatedClaim> repeated_claims(const Report& report);

}  // namespace caveat
