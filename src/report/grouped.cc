// The findings of a run under their rules, for those who go through a site rule by rule.
#include <fmt/format.h>

#include "model/display.h"
#include "report/by_rule.h"
#include "report/formats.h"
#include "report/wording.h"

namespace caveat {

std::string write_grouped(const Report& report, const WriterOptions&) {
  std::string text;
  for (const RuleFindings& group : by_rule(report)) {
    text += fmt::format("{}: {} [{}]\n", quantity(group.places.size(), "finding"),
                        printable(group.rule->message), group.rule->id);
    for (const auto& [file, finding] : group.places) {
      text += fmt::format("  {}:{}:{}: {}: {}\n", printable(file->document.path),
                          finding->start.line, finding->start.column, name(finding->severity),
                          printable(words_of(*finding, file->document)));
    }
    text += "\n";
  }
  return text + run_in_words(report) + "\n";
}

}  // namespace caveat
