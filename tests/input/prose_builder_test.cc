#include "input/prose_builder.h"

#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "support/invariants.h"
#include "support/reading.h"

namespace caveat::testing {
namespace {

Document build(const std::string& source, const std::function<void(ProseBuilder&)>& write) {
  Document document;
  document.source = source;
  const Decoded decoded = decode(document.source, Declares::Nothing);
  ProseBuilder builder(decoded);
  write(builder);
  builder.finish(document);
  expect_invariants(document);
  return document;
}

Block of_kind(BlockKind kind) {
  Block shape;
  shape.kind = kind;
  return shape;
}

std::vector<std::string> skips(const Document& document) {
  std::vector<std::string> result;
  for (const Skip& skip : document.skipped) {
    result.push_back(std::string(name(skip.reason)) + " " +
                     std::string(slice(document.source, skip.source)));
  }
  return result;
}

TEST(ProseBuilder, CopiesAndReplaces) {
  const Document d = build("a&amp;b", [](ProseBuilder& to) {
    to.copy({0, 1});
    to.replace("&", {1, 6});
    to.copy({6, 7});
  });
  EXPECT_EQ(d.prose, "a&b");
  EXPECT_EQ(d.map.to_source({1, 2}), (SourceSpan{1, 6}));
  EXPECT_EQ(d.map.to_source({0, 3}), (SourceSpan{0, 7}));
}

TEST(ProseBuilder, CollapsesWhiteSpaceAsAReaderSeesIt) {
  const Document d = build(" \n a b  c\t\nd \n", [](ProseBuilder& to) { to.copy({0, 14}); });
  EXPECT_EQ(d.prose, "a b c d");
  EXPECT_EQ(d.map.to_source({3, 4}), (SourceSpan{6, 8}));   // two spaces
  EXPECT_EQ(d.map.to_source({5, 6}), (SourceSpan{9, 11}));  // a tab and a line feed
  EXPECT_EQ(skips(d), (Lines{"whitespace  \n ", "whitespace  \n"}));
}

TEST(ProseBuilder, OneSpaceStandsForTwoAroundATag) {
  const Document d = build("a <b> c", [](ProseBuilder& to) {
    to.copy({0, 2});
    to.copy({5, 7});
  });
  EXPECT_EQ(d.prose, "a c");
  EXPECT_EQ(d.map.to_source({1, 2}), (SourceSpan{1, 2}));
}

TEST(ProseBuilder, KeepsNoBreakSpaces) {
  const Document d = build("a\u00A0\u00A0b", [](ProseBuilder& to) { to.copy({0, 6}); });
  EXPECT_EQ(d.prose, "a\u00A0\u00A0b");
}

TEST(ProseBuilder, BlocksOfNoBreakSpacesDoNotComeToBe) {
  const Document d = build("a\u00A0\u00A0b", [](ProseBuilder& to) {
    to.copy({0, 1});
    to.block(of_kind(BlockKind::Paragraph));
    to.open_link("/x");
    to.copy({1, 5});
    to.close_link();
    to.block(of_kind(BlockKind::Heading));
    to.copy({5, 6});
  });
  EXPECT_EQ(outline(d), (Lines{"paragraph: a", "heading: b"}));
  EXPECT_TRUE(d.links.empty());
}

TEST(ProseBuilder, ABlockMayChangeItsKind) {
  const Document d = build("ab", [](ProseBuilder& to) {
    to.copy({0, 2});
    EXPECT_EQ(to.block_text(), "ab");
    to.reshape(BlockKind::Heading, 6);
  });
  EXPECT_EQ(outline(d), (Lines{"heading 6: ab"}));
}

TEST(ProseBuilder, BlocksWithoutTextDoNotComeToBe) {
  const Document d = build("ab  cd", [](ProseBuilder& to) {
    to.block(of_kind(BlockKind::Heading));
    to.copy({0, 2});
    to.block(of_kind(BlockKind::Quote));
    to.copy({2, 4});
    to.block(of_kind(BlockKind::Paragraph));
    to.copy({4, 6});
  });
  EXPECT_EQ(outline(d), (Lines{"heading: ab", "paragraph: cd"}));
  EXPECT_EQ(d.map.to_source({2, 3}), (SourceSpan{2, 4}));  // the break
}

TEST(ProseBuilder, LineBreakEndsASentence) {
  const Document d = build("One.<br>Two", [](ProseBuilder& to) {
    to.copy({0, 4});
    to.line_break({4, 8});
    to.copy({8, 11});
  });
  EXPECT_EQ(d.prose, "One.\nTwo");
  EXPECT_EQ(d.map.to_source({4, 5}), (SourceSpan{4, 8}));
}

TEST(ProseBuilder, LineBreakInsideASentenceIsASpace) {
  const Document d = build("Small but mighty,<br>and built", [](ProseBuilder& to) {
    to.copy({0, 17});
    to.line_break({17, 21});
    to.copy({21, 30});
  });
  EXPECT_EQ(d.prose, "Small but mighty, and built");
}

TEST(ProseBuilder, LineBreakInAHeadingIsASpace) {
  const Document d = build("One<br>Two", [](ProseBuilder& to) {
    to.block(of_kind(BlockKind::Heading));
    to.copy({0, 3});
    to.line_break({3, 7});
    to.copy({7, 10});
  });
  EXPECT_EQ(d.prose, "One Two");
}

TEST(ProseBuilder, TwoLineBreaksEndABlock) {
  const Document d = build("One<br> <br>Two", [](ProseBuilder& to) {
    to.copy({0, 3});
    to.line_break({3, 7});
    to.copy({7, 8});
    to.line_break({8, 12});
    to.copy({12, 15});
  });
  EXPECT_EQ(outline(d), (Lines{"paragraph: One", "paragraph: Two"}));
}

TEST(ProseBuilder, AsidesFollowTheBlockTheyStandIn) {
  const Document d = build("before (alt) after next", [](ProseBuilder& to) {
    to.copy({0, 7});
    to.begin_aside(of_kind(BlockKind::AltText));
    to.copy({8, 11});
    to.end_aside();
    to.copy({12, 18});
    to.block(of_kind(BlockKind::Paragraph));
    to.copy({19, 23});
  });
  EXPECT_EQ(outline(d), (Lines{"paragraph: before after", "alt-text: alt", "paragraph: next"}));
  EXPECT_EQ(origin_of(d, "alt"), "alt");
  EXPECT_EQ(d.map.to_prose({8, 11}), (ProseSpan{13, 16}));
}

TEST(ProseBuilder, AsideBeforeTheFirstWordStaysThere) {
  const Document d = build("(alt) after", [](ProseBuilder& to) {
    to.begin_aside(of_kind(BlockKind::AltText));
    to.copy({1, 4});
    to.end_aside();
    to.copy({5, 11});
  });
  EXPECT_EQ(outline(d), (Lines{"alt-text: alt", "paragraph: after"}));
}

TEST(ProseBuilder, EveryByteIsMappedOrSkippedWithAReason) {
  const Document d = build("<a>x<!-- y -->  <b>hid</b>", [](ProseBuilder& to) {
    to.copy({3, 4});
    to.comment({4, 14}, " y ");
    to.skip({19, 22}, SkipReason::Hidden);
  });
  EXPECT_EQ(skips(d), (Lines{"markup <a>", "comment <!-- y -->", "markup   <b>", "hidden hid",
                             "markup </b>"}));
}

TEST(ProseBuilder, ProseWinsOverAGapAroundIt) {
  const Document d = build("{\"a\":\"b\"}", [](ProseBuilder& to) {
    to.skip({0, 9}, SkipReason::StructuredData);
    to.copy({6, 7});
  });
  EXPECT_EQ(skips(d), (Lines{"structured-data {\"a\":\"", "structured-data \"}"}));
}

TEST(ProseBuilder, RecordsLinksOverTheirWords) {
  const Document d = build("see [ here ] now", [](ProseBuilder& to) {
    to.copy({0, 4});
    to.open_link("/x");
    to.copy({5, 11});
    to.close_link();
    to.copy({12, 16});
  });
  ASSERT_EQ(d.links.size(), 1U);
  EXPECT_EQ(d.text(d.links[0].prose), "here");
  EXPECT_EQ(d.links[0].target, "/x");
}

TEST(ProseBuilder, RecordsInstructionsInComments) {
  const Document d =
      build("x<!-- caveat-ignore detox: sold as tea --><!-- other -->", [](ProseBuilder& to) {
        to.copy({0, 1});
        to.comment({1, 42}, " caveat-ignore detox: sold as tea ");
        to.comment({42, 56}, " other ");
      });
  ASSERT_EQ(d.suppressions.size(), 1U);
  EXPECT_EQ(d.suppressions[0].text, "caveat-ignore detox: sold as tea");
  EXPECT_EQ(d.suppressions[0].source, (SourceSpan{1, 42}));
}

TEST(ProseBuilder, ComposesWithTheDecoder) {
  const std::string bytes = "caf\xE9 &amp; th\xE9 noir de la maison, servi br\xFBlant";
  const Document d = build(bytes, [](ProseBuilder& to) {
    to.copy({0, 6});
    to.replace("&", {6, 11});
    to.copy({11, 50});
  });
  EXPECT_TRUE(d.prose.starts_with("café & thé noir")) << d.prose;
  EXPECT_EQ(origin_of(d, "café"), "caf\xE9");
  EXPECT_EQ(origin_of(d, "é & t"), "\xE9 &amp; t");
}

}  // namespace
}  // namespace caveat::testing
