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

}  // namespace
}  // namespace caveat::damage
