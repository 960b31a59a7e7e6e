#include "audit/styled.h"

#include <gtest/gtest.h>

#include "audit/damage_support.h"

namespace caveat::damage {
namespace {

TEST(StyledLetters, AreOneRun) {
  EXPECT_EQ(found("styled-letters", "𝗥𝗲𝗹𝗮𝘅 at The Glasshouse"), Words{"𝗥𝗲𝗹𝗮𝘅"});
  EXPECT_EQ(found("styled-letters", "𝓣𝓻𝓮𝓪𝓽 𝔂𝓸𝓾𝓻𝓼𝓮𝓵𝓯 today"), Words{"𝓣𝓻𝓮𝓪𝓽 𝔂𝓸𝓾𝓻𝓼𝓮𝓵𝓯"});
  EXPECT_EQ(found("styled-letters", "ＳＰＡ ＤＡＹ offer"), Words{"ＳＰＡ ＤＡＹ"});
  EXPECT_EQ(found("styled-letters", "ᴍᴀssᴀɢᴇ").size(), 2U);
  const auto all = troubles("styled-letters", page("This 𝐜𝐮𝐫𝐞𝐬 𝐢𝐧𝐬𝐨𝐦𝐧𝐢𝐚."));
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].detail, "In plain letters: cures insomnia");
}

TEST(StyledLetters, LeaveSignsAlone) {
  for (const std::string text :
       {"𝑥 is a variable", "100％（税込）", "Ａ型 の 方", "🅰🅱 Ⓜ", "10³ m²"}) {
    EXPECT_EQ(found("styled-letters", text), Words{}) << text;
  }
}

TEST(DecomposedAccents, BecomeOneCharacter) {
  EXPECT_EQ(fixed("decomposed-accent", "a cafe\u0301 today"), "a café today");
  EXPECT_EQ(found("decomposed-accent", "Nguyễn Thị, café"), Words{});
}

}  // namespace
}  // namespace caveat::damage
