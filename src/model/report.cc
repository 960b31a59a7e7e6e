#include "model/report.h"

namespace caveat {

std::string_view name(Verdict verdict) {
  switch (verdict) {
    case Verdict::Pass:
      return "pass";
    case Verdict::Review:
      return "review";
    case Verdict::Block:
      return "block";
  }
  return "";
}

Summary summarise(const Report& report) {
  Summary sum;
  sum.documents = report.documents.size();
  for (const FileReport& file : report.documents) {
    sum.findings += file.findings.size();
    sum.dismissed += file.dismissed.size() + file.more_dismissed;
    for (const Dismissal& dismissal : file.dismissed) {
      sum.suppressed += dismissal.reason == DismissalReason::Suppressed;
      sum.baselined += dismissal.reason == DismissalReason::Baselined;
      sum.unchanged += dismissal.reason == DismissalReason::Unchanged;
    }
    for (const Finding& finding : file.findings) {
      sum.errors += finding.severity == Severity::Error;
      sum.warnings += finding.severity == Severity::Warning;
      sum.suggestions += finding.severity == Severity::Suggestion;
    }
    sum.pass += file.verdict == Verdict::Pass;
    sum.review += file.verdict == Verdict::Review;
    sum.block += file.verdict == Verdict::Block;
  }
  return sum;
}

}  // namespace caveat
