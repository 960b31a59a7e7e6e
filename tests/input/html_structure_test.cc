#include "input/html_structure.h"

#include <gtest/gtest.h>

#include <string>

#include "support/invariants.h"
#include "support/reading.h"

namespace caveat::testing {
namespace {

TEST(HtmlStructure, ReadsNestedLists) {
  const Document d = read("html",
                          "<ul><li>one<ul><li>two<li><p>three</ul>four<li>five</ul>"
                          "<dl><dt>Q<dd>A</dl>");
  EXPECT_EQ(outline(d),
            (Lines{"list-item 1: one", "list-item 2: two", "list-item 2: three",
                   "list-item 1: four", "list-item 1: five", "list-item 1: Q", "list-item 2: A"}));
  EXPECT_EQ(d.blocks[0].group, d.blocks[4].group);
  EXPECT_EQ(d.blocks[1].group, d.blocks[2].group);
  EXPECT_NE(d.blocks[0].group, d.blocks[1].group);
}

TEST(HtmlStructure, ReadsTables) {
  const Document d = read("html",
                          "<table><caption>C</caption><tr><th>H<th>I<tr><td colspan=2>a<td>b"
                          "<tr><td><table><tr><td>inner</table><td>c</table>");
  expect_invariants(d);
  EXPECT_EQ(outline(d), (Lines{"caption: C", "table-header: H", "table-header: I", "table-cell: a",
                               "table-cell: b", "table-cell: inner", "table-cell: c"}));
  EXPECT_EQ(d.blocks[4].row, 1U);
  EXPECT_EQ(d.blocks[4].column, 2U);
  EXPECT_EQ(d.blocks[6].row, 2U);
  EXPECT_EQ(d.blocks[6].column, 1U);
  EXPECT_EQ(d.blocks[1].group, d.blocks[6].group);
  EXPECT_NE(d.blocks[5].group, d.blocks[6].group);
}

TEST(HtmlStructure, KnowsRegions) {
  const Document d =
      read("html",
           "<title>t</title><header>h</header><nav>n</nav><div role=navigation>m</div>"
           "<main>b<article><header>own</header></article></main><aside>a</aside>"
           "<footer><p>f</footer>");
  std::string regions;
  for (const Block& block : d.blocks) {
    regions += std::string(d.text(block.prose)) + "=" + std::string(name(block.region)) + " ";
  }
  EXPECT_EQ(regions, "t=head h=header n=navigation m=navigation b=body own=body a=aside f=footer ");
}

}  // namespace
}  // namespace caveat::testing
