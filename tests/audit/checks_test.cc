#include "audit/checks.h"

#include <gtest/gtest.h>

#include "audit/audit.h"
#include "audit/damage_support.h"

namespace caveat::damage {
namespace {

TEST(Checks, AskTheBlocksAndRegionsOfTheirRule) {
  constexpr std::string_view pack = R"(pack: mine
version: 1.0.0
description: For tests
rules:
  - id: entity
    family: f
    kind: damage
    severity: error
    message: m
    why: w
    suggestion: s
    blocks: [heading]
    regions: [body]
    check: html-entity
    examples: {flag: ["[[&rsquo;]]"], pass: ["x"]}
)";
  const std::vector<PackSource> sources{{"mine.yaml", std::string(pack)}};
  const LoadedRulebook loaded = load(sources);
  ASSERT_TRUE(loaded.rulebook) << (loaded.problems.empty() ? "" : to_text(loaded.problems[0]));
  const FileReport report = Auditor(*loaded.rulebook)
                                .audit(page("<h1>a&amp;rsquo;b</h1><p>c&amp;rsquo;d</p>"
                                            "<nav><h2>e&amp;rsquo;f</h2></nav>",
                                            {.format = "html"}),
                                       {.as_of = Setting{}.as_of, .jurisdictions = {}});
  ASSERT_EQ(report.findings.size(), 1U);
  EXPECT_EQ(report.findings[0].block, BlockKind::Heading);
  ASSERT_EQ(report.dismissed.size(), 2U);
  EXPECT_EQ(report.dismissed[0].reason, DismissalReason::Scope);
}

std::vector<std::string> findings(std::string text, const Setting& setting) {
  const FileReport report = Auditor(packs()).audit(page(std::move(text), setting),
                                                   {.as_of = setting.as_of, .jurisdictions = {}});
  std::vector<std::string> rules;
  for (const Finding& finding : report.findings)
    rules.push_back(finding.rule->id + " " + std::string(words_of(finding, report.document)));
  return rules;
}

TEST(Checks, LeaveCodeAlone) {
  const Setting markdown{.format = "markdown", .language = "en"},
      html{.format = "html", .language = "en"};
  EXPECT_EQ(findings("Write `&nbsp;`, `â€™`, `&amp;` or `{{ name }}`.", markdown), Words{});
  EXPECT_EQ(findings("Write <code>&amp;nbsp;</code>.", markdown), Words{});
  for (const std::string tag : {"code", "kbd", "samp", "pre", "textarea"}) {
    EXPECT_EQ(
        findings("<p>A</p><" + tag + ">&amp;rsquo; {{ x }} cafÃ©</" + tag + "><p>B</p>", html),
        Words{})
        << tag;
  }
  EXPECT_EQ(findings("<p>A <code>b</code> &amp;rsquo; c</p>", html),
            Words{"damage/html-entity &amp;rsquo;"});
}

// Of damage that looks like two kinds, the cause is told and repaired.
TEST(Checks, NameTheCauseOfDamage) {
  const Setting polish{.language = "pl"};
  EXPECT_EQ(findings("kaЕјdej nocy", polish), Words{"damage/mojibake Еј"});
  EXPECT_EQ(findings("Aqu\u00C3\u00AD", {.language = "es"}), Words{"damage/mojibake \u00C3\u00AD"});
}

TEST(Checks, SeeThePictureBetweenTheWords) {
  const Setting markdown{.format = "markdown", .language = "en"};
  EXPECT_EQ(findings("See the list and ![our two tables](/a.jpg).", markdown), Words{});
  EXPECT_EQ(findings("See the list and.", markdown).size(), 1U);
}

// "Read more" that leads somewhere works.
TEST(Checks, LetLinksOfTheFrameWork) {
  const Setting html{.format = "html", .language = "en"};
  EXPECT_EQ(findings("<p><a href='/a'>Read more</a></p>", html), Words{});
  EXPECT_EQ(findings("<p><a href='#'>Read more</a></p><p>Leave a Reply</p>", html).size(), 2U);
}

}  // namespace
}  // namespace caveat::damage
