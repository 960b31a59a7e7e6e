#include "rulebook/regex_literals.h"

#include <gtest/gtest.h>

namespace caveat {
namespace {

// "rsquo;|lsquo;", in alphabetical order.
std::string needed(std::string_view regex) {
  std::string text;
  for (const std::string& literal : needed_literals(regex)) {
    text += (text.empty() ? "" : "|") + literal;
  }
  return text;
}

TEST(RegexLiterals, MultipliesChoicesAndKeepsTheRarestRun) {
  EXPECT_EQ(needed(R"(\b(you|we)\?(re|ve)\b)"), "we?re|we?ve|you?re|you?ve");
  EXPECT_EQ(needed(R"(\bseo[- ]optimi[sz]ed (content|copy)\b)"),
            "seo optimi|seo-optimi");  // so long is rare enough
  EXPECT_EQ(needed(R"(\w+zebra[^\n]{0,20}pen)"), "zebra");
}

TEST(RegexLiterals, WhatMayBeMissingIsNotNeeded) {
  EXPECT_EQ(needed("colou?r"), "color|colour");
  EXPECT_EQ(needed("(?:ab*c){0,3}xyz"), "xyz");
  EXPECT_EQ(needed("abc+d"), "abc");
  EXPECT_EQ(needed("(abc){2,}"), "abc");
  EXPECT_EQ(needed("(abc|)xy"), "abcxy|xy");
  EXPECT_EQ(needed("abc|[0-9]*"), "");
  EXPECT_EQ(needed("(abc|[^x]*)"), "");
}

TEST(RegexLiterals, SpacesAndApostrophesAsTheScannerReadsThem) {
  EXPECT_EQ(needed("Seo  aside:"), "seo aside:");
  EXPECT_EQ(needed("i'm"), "i'm|i’m");
  EXPECT_EQ(needed(R"(a\x{A0}b)"), "a b");
}

TEST(RegexLiterals, KnowsNothingOfClassesEscapesAndTheirOperands) {
  EXPECT_EQ(needed(R"(\pNq\x41q\101[[:digit:]]q\d)"), "");  // q alone is too frequent
  EXPECT_EQ(needed(R"(\Qabc\E)"), "");
  EXPECT_EQ(needed("[^a]"), "");
  EXPECT_EQ(needed("e"), "");
}

// The other case of é is another sequence of bytes; å has a third one, the sign of the ångström.
TEST(RegexLiterals, LettersBeyondAsciiAreNeededInBothCasesWhereCaseDoesNotCount) {
  EXPECT_EQ(needed("(caf)é"), "cafÉ|café");
  EXPECT_EQ(needed("(?-i)(caf)é"), "café");
  EXPECT_EQ(needed("((?-i)x)(caf)é"), "xcafÉ|xcafé");
  EXPECT_EQ(needed("(?-i)(?i:caf)é"), "cafÉ|café");
  EXPECT_EQ(needed("it[âÍ§]s"), "it§s|itÂs|itÍs|itâs|itís");
  EXPECT_EQ(needed("(pip)å"), "pip");
  EXPECT_EQ(needed("(?-i)(pip)å"), "pipå");
}

}  // namespace
}  // namespace caveat
