#include "cli/scoring.h"

#include <gtest/gtest.h>

#include <deque>

namespace caveat {
namespace {

class Scores : public ::testing::Test {
 protected:
  void add(DocumentOutcome& document, Label label, Label predicted, std::string family = "f",
           std::vector<std::string> found = {"f"}, bool borderline = false) {
    LabelledUnit& unit = units_.emplace_back();
    unit.label = label;
    if (label != Label::None) unit.family = std::move(family);
    unit.borderline = borderline;
    UnitOutcome outcome;
    outcome.unit = &unit;
    outcome.prose = ProseSpan{0, 1};
    outcome.predicted = predicted;
    if (predicted != Label::None) outcome.families = std::move(found);
    document.units.push_back(std::move(outcome));
  }

 private:
  std::deque<LabelledUnit> units_;
};

TEST_F(Scores, CountClaims) {
  std::vector<DocumentOutcome> documents(2);
  add(documents[0], Label::Claim, Label::Claim);
  add(documents[0], Label::Claim, Label::None);
  add(documents[0], Label::None, Label::Claim);
  add(documents[1], Label::Claim, Label::Hedged);
  add(documents[1], Label::Claim, Label::Claim, "g", {"h"});
  add(documents[1], Label::None, Label::None);
  const UnitScores scores = score_units(documents, true);
  EXPECT_EQ(scores.units, 6U);
  EXPECT_DOUBLE_EQ(scores.claims.precision(), 2.0 / 3);
  EXPECT_DOUBLE_EQ(scores.claims.recall(), 0.5);
  EXPECT_DOUBLE_EQ(scores.claims.f1(), 4.0 / 7);
  EXPECT_EQ(scores.right_family, 1U);
  EXPECT_EQ(scores.families.at("f").there, 3U);
  EXPECT_EQ(scores.families.at("f").found, 1U);
  EXPECT_EQ(scores.families.at("g").found, 1U);
  EXPECT_EQ(scores.families.at("g").right, 0U);
  EXPECT_EQ(scores.labels[1][2], 1U);
}

TEST_F(Scores, CountByGround) {
  std::vector<DocumentOutcome> documents(1);
  std::vector<UnitOutcome>& units = documents[0].units;
  add(documents[0], Label::Claim, Label::Claim, "f", {"f", "g"});
  add(documents[0], Label::None, Label::Claim, "", {"g"});
  add(documents[0], Label::Claim, Label::Claim);
  add(documents[0], Label::Claim, Label::Claim);
  units.back().block = BlockKind::Heading;
  add(documents[0], Label::Hedged, Label::Hedged);
  units.back().stance = Stance::Negated;
  add(documents[0], Label::None, Label::None);
  add(documents[0], Label::Claim, Label::None);
  units.back().matched = true;
  const UnitScores scores = score_units(documents, true);
  const auto& [none, claim, hedged] = scores.grounds;
  EXPECT_EQ(claim.at("several-families").right, 1U);
  EXPECT_EQ(claim.at("one-family").said, 2U);
  EXPECT_EQ(claim.at("one-family").right, 1U);
  EXPECT_EQ(claim.at("heading").said, 1U);
  EXPECT_EQ(hedged.at("negated").right, 1U);
  EXPECT_EQ(none.at("silent").right, 1U);
  EXPECT_EQ(none.at("matched").said, 1U);
  EXPECT_EQ(none.at("matched").right, 0U);
}

TEST_F(Scores, LeaveBorderlineUnitsOutWhenAsked) {
  std::vector<DocumentOutcome> documents(1);
  add(documents[0], Label::Claim, Label::Claim);
  add(documents[0], Label::Claim, Label::None, "f", {}, true);
  EXPECT_DOUBLE_EQ(score_units(documents, true).claims.recall(), 0.5);
  EXPECT_DOUBLE_EQ(score_units(documents, false).claims.recall(), 1.0);
}

TEST_F(Scores, HaveIntervalsThatHoldTheMeasureAndRepeat) {
  std::vector<DocumentOutcome> documents(20);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    add(documents[i], Label::Claim, i % 4 == 0 ? Label::None : Label::Claim);
    add(documents[i], Label::None, i % 5 == 0 ? Label::Claim : Label::None);
  }
  const UnitScores once = score_units(documents, true), again = score_units(documents, true);
  EXPECT_LT(once.recall.low, once.claims.recall());
  EXPECT_GT(once.recall.high, once.claims.recall());
  EXPECT_GT(once.recall.low, 0.4);
  EXPECT_EQ(once.recall.low, again.recall.low);
  EXPECT_EQ(once.f1.high, again.f1.high);
}

TEST_F(Scores, AreZeroWithoutDocuments) {
  const UnitScores scores = score_units({}, true);
  EXPECT_EQ(scores.claims.f1(), 0);
  EXPECT_EQ(scores.f1.high, 0);
}

TEST_F(Scores, ComparePages) {
  LabelledPage expected{"block", {"a", "f"}, {"b", "c"}, {}, {}, {"b", "c", "d", "g"}, {"f", "g"}};
  std::vector<DocumentOutcome> documents(2);
  documents[0].expected = &expected;
  documents[0].predicted = {"block", {"a", "d", "h"}, {"b", "e", "g"}, {}, {}, {}, {}};
  documents[0].verdict = Verdict::Review;
  documents[0].deserved = {Verdict::Pass, Verdict::Review};
  const PageScores scores = score_pages(documents);
  EXPECT_EQ(scores.pages, 1U);
  EXPECT_EQ(scores.right_verdict, 1U);
  EXPECT_EQ(scores.readers_verdicts, 1U);
  EXPECT_EQ(scores.readers_agree, 1U);
  EXPECT_EQ(scores.states.at("a").right, 1U);
  EXPECT_EQ(scores.states.at("d").said, 1U);
  EXPECT_EQ(scores.owes.at("c").recall(), 0);
  EXPECT_EQ(sum(scores.owes).there, 2U);
  EXPECT_FALSE(scores.owes.contains("e")) << "nobody was asked about it";
  EXPECT_FALSE(scores.states.contains("h")) << "nobody was asked about it";
  EXPECT_EQ(scores.states.at("a").recall(), 1) << "a label counts, asked for or not";
  EXPECT_FALSE(scores.states.contains("f")) << "the reader doubts";
  EXPECT_FALSE(scores.owes.contains("g")) << "the reader doubts";
}

}  // namespace
}  // namespace caveat
