#include "input/html_elements.h"

#include <gtest/gtest.h>

#include "support/reading.h"

namespace caveat::testing {
namespace {

// The kind of block, or "hidden", that an element makes of the word inside it.
std::string kind_of(const std::string& tag) {
  const Document d = read("html", "<div>before" + tag + "word");
  for (const Block& block : d.blocks) {
    const std::string_view text = d.text(block.prose);
    if (text == "word") return std::string(name(block.kind));
    if (text == "beforeword") return "inline";
  }
  return "hidden";
}

TEST(HtmlElements, AreKnownByNameAndRole) {
  EXPECT_EQ(kind_of("<span>"), "inline");
  EXPECT_EQ(kind_of("<x-card>"), "inline");
  EXPECT_EQ(kind_of("<code>"), "inline");
  EXPECT_EQ(kind_of("<p>"), "paragraph");
  EXPECT_EQ(kind_of("<label>"), "paragraph");
  EXPECT_EQ(kind_of("<h3>"), "heading");
  EXPECT_EQ(kind_of("<div role=heading>"), "heading");
  EXPECT_EQ(kind_of("<a role=button>"), "button");
  EXPECT_EQ(kind_of("<span role=listitem>"), "list-item");
  EXPECT_EQ(kind_of("<textarea>"), "paragraph");
}

TEST(HtmlElements, AreHiddenByAttributes) {
  EXPECT_EQ(kind_of("<p hidden>"), "hidden");
  EXPECT_EQ(kind_of("<p hidden=until-found>"), "paragraph");
  EXPECT_EQ(kind_of("<p aria-hidden=TRUE>"), "hidden");
  EXPECT_EQ(kind_of("<p aria-hidden=false>"), "paragraph");
  EXPECT_EQ(kind_of("<p style='display:\tnone'>"), "hidden");
  EXPECT_EQ(kind_of("<p style='display:block'>"), "paragraph");
}

TEST(HtmlElements, HaveHeadingLevels) {
  const Document d =
      read("html", "<h4>a</h4><p role=heading aria-level=5>b</p><p role=heading>c</p>");
  EXPECT_EQ(outline(d), (Lines{"heading 4: a", "heading 5: b", "heading 2: c"}));
}

}  // namespace
}  // namespace caveat::testing
