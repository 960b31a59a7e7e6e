// Cells of a table for a spreadsheet.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace caveat {

// Text that cannot leave its cell nor become a formula.
std::string csv_cell(std::string_view text);

std::string csv_row(const std::vector<std::string>& cells);  // cells as they are; RFC 4180

}  // namespace caveat
