#include "cli/report_names.h"

#include <gtest/gtest.h>

#include "support/workspace.h"

namespace caveat {
namespace {

namespace fs = std::filesystem;
using test::Workspace;
using Paths = std::vector<std::string>;

TEST(ReportNames, LeaveARelativePathAsItIs) {
  const ReportNames names(Paths{"site", "../other", "./a.md"});
  EXPECT_EQ(names.of("site/a.md"), "site/a.md");
  EXPECT_EQ(names.of("../other/a.md"), "../other/a.md");
  EXPECT_EQ(names.of("./a.md"), "a.md");
}

TEST(ReportNames, AreRelativeToTheCurrentFolder) {
  const Workspace work;
  const std::string here = work.folder().native();
  const ReportNames names(Paths{here, here + "/site/", "/elsewhere/a.md"});
  EXPECT_EQ(names.of(here + "/site/a.md"), "site/a.md");
  EXPECT_EQ(names.of(here + "/site/../b.md"), "b.md");
}

TEST(ReportNames, AreRelativeToWhatHoldsTheFoldersNamedOutside) {
  EXPECT_EQ(ReportNames(Paths{"/far/site"}).of("/far/site/sub/a.md"), "site/sub/a.md");
  EXPECT_EQ(ReportNames(Paths{"/far/site/"}).of("/far/site/a.md"), "site/a.md");
  EXPECT_EQ(ReportNames(Paths{"/far/site/a.md"}).of("/far/site/a.md"), "a.md");
  const ReportNames two(Paths{"/far/one/x", "content", "/far/two/x"});
  EXPECT_EQ(two.of("/far/one/x/a.md"), "one/x/a.md");
  EXPECT_EQ(two.of("/far/two/x/a.md"), "two/x/a.md");
  EXPECT_EQ(ReportNames(Paths{"/far/a.md", "/wide/a.md"}).of("/wide/a.md"), "wide/a.md");
  EXPECT_EQ(ReportNames(Paths{"/"}).of("/a.md"), "a.md");
}

}  // namespace
}  // namespace caveat
