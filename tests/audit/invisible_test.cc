#include "audit/invisible.h"

#include <gtest/gtest.h>

#include "audit/damage_support.h"

namespace caveat::damage {
namespace {

TEST(Invisible, FindsCharactersThatDoNothing) {
  constexpr std::string_view check = "invisible-character";
  EXPECT_EQ(found(check, "It flu\u200Bshes"), Words{"\u200B"});
  EXPECT_EQ(found(check, "a fire\u2060place"), Words{"\u2060"});
  EXPECT_EQ(found(check, "The door\uFEFFbell"), Words{"\uFEFF"});
  EXPECT_EQ(found(check, "end \u200B of"), Words{"\u200B"});
  EXPECT_EQ(found(check, "mas\u00AD\u00ADsage"), Words{"\u00AD\u00AD"});
  EXPECT_EQ(found(check, "massage\u00AD today"), Words{"\u00AD"});
  EXPECT_EQ(found(check, "word\u200D today"), Words{"\u200D"});
  EXPECT_EQ(found(check, "hello \uFE0F there"), Words{"\uFE0F"});
  EXPECT_EQ(found(check, "hi \U000E0041\U000E0042 there"), Words{"\U000E0041\U000E0042"});
  expect_replays(check, "It flu\u200Bshes a fire\u2060place");
  EXPECT_EQ(fixed(check, "It flu\u200Bshes"), "It flushes");
}

TEST(Invisible, LeavesThoseAtWorkAlone) {
  for (const std::string text : {"👩🏽‍⚕️ ❤️ 🏳️‍🌈 1️⃣ ♿︎",
                                 "🏴\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073\U000E007F",
                                 "می‌خواهم", "क्‍ष", "Entspannungs\u00ADmassage",
                                 "« bien-être »", "and/\u200Bor", "word\u2060—word", "㊗️"}) {
    EXPECT_EQ(found("invisible-character", text), Words{}) << text;
  }
}

TEST(SoftHyphens, AreToldOfOnceAPage) {
  constexpr std::string_view text = "Our treat\u00ADment and mas\u00ADsage rooms";
  EXPECT_EQ(found("soft-hyphen", std::string(text), {.language = "en"}).size(), 1U);
  // Where nothing tells the language it may be one that hyphenates its compounds so.
  EXPECT_EQ(found("soft-hyphen", std::string(text), {.language = "und"}), Words{});
}

TEST(Bidi, FindsWhatTurnsOrNeverEnds) {
  constexpr std::string_view check = "bidi-control";
  EXPECT_EQ(found(check, "Ask for \u202ECarmela\u202C if"), (Words{"\u202E", "\u202C"}));
  EXPECT_EQ(found(check, "costs \u2067€25 for"), Words{"\u2067"});
  EXPECT_EQ(found(check, "English\u200F, Maltese"), Words{"\u200F"});
  EXPECT_EQ(found(check, "an end\u202C alone"), Words{"\u202C"});
}

TEST(Bidi, LeavesTextFromRightToLeftAlone) {
  for (const std::string text :
       {"Rivka (רבקה\u200E), Yusuf (يوسف\u200E)", "Ne’ma (\u2067נעמה\u2069)",
        "نشانی: \u200EBaker Street 12\u200F، لندن", "ring \u202A0246 555 810\u202C today"}) {
    EXPECT_EQ(found("bidi-control", text), Words{}) << text;
  }
}

TEST(BidiControls, KeepNumbersTogether) {
  EXPECT_EQ(found("bidi-control", "Tel: \u200E+44 113 496 0000"), Words{});
  EXPECT_EQ(found("bidi-control", "Tel\u200E: +44").size(), 1U);
}

}  // namespace
}  // namespace caveat::damage
