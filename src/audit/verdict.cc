#include "audit/verdict.h"

#include <algorithm>
#include <cmath>

namespace caveat {

Verdict verdict_of(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return Verdict::Block;
    case Severity::Warning:
      return Verdict::Review;
    case Severity::Suggestion:
      return Verdict::Pass;
  }
  return Verdict::Pass;
}

Verdict verdict(std::span<const Finding> findings) {
  Verdict worst = Verdict::Pass;
  for (const Finding& finding : findings) worst = std::max(worst, verdict_of(finding.severity));
  return worst;
}

int risk_score(std::span<const Finding> findings) {
  double safety = 1;
  for (const Finding& finding : findings) {
    safety *= finding.severity == Severity::Error     ? 0.80
              : finding.severity == Severity::Warning ? 0.93
                                                      : 0.98;
  }
  return static_cast<int>(std::lround(100 * (1 - safety)));
}

void judge(FileReport& report) {
  report.verdict = verdict(report.findings);
  report.score = risk_score(report.findings);
}

}  // namespace caveat
