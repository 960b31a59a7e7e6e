#include "audit/contradiction.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "model/line_index.h"

namespace caveat {
namespace {

bool contradicts(const Finding& claim, const Obligation& duty) {
  return claim.severity == Severity::Error && claim.stance == Stance::Asserted &&
         std::ranges::find(duty.contradicted_by, claim.rule->family) != duty.contradicted_by.end();
}

const Obligation& obligation_of(const ObligationStatus& duty, const Rulebook& rulebook) {
  return *std::ranges::find(rulebook.obligations, duty.rule,
                            [](const Obligation& obligation) { return &obligation.info; });
}

// Enough of a long statement to be found again.
std::string_view beginning(std::string_view text) {
  constexpr std::size_t most = 120;
  return text.size() <= most ? text : text.substr(0, text.rfind(' ', most));
}

}  // namespace

std::vector<Trouble> find_contradicted_disclaimer(const CheckInput& input) {
  const Document& document = input.document;
  std::vector<Trouble> found;
  for (const ObligationStatus& stated : input.duties) {
    if (stated.statement.empty()) continue;
    const Obligation& duty = obligation_of(stated, input.rulebook);
    const auto claim = std::ranges::find_if(
        input.claims, [&](const Finding& finding) { return contradicts(finding, duty); });
    if (claim == input.claims.end()) continue;
    const std::string_view before =
        std::string_view(document.source).substr(0, stated.statement.begin);
    const std::size_t line = LineIndex(before, document.code_units()).count();
    const std::string_view words = document.text(document.map.to_prose(stated.statement));
    found.push_back({.prose = claim->prose,
                     .source = {},
                     .detail = fmt::format("Line {} says “{}”.", line, beginning(words)),
                     .fixes = {}});
  }
  return found;
}

}  // namespace caveat
