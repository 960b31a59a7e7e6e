#include "model/finding.h"

#include <gtest/gtest.h>

namespace caveat {
namespace {

TEST(Rare, IsWhatItHoldsAndCopiesIt) {
  Rare<std::string> detail;
  EXPECT_TRUE(detail.empty());
  EXPECT_EQ(detail.get(), "");
  detail = "lost";
  const Rare<std::string> copy = detail;
  detail = std::string();
  EXPECT_TRUE(detail.empty());
  EXPECT_EQ(copy.get(), "lost");

  Rare<std::vector<Cue>> cues;
  cues.push_back({"may", {1, 4}});
  const Rare<std::vector<Cue>> other = cues;
  cues.push_back({"perhaps", {9, 16}});
  EXPECT_EQ(other.size(), 1U);
  EXPECT_EQ(cues[1].text, "perhaps");
  EXPECT_EQ(cues.front().text, "may");
}

TEST(Finding, TellsItsWordsAsTheReaderSeesThem) {
  Document document;
  document.encoding = "utf-8";
  document.source = "ab &amp; cd";
  document.prose = "ab & cd";
  Finding finding;
  finding.source = {3, 8};
  finding.prose = {3, 4};
  EXPECT_EQ(words_of(finding, document), "&amp;");
  document.encoding = "windows-1252";
  EXPECT_EQ(words_of(finding, document), "&");
  finding.kept_text = "kept";
  EXPECT_EQ(words_of(finding, {}), "kept");
}

TEST(Finding, WritesItsFingerprintInSixteenDigits) {
  Finding finding;
  EXPECT_EQ(fingerprint_of(finding), "0000000000000000");
  finding.fingerprint = 0xfedcba9876543210U;
  EXPECT_EQ(fingerprint_of(finding), "fedcba9876543210");
  finding.fingerprint = 0x1f;
  EXPECT_EQ(fingerprint_of(finding), "000000000000001f");
}

TEST(DismissWhere, KeepsTheOrderOfBoth) {
  std::vector<Finding> findings(5);
  for (std::size_t i = 0; i < findings.size(); ++i) findings[i].fingerprint = i;
  std::vector<Dismissal> dismissed;
  using Against = std::optional<std::pair<DismissalReason, std::string>>;
  dismiss_where(findings, dismissed, [](const Finding& finding) -> Against {
    if (finding.fingerprint % 2 == 0) return std::nullopt;
    return std::pair(DismissalReason::Scope, "odd " + fingerprint_of(finding).substr(15));
  });
  ASSERT_EQ(findings.size(), 3U);
  EXPECT_EQ(findings[1].fingerprint, 2U);
  EXPECT_EQ(findings[2].fingerprint, 4U);
  ASSERT_EQ(dismissed.size(), 2U);
  EXPECT_EQ(dismissed[0].detail, "odd 1");
  EXPECT_EQ(dismissed[1].finding.fingerprint, 3U);
}

}  // namespace
}  // namespace caveat
