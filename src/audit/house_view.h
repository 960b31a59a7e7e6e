// Applies house rules to the findings of one document.
#pragma once

#include <utility>
#include <vector>

#include "audit/house_rules.h"
#include "audit/segment.h"
#include "model/finding.h"

namespace caveat {

class HouseView {
 public:
  // `house` may be null; it must outlive the view.
  HouseView(const HouseRules* house, const Document& document, const Segmented& text);

  // Moves what is left out from `findings` to `dismissed`; sets the severity of the others.
  void apply(std::vector<Finding>& findings, std::vector<Dismissal>& dismissed) const;

 private:
  // Why the finding is left out; null where it is kept.
  const std::string* reason_against(const Finding& finding) const;

  const HouseRules* house_;
  std::vector<std::pair<ProseSpan, const AllowedTerm*>> allowed_;  // where they stand
};

}  // namespace caveat
