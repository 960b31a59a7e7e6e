#include "audit/scripts.h"

#include <gtest/gtest.h>

#include "audit/damage_support.h"

namespace caveat::damage {
namespace {

TEST(ForeignScript, FindsStrayRuns) {
  EXPECT_EQ(found("foreign-script", "It causes不自觉 muscle tension every day."), Words{"不自觉"});
  EXPECT_EQ(found("foreign-script", "Shiatsu-Massage 治疗 hilft"), Words{"治疗"});
  EXPECT_EQ(found("foreign-script", "Tightness and disc压力 that can mimic it."), Words{"压力"});
  EXPECT_EQ(found("foreign-script", "the right knee (shin堆叠 if possible) slowly"), Words{"堆叠"});
  EXPECT_EQ(found("foreign-script", "Long strokes ease tight shoul護ders after work."),
            Words{"護"});
  EXPECT_EQ(found("foreign-script", "Please bring your own спокойствие towel if you like."),
            Words{"спокойствие"});
}

TEST(ForeignScript, LeavesHonestWordsAlone) {
  for (const std::string text :
       {"指圧 (shiatsu): pressing with thumbs", "推拿 Tui Na: pushing and rolling",
        "Gua Sha 刮痧: scraping with a spoon", "Gua Sha 刮痧 is an old art of China.", "Reiki 靈氣",
        "Reiki 靈氣 is practised with still hands.", "İstanbul Masöz", "中文 Русский العربية",
        "We speak 中文, Русский and العربية at the desk.",
        "Our sister house in Ahmedabad: ૧૪, આશ્રમ રોડ, અમદાવાદ", "Hamam: from Arabic حمّام, a bath.",
        "Massage room in Tokyo (東京): a friend’s place.",
        "The word 気 means breath or spirit in Japanese.", "Rivka (רבקה) is our colleague.",
        "Спасибо! Очень хорошо.", "Thank you Владимир for the kind words.",
        "The β-carotene in carrot juice", "10 µm, 12 kΩ, TNFα, IL2Rγ, NFκB and α-lipoic acid"}) {
    EXPECT_EQ(found("foreign-script", text), Words{}) << text;
    EXPECT_EQ(found("homoglyph", text), Words{}) << text;
  }
}

TEST(ForeignScript, StaysSilentOnPagesOfOtherScripts) {
  EXPECT_EQ(found("foreign-script", "我们使用 oil 和 warm towels 放松肌肉，让您恢复精神。"),
            Words{});
  EXPECT_EQ(found("homoglyph", "Массаж cпины в Москве, кабинет тишины"), Words{});
}

TEST(Homoglyph, FindsLookAlikesAndTypesThemAnew) {
  EXPECT_EQ(found("homoglyph", "A slow mаssаge by the fire."), Words{"mаssаge"});
  EXPECT_EQ(fixed("homoglyph", "Our session сurеs pain at the Kеttle."),
            "Our session cures pain at the Kettle.");
  EXPECT_EQ(found("homoglyph", "Relax with а massage today."), Words{"а"});
  EXPECT_EQ(found("homoglyph", "a mαssage"), Words{"mαssage"});
  expect_replays("homoglyph", "A slow mаssаge and a Kеttle.");
}

TEST(Homoglyph, IsNotSureOfAnAmbiguousLetter) {
  // у is written for y and for u.
  const auto all = troubles("homoglyph", page("toxins in your mуsxcles here"));
  ASSERT_EQ(all.size(), 1U);
  ASSERT_EQ(all[0].fixes.size(), 1U);
  EXPECT_FALSE(all[0].fixes[0].certain);
}

}  // namespace
}  // namespace caveat::damage
