// Dates as options, configurations and comments write them.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace caveat {

// "2026-01-31", or nothing.
std::optional<std::chrono::year_month_day> parse_date(std::string_view text);

}  // namespace caveat
