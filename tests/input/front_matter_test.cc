#include "input/front_matter.h"

#include <gtest/gtest.h>

#include <string>

#include "support/invariants.h"
#include "support/reading.h"

namespace caveat::testing {
namespace {

Lines outline_of(std::string_view text) {
  const Document document = read("markdown", text);
  expect_invariants(document);
  return outline(document);
}

TEST(FrontMatter, YamlTitleAndDescriptionAreAudited) {
  const Document d = read("markdown",
                          "---\ntitle: \"Massage \\u0026 more\"\ndescription: 'it''s good'\n"
                          "tags: [pain, cure]\nseo:\n  description: nested # note\n---\n# Head\n");
  expect_invariants(d);
  EXPECT_EQ(outline(d), (Lines{"title 1: Massage & more", "meta-description: it's good",
                               "meta-description: nested", "heading 1: Head"}));
  EXPECT_EQ(d.blocks[0].region, Region::Head);
  EXPECT_EQ(origin_of(d, "&"), "\\u0026");
  EXPECT_EQ(origin_of(d, "it's"), "it''s");
}

TEST(FrontMatter, ReadsEveryKindOfScalar) {
  EXPECT_EQ(
      outline_of("---\ntitle: plain\n  goes on\ndescription: >-\n  folded\n  text\nsummary: |\n"
                 "  literal\n\n  text\n---\n"),
      (Lines{"title 1: plain goes on", "meta-description: folded text",
             "meta-description: literal text"}));
  EXPECT_EQ(outline_of("---\ntitle: \"a \\\n  b\"\n---\n"), (Lines{"title 1: a b"}));
  EXPECT_EQ(outline_of("---\n{title: flow, description: \"x\"}\n---\n"),
            (Lines{"title 1: flow", "meta-description: x"}));
}

TEST(FrontMatter, PositionsSurviveWideCharactersAndCrLf) {
  expect_origin("markdown", "---\r\nauthor: \"Zoé 😀\"\r\ntitle: caf\u00E9 [[bien]]\r\n---\r\nx",
                "bien");
  expect_origin("markdown", "\xEF\xBB\xBF---\ntitle: [[One]]\n---\n", "One");
}

TEST(FrontMatter, TomlTitleAndDescriptionAreAudited) {
  const Document d =
      read("markdown",
           "+++\ntitle = \"A \\\"b\\\"\"\ndescription = '''\nlong\ntitle = \"no\"'''\n"
           "draft = true\n[params]\nlanguage = \"tr\"\n+++\nText\n");
  expect_invariants(d);
  EXPECT_EQ(outline(d), (Lines{"title 1: A \"b\"", "meta-description: long title = \"no\"",
                               "paragraph: Text"}));
  EXPECT_EQ(d.language, "tr");
}

TEST(FrontMatter, ReadsLinesThatAreNoYaml) {
  EXPECT_EQ(outline_of("---\ntitle: Massage: what it does\nlang: en\n---\nText\n"),
            (Lines{"title 1: Massage: what it does", "paragraph: Text"}));
}

TEST(FrontMatter, KnowsRulesFromFrontMatter) {
  EXPECT_EQ(outline_of("---\n\nText between rules.\n\n---\n\nMore.\n"),
            (Lines{"paragraph: Text between rules.", "paragraph: More."}));
  EXPECT_EQ(outline_of("---\ntitle: never closed\n"), (Lines{"paragraph: title: never closed"}));
  EXPECT_EQ(outline_of("text\n---\ntitle: x\n---\n"),
            (Lines{"heading 2: text", "heading 2: title: x"}));
  EXPECT_EQ(outline_of("----\ntitle: x\n"), (Lines{"paragraph: title: x"}));
}

TEST(FrontMatter, OtherSettingsAreSkipped) {
  const Document d = read("markdown", "---\nauthor: Me\n---\n");
  ASSERT_EQ(d.skipped.size(), 1U);
  EXPECT_EQ(d.skipped[0].reason, SkipReason::FrontMatterData);
}

// Found by scripts/fuzz: the second title was read twice.
TEST(FrontMatter, AnUnclosedQuoteEndsWithItsLine) {
  const Document d =
      read("markdown", "---\ntitle: \"never closed\ntitle: b : (\"ee\n---\n\n# Tree\n");
  expect_invariants(d);
  EXPECT_EQ(d.text(d.blocks.at(0).prose), "never closed");
}
TEST(FrontMatter, AnEscapeTakesAWholeCharacter) {
  for (const std::string_view text : {"---\ntitle: \"\\\xEE\n---", "---\ntitle: \"\\\u00e9a\"\n---",
                                      "---\ntitle: \"\\x4\u00e9\"\n---"}) {
    expect_invariants(read("markdown", text));
  }
}

TEST(FrontMatter, SurvivesPathologicalSettings) {
  for (const char* text : {"[", "? ", "- ", "{a: ", "\"", "&a ", "title: a\n"}) {
    std::string source = "---\ntitle: ";
    for (int i = 0; i < 20'000; ++i) source += text;
    expect_invariants(read("markdown", source + "\n---\nText"));
  }
}

}  // namespace
}  // namespace caveat::testing
