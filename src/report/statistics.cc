// How often each rule found something.
#include <fmt/format.h>

#include <algorithm>

#include "model/display.h"
#include "report/by_rule.h"
#include "report/formats.h"
#include "report/wording.h"

namespace caveat {

std::string write_statistics(const Report& report, const WriterOptions&) {
  const std::vector<RuleFindings> groups = by_rule(report);
  std::size_t width = 4;
  for (const RuleFindings& group : groups) width = std::max(width, group.rule->id.size());
  std::string text;
  if (!groups.empty()) text += "findings documents  rule\n";
  for (const RuleFindings& group : groups) {
    text += fmt::format("{:>8} {:>9}  {:<{}}  {}\n", group.places.size(), group.documents,
                        group.rule->id, width, printable(group.rule->message));
  }
  return text + (groups.empty() ? "" : "\n") + run_in_words(report) + "\n";
}

}  // namespace caveat
