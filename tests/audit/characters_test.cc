#include "audit/characters.h"

#include <gtest/gtest.h>

namespace caveat {
namespace {

TEST(Survey, SeesKinds) {
  EXPECT_EQ(survey("Plain English text, long enough for the fast path.\nAnd a line.").kinds, 0);
  EXPECT_EQ(survey("naïve “café”").kinds, 0);
  EXPECT_TRUE(survey("a long ordinary text with one\x02 control").holds(CharacterKind::Control));
  EXPECT_TRUE(survey("a long ordinary text with a \x7F delete").holds(CharacterKind::Control));
  EXPECT_TRUE(survey("zero\u200Bwidth").holds(CharacterKind::Invisible));
  EXPECT_TRUE(survey("привет").holds(CharacterKind::OtherScript));
  EXPECT_TRUE(survey("\u202Eabc").holds(CharacterKind::Bidi));
  EXPECT_TRUE(survey("𝗥𝗲𝗹𝗮𝘅").holds(CharacterKind::Styled));
  EXPECT_TRUE(survey("\uFFFD").holds(CharacterKind::Replacement));
}

TEST(Survey, SuspectsNeighboursOnly) {
  EXPECT_TRUE(survey("naïve café, “quoted” — été").suspects.empty());
  EXPECT_EQ(survey("cafÃ© here").suspects.size(), 1U);
  EXPECT_EQ(survey("10Â minutes").suspects.size(), 1U);
}

TEST(Characters, AreReadBothWays) {
  constexpr std::string_view text = "aé漢";
  EXPECT_EQ(character_at(text, 1), U'é');
  EXPECT_EQ(character_before(text, 3), U'é');
  EXPECT_EQ(character_before(text, 0), U'\0');
  EXPECT_EQ(character_at(text, text.size()), U'\0');
}

}  // namespace
}  // namespace caveat
