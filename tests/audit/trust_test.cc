#include "audit/trust.h"

#include <gtest/gtest.h>

#include "audit/damage_support.h"
#include "support/standard_audit.h"

namespace caveat::damage {
namespace {

std::string article(std::string_view end) {
  std::string text = "# All about backs\n\n";
  for (int i = 0; i < 50; ++i) text += "The warm hands of our team rest on your back today. ";
  return text + "\n\n" + std::string(end) + "\n";
}

Setting with_claims() {
  static const RuleInfo rule;
  Setting setting{.format = "markdown"};
  setting.claims.resize(3);
  for (Finding& claim : setting.claims) claim.rule = &rule;
  return setting;
}

TEST(Trust, AsksArticlesOnly) {
  constexpr std::string_view check = "missing-sources";
  EXPECT_EQ(found(check, article(""), with_claims()), Words{"All about backs"});
  EXPECT_EQ(found(check, article(""), {.format = "markdown"}), Words{});
  EXPECT_EQ(found(check, "Short.", with_claims()), Words{});
}

TEST(Trust, IsSatisfiedByASign) {
  const Setting setting = with_claims();
  EXPECT_EQ(found("missing-sources", article("See [the review](https://example.org/x)."), setting),
            Words{});
  EXPECT_EQ(found("missing-sources", article("Furlan et al. looked at it."), setting), Words{});
}

TEST(LinksWithoutTarget, LeadNowhere) {
  constexpr std::string_view check = "link-without-target";
  EXPECT_EQ(found(check, "More on our Cradle Guide page here."), Words{"page here"});
  EXPECT_EQ(found(check, "For the list, Click here."), Words{"Click here"});
  EXPECT_EQ(found(check, "Visit our website for details."), Words{});
  EXPECT_EQ(found(check, "<p>Visit our website for details.</p>", {.format = "html"}),
            Words{"Visit our website"});
  EXPECT_EQ(found(check, "<p>For the list <a href=\"/l\">click here</a>.</p>", {.format = "html"}),
            Words{});
  EXPECT_EQ(found(check, "For the list click here: www.example.org"), Words{});
}

TEST(MixedQuotes, AreToldOfOnce) {
  EXPECT_EQ(found("mixed-quotes", "It's \"warm\" and we’re “glad”, don't you think?"), Words{"’"});
  EXPECT_EQ(found("mixed-quotes", "It’s “warm” and we’re “glad” at 5'10\" tall"), Words{});
}

TEST(UnauditedLanguage, IsToldWhereNoRuleForClaimsReadsIt) {
  const auto said = [](std::string_view text) {
    std::string details;
    for (const Finding& finding :
         testing::audit_text(text, testing::standard_rulebook()).findings) {
      if (finding.rule->family == "unaudited-language") details += finding.detail.get();
    }
    return details;
  };
  EXPECT_EQ(
      said("Die Massage lindert den Schmerz und ist gut für die Haut, und das ist nicht alles, "
           "was wir für Sie tun.\n"),
      "The page is in German; claims are known in English and Turkish.");
  EXPECT_EQ(said("A massage is an hour of quiet for the back and the mind.\n"), "");
  EXPECT_EQ(said("Massage, Sauna.\n"), "");
}

}  // namespace
}  // namespace caveat::damage
