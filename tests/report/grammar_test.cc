// The forms whose makers describe them in prose, held against that description.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>

#include "report/formats.h"
#include "support/sample_report.h"
#include "support/xml_schema.h"

namespace caveat {
namespace {

using nlohmann::json;
using test::SampleReport;

// https://docs.github.com/actions/reference/workflow-commands-for-github-actions:
// ::command name=value,name=value::message, one a line; %, CR and LF are escaped in both, : and ,
// in values.
TEST(GithubGrammar, EveryLineIsACommand) {
  const SampleReport sample;
  const std::regex command(
      "::(error|warning|notice)( (file|line|endLine|col|endColumn|title)=[^,:\r\n]*"
      "(,(file|line|endLine|col|endColumn|title)=[^,:\r\n]*)*)?::[^\r\n]+");
  const std::regex stray_percent("%(?!25|0A|0D|3A|2C)");
  std::istringstream lines(write_github(sample.report, {}));
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    EXPECT_TRUE(std::regex_match(line, command)) << line;
    EXPECT_FALSE(std::regex_search(line, stray_percent)) << line;
  }
  EXPECT_EQ(count, summarise(sample.report).findings + sample.report.problems.size());
}

// https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
TEST(GitlabGrammar, EveryIssueHasWhatIsRequired) {
  const SampleReport sample;
  const json issues = json::parse(write_gitlab(sample.report, {}));
  ASSERT_TRUE(issues.is_array());
  EXPECT_EQ(issues.size(), summarise(sample.report).findings);
  const std::set<std::string> severities{"info", "minor", "major", "critical", "blocker"};
  std::set<std::string> fingerprints;
  for (const json& issue : issues) {
    EXPECT_TRUE(issue.at("description").is_string());
    EXPECT_TRUE(issue.at("check_name").is_string());
    EXPECT_TRUE(severities.contains(issue.at("severity").get<std::string>()));
    EXPECT_TRUE(issue.at("location").at("path").is_string());
    EXPECT_GE(issue.at("location").at("lines").at("begin").get<int>(), 1);
    EXPECT_TRUE(fingerprints.insert(issue.at("fingerprint").get<std::string>()).second);
  }
}

// https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
TEST(RdjsonGrammar, EveryDiagnosticHasWhatIsRequired) {
  const SampleReport sample;
  const json report = json::parse(write_rdjson(sample.report, {}));
  const std::set<std::string> severities{"UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"};
  EXPECT_EQ(report.at("diagnostics").size(), summarise(sample.report).findings);
  for (const json& diagnostic : report.at("diagnostics")) {
    EXPECT_TRUE(diagnostic.at("message").is_string());
    EXPECT_TRUE(severities.contains(diagnostic.at("severity").get<std::string>()));
    const json& range = diagnostic.at("location").at("range");
    EXPECT_GE(range.at("start").at("line").get<int>(), 1);
    EXPECT_GE(range.at("start").at("column").get<int>(), 1);
    EXPECT_LE(std::pair(range["start"]["line"], range["start"]["column"]),
              std::pair(range["end"]["line"], range["end"]["column"]));
  }
}

TEST(XmlReports, FitTheirSchemas) {
  if (!test::has_xmllint()) GTEST_SKIP() << "libxml2-utils is not installed";
  const SampleReport sample;
  const Report empty;
  for (const Report* report : {&sample.report, &empty}) {
    EXPECT_TRUE(test::fits_xml_schema(write_junit(*report, {}), "junit.xsd"));
    EXPECT_TRUE(test::fits_xml_schema(write_checkstyle(*report, {}), "checkstyle.xsd"));
  }
  EXPECT_FALSE(test::fits_xml_schema(write_junit(sample.report, {}), "checkstyle.xsd", true));
}

std::size_t occurrences(const std::string& text, const std::string& words) {
  std::size_t count = 0;
  for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
    ++count;
  }
  return count;
}

std::size_t sum_of(const std::string& xml, const std::string& attribute) {
  const std::regex pattern("<testsuite [^>]*" + attribute + "=\"([0-9]+)\"");
  std::size_t sum = 0;
  for (std::sregex_iterator it(xml.begin(), xml.end(), pattern), end; it != end; ++it) {
    sum += std::stoul((*it)[1]);
  }
  return sum;
}

TEST(JunitGrammar, CountsAddUp) {
  const SampleReport sample;
  const std::string xml = write_junit(sample.report, {});
  EXPECT_EQ(sum_of(xml, "tests"), occurrences(xml, "<testcase "));
  EXPECT_EQ(sum_of(xml, "failures"), occurrences(xml, "<failure "));
  EXPECT_EQ(sum_of(xml, "errors"), occurrences(xml, "<error "));
  EXPECT_EQ(sum_of(xml, "skipped"), occurrences(xml, "<skipped "));
}

TEST(SummaryTables, HaveARowForEachDocumentAndSayTheSame) {
  const SampleReport sample;
  const json rows = json::parse(write_summary_json(sample.report, {}));
  ASSERT_EQ(rows.size(), sample.report.documents.size());
  std::istringstream lines(write_summary_csv(sample.report, {}));
  std::string heads, first;
  std::getline(lines, heads);
  std::getline(lines, first);
  for (const auto& [name, value] : rows[0].items()) {
    EXPECT_NE(heads.find(name), std::string::npos) << name;
  }
  EXPECT_EQ(rows[0]["missing_statements"], 1);
  EXPECT_EQ(first.substr(0, first.find(",8")), "pages/detox.md,pages,block");
}

}  // namespace
}  // namespace caveat
