#include "report/by_rule.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace caveat {

std::vector<RuleFindings> by_rule(const Report& report) {
  std::map<std::string_view, RuleFindings> found;
  for (const FileReport& file : report.documents) {
    for (const Finding& finding : file.findings) {
      RuleFindings& group = found[finding.rule->id];
      group.rule = finding.rule;
      if (group.places.empty() || group.places.back().file != &file) ++group.documents;
      group.places.push_back({&file, &finding});
    }
  }
  std::vector<RuleFindings> groups;
  for (auto& [id, group] : found) groups.push_back(std::move(group));
  std::ranges::sort(groups, [](const RuleFindings& a, const RuleFindings& b) {
    if (a.places.size() != b.places.size()) return a.places.size() > b.places.size();
    return a.rule->id < b.rule->id;
  });
  return groups;
}

}  // namespace caveat
