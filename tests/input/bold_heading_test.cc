#include "input/bold_heading.h"

#include <gtest/gtest.h>

namespace caveat {
namespace {

TEST(BoldHeading, IsShortAndNoSentence) {
  EXPECT_TRUE(reads_as_heading("What we treat"));
  EXPECT_TRUE(reads_as_heading("Is it safe? "));
  EXPECT_TRUE(reads_as_heading("Massage can help with:"));
  EXPECT_FALSE(reads_as_heading("Massage replaces no doctor."));
  EXPECT_FALSE(reads_as_heading("And so on…"));
  EXPECT_FALSE(reads_as_heading(""));
  EXPECT_FALSE(
      reads_as_heading("one two three four five six seven eight nine ten eleven twelve 13"));
}

}  // namespace
}  // namespace caveat
