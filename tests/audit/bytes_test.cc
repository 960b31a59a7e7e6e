#include "audit/bytes.h"

#include <gtest/gtest.h>

#include "audit/damage_support.h"

namespace caveat::damage {
namespace {

TEST(Bytes, ReplacementCharactersOfTheFile) {
  EXPECT_EQ(found("replacement-character", "caf\uFFFD au \uFFFD\uFFFD lait"),
            (Words{"\uFFFD", "\uFFFD\uFFFD"}));
  // Those that the decoder put in stand for invalid bytes and have a name of their own.
  const std::string invalid =
      "caf\xE9 au lait, à la crème, déjà vu — naïve façade, pâté, fête, île, été";
  EXPECT_EQ(found("replacement-character", invalid), Words{});
  EXPECT_EQ(found("invalid-bytes", invalid).size(), 1U);
}

TEST(Bytes, PrivateCharactersAreBulletsOfFonts) {
  EXPECT_EQ(found("private-character", "\uF0B7 Swedish massage"), Words{"\uF0B7"});
}

TEST(Bytes, ControlsAreReadInWindows1252) {
  EXPECT_EQ(fixed("control-character", "It\u0092s \u0093warm\u0094."), "It’s “warm”.");
  EXPECT_EQ(fixed("control-character", "A \x02session on the hour, in a quiet room\x1F"),
            "A session on the hour, in a quiet room");
  EXPECT_EQ(found("control-character", "tab\there, line\nthere"), Words{});
  expect_replays("control-character", "It\u0092s \x02warm in the quiet room by the river\u0094.");
}

TEST(Bytes, DeclarationsThatAreWrongOrMissing) {
  const Setting html{.format = "html"};
  EXPECT_EQ(found("charset-declaration",
                  "<html><head><meta charset=\"iso-8859-9\"></head><p>Çınaraltı’nda</p>", html)
                .size(),
            1U);
  EXPECT_EQ(found("charset-declaration",
                  "Caf\xE9 \xE0 la carte, cr\xE8me br\xFBl\xE9"
                  "e")
                .size(),
            1U);
  EXPECT_EQ(found("charset-declaration", "Café à la carte"), Words{});
}

TEST(Bytes, MixedLineEnds) {
  EXPECT_LE(found("mixed-line-ends", "one\r\ntwo\n").size(), 1U);
  EXPECT_TRUE(troubles("mixed-line-ends", page("one\ntwo\n")).empty());
}

TEST(Bytes, LegacyBytesAreThoseOfTheLanguage) {
  const std::string page = "Odamız sıcak, ışığı yumuşak, yağı ılık. Ta\xFE masaj\xFD.";
  EXPECT_EQ(fixed("invalid-bytes", page, {.language = "tr"}),
            "Odamız sıcak, ışığı yumuşak, yağı ılık. Taş masajı.");
  EXPECT_EQ(fixed("invalid-bytes", "Caf\xE9 und \u00FC", {.language = "de"}), "Café und ü");
}

}  // namespace
}  // namespace caveat::damage
