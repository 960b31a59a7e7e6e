#include "report/rule_groups.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace caveat {

std::vector<RuleGroup> rule_groups(const FileReport& file) {
  std::vector<RuleGroup> groups;
  std::map<std::pair<const RuleInfo*, Severity>, std::size_t> known;
  for (std::size_t i = 0; i < file.findings.size(); ++i) {
    const Finding& finding = file.findings[i];
    const auto [group, fresh] = known.try_emplace({finding.rule, finding.severity}, groups.size());
    if (fresh) groups.emplace_back();
    groups[group->second].push_back(i);
  }
  const auto weight = [&file](const RuleGroup& group) {
    return std::tuple(-static_cast<int>(file.findings[group.front()].severity),
                      -static_cast<std::ptrdiff_t>(group.size()), group.front());
  };
  std::ranges::sort(groups, {}, weight);
  return groups;
}

}  // namespace caveat
