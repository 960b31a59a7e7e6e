#include "audit/obligations.h"

#include <gtest/gtest.h>

#include "audit/article.h"
#include "support/standard_audit.h"

namespace caveat {
namespace {

constexpr std::string_view pack = R"~(
pack: p
lexicons:
  reason: {words: [clot, fever, fracture]}
  article-signs: {words: ["benefits of"]}
rules:
  - id: cures-pain
    family: pain
    severity: error
    message: Cures.
    why: No.
    suggestion: Say less.
    patterns: [cures pain]
    examples: {flag: ["It [[cures pain]]."], pass: ["It is warm."]}
cues: [{stance: hedged, phrases: [may]}]
obligations:
  - id: warning
    severity: warning
    message: Lacks a warning.
    why: Harm.
    suggestion: Not with a clot.
    owed_for: {families: [pain], except: ["on tuesdays"]}
    satisfied_by: ["not with ..5 <reason>"]
    satisfied_in_parts: [{first: ["^ ..3 when not to come"], then: [<reason>], within: 3, at_least: 2}]
    not_satisfied_by: ["<reason> of joy"]
  - id: author
    severity: suggestion
    message: Lacks an author.
    why: Trust.
    suggestion: By Ida Lund.
    owed_for: {families: [pain], pages: articles}
    satisfied_by: ["written by"]
  - id: hedge
    severity: suggestion
    message: Hedges.
    why: Because.
    suggestion: Say why.
    owed_for: {stances: [hedged]}
    satisfied_by: ["because"]
)~";

// "owed", "stated", "owed stated" or "" for one obligation of the pack above.
std::string duty(std::string_view id, std::string_view page) {
  static const auto book = [] {
    const PackSource source{"p.yaml", std::string(pack)};
    return testing::rulebook_of({&source, 1});
  }();
  const FileReport report = testing::audit_text(page, *book);
  for (const ObligationStatus& status : report.obligations) {
    if (status.rule->id != "p/" + std::string(id)) continue;
    const std::string owed = status.owed ? "owed" : "";
    return !status.satisfied ? owed : owed.empty() ? "stated" : owed + " stated";
  }
  return "";
}

TEST(Duties, AreOwedForClaims) {
  EXPECT_EQ(duty("warning", "It cures pain."), "owed");
  EXPECT_EQ(duty("warning", "It cures pain on Tuesdays."), "");
  EXPECT_EQ(duty("warning", "It cures pain on Tuesdays.\n\nIt cures pain."), "owed");
}

TEST(Duties, AreSettledBySentences) {
  EXPECT_EQ(duty("warning", "It cures pain. Not with a clot."), "owed stated");
  EXPECT_EQ(duty("warning", "Not with a fever of joy."), "");
  // Words that end a claim carry a statement on, and so do colons and dashes.
  EXPECT_EQ(duty("warning", "Not with – but you know it – a clot."), "stated");
}

TEST(Duties, AreSettledInParts) {
  EXPECT_EQ(duty("warning", "## When not to come\n\n- a clot\n- a fever\n"), "stated");
  EXPECT_EQ(duty("warning", "## When not to come\n\nA clot, a fever.\n"), "stated");
  EXPECT_EQ(duty("warning", "When not to come? Let us see. A clot. A fever."), "stated");
  EXPECT_EQ(duty("warning", "## When not to come\n\n- a clot\n- a cat\n"), "");
  EXPECT_EQ(duty("warning", "## When not to come\n\nLate.\n\n## Tea\n\nA clot, a fever.\n"), "");
  EXPECT_EQ(duty("warning", "When not to come? One. Two. Three. A clot. A fever."), "");
  EXPECT_EQ(duty("warning", "A clot. A fever. When not to come?"), "");
}

// A heading under a heading has a lead-in, and still begins where it begins.
TEST(Duties, AreSettledUnderHeadingsOfHeadings) {
  EXPECT_EQ(duty("warning", "## Help\n\n### When not to come?\n\nA clot, a fever.\n"), "stated");
}

TEST(Duties, AreOwedByArticlesWhereTheRuleSaysSo) {
  EXPECT_EQ(duty("author", "# The benefits of warm hands\n\nIt cures pain."), "owed");
  EXPECT_EQ(duty("author", "# Our treatments\n\nIt cures pain."), "");
  EXPECT_EQ(duty("author", "# The benefits of warm hands\n\nIt cures pain. £40, £50, £60, £ 70"),
            "");
  EXPECT_EQ(duty("author", "# Tea\n\nIt cures pain. Read about the benefits of tea."), "owed");
  std::string essay = "It cures pain.";
  for (int i = 0; i < 100; ++i) essay += " The room is warm and the tea is hot.";
  EXPECT_EQ(duty("author", essay), "owed");
  EXPECT_EQ(duty("author", essay + " £40, £50."), "");
}

TEST(Duties, AreOwedForClaimsOfAStance) {
  EXPECT_EQ(duty("hedge", "It cures pain."), "");
  EXPECT_EQ(duty("hedge", "It may well be that it cures pain."), "owed");
}

}  // namespace
}  // namespace caveat
