#include "input/list_marks.h"

#include <gtest/gtest.h>

namespace caveat {
namespace {

TEST(ListMarks, SignsStandForItemsAlone) {
  EXPECT_EQ(list_sign_length("• item"), 3U);
  EXPECT_EQ(list_sign_length("•item"), 3U);
  EXPECT_EQ(list_sign_length("✔️ item"), 6U);
  EXPECT_EQ(list_sign_length("- item"), 0U);
  EXPECT_EQ(list_sign_length(""), 0U);
}

TEST(ListMarks, OtherMarksNeedASpace) {
  EXPECT_EQ(list_mark_length("- item"), 1U);
  EXPECT_EQ(list_mark_length("–\u00A0item"), 3U);
  EXPECT_EQ(list_mark_length("• item"), 3U);
  EXPECT_EQ(list_mark_length("-5 degrees"), 0U);
  EXPECT_EQ(list_mark_length("one item"), 0U);
  EXPECT_EQ(list_mark_length("-"), 0U);
}

}  // namespace
}  // namespace caveat
