// From findings to a verdict and a score.
//
// Verdict: `block` where an error stands, `review` where a warning does, else `pass`.
// Score: 100 × (1 − 0.80^errors × 0.93^warnings × 0.98^suggestions), rounded: each finding takes a
// fixed share of what safety is left, so the first one weighs most and the score never passes 100.
#pragma once

#include <span>

#include "model/report.h"

namespace caveat {

Verdict verdict_of(Severity severity);
Verdict verdict(std::span<const Finding> findings);
int risk_score(std::span<const Finding> findings);
// Sets both from the report's findings.
void judge(FileReport& report);

}  // namespace caveat
