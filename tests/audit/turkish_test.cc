#include "audit/turkish.h"

#include <gtest/gtest.h>

#include "audit/damage_support.h"

namespace caveat::damage {
namespace {

TEST(TurkishLetters, AreReadBack) {
  const Setting turkish{.language = "tr"};
  EXPECT_EQ(fixed("turkish-letters", "Ýstanbul aðrý þifa", turkish), "İstanbul ağrı şifa");
  EXPECT_EQ(fixed("turkish-letters", "Ýstanbul için aðrý þifa"), "İstanbul için ağrı şifa");
  EXPECT_EQ(fixed("turkish-letters", "Ýstanbul aðrý þifa"), "İstanbul ağrı şifa");
  expect_replays("turkish-letters", "Ýki asýrlýk kubbenin altýnda, köpük ve aða taþ", turkish);
}

TEST(TurkishLetters, LeaveTheirOwnersAlone) {
  for (const std::string text :
       {"Þór Guðmundsson", "Guðrún og Þórður búa í Reykjavík", "Nový Jičín", "ýurdundan ýaşaýyş",
        "Çalışma ýok", "Ðorðe", "Suðuroy er oyggj"}) {
    EXPECT_EQ(found("turkish-letters", text, {.language = "en"}), Words{}) << text;
  }
}

TEST(TurkishLetters, AreNotWhatUtf8LeftBehind) {
  EXPECT_EQ(found("turkish-letters", "Ð ÑƒÑÑÐºÐ¸Ð¹", {.language = "tr"}), Words{});
}

TEST(DottedI, IsAPlainI) {
  EXPECT_EQ(fixed("dotted-i", "i\u0307stanbul"), "istanbul");
  EXPECT_EQ(found("dotted-i", "i\u0307\u0301 of Lithuanian"), Words{});
}

}  // namespace
}  // namespace caveat::damage
