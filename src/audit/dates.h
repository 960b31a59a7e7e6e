// Dates of events and offers that have passed.
//
// A date counts where its sentence, or the heading over its list, speaks of an event or an offer
// (lexicons `dated-events`, `offer-limits`) and of nothing that dates are told of afterwards
// (lexicon `told-afterwards`: studies, reviews, foundings …).
#pragma once

#include <chrono>
#include <string_view>
#include <vector>

#include "audit/checks.h"

namespace caveat {

struct FoundDate {
  ProseSpan prose;
  std::chrono::year_month_day last;  // the last day that it may mean
};

// The dates with a year in English text, in order: "23 April 2025", "April 23rd, 2025",
// "2025-04-23", "23/04/2025" where only one order is possible, "April 2025", "summer 2025".
std::vector<FoundDate> find_dates(std::string_view prose, ProseSpan within);

std::vector<Trouble> find_expired_dates(const CheckInput& input);

}  // namespace caveat
