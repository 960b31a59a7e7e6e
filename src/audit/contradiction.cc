#include "audit/contradiction.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "model/line_index.h"

namespace caveat {
namespace {

// The duty whose statement a page can contradict, and the families of claims that do.
constexpr std::string_view disclaimer = "not-medical-advice";
constexpr std::array<std::string_view, 5> against_it = {
    "drug-surgery-alternative", "reduces-medication", "discourages-medical-care",
    "disease-cure-treat", "serious-condition-list"};

bool contradicts(const Finding& claim) {
  return claim.severity == Severity::Error && claim.stance == Stance::Asserted &&
         std::ranges::find(against_it, claim.rule->family) != against_it.end();
}

// Enough of a long statement to be found again.
std::string_view beginning(std::string_view text) {
  constexpr std::size_t most = 120;
  return text.size() <= most ? text : text.substr(0, text.rfind(' ', most));
}

}  // namespace

std::vector<Trouble> find_contradicted_disclaimer(const CheckInput& input) {
  const auto stated = std::ranges::find_if(input.duties, [](const ObligationStatus& duty) {
    return duty.rule->family == disclaimer && !duty.statement.empty();
  });
  const auto claim = std::ranges::find_if(input.claims, contradicts);
  if (stated == input.duties.end() || claim == input.claims.end()) return {};
  const Document& document = input.document;
  const LineIndex lines(document.source, document.code_units());
  const std::string_view words = document.text(document.map.to_prose(stated->statement));
  return {{.prose = claim->prose,
           .source = {},
           .detail = fmt::format("Line {} says “{}”.", lines.at(stated->statement.begin).line,
                                 beginning(words)),
           .fixes = {}}};
}

}  // namespace caveat
