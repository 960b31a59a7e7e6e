#include "audit/fixes.h"

#include <gtest/gtest.h>

#include "audit/damage_support.h"

namespace caveat::damage {
namespace {

std::vector<Fix> fix(const Document& document, std::string_view words, std::string_view text) {
  const std::size_t at = document.prose.find(words);
  return replace_prose(document, {at, at + words.size()}, text);
}

TEST(Fixes, ReplaceWholeReferences) {
  const Document document = page("<p>a &eacute; b</p>", {.format = "html"});
  const auto fixes = fix(document, "é", "e");
  ASSERT_EQ(fixes.size(), 1U);
  EXPECT_EQ(slice(document.source, fixes[0].source), "&eacute;");
}

TEST(Fixes, StopAtMarkup) {
  const Document document = page("<p>a<b>b</b>c</p>", {.format = "html"});
  EXPECT_TRUE(fix(document, "ab", "x").empty());
  EXPECT_EQ(fix(document, "b", "x").size(), 1U);
}

TEST(Fixes, WriteTheEncoding) {
  const Document document =
      page("<meta charset=windows-1252><p>Caf\xE9 \xE0 la carte</p>", {.format = "html"});
  ASSERT_EQ(document.encoding, "windows-1252");
  const auto fixes = fix(document, "Café", "Cafê");
  ASSERT_EQ(fixes.size(), 1U);
  EXPECT_EQ(fixes[0].replacement, "Caf\xEA");
  // A letter that the encoding lacks becomes a reference.
  EXPECT_EQ(fix(document, "Café", "Каfé").at(0).replacement, "&#1050;&#1072;f\xE9");
}

TEST(Fixes, EscapeWhatMeansMarkup) {
  const Document document = page("<p>a b</p>", {.format = "html"});
  const auto fixes = fix(document, "b", "<&");
  ASSERT_EQ(fixes.size(), 1U);
  EXPECT_EQ(fixes[0].replacement, "&lt;&amp;");
}

TEST(Fixes, ChangeSomething) {
  const Document document = page("a &amp; b", {.format = "markdown"});
  EXPECT_TRUE(fix(document, "&", "&").empty());
}

TEST(Fixes, WriteFrontMatterPlainly) {
  const Document document =
      page("---\ndescription: Rest &amp; relax\n---\n\nWarm.\n", {.format = "markdown"});
  const auto fixes = fix(document, "&amp;", "&");
  ASSERT_EQ(fixes.size(), 1U);
  EXPECT_EQ(fixes[0].replacement, "&");
}

}  // namespace
}  // namespace caveat::damage
