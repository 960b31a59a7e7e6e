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
  using Against = std::optional<std::pair<DismissalReason, std::string>>;
  dismiss_where(report.findings, report.dismissed, [&](const Finding& finding) -> Against {
    if (!is_dismissed(finding)) return std::nullopt;
    return std::pair(reason, std::string(detail));
  });
  std::ranges::sort(report.dismissed, {}, [](const Dismissal& each) {
    return std::tuple(each.finding.source.begin, each.finding.source.end,
                      std::string_view(each.finding.rule->id), each.reason,
                      each.finding.fingerprint);
  });
  judge(report);
}

}  // namespace caveat
