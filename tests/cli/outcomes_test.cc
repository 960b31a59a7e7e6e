#include "cli/outcomes.h"

#include <gtest/gtest.h>

#include "support/sample_report.h"

namespace caveat {
namespace {

using Texts = std::vector<std::string>;

std::vector<std::string> located(std::vector<std::string> texts, std::string_view prose) {
  std::vector<LabelledUnit> units;
  for (std::string& text : texts)
    units.push_back({.text = std::move(text), .stance = {}, .family = {}, .also = {}});
  std::vector<std::string> found;
  for (const auto& place : locate(units, prose)) {
    found.emplace_back(place ? slice(prose, *place) : "(nowhere)");
  }
  return found;
}

TEST(Locate, GoesForward) {
  const std::string_view prose = "Book now\nIt helps.\nBook now";
  std::vector<LabelledUnit> units(3);
  units[0].text = units[2].text = "Book now";
  units[1].text = "It helps.";
  const auto places = locate(units, prose);
  EXPECT_EQ(places[0], (ProseSpan{0, 8}));
  EXPECT_EQ(places[2], (ProseSpan{19, 27}));
}

TEST(Locate, SqueezesWhiteSpace) {
  EXPECT_EQ(located({"two words here"}, "x two\n  words\u00A0here"),
            Texts{"two\n  words\u00A0here"});
  EXPECT_EQ(located({" a\u00A0b "}, "a b"), Texts{"a b"});
}

TEST(Locate, TakesWholeWords) {
  EXPECT_EQ(located({"Home"}, "Homes and Home"), Texts{"Home"});
  EXPECT_EQ(located({"ome"}, "Home"), Texts{"(nowhere)"});
}

TEST(Locate, FindsWhatStandsOutOfOrder) {
  EXPECT_EQ(located({"second", "first", "third"}, "first second third"),
            (Texts{"second", "first", "third"}));
}

class Compare : public ::testing::Test {
 protected:
  // The labels of the sample's first page, one for each sentence that matters here.
  UnitOutcome outcome_of(const std::string& text) {
    labels.units = {{.text = text, .stance = {}, .family = {}, .also = {}}};
    return compare(labels, sample.report.documents[0], FamilySeverities({})).units.at(0);
  }
  test::SampleReport sample;
  Labels labels;
};

TEST(Locate, LooksPastTheListMarkOfAUnit) {
  std::vector<LabelledUnit> units(2);
  units[0].text = "✅ Less swelling";
  units[1].text = "2. More sleep";
  const auto places = locate(units, "Less swelling\nMore sleep");
  EXPECT_EQ(places[0], (ProseSpan{0, 13}));
  EXPECT_EQ(places[1], (ProseSpan{14, 24}));
}

TEST_F(Compare, TakesAssertedAndQuotedForClaims) {
  const UnitOutcome asserted = outcome_of("It flushes toxins again.");
  EXPECT_EQ(asserted.predicted, Label::Claim);
  EXPECT_EQ(asserted.families, Texts{"detox-toxins"});
  EXPECT_EQ(asserted.line, 3U);
  EXPECT_EQ(outcome_of("“It cured my migraine!”").predicted, Label::Claim);
}

TEST_F(Compare, TakesOtherStancesForHedged) {
  EXPECT_EQ(outcome_of("Some say it may boost immunity.").predicted, Label::Hedged);
  const UnitOutcome negated = outcome_of("It does not cure cancer.");
  EXPECT_EQ(negated.predicted, Label::Hedged) << "a dismissal for its stance counts";
  EXPECT_EQ(negated.stance, Stance::Negated);
}

TEST_F(Compare, TakesDamageForNoClaim) {
  EXPECT_EQ(outcome_of("Zero\u200Bwidth.").predicted, Label::None);
}

TEST_F(Compare, TellsWhatRulesMetAndSetAside) {
  EXPECT_FALSE(outcome_of("Zero\u200Bwidth.").matched);
  EXPECT_FALSE(outcome_of("It does not cure cancer.").matched) << "a class of its own";
  sample.report.documents[0].dismissed[1].reason = DismissalReason::OtherAgent;
  const UnitOutcome other = outcome_of("It does not cure cancer.");
  EXPECT_EQ(other.predicted, Label::None);
  EXPECT_TRUE(other.matched);
}

TEST_F(Compare, ReadsThePage) {
  labels.page = LabelledPage{};
  const DocumentOutcome outcome = compare(labels, sample.report.documents[0], FamilySeverities({}));
  EXPECT_EQ(outcome.predicted.verdict, "block");
  EXPECT_EQ(outcome.verdict, Verdict::Block);
  EXPECT_TRUE(outcome.predicted.owes.contains("not-medical-advice"));
  EXPECT_TRUE(outcome.predicted.states.contains("offer-terms"));
  EXPECT_TRUE(outcome.predicted.damage.contains("mojibake"));
}

}  // namespace
}  // namespace caveat
