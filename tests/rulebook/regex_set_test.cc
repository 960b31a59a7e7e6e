#include "rulebook/regex_set.h"

#include <gtest/gtest.h>

namespace caveat {
namespace {

// The places that one regex finds, "10% off|10% OFF".
std::string found(std::string_view regex, std::string_view text) {
  RegexSet set;
  const auto added = set.add(regex);
  if (!added) return "refused: " + added.error();
  for (const UnusableRegex& unusable : set.compile()) return "unusable: " + unusable.reason;
  std::string places;
  for (const RegexMatch& match : set.matches(text)) {
    places += (places.empty() ? "" : "|") + std::string(slice(text, match.span));
  }
  return places;
}

TEST(RegexSet, IgnoresCaseUnlessToldOtherwise) {
  EXPECT_EQ(found("lorem", "Lorem LOREM lorem"), "Lorem|LOREM|lorem");
  EXPECT_EQ(found("(?-i)Lorem", "Lorem LOREM lorem"), "Lorem");
}

TEST(RegexSet, ApostrophesAreStraightOrCurly) {
  EXPECT_EQ(found("i'm an ai", "I'm an AI. I’m an AI."), "I'm an AI|I’m an AI");
  EXPECT_EQ(found("[a-z']+", "don’t"), "don’t");
}

TEST(RegexSet, SpacesAreAnyRunOfBlanks) {
  EXPECT_EQ(found("as an ai", "As  an\nAI; as\u00A0an\u2009AI"), "As  an\nAI|as\u00A0an\u2009AI");
  EXPECT_EQ(found("10 ?%", "10% 10 % 10\u00A0%"), "10%|10 %|10\u00A0%");
  EXPECT_EQ(found("a[ x]b", "a b axb a\u00A0b"), "a b|axb|a\u00A0b");
}

TEST(RegexSet, LeavesEscapesAndClassesAlone) {
  EXPECT_EQ(found(R"(\Qit's (now)\E)", "it's (now) it’s (now)"), "it's (now)");
  EXPECT_EQ(found(R"(\[x\])", "[x]"), "[x]");
  EXPECT_EQ(found("[]']x", "]x ’x"), "]x|’x");
  EXPECT_EQ(found("[^]x]y", "ay ]y"), "ay");
  EXPECT_EQ(found("[[:digit:]']+", "1’2"), "1’2");
  EXPECT_EQ(found(R"(\x{41}\.)", "A. a."), "A.|a.");
}

TEST(RegexSet, RefusesWithTheMessageForTheRegexAsWritten) {
  EXPECT_EQ(found("it's (gone", "x"), "refused: missing ): it's (gone");
  EXPECT_EQ(found("a**", "x"), "refused: bad repetition operator: **");
  EXPECT_EQ(found("x(?=y)", "x"), "refused: invalid perl operator: (?=");
  EXPECT_EQ(found("a*", "x"), "unusable: it matches the empty text");
}

TEST(RegexSet, GivesAllMatchesInOrder) {
  RegexSet set;
  EXPECT_EQ(set.add("b+"), 0u);
  EXPECT_EQ(set.add("a|abb"), 1u);
  EXPECT_EQ(set.add("never"), 2u);
  set.compile();
  std::string places;
  for (const RegexMatch& match : set.matches("abb b")) {
    places += std::to_string(match.regex) + ":" + std::to_string(match.span.begin) + "-" +
              std::to_string(match.span.end) + " ";
  }
  EXPECT_EQ(places, "1:0-1 0:1-3 0:4-5 ");
}

TEST(RegexSet, WithoutRegexesFindsNothing) {
  RegexSet set;
  set.compile();
  EXPECT_TRUE(set.matches("text").empty());
}

// A set beyond RE2's memory, when it is compiled or while it runs, must not fall silent.
TEST(RegexSet, TooLargeSetsStillMatch) {
  for (const std::int64_t memory : {1 << 10, 80 << 10}) {
    RegexSet set(memory);
    for (int i = 0; i < 40; ++i) {
      const std::string number = std::to_string(i);
      ASSERT_TRUE(set.add("w" + number + "\\b.*\\bend" + number + "\\b"));
    }
    ASSERT_TRUE(set.add("x*"));
    const auto unusable = set.compile();
    ASSERT_EQ(unusable.size(), 1u);
    EXPECT_EQ(unusable.front().regex, 40u);
    std::string text;
    for (int i = 0; i < 2000; ++i) text += "w" + std::to_string(i * 31 % 97) + " ";
    EXPECT_TRUE(set.matches(text).empty());
    const auto matches = set.matches(text + "end7 end100");
    ASSERT_EQ(matches.size(), 1u) << memory;
    EXPECT_EQ(matches.front().regex, 7u);
  }
}

}  // namespace
}  // namespace caveat
