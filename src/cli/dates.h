// The day of runs that must not depend on the day.
#pragma once

#include <chrono>

namespace caveat {

// "Today" for `test` and `score`.
inline constexpr std::chrono::year_month_day fixed_today{
    std::chrono::year{2026}, std::chrono::month{1}, std::chrono::day{1}};

}  // namespace caveat
