// Document × Rulebook → FileReport. Total: no printing, no clock, no locale; same input, same
// result.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "audit/house_rules.h"
#include "model/report.h"
#include "rulebook/rulebook.h"

namespace caveat {

struct Duties;
class HouseView;
class Profile;
struct Segmented;

struct AuditOptions {
  std::chrono::year_month_day as_of;       // "today" for expired dates
  std::vector<std::string> jurisdictions;  // whose law the page answers to
  const HouseRules* house = nullptr;       // null: none
  Profile* profile = nullptr;              // where the time goes is told there; null: nowhere
  bool details = true;  // tell each dismissed match and the class of each sentence; else count
  bool all_languages = false;  // apply every rule whatever the document's language
};

// Prepares what the rulebook's rules share (indexes by lexicon), or reads what prepare() made of
// it; cheap to copy, thread-safe.
class Auditor {
 public:
  explicit Auditor(const Rulebook& rulebook);
  FileReport audit(Document document, const AuditOptions& options) const;
  ~Auditor();

 private:
  friend void prepare(Rulebook& rulebook);
  Duties read_page(const Segmented& text, const AuditOptions& options, const HouseView& house,
                   FileReport& report) const;
  struct State;
  std::shared_ptr<const State> state_;
};

// Lets the rulebook carry along what an Auditor would make of it: for the one inside the program.
void prepare(Rulebook& rulebook);

}  // namespace caveat
