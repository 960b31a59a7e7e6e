#include "rulebook/regex_literals.h"

#include <gtest/gtest.h>

namespace caveat {
namespace {

// "rsquo;|lsquo;", in alphabetical order. "<" stands where a word must begin, ">" where it must
// end, "^" where no letter or digit stands before on the line.
std::string needed(std::string_view regex) {
  std::string text;
  for (const PlacedLiteral& literal : needed_literals(regex)) {
    text += text.empty() ? "" : "|";
    if ((literal.place & PlacedLiteral::opens_line) != 0) text += '^';
    if ((literal.place & PlacedLiteral::begins_word) != 0) text += '<';
    text += literal.text;
    if ((literal.place & PlacedLiteral::ends_word) != 0) text += '>';
  }
  return text;
}

TEST(RegexLiterals, MultipliesChoicesAndKeepsTheRarestRun) {
  EXPECT_EQ(needed(R"(\b(you|we)\?(re|ve)\b)"), "<we?re>|<we?ve>|<you?re>|<you?ve>");
  EXPECT_EQ(needed(R"(\bseo[- ]optimi[sz]ed (content|copy)\b)"),
            "<seo optimise|<seo optimize|<seo-optimise|<seo-optimize");  // so long is rare enough
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

TEST(RegexLiterals, KnowsWhereALiteralMustStand) {
  EXPECT_EQ(needed(R"(\bcure\b)"), "<cure>");
  EXPECT_EQ(needed(R"(\b(re)?cure\b)"), "<cure>|<recure>");
  EXPECT_EQ(needed(R"((\b)?cure(\b)?)"), "cure|<cure|cure>|<cure>");
  EXPECT_EQ(needed(R"(a\b b)"), "a b");
  EXPECT_EQ(needed(R"(\?\b)"), "?");  // a word follows: it does not begin here
  EXPECT_EQ(needed("(?m)^ *(title|meta) ?:"), "^meta :|^meta:|^title :|^title:");
  EXPECT_EQ(needed(R"((?m)^[*_#\s]*zebra)"), "^zebra");
  EXPECT_EQ(needed(R"((?m)^[*_1]*zebra)"), "zebra");
  EXPECT_EQ(needed(R"((?m)(^|[ (])\?x)"), " ?x|(?x|^?x");
  EXPECT_EQ(needed("(?m)(^|x)zebra"), "xzebra|^zebra");
  EXPECT_EQ(needed("(?m)^ zebra"), " zebra");  // its blank may be the end of another line
}

TEST(RegexLiterals, WhatIsRepeatedStandsBeforeWhatFollows) {
  EXPECT_EQ(needed("[0-3]+%off"), "0%off|1%off|2%off|3%off");
  EXPECT_EQ(needed("(ab|c){2,5}zebra"), "abzebra|czebra");
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
