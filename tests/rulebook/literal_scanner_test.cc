#include "rulebook/literal_scanner.h"

#include <gtest/gtest.h>

#include <set>

namespace caveat {
namespace {

// The owners met, "0 2".
std::string met(std::initializer_list<std::string_view> literals, std::string_view text) {
  std::vector<LiteralScanner::Literal> list;
  for (const std::string_view literal : literals) {
    list.push_back({std::string(literal), static_cast<std::uint32_t>(list.size())});
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

TEST(LiteralScanner, WithoutLiteralsFindsNothing) { EXPECT_EQ(met({}, "text"), ""); }

}  // namespace
}  // namespace caveat
