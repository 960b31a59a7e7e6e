#include "input/markdown.h"

#include <gtest/gtest.h>

#include <chrono>
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

std::string prose_of(std::string_view text) { return read("markdown", text).prose; }

std::string repeat(std::string_view text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

TEST(Markdown, KnowsKindsOfBlocks) {
  EXPECT_EQ(outline_of(
                "# One #\n\nTwo\nlines\n===\n\nPara one\ngoes on.\n\n> quote\ngoes on\n> > deep\n\n"
                "```\ncode\n```\n\n    code\n\n---\n"),
            (Lines{"heading 1: One", "heading 1: Two lines", "paragraph: Para one goes on.",
                   "quote 1: quote goes on", "quote 2: deep"}));
}

TEST(Markdown, BoldParagraphsAreHeadings) {
  EXPECT_EQ(
      outline_of("**What we treat**\n\n**Massage replaces no doctor.**\n\n**Note:** ring first\n\n"
                 "a **b**\n\n- **item**\n"),
      (Lines{"heading 6: What we treat", "paragraph: Massage replaces no doctor.",
             "paragraph: Note: ring first", "paragraph: a b", "list-item 1: item"}));
}

TEST(Markdown, ReadsNestedAndTaskLists) {
  const Document d =
      read("markdown", "- one\n- [x] two\n  - three\n    goes on\n\n  more\n1. four\n");
  EXPECT_EQ(outline(d), (Lines{"list-item 1: one", "list-item 1: two", "list-item 2: three goes on",
                               "list-item 1: more", "list-item 1: four"}));
  EXPECT_EQ(d.blocks[0].group, d.blocks[3].group);
  EXPECT_NE(d.blocks[0].group, d.blocks[2].group);
  EXPECT_NE(d.blocks[0].group, d.blocks[4].group);
}

TEST(Markdown, ReadsTables) {
  const Document d =
      read("markdown", "| A | B |\n|---|:-:|\n| a \\| b | `x\\|y` |\n| **c** | |\n| | e |\n");
  expect_invariants(d);
  EXPECT_EQ(outline(d), (Lines{"table-header: A", "table-header: B", "table-cell: a | b",
                               "table-cell: x|y", "table-cell: c", "table-cell: e"}));
  EXPECT_EQ(d.blocks[3].row, 1U);
  EXPECT_EQ(d.blocks[3].column, 1U);
  EXPECT_EQ(d.blocks[5].row, 3U);
  EXPECT_EQ(d.blocks[5].column, 1U);
}

TEST(Markdown, MapsEscapes) {
  expect_origin("markdown", "a [[\\*star\\*]] b", "*star*");
  expect_origin("markdown", "a\\\\*[[b]]*", "b");
  expect_origin("markdown", "| a |\n|---|\n| [[b \\| c]] |", "b | c");
}

TEST(Markdown, MapsWordsThroughMarkup) {
  expect_origin("markdown", "it [[c*ure*s]] pain", "cures");
  expect_origin("markdown", "[[fish &amp; chips]] b", "fish & chips");
  expect_origin("markdown", "[[it&#146;s]] b", "it’s");
  expect_origin("markdown", "&bogus; [[word]]", "word");
  expect_origin("markdown", "> lazy\n[[continuation]] line", "continuation");
  expect_origin("markdown", "> a\n> [[second]]", "second");
  expect_origin("markdown", "- a\n\n  > b\n  > [[c]]", "c");
  expect_origin("markdown", "`code [[span]]`", "span");
  expect_origin("markdown", "a\t[[tab]]", "tab");
  expect_origin("markdown", "~~[[gone]]~~", "gone");
  expect_origin("markdown", "\xEF\xBB\xBF# [[Head]]", "Head");
  expect_origin("markdown", "a\r\n\r\nb *[[c]]*\r\n", "c");
  expect_origin("markdown", "😀 **[[after]]**", "after");
}

TEST(Markdown, BreaksAndSoftBreaks) {
  EXPECT_EQ(prose_of("soft\nbreak"), "soft break");
  EXPECT_EQ(prose_of("Hard.  \nBreak\\\nagain"), "Hard.\nBreak\nagain");
  EXPECT_EQ(prose_of("One<br>Two"), "One\nTwo");
  EXPECT_EQ(prose_of("**bold**\r\n**more**"), "bold more");
  expect_origin("markdown", "> a[[\n]]> b", " ");
  expect_origin("markdown", "a[[\r\n]]b", " ");
}

TEST(Markdown, LinesWithSignsAreItems) {
  EXPECT_EQ(outline_of("It helps:\n✅ Less pain\n✅ More\n  sleep\n"),
            (Lines{"paragraph: It helps:", "list-item 1: Less pain", "list-item 1: More sleep"}));
}

TEST(Markdown, RecordsLinksAndTheirTitles) {
  const Document d =
      read("markdown",
           "See [our *page*](/x?a=1&amp;b=2 \"A \\\"fine\\\" &lt;title\") and [r][] and "
           "<http://a.bc>.\n\n[r]: /r 'Ref'\n");
  expect_invariants(d);
  EXPECT_EQ(outline(d), (Lines{"paragraph: See our page and r and http://a.bc.",
                               "title-attribute: A \"fine\" <title", "title-attribute: Ref"}));
  ASSERT_EQ(d.links.size(), 3U);
  EXPECT_EQ(d.text(d.links[0].prose), "our page");
  EXPECT_EQ(d.links[0].target, "/x?a=1&b=2");
  EXPECT_EQ(d.links[1].target, "/r");
  EXPECT_EQ(origin_of(d, "\"fine\""), "\\\"fine\\\"");
}

TEST(Markdown, ImagesAreAlternativeText) {
  const Document d =
      read("markdown", "A ![hand *on* back](x.png \"tip\") b\n\n[![in](y.png)](/z \"t\")\n");
  expect_invariants(d);
  EXPECT_EQ(outline(d), (Lines{"paragraph: A b", "alt-text: hand on back", "title-attribute: tip",
                               "alt-text: in", "title-attribute: t"}));
}

TEST(Markdown, HandsHtmlToTheHtmlReader) {
  EXPECT_EQ(outline_of("<div class=x>\n<p>In a block &eacute;</p>\n</div>\n\nThen *Markdown*.\n\n"
                       "<h2>Head</h2>\n"),
            (Lines{"paragraph: In a block é", "paragraph: Then Markdown.", "heading 2: Head"}));
  EXPECT_EQ(outline_of("> <div>\n> in a\n> quote</div>\n"), (Lines{"quote 1: in a quote"}));
  EXPECT_EQ(prose_of("Text <span hidden>no <b>no</b></span> yes <b\nclass=x>bold</b>"),
            "Text yes bold");
  EXPECT_EQ(outline_of("A <img alt='pic &amp; ture'> b <a href=/x>c</a>"),
            (Lines{"paragraph: A b c", "alt-text: pic & ture"}));
  EXPECT_EQ(prose_of("<script>\nx()\n</script>\n\nText"), "Text");
  expect_origin("markdown", "> <p>a\n> [[b&amp;c]]", "b&c");
}

TEST(Markdown, ReadsSuppressions) {
  const Document d = read("markdown",
                          "a <!-- caveat-ignore one --> b\n\n<!--\ncaveat-ignore two\n-->\n\n"
                          "[//]: # (caveat-ignore three)\n\n[//]: # \"caveat-ignore four\"\n\n"
                          "not at the start [//]: # (caveat-ignore five)\n");
  std::string all;
  for (const SuppressionComment& comment : d.suppressions) all += comment.text + ";";
  EXPECT_EQ(all, "caveat-ignore one;caveat-ignore two;caveat-ignore three;caveat-ignore four;");
}

TEST(Markdown, LeavesOutCodeAndAddresses) {
  const Document d = read("markdown", "[a](http://x.y)\n\n    code\n");
  std::string reasons;
  for (const Skip& skip : d.skipped) reasons += std::string(name(skip.reason)) + " ";
  EXPECT_EQ(reasons, "markup markup url markup code-block whitespace ");
}

TEST(Markdown, SurvivesPathologicalInput) {
  const auto begin = std::chrono::steady_clock::now();
  for (const char* text :
       {"[",    "](",      "![",       "> ",   "- ",      "**a ",      "*a _b ", "`",
        "<!--", "<div>\n", "[a](",     "&",    "* a\n  ", "1. ",       "|",      "<b>",
        "<a ",  "\\",      "[a]: b\n", "<b\n", "[//]: ",  "<b hidden>"}) {
    SCOPED_TRACE(text);
    const Document d = read("markdown", repeat(text, 50'000) + "deep");
    EXPECT_EQ(d.map.size(), d.prose.size());
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(60));
}

TEST(Markdown, MarksCode) {
  const auto code = [](std::string_view text) {
    const Document d = read("markdown", text);
    Lines words;
    for (const ProseSpan span : d.code) words.emplace_back(d.text(span));
    return words;
  };
  EXPECT_EQ(code("a `b` c `d e`\n"), (Lines{"b", "d e"}));
  EXPECT_EQ(code("a <code>b <kbd>c</kbd></code> d\n"), Lines{"b c"});
  EXPECT_EQ(code("a <code>b\n\nc `d`\n"), (Lines{"b", "d"}));
  const Document d = read("markdown", "a `b` c");
  EXPECT_FALSE(d.is_code(0));
  EXPECT_TRUE(d.is_code(2));
  EXPECT_FALSE(d.is_code(3));
}

}  // namespace
}  // namespace caveat::testing
