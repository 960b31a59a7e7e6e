#include "rulebook/pack_file.h"

#include <gtest/gtest.h>

namespace caveat {
namespace {

// Where "HERE" in the value of the key x is said to stand, and what stands there in the file.
std::string place(std::string_view yaml) {
  PackFile file("pack.yaml", yaml);
  if (!file.read()) return "unreadable";
  const YamlNode& value = file.root().items.at(1);
  file.report(ProblemKind::EmptyPack, value, {""}, "", value.text.find("HERE"));
  const Problem& problem = file.problems().front();
  // Columns count code points; in these files a line holds ASCII before its mark, or é.
  std::size_t at = 0;
  for (std::size_t column = 1; column < problem.column; ++column) {
    at += static_cast<unsigned char>(problem.quoted[at]) >= 0xC0 ? 2 : 1;
  }
  return std::to_string(problem.line) + ":" + std::to_string(problem.column) + " " +
         problem.quoted.substr(at, 4);
}

TEST(PackFile, FindsPlacesInsideOfScalars) {
  EXPECT_EQ(place("x: HERE"), "1:4 HERE");
  EXPECT_EQ(place("x: one HERE two"), "1:8 HERE");
  EXPECT_EQ(place("x: 'HERE'"), "1:5 HERE");
  EXPECT_EQ(place("x: 'it''s \"so\" HERE'"), "1:16 HERE");
  EXPECT_EQ(place(R"(x: "a\tb \"c\" \u2019 \x41 HERE")"), "1:28 HERE");
  EXPECT_EQ(place("x: \"a\\\n   b HERE\""), "2:6 HERE");
  EXPECT_EQ(place("x: é é HERE"), "1:8 HERE");
  EXPECT_EQ(place("x: 'é é HERE'"), "1:9 HERE");
}

TEST(PackFile, FindsPlacesInFoldedText) {
  EXPECT_EQ(place("x: one\n   two\n\n   HERE"), "4:4 HERE");
  EXPECT_EQ(place("x: \"one\n  two HERE\""), "2:7 HERE");
  EXPECT_EQ(place("x: >-\n  one two\n  three HERE\n"), "3:9 HERE");
  EXPECT_EQ(place("x: |\n  one\n   two\n\n  HERE\n"), "5:3 HERE");
  EXPECT_EQ(place("x: |2-\n   HERE\n"), "2:4 HERE");
}

TEST(PackFile, CountsAByteOrderMarkAsNothing) {
  EXPECT_EQ(place("\xEF\xBB\xBFx: HERE"), "1:4 HERE");
  EXPECT_EQ(place("\xEF\xBB\xBF# é\r\nx: HERE\r\n"), "2:4 HERE");
}

TEST(PackFile, ReadsATree) {
  PackFile file("pack.yaml", "a: [b, 'c d', ~, {e: f}]\n");
  ASSERT_TRUE(file.read());
  const YamlNode& root = file.root();
  ASSERT_EQ(root.kind, YamlNode::Kind::Mapping);
  ASSERT_EQ(root.items.size(), 2u);
  const YamlNode& list = root.items[1];
  ASSERT_EQ(list.items.size(), 4u);
  EXPECT_EQ(list.items[0].text, "b");
  EXPECT_EQ(list.items[1].text, "c d");
  EXPECT_EQ(list.items[2].kind, YamlNode::Kind::Null);
  EXPECT_EQ(list.items[3].items[1].text, "f");
  EXPECT_EQ(file.where(list), "pack.yaml:1");
  EXPECT_EQ(file.column(list), 4u);
}

TEST(PackFile, BracketsWithoutEndAreRefusedAtOnce) {
  for (const std::string_view sign : {"[", "{", "- ", "? ", "a: {", "&a [", "!"}) {
    std::string text;
    for (int i = 0; i < 50'000; ++i) text += sign;
    PackFile file("pack.yaml", text);
    EXPECT_FALSE(file.read()) << sign;
    EXPECT_LE(file.problems().size(), 30u) << sign;
  }
}

}  // namespace
}  // namespace caveat
