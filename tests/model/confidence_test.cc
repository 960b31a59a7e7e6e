#include "model/confidence.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

namespace caveat {
namespace {

using Label = SentenceClass::Label;

constexpr std::array counts = {
    GroundCount{Label::None, "silent", 90, 90},
    GroundCount{Label::None, "matched", 10, 6},
    GroundCount{Label::Claim, "one-family", 30, 22},
    GroundCount{Label::Claim, "several-families", 10, 10},
};

SentenceClass sentence_of(Label label) {
  SentenceClass sentence;
  sentence.label = label;
  return sentence;
}

TEST(Confidence, IsTheShareOfRightOnesDrawnToThatOfTheClass) {
  SentenceClass claim = sentence_of(Label::Claim);
  const auto one = confidence_of(claim, counts);
  ASSERT_TRUE(one);
  EXPECT_DOUBLE_EQ(one->value, (22 + 10 * 0.8) / 40);
  EXPECT_EQ(one->said, 30U);
  claim.several = true;
  EXPECT_DOUBLE_EQ(confidence_of(claim, counts)->value, (10 + 10 * 0.8) / 20);
}

TEST(Confidence, OnAGroundThatWasNeverMetIsThatOfTheClass) {
  SentenceClass claim = sentence_of(Label::Claim);
  claim.block = BlockKind::Heading;
  const auto unmet = confidence_of(claim, counts);
  ASSERT_TRUE(unmet);
  EXPECT_DOUBLE_EQ(unmet->value, 0.8);
  EXPECT_EQ(unmet->said, 0U);
}

TEST(Confidence, IsMissingWhereNothingWasMeasured) {
  EXPECT_FALSE(confidence_of(sentence_of(Label::Hedged), counts));
  EXPECT_FALSE(confidence_of(sentence_of(Label::Claim), {}));
}

TEST(Confidence, TellsSilenceFromWhatWasSetAside) {
  SentenceClass none;
  EXPECT_EQ(ground_of(none), "silent");
  const double silent = confidence_of(none, counts)->value;
  none.matched = true;
  EXPECT_EQ(ground_of(none), "matched");
  EXPECT_GT(silent, confidence_of(none, counts)->value);
}

TEST(Confidence, StandsOnFamiliesPlaceAndStance) {
  SentenceClass sentence = sentence_of(Label::Claim);
  EXPECT_EQ(ground_of(sentence), "one-family");
  sentence.block = BlockKind::Title;
  EXPECT_EQ(ground_of(sentence), "heading");
  sentence.several = true;
  EXPECT_EQ(ground_of(sentence), "several-families");
  sentence.label = Label::Hedged;
  sentence.stance = Stance::Negated;
  EXPECT_EQ(ground_of(sentence), "negated");
}

TEST(Confidence, IsMeasuredInEnglish) {
  for (const char* language : {"en", "en-GB", "und", ""}) {
    EXPECT_TRUE(is_measured_language(language)) << language;
  }
  for (const char* language : {"tr", "de-AT", "enm"}) {
    EXPECT_FALSE(is_measured_language(language)) << language;
  }
}

TEST(StandardCounts, AreCountsOfEveryClassEachGroundOnce) {
  std::set<std::pair<Label, std::string_view>> grounds;
  for (const GroundCount& count : standard_counts()) {
    EXPECT_TRUE(grounds.emplace(count.label, count.ground).second) << count.ground;
    EXPECT_GT(count.said, 0U) << count.ground;
    EXPECT_LE(count.right, count.said) << count.ground;
  }
  for (const Label label : {Label::None, Label::Claim, Label::Hedged}) {
    EXPECT_GT(std::ranges::count(standard_counts(), label, &GroundCount::label), 1);
  }
}

}  // namespace
}  // namespace caveat
