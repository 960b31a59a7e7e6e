#include "audit/contradiction.h"

#include <gtest/gtest.h>

#include "support/standard_audit.h"

namespace caveat::testing {
namespace {

constexpr std::string_view note =
    "This page is general information. It is not medical advice and does not replace a diagnosis "
    "or treatment by a doctor.\n";

// "the words: what it points to" of the finding, or nothing.
std::string contradiction(std::string_view text) {
  const FileReport report = audit_text(text, standard_rulebook());
  std::string found;
  for (const Finding& finding : report.findings) {
    if (finding.rule->id != "statements/disclaimer-contradicted") continue;
    EXPECT_TRUE(found.empty()) << "told more than once: " << text;
    found = std::string(words_of(finding, report.document)) + ": " + finding.detail.get();
  }
  return found;
}

std::string with_note(std::string_view text) {
  return std::string(note) + "\n" + std::string(text);
}

TEST(ContradictedDisclaimer, IsToldAtTheFirstClaimAgainstIt) {
  const std::string found =
      contradiction("Massage replaces painkillers.\n\nIt cures diseases.\n\n" + std::string(note));
  EXPECT_EQ(found.substr(0, found.find(':')), "replaces painkillers");
  EXPECT_TRUE(found.contains(": Line 5 says “")) << found;
  EXPECT_TRUE(found.contains("not medical advice")) << found;
  EXPECT_NE(contradiction(with_note("Our massage cures diseases.")), "");
  EXPECT_NE(contradiction(with_note("Come here and throw away your pills.")), "");
  EXPECT_NE(contradiction(with_note("You do not need a doctor, come to us.")), "");
}

TEST(ContradictedDisclaimer, NeedsBoth) {
  EXPECT_EQ(contradiction("Massage replaces painkillers."), "");
  EXPECT_EQ(contradiction(note), "");
}

TEST(ContradictedDisclaimer, IsNotToldOfLesserClaims) {
  EXPECT_EQ(contradiction(with_note("Massage eases back pain.")), "");
  EXPECT_EQ(contradiction(with_note("It may replace painkillers for some people.")), "");
  EXPECT_EQ(contradiction(with_note("Massage does not replace painkillers.")), "");
  EXPECT_EQ(contradiction(with_note("Massage does not cure diseases.")), "");
}

}  // namespace
}  // namespace caveat::testing
