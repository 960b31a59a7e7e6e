#include "input/references.h"

#include <gtest/gtest.h>

#include <string>

namespace caveat {
namespace {

// What the reference at the start of `text` stands for, and the rest behind it.
std::string read(std::string_view text, References::Place place = References::Place::Text) {
  References references;
  const CharacterReference reference = references.read(text, 0, place);
  if (reference.length == 0) return "none";
  return reference.text + "|" + std::string(text.substr(reference.length));
}

TEST(References, DecodeNames) {
  EXPECT_EQ(read("&amp;x"), "&|x");
  EXPECT_EQ(read("&rsquo;"), "’|");
  EXPECT_EQ(read("&nbsp;"), "\u00A0|");
  EXPECT_EQ(read("&Tab;"), "\t|");
  EXPECT_EQ(read("&fjlig;"), "fj|");
  EXPECT_EQ(read("&NotEqualTilde;"), "≂̸|");
  EXPECT_EQ(read("&semi;;"), ";|;");
  EXPECT_EQ(read("&CounterClockwiseContourIntegral;"), "∳|");
}

TEST(References, DecodeOldNamesWithoutSemicolon) {
  EXPECT_EQ(read("&amp more"), "&| more");
  EXPECT_EQ(read("&copy2024"), "©|2024");
  EXPECT_EQ(read("&notit; x"), "¬|it; x");
  EXPECT_EQ(read("&notin; x"), "∉| x");
  EXPECT_EQ(read("&rsquo x"), "none");
  EXPECT_EQ(read("&bogus;"), "none");
  EXPECT_EQ(read("& x"), "none");
  EXPECT_EQ(read("&"), "none");
}

TEST(References, InAttributesQueriesStayQueries) {
  const auto attribute = References::Place::Attribute;
  EXPECT_EQ(read("&copy=2", attribute), "none");
  EXPECT_EQ(read("&copy2", attribute), "none");
  EXPECT_EQ(read("&copy 2", attribute), "©| 2");
  EXPECT_EQ(read("&copy;=2", attribute), "©|=2");
}

TEST(References, DecodeNumbers) {
  EXPECT_EQ(read("&#65;"), "A|");
  EXPECT_EQ(read("&#x41z"), "A|z");
  EXPECT_EQ(read("&#X1F600;"), "😀|");
  EXPECT_EQ(read("&#146;"), "’|");  // windows-1252
  EXPECT_EQ(read("&#x80;"), "€|");
  EXPECT_EQ(read("&#129;"), "\u0081|");
  EXPECT_EQ(read("&#0;"), "\uFFFD|");
  EXPECT_EQ(read("&#xD800;"), "\uFFFD|");
  EXPECT_EQ(read("&#99999999999999999999;"), "\uFFFD|");
  EXPECT_EQ(read("&#;"), "none");
  EXPECT_EQ(read("&#x;"), "none");
}

}  // namespace
}  // namespace caveat
