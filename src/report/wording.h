// The plain words that the reports for people share.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/report.h"

namespace caveat {

struct Counts {
  std::size_t errors = 0, warnings = 0, suggestions = 0, dismissed = 0;
  std::size_t suppressed = 0, baselined = 0, unchanged = 0;  // of the dismissed
};
Counts count(const FileReport& file);
std::size_t missing_statements(const FileReport& file);

std::string quantity(std::size_t number, std::string_view noun);  // "1 error", "2 errors"
std::string counts_in_words(const Counts& counts);  // "2 errors; 3 dismissed, 12 in the baseline"
std::string run_in_words(const Report& report);     // the last line of a report
// How the score came about; the formula is that of audit/verdict.h.
std::string score_in_words(const Counts& counts);
std::string fixed_in_words(const BaselineUse& use);  // lines; empty where nothing is fixed
std::string full_message(const Finding& finding);    // the rule's, with the detail of this place
// The fix as UTF-8, or null: the bytes for a legacy document may be no text here.
const Fix* shown_fix(const Finding& finding, const Document& document);
std::string stance_in_words(const Finding& finding);  // "hedged by “may”"; empty where asserted
std::string dismissal_in_words(const Dismissal& dismissal);
std::string_view suggestion_title(const RuleInfo& rule);  // what stands before its suggestion
std::string_view certainty_in_words(Certainty certainty);  // "read at the source"
// The link of a source that nobody could read itself leads to one that tells of it: that is said.
std::string shown_name(const Authority& authority);
std::string shown_citation(const EvidenceSource& source);
std::string authority_in_words(const Authority& authority);
std::string coverage_in_words(const Coverage& coverage);

// Lines of at most `width` columns, broken at spaces; a longer word keeps a line of its own.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

}  // namespace caveat
