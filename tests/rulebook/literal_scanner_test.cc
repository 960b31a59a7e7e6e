#include "rulebook/literal_scanner.h"

#include <gtest/gtest.h>

#include <set>

namespace caveat {
namespace {

// "^", "<" and ">" say where it must stand, as in regex_literals_test.cc.
PlacedLiteral placed(std::string_view text) {
  PlacedLiteral literal;
  const auto take = [&](bool marked, std::uint16_t place) {
    if (marked) literal.place = static_cast<std::uint16_t>(literal.place | place);
    return marked;
  };
  if (take(text.starts_with('^'), PlacedLiteral::opens_line)) text.remove_prefix(1);
  if (take(text.starts_with('<'), PlacedLiteral::begins_word)) text.remove_prefix(1);
  if (take(text.ends_with('>'), PlacedLiteral::ends_word)) text.remove_suffix(1);
  literal.text = text;
  return literal;
}

// The owners met, "0 2".
std::string met(std::initializer_list<std::string_view> literals, std::string_view text) {
  std::vector<LiteralScanner::Literal> list;
  for (const std::string_view literal : literals) {
    list.push_back({placed(literal), static_cast<std::uint32_t>(list.size())});
  }
  std::set<std::uint32_t> owners;
  LiteralScanner(list).scan(text, [&](std::uint32_t owner) { owners.insert(owner); });
  std::string names;
  for (const std::uint32_t owner : owners)
    names += (names.empty() ? "" : " ") + std::to_string(owner);
  return names;
}

TEST(LiteralScanner, FindsLiteralsInsideOfEachOther) {
  EXPECT_EQ(met({"he", "she", "his", "hers"}, "ushers"), "0 1 3");
  EXPECT_EQ(met({"abcd", "bcx", "c"}, "abcx"), "1 2");
  EXPECT_EQ(met({"abc"}, "ababc"), "0");
  EXPECT_EQ(met({"abc"}, "ab c"), "");
}

TEST(LiteralScanner, IgnoresCaseAndReadsBlanksAsOneSpace) {
  EXPECT_EQ(met({"as an ai"}, "As\u00A0\n an\u2003AI"), "0");
  EXPECT_EQ(met({"mask"}, "MA\u017F\u212A"), "0");
  EXPECT_EQ(met({"a b"}, "ab"), "");
}

TEST(LiteralScanner, ReadsBytesBeyondAscii) {
  EXPECT_EQ(met({"i’m", "â"}, "I’m"), "0");
  EXPECT_EQ(met({"â"}, "wonâ"), "0");
}

TEST(LiteralScanner, KnowsWhereWordsBeginAndEnd) {
  EXPECT_EQ(met({"<cure", "cure>", "<cure>"}, "cures recure"), "0 1");
  EXPECT_EQ(met({"<cure>"}, "re-cure, cure_x"), "0");
  EXPECT_EQ(met({"<cure>"}, "cured 3cure cure_x"), "");
  EXPECT_EQ(met({"<a b>"}, "a \n b"), "0");
  EXPECT_EQ(met({"<a b>"}, "ba  b"), "");
  EXPECT_EQ(met({"<a b>"}, "\u00E9a\u00A0b\u00E9"), "0");  // words are ASCII to RE2
  EXPECT_EQ(met({"<mask>"}, "ma\u017Fk"), "0");
}

TEST(LiteralScanner, KnowsWhereALineBegins) {
  EXPECT_EQ(met({"^title"}, "title"), "0");
  EXPECT_EQ(met({"^title"}, "no title"), "");
  EXPECT_EQ(met({"^title"}, "no\n - *title"), "0");
  EXPECT_EQ(met({"^title", "^no"}, "no title\u2028title"), "0 1");
  EXPECT_EQ(met({"^<title"}, "subtitle\n3 title"), "");
  EXPECT_EQ(met({"^title"}, "1" + std::string(100, '.') + "title"), "0");  // too far to look
}

TEST(LiteralScanner, WithoutLiteralsFindsNothing) { EXPECT_EQ(met({}, "text"), ""); }

}  // namespace
}  // namespace caveat
