// Which of several findings in the same words speaks, with a pack of its own.
#include "audit/claims.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "support/standard_audit.h"

namespace caveat::testing {
namespace {

constexpr std::string_view pack = R"~(
pack: p
language: en
lexicons:
  waste: {nouns: [toxin]}
  rest: {words: [calm]}
frames:
  mentions: ["<target> (lecture|lectures)"]
rules:
  - id: drains-sinuses
    family: sinuses
    severity: warning
    message: M.
    why: W.
    suggestion: S.
    patterns: ["(drain|drains|drained) the sinuses"]
    covers: [p/moves-lymph, p/heals, p/heals-gravely]
    examples: {flag: "[[drain the sinuses]]", pass: y}
  - id: moves-lymph
    family: lymph
    severity: warning
    message: M.
    why: W.
    suggestion: S.
    patterns: ["drain|drains|drained"]
    covers: p/drains-sinuses
    examples: {flag: "[[drain]]", pass: y}
  - id: heals-gravely
    family: healing
    severity: error
    message: M.
    why: W.
    suggestion: S.
    patterns: ["the sinuses for ever"]
    examples: {flag: "[[the sinuses for ever]]", pass: y}
  - id: heals-the-nose
    family: sinuses
    severity: warning
    message: M.
    why: W.
    suggestion: S.
    patterns: ["sinuses feel clear"]
    examples: {flag: "[[sinuses feel clear]]", pass: y}
  - id: removes-toxins
    family: toxins
    severity: warning
    message: M.
    why: W.
    suggestion: S.
    target: waste
    patterns: ["<target>"]
    except: [{use: mentions}]
    examples: {flag: "[[toxins]]", pass: y}
  - id: helps-heads
    family: heads
    severity: warning
    message: M.
    why: W.
    suggestion: S.
    patterns: ["helps with => ..2 headaches"]
    examples: {flag: "Helps with [[headaches]]", pass: y}
  - id: heals
    family: peace
    severity: suggestion
    message: M.
    why: W.
    suggestion: S.
    target: rest
    patterns: ["sinuses ..3 <target>"]
    examples: {flag: "[[sinuses into calm]]", pass: y}
)~";

class Claims : public ::testing::Test {
 protected:
  void SetUp() override {
    const PackSource source{"pack.yaml", std::string(pack)};
    loaded_ = load({&source, 1});
    for (const Problem& problem : loaded_.problems) ADD_FAILURE() << to_text(problem);
    ASSERT_NE(loaded_.rulebook, nullptr);
  }

  // "reported; dismissed (reason, detail)"
  std::vector<std::string> read(std::string_view text) const {
    const FileReport report = audit_text(text, *loaded_.rulebook);
    std::vector<std::string> lines;
    for (const Finding& finding : report.findings) {
      lines.push_back(finding.rule->id + ": " + std::string(words_of(finding, report.document)));
    }
    for (const Dismissal& dismissal : report.dismissed) {
      lines.push_back(std::string(name(dismissal.reason)) + " " + dismissal.finding.rule->id +
                      ": " + dismissal.detail);
    }
    return lines;
  }

  LoadedRulebook loaded_;
};

using Lines = std::vector<std::string>;

TEST_F(Claims, ARuleTakesTheWordsOfThoseThatItCovers) {
  EXPECT_EQ(read("We drain the sinuses."), (Lines{"p/drains-sinuses: drain the sinuses",
                                                  "covered p/moves-lymph: p/drains-sinuses"}));
  EXPECT_EQ(read("We drain the legs."), Lines{"p/moves-lymph: drain"});
}

TEST_F(Claims, AFamilySpeaksOnceOfAPlace) {
  EXPECT_EQ(read("The sinuses feel clear."), Lines{"p/heals-the-nose: sinuses feel clear"});
  EXPECT_EQ(read("We drain the sinuses; the sinuses feel clear."),
            (Lines{"p/drains-sinuses: drain the sinuses", "p/heals-the-nose: sinuses feel clear",
                   "covered p/moves-lymph: p/drains-sinuses"}));
  EXPECT_EQ(read("We drain the sinuses feel clear."),
            (Lines{"p/drains-sinuses: drain the sinuses", "covered p/moves-lymph: p/drains-sinuses",
                   "covered p/heals-the-nose: p/drains-sinuses"}));
}

// The pack says which of two rules fits the words better, not which is graver.
TEST_F(Claims, AGraverFindingIsCoveredByName) {
  EXPECT_EQ(read("Bathe the sinuses for ever."), Lines{"p/heals-gravely: the sinuses for ever"});
  EXPECT_EQ(read("We drain the sinuses for ever."),
            (Lines{"p/drains-sinuses: drain the sinuses", "covered p/moves-lymph: p/drains-sinuses",
                   "covered p/heals-gravely: p/drains-sinuses"}));
}

TEST_F(Claims, AnotherFamilyThatIsNotNamedStays) {
  EXPECT_EQ(read("Bathe the sinuses for ever, calm."),
            (Lines{"p/heals-gravely: the sinuses for ever", "p/heals: sinuses for ever, calm"}));
}

// What a rule speaks of is its target: the other words may serve two thoughts.
TEST_F(Claims, AFindingWhoseTargetStandsElsewhereIsNotCovered) {
  EXPECT_EQ(read("We drain the sinuses into calm."),
            (Lines{"p/drains-sinuses: drain the sinuses", "p/heals: sinuses into calm",
                   "covered p/moves-lymph: p/drains-sinuses"}));
}

// The gap may be tried, and fail, before the lead-in is crossed to where the match begins.
TEST_F(Claims, AMatchMayBeginBehindAGapInAnItem) {
  EXPECT_EQ(read("Tea helps with:\n\n- headaches\n"), Lines{"p/helps-heads: headaches"});
  EXPECT_EQ(read("Tea helps with:\n\n- Stress; headaches\n"),
            Lines{"p/helps-heads: Stress; headaches"});
}

TEST_F(Claims, ExceptionsMayStandInAFrame) {
  EXPECT_EQ(read("Toxins leave."), Lines{"p/removes-toxins: Toxins"});
  EXPECT_EQ(read("A toxins lecture."), Lines{"excepted p/removes-toxins: toxins lecture"});
}

}  // namespace
}  // namespace caveat::testing
