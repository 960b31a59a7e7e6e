#include "rulebook/regex_set.h"

#include <gtest/gtest.h>

namespace caveat {
namespace {

std::vector<RegexMatch> matches_of(const RegexSet& set, std::string_view text) {
  const ProseSpan whole{0, text.size()};
  return set.matches(text, {&whole, 1});
}

// The places that one regex finds, "10% off|10% OFF".
std::string found(std::string_view regex, std::string_view text) {
  RegexSet set;
  const auto added = set.add(regex);
  if (!added) return "refused: " + added.error();
  for (const UnusableRegex& unusable : set.compile()) return "unusable: " + unusable.reason;
  std::string places;
  for (const RegexMatch& match : matches_of(set, text)) {
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
  for (const RegexMatch& match : matches_of(set, "abb b")) {
    places += std::to_string(match.regex) + ":" + std::to_string(match.span.begin) + "-" +
              std::to_string(match.span.end) + " ";
  }
  EXPECT_EQ(places, "1:0-1 0:1-3 0:4-5 ");
}

TEST(RegexSet, WithoutRegexesFindsNothing) {
  RegexSet set;
  set.compile();
  EXPECT_TRUE(matches_of(set, "text").empty());
}

// Regexes without literals share a set. One beyond RE2's memory, when it is compiled or while it
// runs, must not fall silent.
TEST(RegexSet, TooLargeSetsStillMatch) {
  for (const std::int64_t memory : {1 << 10, 80 << 10}) {
    RegexSet set(memory);
    for (int i = 1; i <= 40; ++i) {
      const std::string count = "{" + std::to_string(i) + "}";
      ASSERT_TRUE(set.add("[^e]e" + count + "[^e].*[^a]a" + count + "[^a]"));
    }
    ASSERT_TRUE(set.add("x*"));
    const auto unusable = set.compile();
    ASSERT_EQ(unusable.size(), 1u);
    EXPECT_EQ(unusable.front().regex, 40u);
    ASSERT_EQ(set.table().without_literals.size(), 41u);
    std::string text;
    for (std::size_t i = 0; i < 2000; ++i) text += std::string(i * 31 % 50, 'e') + " ";
    EXPECT_TRUE(matches_of(set, text).empty());
    const std::string whole = text + "aaaaaaa " + std::string(50, 'a');
    const auto matches = matches_of(set, whole);
    ASSERT_EQ(matches.size(), 1u) << memory;
    EXPECT_EQ(matches.front().regex, 6u);
  }
}

TEST(RegexSet, NoMatchReachesIntoAnotherBlock) {
  RegexSet set;
  ASSERT_TRUE(set.add("the end"));
  ASSERT_TRUE(set.add("e{3} e{3}"));  // without a literal
  set.compile();
  const std::string_view text = "the\nend, the end\neee\neee eee";
  const ProseSpan blocks[] = {{0, 3}, {4, 16}, {17, 20}, {21, 28}};
  const auto matches = set.matches(text, blocks);
  ASSERT_EQ(matches.size(), 2u);
  EXPECT_EQ(matches[0].span, (ProseSpan{9, 16}));
  EXPECT_EQ(matches[1].span, (ProseSpan{21, 28}));
}

}  // namespace
}  // namespace caveat
