// What code scanning is told of findings that do not stand.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "report/formats.h"
#include "support/sample_report.h"

namespace caveat {
namespace {

using nlohmann::json;
using test::SampleReport;

json run_of(const Report& report, const WriterOptions& options) {
  return json::parse(write_sarif(report, options))["runs"][0];
}

TEST(Sarif, LeavesSuppressedResultsOutUnlessAskedFor) {
  const SampleReport sample;
  const json quiet = run_of(sample.report, {}),
             full = run_of(sample.report, {.show_dismissed = true});
  EXPECT_EQ(full["results"].size(), quiet["results"].size() + 1);
  std::size_t suppressed = 0;
  for (const json& result : full["results"]) {
    if (!result.contains("suppressions")) continue;
    ++suppressed;
    EXPECT_EQ(result["suppressions"][0]["kind"], "inSource");
    EXPECT_EQ(result["suppressions"][0]["justification"], "the name of the studio");
  }
  EXPECT_EQ(suppressed, 1U);
}

TEST(Sarif, TellsWhatTheBaselineKnows) {
  const SampleReport sample;
  const json run = run_of(sample.report, {});
  std::size_t unchanged = 0;
  for (const json& result : run["results"]) {
    EXPECT_FALSE(result.contains("suppressions"));
    unchanged += result["baselineState"] == "unchanged";
    EXPECT_TRUE(result["baselineState"] == "unchanged" || result["baselineState"] == "new");
  }
  EXPECT_EQ(unchanged, 1U);
}

TEST(Sarif, RulesPointAtTheirAuthorities) {
  const SampleReport sample;
  const json run = run_of(sample.report, {});
  const json& taxa = run["taxonomies"][0]["taxa"];
  std::size_t relationships = 0;
  for (const json& rule : run["tool"]["driver"]["rules"]) {
    for (const json& relationship : rule.value("relationships", json::array())) {
      const json& target = relationship["target"];
      EXPECT_EQ(taxa[target["index"].get<std::size_t>()]["id"], target["id"]);
      ++relationships;
    }
  }
  EXPECT_GT(relationships, 0U);
}

TEST(Sarif, ResultsPointAtTheirRules) {
  const SampleReport sample;
  const json run = run_of(sample.report, {.show_dismissed = true});
  for (const json& result : run["results"]) {
    EXPECT_EQ(run["tool"]["driver"]["rules"][result["ruleIndex"].get<std::size_t>()]["id"],
              result["ruleId"]);
  }
}

}  // namespace
}  // namespace caveat
