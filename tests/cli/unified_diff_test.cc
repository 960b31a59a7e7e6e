#include "cli/unified_diff.h"

#include <gtest/gtest.h>

namespace caveat {
namespace {

TEST(UnifiedDiff, IsEmptyForEqualTexts) { EXPECT_EQ(unified_diff("a", "x\n", "x\n"), ""); }

TEST(UnifiedDiff, ShowsEachHunkWithItsContext) {
  EXPECT_EQ(unified_diff("a.md", "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n",
                         "1\ntwo\n3\n4\n5\n6\n7\n8\n9\n10\n11\ntwelve\n"),
            "--- a.md\n+++ a.md\n"
            "@@ -1,5 +1,5 @@\n 1\n-2\n+two\n 3\n 4\n 5\n"
            "@@ -9,4 +9,4 @@\n 9\n 10\n 11\n-12\n+twelve\n");
}

TEST(UnifiedDiff, JoinsChangesThatAreNear) {
  EXPECT_EQ(unified_diff("a", "1\n2\n3\n", "one\n2\nthree\n"),
            "--- a\n+++ a\n@@ -1,3 +1,3 @@\n-1\n+one\n 2\n-3\n+three\n");
}

TEST(UnifiedDiff, TellsOfALastLineWithoutEnd) {
  EXPECT_EQ(unified_diff("a", "x", "y"),
            "--- a\n+++ a\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n"
            "+y\n\\ No newline at end of file\n");
}

TEST(UnifiedDiff, KnowsLinesThatGo) {
  EXPECT_EQ(unified_diff("a", "1\n2\n3\n", "1\n3\n"),
            "--- a\n+++ a\n@@ -1,3 +1,2 @@\n 1\n-2\n 3\n");
  EXPECT_EQ(unified_diff("a", "1\n", ""), "--- a\n+++ a\n@@ -1 +0,0 @@\n-1\n");
}

TEST(UnifiedDiff, QuotesNamesThatWouldMislead) {
  EXPECT_EQ(unified_diff("a\n+++ b\"", "x\n", "y\n"),
            "--- \"a\\012+++ b\\\"\"\n+++ \"a\\012+++ b\\\"\"\n@@ -1 +1 @@\n-x\n+y\n");
}

TEST(UnifiedDiff, DoesNotPrintWhatIsNoText) {
  EXPECT_EQ(unified_diff("a", std::string_view("x\0", 2), "x"), "Binary file a differs\n");
}

}  // namespace
}  // namespace caveat
