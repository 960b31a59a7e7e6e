#include "input/markdown_links.h"

#include <gtest/gtest.h>

#include <string>

namespace caveat {
namespace {

// The title and what follows the link.
std::string tail(std::string_view text) {
  const auto found = link_tail(text, 0);
  if (!found) return "none";
  const std::string title(found->title ? slice(text, *found->title) : "-");
  return title + "|" + std::string(text.substr(found->end));
}

TEST(LinkTail, FindsTheTitle) {
  EXPECT_EQ(tail("](x \"t\") y"), "t| y");
  EXPECT_EQ(tail("**](x 't') y"), "t| y");
  EXPECT_EQ(tail("](<x y> (t))"), "t|");
  EXPECT_EQ(tail("](a(b)c \"say \\\"t\\\"\")."), "say \\\"t\\\"|.");
  EXPECT_EQ(tail("]( x\n\"t\" )"), "t|");
  EXPECT_EQ(tail("](x) y"), "-| y");
  EXPECT_EQ(tail("]()"), "-|");
}

TEST(LinkTail, KnowsOtherLinks) {
  EXPECT_EQ(tail("][r] (x)"), "none");
  EXPECT_EQ(tail("]"), "none");
  EXPECT_EQ(tail(""), "none");
  EXPECT_EQ(tail("](x \"never closed)"), "none");
  EXPECT_EQ(tail("](x"), "none");
}

TEST(TagName, IsLowerCase) {
  EXPECT_EQ(tag_name("<BR/>"), "br");
  EXPECT_EQ(tag_name("</Span >"), "span");
  EXPECT_EQ(tag_name("<a\nhref=x>"), "a");
}

}  // namespace
}  // namespace caveat
