#include "model/rule.h"

#include <gtest/gtest.h>

#include "model/finding.h"
#include "model/report.h"

namespace caveat {
namespace {

TEST(Names, LeadBackToTheirValues) {
  for (int i = 0; i < 5; ++i) {
    const auto kind = static_cast<FindingKind>(i);
    EXPECT_EQ(finding_kind_named(name(kind)), kind);
  }
  for (const Severity severity : {Severity::Suggestion, Severity::Warning, Severity::Error}) {
    EXPECT_EQ(severity_named(name(severity)), severity);
  }
  for (std::size_t i = 0; i < stance_count; ++i) {
    const auto stance = static_cast<Stance>(i);
    EXPECT_EQ(stance_named(name(stance)), stance);
  }
  for (const RuleStatus status :
       {RuleStatus::Stable, RuleStatus::Preview, RuleStatus::Deprecated}) {
    EXPECT_EQ(rule_status_named(name(status)), status);
  }
  EXPECT_FALSE(severity_named("fatal"));
  EXPECT_FALSE(stance_named(""));
}

TEST(Names, AreThoseOfTheContract) {
  EXPECT_EQ(name(FindingKind::Obligation), "obligation");
  EXPECT_EQ(name(Severity::Suggestion), "suggestion");
  EXPECT_EQ(name(Stance::Conditional), "conditional");
  EXPECT_EQ(name(Verdict::Review), "review");
  EXPECT_EQ(name(DismissalReason::OtherAgent), "other-agent");
  EXPECT_EQ(name(Certainty::SeenSecondHand), "seen-second-hand");
}

TEST(SeverityOf, IsThatOfTheGravestJurisdiction) {
  RuleInfo rule;
  rule.severity = Severity::Warning;
  rule.on_stance[0] = Severity::Warning;
  const std::vector<std::string> none, uk{"uk"}, us{"us"}, both{"us", "uk"}, ca{"ca"};
  EXPECT_EQ(severity_of(rule, both), Severity::Warning);
  rule.severity_in = {{"uk", Severity::Error, {Severity::Error, Severity::Warning}},
                      {"ca", Severity::Suggestion, {Severity::Suggestion}}};
  EXPECT_EQ(severity_of(rule, none), Severity::Warning);
  EXPECT_EQ(severity_of(rule, uk), Severity::Error);
  EXPECT_EQ(severity_of(rule, us), Severity::Warning);
  EXPECT_EQ(severity_of(rule, both), Severity::Error);
  EXPECT_EQ(severity_of(rule, ca), Severity::Suggestion);
  EXPECT_EQ(severity_of(rule, Stance::Asserted, uk), Severity::Error);
  EXPECT_EQ(severity_of(rule, Stance::Hedged, us), std::nullopt);
  EXPECT_EQ(severity_of(rule, Stance::Hedged, both), Severity::Warning);
}

TEST(Summarise, CountsByVerdictAndSeverity) {
  const auto finding = [](Severity severity) {
    Finding made;
    made.severity = severity;
    return made;
  };
  Report report;
  report.documents.resize(3);
  report.documents[0].verdict = Verdict::Block;
  report.documents[0].findings = {finding(Severity::Error), finding(Severity::Warning)};
  report.documents[0].dismissed.resize(2);
  report.documents[1].verdict = Verdict::Review;
  report.documents[1].findings = {finding(Severity::Suggestion)};
  const Summary sum = summarise(report);
  EXPECT_EQ(sum.documents, 3U);
  EXPECT_EQ(sum.findings, 3U);
  EXPECT_EQ(sum.errors, 1U);
  EXPECT_EQ(sum.warnings, 1U);
  EXPECT_EQ(sum.suggestions, 1U);
  EXPECT_EQ(sum.dismissed, 2U);
  EXPECT_EQ(sum.pass, 1U);
  EXPECT_EQ(sum.review, 1U);
  EXPECT_EQ(sum.block, 1U);
}

}  // namespace
}  // namespace caveat
