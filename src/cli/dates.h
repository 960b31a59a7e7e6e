// Dates on the command line.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace caveat {

// "2026-01-31", or nothing.
std::optional<std::chrono::year_month_day> parse_date(std::string_view text);

// "Today" for `test` and `score`, whose results must not depend on the day they are run.
inline constexpr std::chrono::year_month_day fixed_today{
    std::chrono::year{2026}, std::chrono::month{1}, std::chrono::day{1}};

}  // namespace caveat
