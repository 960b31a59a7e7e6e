#include "cli/labelled_verdict.h"

#include <gtest/gtest.h>

namespace caveat {
namespace {

class LabelledVerdict : public ::testing::Test {
 protected:
  LabelledVerdict() {
    add("a/detox", FindingKind::Claim, "detox", Severity::Error);
    add("a/flow", FindingKind::Claim, "flow", Severity::Warning);
    add("a/poor-flow", FindingKind::Claim, "flow", Severity::Error);
    add("a/calm", FindingKind::Claim, "calm", Severity::Suggestion);
    add("a/see-a-doctor", FindingKind::Obligation, "see-a-doctor", Severity::Warning);
    add("a/letters", FindingKind::Damage, "letters", Severity::Error);
    // Silent on flat claims, as the rules about honest sentences are.
    add("a/denies", FindingKind::Claim, "calm", Severity::Error);
    book.rules.back().info.on_stance = {};
    book.index_rules();
  }

  void add(const std::string& id, FindingKind kind, const std::string& family, Severity severity) {
    Rule rule;
    rule.info.id = id;
    rule.info.kind = kind;
    rule.info.family = family;
    rule.info.severity = severity;
    rule.info.on_stance[static_cast<std::size_t>(Stance::Asserted)] = severity;
    book.rules.push_back(std::move(rule));
  }

  void label(Label label, const std::string& family, bool borderline = false) {
    labels.units.push_back({.text = "x",
                            .label = label,
                            .stance = {},
                            .family = family,
                            .also = {},
                            .borderline = borderline});
  }

  VerdictRange verdict() const { return labelled_verdict(labels, FamilySeverities(book)); }

  Rulebook book;
  Labels labels;
};

TEST_F(LabelledVerdict, PassesAPageWithoutClaims) {
  label(Label::None, "");
  label(Label::Hedged, "detox");
  EXPECT_EQ(verdict().gravest, Verdict::Pass);
}

TEST_F(LabelledVerdict, IsThatOfTheGravestFamily) {
  label(Label::Claim, "calm");
  label(Label::Claim, "detox");
  EXPECT_EQ(verdict().mildest, Verdict::Block);
}

TEST_F(LabelledVerdict, LeavesRoomWhereTheRulesOfAFamilyDiffer) {
  label(Label::Claim, "flow");
  EXPECT_TRUE(verdict().holds(Verdict::Review));
  EXPECT_TRUE(verdict().holds(Verdict::Block));
  EXPECT_FALSE(verdict().holds(Verdict::Pass));
}

TEST_F(LabelledVerdict, LeavesRoomWhereTheReaderDoubts) {
  label(Label::Claim, "detox", true);
  EXPECT_EQ(verdict().mildest, Verdict::Pass);
  EXPECT_EQ(verdict().gravest, Verdict::Block);
}

TEST_F(LabelledVerdict, CountsWhatThePageOwesAndItsDamage) {
  labels.page = LabelledPage{};
  labels.page->owes = {"see-a-doctor"};
  EXPECT_EQ(verdict().mildest, Verdict::Review);
  labels.page->damage = {"letters"};
  EXPECT_EQ(verdict().mildest, Verdict::Block);
}

TEST_F(LabelledVerdict, KnowsNothingOfFamiliesWithoutARule) {
  label(Label::Claim, "no such family");
  EXPECT_EQ(verdict().gravest, Verdict::Pass);
}

}  // namespace
}  // namespace caveat
