#include "audit/suppression.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "audit/audit.h"
#include "input/formats.h"
#include "model/date.h"
#include "support/workspace.h"

namespace caveat {
namespace {

const Rulebook& rulebook() {
  static const LoadedRulebook loaded = [] {
    std::ifstream file(CAVEAT_SOURCE_DIR "/rules/suppression.yaml");
    const std::vector<PackSource> packs{
        {"mini.yaml", std::string(test::mini_pack)},
        {"suppression.yaml", {std::istreambuf_iterator<char>(file), {}}},
        {"duty.yaml",
         "pack: duty\nlanguage: en\nobligations:\n"
         "  - {id: disclaimer, family: not-medical-advice, severity: warning,\n"
         "     message: Does not say so., why: It should., suggestion: Say so.,\n"
         "     owed_for: {families: [detox-toxins]}, satisfied_by: [no medical advice],\n"
         "     examples: {satisfies: [This is no medical advice.], fails: [This is advice.]}}\n"}};
    LoadedRulebook book = load(packs);
    for (const Problem& problem : book.problems) ADD_FAILURE() << to_text(problem);
    return book;
  }();
  return *loaded.rulebook;
}

FileReport audit(std::string text, std::string_view format = "markdown",
                 std::string_view as_of = "2026-06-01") {
  Document document = read_document(std::move(text), "page", *format_named(format));
  document.language = "en";
  AuditOptions options;
  options.as_of = *parse_date(as_of);
  return Auditor(rulebook()).audit(std::move(document), options);
}

// "rule at line; …" of the findings, then "rule: reason; …" of what was silenced.
std::string told(const FileReport& report) {
  std::string text;
  for (const Finding& finding : report.findings) {
    if (finding.rule->kind == FindingKind::Obligation) continue;
    text += finding.rule->id + " at " + std::to_string(finding.start.line) + "; ";
  }
  for (const Dismissal& dismissal : report.dismissed) {
    if (dismissal.reason != DismissalReason::Suppressed) continue;
    text += dismissal.finding.rule->id + ": " + dismissal.detail + "; ";
  }
  return text;
}

TEST(Suppression, SpeaksForTheBlockInWhichItStands) {
  const std::string silenced = "mini/flushes-toxins: line 1: a name; ";
  EXPECT_EQ(told(audit("It flushes toxins. <!-- caveat-ignore mini/flushes-toxins: a name -->\n")),
            silenced);
  EXPECT_EQ(told(audit("<!-- caveat-ignore mini/flushes-toxins: a name --> It flushes toxins.\n")),
            silenced);
  EXPECT_EQ(told(audit("It <!-- caveat-ignore mini/flushes-toxins: a name --> flushes toxins.\n")),
            silenced);
  EXPECT_EQ(
      told(audit("It **flushes toxins** <!-- caveat-ignore mini/flushes-toxins: a name -->\n")),
      silenced);
  EXPECT_EQ(told(audit("<p>It flushes <b>toxins</b>\n<!-- caveat-ignore mini/*: a name --></p>\n"
                       "<p>It flushes toxins.</p>",
                       "html")),
            "mini/flushes-toxins at 3; mini/flushes-toxins: line 2: a name; ");
}

TEST(Suppression, SpeaksForTheBlockBehindIt) {
  const FileReport markdown = audit(
      "It flushes toxins.\n\n<!-- caveat-ignore mini/flushes-toxins: a name -->\n\n"
      "It flushes toxins.\nAnd flushes toxins.\n\nIt flushes toxins.\n");
  EXPECT_EQ(told(markdown),
            "mini/flushes-toxins at 1; mini/flushes-toxins at 8; mini/flushes-toxins: line 3: a "
            "name; mini/flushes-toxins: line 3: a name; ");
  EXPECT_EQ(told(audit("<p>It flushes toxins.</p><!-- caveat-ignore mini/*: a name -->"
                       "<p>It boosts immunity.</p>",
                       "html")),
            "mini/flushes-toxins at 1; mini/boosts-immunity: line 1: a name; ");
  EXPECT_EQ(told(audit("%% caveat-ignore mini/*: a name %%\n\nIt boosts immunity.\n", "text")),
            "mini/boosts-immunity: line 1: a name; ");
}

TEST(Suppression, SpeaksForAListThatItStandsBefore) {
  EXPECT_EQ(told(audit("<!-- caveat-ignore mini/*: names -->\n\n- flushes toxins\n- boosts "
                       "immunity\n\nIt melts stress.\n")),
            "mini/melts-stress at 6; mini/flushes-toxins: line 1: names; mini/boosts-immunity: "
            "line 1: names; ");
}

TEST(Suppression, SpeaksForLinesAndStretchesAndFiles) {
  EXPECT_EQ(told(audit("<!-- caveat-ignore-next-line mini/*: a name -->\nIt flushes\ntoxins. It "
                       "boosts immunity.\n")),
            "mini/boosts-immunity at 3; mini/flushes-toxins: line 1: a name; ");
  EXPECT_EQ(told(audit("<!-- caveat-ignore-begin mini/*: quoted -->\n\nIt flushes toxins.\n\nIt "
                       "boosts immunity.\n\n<!-- caveat-ignore-end -->\n\nIt flushes toxins.\n")),
            "mini/flushes-toxins at 9; mini/flushes-toxins: line 1: quoted; "
            "mini/boosts-immunity: line 1: quoted; ");
  EXPECT_EQ(told(audit("It flushes toxins.\n\n<!-- caveat-ignore-file mini/*: a parody -->\n")),
            "mini/flushes-toxins: line 3: a parody; ");
}

TEST(Suppression, HasAFormWithoutHtml) {
  const std::string silenced = "mini/flushes-toxins: line 1: a name; ";
  EXPECT_EQ(told(audit("[//]: # (caveat-ignore mini/*: a name)\n\nIt flushes toxins.\n")),
            silenced);
  EXPECT_EQ(told(audit("[caveat-ignore]: # \"mini/*: a name\"\n\nIt flushes toxins.\n")), silenced);
  EXPECT_EQ(told(audit("[caveat-ignore-file]: # 'mini/*: a name'\n\nA bath.\n\nIt flushes "
                       "toxins.\n")),
            silenced);
}

TEST(Suppression, StandsInTheFrontMatter) {
  const FileReport report = audit(
      "---\ntitle: A bath\ncaveat:\n  ignore:\n    - rule: mini/flushes-toxins\n      reason: a "
      "name\n      until: 2026-12-31\n      owner: Ann Lee\n    - {rule: mini/melts-stress, "
      "reason: "
      "gone}\n    - {rule: mini/*, resaon: none}\n---\n\nIt flushes toxins.\n");
  EXPECT_EQ(told(report),
            "suppression/unused at 9; suppression/malformed at 10; mini/flushes-toxins: line 5: a "
            "name (owner Ann Lee, until 2026-12-31); ");
}

TEST(Suppression, SilencesDuties) {
  const FileReport owed = audit("It flushes toxins.\n");
  ASSERT_EQ(owed.findings.size(), 2U);
  const FileReport silenced = audit(
      "It flushes toxins.\n\n<!-- caveat-ignore-file duty/disclaimer, mini/flushes-toxins: on the "
      "frame of the page -->\n");
  EXPECT_EQ(silenced.findings.size(), 0U);
  ASSERT_EQ(silenced.dismissed.size(), 2U);
  EXPECT_EQ(silenced.dismissed[0].finding.fingerprint, owed.findings[0].fingerprint);
  const FileReport claim_only =
      audit("It flushes toxins. <!-- caveat-ignore mini/flushes-toxins: ours -->\n");
  ASSERT_EQ(claim_only.findings.size(), 1U);
  EXPECT_EQ(claim_only.findings[0].rule->id, "duty/disclaimer") << "the claim is still made";
  EXPECT_EQ(claim_only.sentences[0].label, SentenceClass::Label::Claim);
  EXPECT_EQ(claim_only.verdict, Verdict::Review);
}

TEST(Suppression, Expires) {
  const std::string page =
      "It flushes toxins. <!-- caveat-ignore mini/* until 2026-06-01 owner Ann: the sale -->\n";
  EXPECT_EQ(told(audit(page, "markdown", "2026-06-01")),
            "mini/flushes-toxins: line 1: the sale (owner Ann, until 2026-06-01); ");
  const FileReport later = audit(page, "markdown", "2026-06-02");
  EXPECT_EQ(told(later), "mini/flushes-toxins at 1; suppression/expired at 1; ");
  EXPECT_EQ(later.findings.back().detail.get(), "Ask Ann.");
}

TEST(Suppression, TellsWhatIsWrongWithIt) {
  const auto detail = [](std::string comment) {
    const FileReport report = audit("<!-- " + comment + " -->\n\nIt is a bath.\n");
    if (report.findings.size() != 1) return "not one finding: " + told(report);
    return report.findings[0].rule->id + ": " + report.findings[0].detail.get();
  };
  EXPECT_EQ(detail("caveat-ignore mini/*"),
            "suppression/malformed: It gives no reason: write caveat-ignore pack/name: reason.");
  EXPECT_EQ(detail("caveat-ignore : because"),
            "suppression/malformed: It names no rule: write caveat-ignore pack/name: reason.");
  EXPECT_EQ(detail("caveat-ignore mini/* until tomorrow: because"),
            "suppression/malformed: “tomorrow” is no date: write until 2026-01-31.");
  EXPECT_EQ(detail("caveat-ignore all: because"),
            "suppression/malformed: “all” is no rule: write pack/name, or pack/*.");
  EXPECT_EQ(detail("caveat-ignore-begin mini/*: because"),
            "suppression/malformed: No caveat-ignore-end follows it.");
  EXPECT_EQ(detail("caveat-ignore-end"),
            "suppression/malformed: No caveat-ignore-begin stands before it.");
  EXPECT_EQ(detail("caveat-ignore mini/flush-toxins: because"),
            "suppression/unknown-rule: There is no rule “mini/flush-toxins”.");
  EXPECT_EQ(detail("caveat-ignore mini/melts-stress: because"),
            "suppression/unused: mini/melts-stress finds nothing there.");
  EXPECT_EQ(detail("a note that is none"), "not one finding: ");
}

TEST(Suppression, CanBeSilencedItself) {
  EXPECT_EQ(told(audit("<!-- caveat-ignore-file suppression/unused: they come and go -->\n\n"
                       "<!-- caveat-ignore mini/melts-stress: a name -->\n\nA bath.\n")),
            "suppression/unused: line 1: they come and go; ");
}

TEST(Suppression, PointsAtTheWholeComment) {
  const FileReport report = audit("Hot <!-- caveat-ignore x --> bath.\n");
  ASSERT_EQ(report.findings.size(), 1U);
  EXPECT_EQ(words_of(report.findings[0], report.document), "<!-- caveat-ignore x -->");
}

}  // namespace
}  // namespace caveat
