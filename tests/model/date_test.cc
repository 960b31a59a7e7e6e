#include "model/date.h"

#include <gtest/gtest.h>

namespace caveat {
namespace {

TEST(ParseDate, TakesDaysThatExist) {
  using namespace std::chrono;
  EXPECT_EQ(parse_date("2026-01-31"), year(2026) / January / 31);
  EXPECT_EQ(parse_date("2024-02-29"), year(2024) / February / 29);
}

TEST(ParseDate, RefusesTheRest) {
  for (const char* text : {"", "2026-1-31", "2026-02-30", "2025-02-29", "31-01-2026", "2026/01/31",
                           "2026-01-31 ", "20a6-01-31", "-026-01-31"}) {
    EXPECT_FALSE(parse_date(text)) << text;
  }
}

}  // namespace
}  // namespace caveat
