// Finds the authorities and sources that a rule names by their ids.
//
// Ids that the report does not carry (an authority of a jurisdiction nobody asked for) are left
// out.
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "model/report.h"

namespace caveat {

class Catalogue {
 public:
  // Keeps pointers into what `report` borrows.
  explicit Catalogue(const Report& report);

  std::vector<const Authority*> authorities(const RuleInfo& rule) const;
  std::vector<const EvidenceSource*> sources(const RuleInfo& rule) const;
  bool measured() const { return measured_; }  // Report::measured

 private:
  std::map<std::string_view, const Authority*> authorities_;
  std::map<std::string_view, const EvidenceSource*> sources_;
  bool measured_ = false;
};

}  // namespace caveat
