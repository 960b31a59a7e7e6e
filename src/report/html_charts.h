// Charts of a run, as rows of words, bars and numbers: they can be read without seeing the bars.
#pragma once

#include <span>
#include <string>

#include "model/report.h"

namespace caveat {

// Documents by score. Near 100 the scores lie close together: more findings are worse then.
void sort_worst_first(const Report& report, std::span<std::size_t> documents);

// Sections for the index page. `links` are the addresses of the documents' reports, escaped, in the
// order of `report.documents`.
std::string html_charts(const Report& report, std::span<const std::string> links);

}  // namespace caveat
