#include "report/sites.h"

#include <gtest/gtest.h>

namespace caveat {
namespace {

std::vector<std::string> sites_of(const std::vector<std::string>& paths) {
  Report report;
  for (const std::string& path : paths) report.documents.emplace_back().document.path = path;
  return sites(report);
}

using Names = std::vector<std::string>;

TEST(Sites, AreTheFoldersBelowTheSharedOne) {
  EXPECT_EQ(sites_of({"web/a/x.md", "web/a/sub/y.md", "web/b/x.md"}), (Names{"a", "a", "b"}));
  EXPECT_EQ(sites_of({"a/x.md", "b/x.md"}), (Names{"a", "b"}));
  EXPECT_EQ(sites_of({"a/x.md", "/b/x.md"}), (Names{"a", "b"}));
}

TEST(Sites, BeginAtAWholeFolder) {
  EXPECT_EQ(sites_of({"web/leeds/x.md", "web/leith/x.md"}), (Names{"leeds", "leith"}));
}

TEST(Sites, AreNoneWhereDocumentsLieSideBySide) {
  EXPECT_EQ(sites_of({"web/x.md", "web/y.md"}), (Names{"", ""}));
  EXPECT_EQ(sites_of({"x.md"}), (Names{""}));
  EXPECT_EQ(sites_of({"web/x.md", "web/a/y.md"}), (Names{"", "a"}));
  EXPECT_EQ(sites_of({}), Names{});
}

}  // namespace
}  // namespace caveat
