#include "audit/dates.h"

#include <gtest/gtest.h>

#include "audit/damage_support.h"

namespace caveat::damage {
namespace {

std::string read(std::string_view text) {
  const auto dates = find_dates(text, {0, text.size()});
  if (dates.size() != 1) return std::to_string(dates.size()) + " dates";
  const auto day = dates[0].last;
  return std::string(slice(text, dates[0].prose)) + " = " + std::to_string(int(day.year())) + "-" +
         std::to_string(unsigned(day.month())) + "-" + std::to_string(unsigned(day.day()));
}

TEST(Dates, AreReadInEveryForm) {
  EXPECT_EQ(read("on 23 April 2025 in"), "23 April 2025 = 2025-4-23");
  EXPECT_EQ(read("the 23rd of April, 2025"), "23rd of April, 2025 = 2025-4-23");
  EXPECT_EQ(read("April 23rd, 2025."), "April 23rd, 2025 = 2025-4-23");
  EXPECT_EQ(read("Apr 23, 2025"), "Apr 23, 2025 = 2025-4-23");
  EXPECT_EQ(read("2025-04-23"), "2025-04-23 = 2025-4-23");
  EXPECT_EQ(read("23/04/2025"), "23/04/2025 = 2025-4-23");
  EXPECT_EQ(read("04/23/2025"), "04/23/2025 = 2025-4-23");
  EXPECT_EQ(read("23.04.2025"), "23.04.2025 = 2025-4-23");
  EXPECT_EQ(read("23–25 April 2025"), "23–25 April 2025 = 2025-4-25");
  EXPECT_EQ(read("until June 2024"), "June 2024 = 2024-6-30");
  EXPECT_EQ(read("summer 2024 offer"), "summer 2024 = 2024-8-31");
  EXPECT_EQ(read("04/05/2025"), "0 dates");  // in May or in April
  EXPECT_EQ(read("you may 2025 times"), "0 dates");
}

TEST(ExpiredDates, AreThoseOfEventsAndOffers) {
  constexpr std::string_view check = "expired-date";
  EXPECT_EQ(found(check, "Our course starts on 23 April 2025 in Bath."), Words{"23 April 2025"});
  EXPECT_EQ(found(check, "Offer valid until 30 June 2024."), Words{"30 June 2024"});
  EXPECT_EQ(found(check, "The summer 2024 offer is on."), Words{"summer 2024"});
  EXPECT_EQ(
      found(check, "Next dates\n\n- 4 May 2025\n- 9 May 2027", {.format = "markdown"}).size() +
          found(check, "# Next dates\n\n- 4 May 2025\n- 9 May 2027", {.format = "markdown"}).size(),
      1U);
}

TEST(ExpiredDates, AreNotThoseOfThePast) {
  for (const std::string text :
       {"Published on 3 March 2021.", "Copyright 12 May 2019",
        "A 2015 review of 4 June 2015 found little.", "Our courses have run since 1 May 2012.",
        "Anna was born on 3 May 1980.", "The workshop of 4 May 2023 was a joy.",
        "Prices from January 2025", "We opened in May 2019.", "The offer ends on 30 June 2027.",
        "Visited in June 2023, lovely place."}) {
    EXPECT_EQ(found("expired-date", text), Words{}) << text;
  }
}

TEST(ExpiredDates, NeedADay) {
  EXPECT_EQ(found("expired-date", "Offer valid until 30 June 2024.", {.as_of = {}}), Words{});
}

}  // namespace
}  // namespace caveat::damage
