#include "cli/nearest.h"

#include <gtest/gtest.h>

namespace caveat {
namespace {

constexpr std::string_view rules[] = {"detox/flushes-toxins", "pain/relieves-pain",
                                      "body/boosts-immunity"};
constexpr std::string_view options[] = {"--format", "--fail-on", "--jobs", "--out"};

TEST(Nearest, FindsSlipsOfThePen) {
  EXPECT_EQ(nearest("--fromat", options), "--format");
  EXPECT_EQ(nearest("--faill-on", options), "--fail-on");
  EXPECT_EQ(nearest("--job", options), "--jobs");
  EXPECT_EQ(nearest("detox/flush-toxins", rules), "detox/flushes-toxins");
}

TEST(Nearest, FindsParts) {
  EXPECT_EQ(nearest("--for", options), "--format");
  EXPECT_EQ(nearest("boosts-immunity", rules), "body/boosts-immunity");
  EXPECT_EQ(nearest("flushes-toxin", rules), "detox/flushes-toxins");
}

TEST(Nearest, IsSilentWhereNothingIsNear) {
  EXPECT_EQ(nearest("--verbose", options), "");
  EXPECT_EQ(nearest("", rules), "");
  EXPECT_EQ(nearest("x", {}), "");
}

TEST(NearestHint, ListsAFewNamesWhereNothingIsNear) {
  EXPECT_EQ(nearest_hint("zzz", options), "known: --format, --fail-on, --jobs, --out");
  EXPECT_EQ(nearest_hint("--out", options), "did you mean “--out”?");
}

}  // namespace
}  // namespace caveat
