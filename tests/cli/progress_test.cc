#include "cli/progress.h"

#include <gtest/gtest.h>

#include <sstream>
#include <thread>

namespace caveat {
namespace {

using namespace std::chrono_literals;

TEST(Progress, TellsRateAndTimeLeft) {
  EXPECT_EQ(Progress::line(1200, 5000, 4s),
            "1200 of 5000 documents, 300 a second, 13 seconds left");
  EXPECT_EQ(Progress::line(10, 5000, 4s), "10 of 5000 documents, 2.5 a second, 33 minutes left");
  EXPECT_EQ(Progress::line(0, 5000, 4s), "0 of 5000 documents");
  EXPECT_EQ(Progress::line(5, 5, 0s), "5 of 5 documents");
}

TEST(Progress, IsSilentForShortRunsAndWhereNobodyLooks) {
  std::ostringstream out;
  {
    Progress progress(&out, 2);
    progress.step();
    progress.step();
  }
  EXPECT_EQ(out.str(), "");
  Progress nobody(nullptr, 1);
  nobody.step();
}

TEST(Progress, LeavesNothingBehind) {
  std::ostringstream out;
  {
    Progress progress(&out, 2);
    std::this_thread::sleep_for(1010ms);
    progress.step();
    EXPECT_TRUE(out.str().starts_with("\r\x1b[K1 of 2 documents, ")) << out.str();
  }
  EXPECT_TRUE(out.str().ends_with("\r\x1b[K"));
}

}  // namespace
}  // namespace caveat
