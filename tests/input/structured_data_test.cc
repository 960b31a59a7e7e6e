#include "input/structured_data.h"

#include <gtest/gtest.h>

#include <string>

#include "support/invariants.h"
#include "support/reading.h"

namespace caveat::testing {
namespace {

Document document_of(const std::string& json) {
  const Document d = read("html", "<script type='application/ld+json'>" + json + "</script>");
  expect_invariants(d);
  return d;
}

Lines texts(const std::string& json) {
  Lines result;
  const Document d = document_of(json);
  for (const Block& block : d.blocks) {
    EXPECT_EQ(block.kind, BlockKind::StructuredData);
    result.emplace_back(d.text(block.prose));
  }
  return result;
}

TEST(StructuredData, ReadsTheTextsOfKnownKeys) {
  EXPECT_EQ(texts(R"({"@type": "Article", "headline": "H", "description": "D", "url": "/u",
                      "author": {"name": "N", "@id": "x"}, "articleBody": "B"})"),
            (Lines{"H", "D", "N", "B"}));
  EXPECT_EQ(texts(R"([{"name": ["a", "b"], "reviewBody": "c", "ratingValue": 5, "text": null}])"),
            (Lines{"a", "b", "c"}));
  EXPECT_EQ(texts(R"({"name": {"other": "no"}, "x": ["name", "no"]})"), Lines{});
}

TEST(StructuredData, DecodesEscapesWithTheirPlaces) {
  const Document d = document_of(R"({"name": "a\"b\\c\/d\u0041\n e &amp; f"})");
  EXPECT_EQ(d.prose, "a\"b\\c/dA e & f");
  EXPECT_EQ(origin_of(d, "dA"), "d\\u0041");
  EXPECT_EQ(origin_of(d, "&"), "&amp;");
}

TEST(StructuredData, ReadsHtmlInsideAnswers) {
  EXPECT_EQ(texts(R"({"text": "<p>One <b>bold<\/b> word.<\/p><p class=\"x\">Two</p>a < b"})"),
            (Lines{"One bold word.", "Two", "a < b"}));
}

TEST(StructuredData, LoneSurrogatesAreReplaced) {
  EXPECT_EQ(texts(R"({"name": "a\u0000b"})"), (Lines{"a\uFFFDb"}));
}

TEST(StructuredData, IgnoresWhatIsNoJson) {
  EXPECT_EQ(texts("{\"name\": \"never closed"), Lines{});
  EXPECT_EQ(texts("{'name': 'x'}"), Lines{});
  EXPECT_EQ(texts(""), Lines{});
}

TEST(StructuredData, NestsDeeply) {
  EXPECT_EQ(texts(std::string(100'000, '[') + std::string(100'000, ']')), Lines{});
}

}  // namespace
}  // namespace caveat::testing
