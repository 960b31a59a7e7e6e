#include "policy/dismiss.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "audit/verdict.h"

namespace caveat {

void dismiss(FileReport& report, DismissalReason reason, std::string_view detail,
             const std::function<bool(const Finding&)>& is_dismissed) {
  std::vector<Finding> kept;
  for (Finding& finding : report.findings) {
    if (is_dismissed(finding)) {
      report.dismissed.push_back({std::move(finding), reason, std::string(detail)});
    } else {
      kept.push_back(std::move(finding));
    }
  }
  report.findings = std::move(kept);
  std::ranges::sort(report.dismissed, {}, [](const Dismissal& each) {
    return std::tuple(each.finding.source.begin, each.finding.source.end,
                      std::string_view(each.finding.rule->id), each.reason,
                      std::string_view(each.finding.fingerprint));
  });
  judge(report);
}

}  // namespace caveat
