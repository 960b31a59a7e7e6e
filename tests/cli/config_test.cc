// Configurations as they are used: found upwards from documents, shown, started.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>

#include "support/workspace.h"

namespace caveat {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using test::mini_pack;
using test::Ran;
using test::run_caveat;
using test::Workspace;

constexpr std::string_view mini_only = "packs: [mini.yaml]\n";

class Config : public ::testing::Test {
 protected:
  Config() {
    work.write("mini.yaml", mini_pack);
    work.write("error.md", "A massage flushes toxins.\n");
    work.write("warning.md", "It boosts immunity, they told us in a long letter.\n");
    work.write("blog/error.md", "A massage flushes toxins.\n");
  }

  void configure(std::string_view rest, const fs::path& file = ".caveat.yaml") const {
    work.write(file, std::string(mini_only) + std::string(rest));
  }
  static int code(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "audit");
    return run_caveat(std::move(arguments)).code;
  }
  static json report(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"audit", "--format", "json"});
    const Ran ran = run_caveat(std::move(arguments));
    EXPECT_EQ(ran.error, "");
    return json::parse(ran.out);
  }

  Workspace work;
};

TEST_F(Config, IsFoundUpwards) {
  configure("rules: {mini/flushes-toxins: {level: off, reason: Reviewed.}}\n");
  EXPECT_EQ(code({"error.md"}), 0);
  EXPECT_EQ(code({"blog/error.md"}), 0);
  EXPECT_EQ(code({"blog/error.md", "--no-config"}), 1);
  const json dismissed = report({"blog/error.md"})["documents"][0]["dismissed"];
  ASSERT_EQ(dismissed.size(), 1U);
  EXPECT_EQ(dismissed[0]["reason"], "configured");
  EXPECT_EQ(dismissed[0]["detail"], ".caveat.yaml:2: Reviewed.");
}

TEST_F(Config, NearestOneCountsAlone) {
  configure("rules: {mini/flushes-toxins: off}\n");
  work.write("blog/.caveat.yaml", "packs: [../mini.yaml]\n");
  EXPECT_EQ(code({"error.md"}), 0);
  EXPECT_EQ(code({"blog/error.md"}), 1);
  EXPECT_EQ(code({"."}), 1);
}

TEST_F(Config, SearchEndsAtTheRepository) {
  configure("rules: {mini/flushes-toxins: off}\n");
  fs::create_directory("blog/.git");
  EXPECT_EQ(code({"blog/error.md", "--rules", "mini.yaml"}), 1);
}

TEST_F(Config, EachDocumentHasItsOwn) {
  configure("fail-on: error\n", "a/.caveat.yaml");
  work.write("a/mini.yaml", mini_pack);
  work.write("a/warning.md", work.read("warning.md"));
  EXPECT_EQ(code({"a/warning.md"}), 0);
  work.write(".caveat.yaml", "packs: [a/mini.yaml]\nfail-on: suggestion\n");
  EXPECT_EQ(code({"a/warning.md", "warning.md"}), 1);
}

TEST_F(Config, SetsSeverities) {
  configure("rules: {mini/flushes-toxins: suggestion}\n");
  EXPECT_EQ(code({"error.md"}), 0);
  EXPECT_EQ(report({"error.md"})["documents"][0]["verdict"], "pass");
}

TEST_F(Config, OverridesByPath) {
  configure("overrides:\n  - {paths: [blog/], rules: {mini/*: off}}\n");
  EXPECT_EQ(code({"error.md"}), 1);
  EXPECT_EQ(code({"blog/error.md"}), 0);
}

TEST_F(Config, LeavesPathsOut) {
  configure("exclude: [blog/, '*.html']\n");
  EXPECT_EQ(report({"."})["documents"].size(), 2U);
  EXPECT_EQ(report({"blog/error.md"})["documents"].size(), 1U) << "it was named";
  EXPECT_EQ(report({"blog/error.md", "--force-exclude"})["documents"].size(), 0U);
  EXPECT_EQ(code({"blog/error.md", "--force-exclude"}), 0);
  const Ran nothing = run_caveat({"audit", "blog"});
  EXPECT_EQ(nothing.code, 2);
  EXPECT_NE(nothing.error.find("the configuration lets in"), std::string::npos) << nothing.error;
}

TEST_F(Config, AllowsTerms) {
  work.write("name.md", "Our Flushes-Toxins ritual is warm. It flushes toxins, they say.\n");
  configure("vocabulary: {allow: [{term: flushes toxins ritual, reason: A name.}]}\n");
  const json document = report({"name.md"})["documents"][0];
  ASSERT_EQ(document["findings"].size(), 1U);
  EXPECT_EQ(document["findings"][0]["column"], 39);
  ASSERT_EQ(document["dismissed"].size(), 1U);
  EXPECT_EQ(document["dismissed"][0]["detail"], ".caveat.yaml:2: A name.");
}

TEST_F(Config, AcceptsTheHousesStatements) {
  const std::string page =
      "# Massage\n\nMassage cures arthritis. Treatment here is play, nothing else.\n";
  work.write("page.md", page);
  const auto owes = [] {
    const json all = report({"page.md"});
    for (const json& each : all["documents"][0]["obligations"]) {
      if (each["rule"] == "statements/not-medical-advice-disclaimer") return !each["satisfied"];
    }
    return false;
  };
  EXPECT_TRUE(owes());
  work.write(".caveat.yaml",
             "vocabulary: {statements: [{satisfies: statements/not-medical-advice-disclaimer, "
             "text: \"treatment here is play — nothing else\"}]}\n");
  EXPECT_FALSE(owes());
}

TEST_F(Config, CountsWarnings) {
  configure("max-warnings: 1\n");
  EXPECT_EQ(code({"warning.md"}), 0);
  work.write("second.md", work.read("warning.md"));
  EXPECT_EQ(code({"warning.md", "second.md"}), 1);
  EXPECT_EQ(code({"warning.md", "second.md", "--max-warnings", "2"}), 0);
  EXPECT_EQ(code({"error.md", "--max-warnings", "2"}), 1);
  EXPECT_EQ(code({"warning.md", "--max-warnings", "0", "--fail-on", "never"}), 1);
}

TEST_F(Config, HasThresholdsOfFamilies) {
  configure("fail-on-family: {immune-boost: never}\n");
  EXPECT_EQ(code({"warning.md"}), 0);
  EXPECT_EQ(code({"error.md"}), 1);
  EXPECT_EQ(code({"warning.md", "--fail-on", "warning"}), 1);
  EXPECT_EQ(code({"warning.md", "--fail-on", "warning", "--fail-on", "immune-boost=error"}), 0);
  EXPECT_EQ(code({"error.md", "--fail-on", "never", "--fail-on", "detox-toxins=error"}), 1);
}

TEST_F(Config, ChecksTheThresholdsOfTheCommandLine) {
  configure("");
  const auto complaint = [](const std::string& value) {
    const Ran ran = run_caveat({"audit", "error.md", "--fail-on", "error", "--fail-on", value});
    EXPECT_EQ(ran.code, 2) << value;
    return ran.error;
  };
  EXPECT_NE(complaint("detox-toxin=error").find("did you mean “detox-toxins”?"), std::string::npos)
      << complaint("detox-toxin=error");
  EXPECT_NE(complaint("detox-toxins=eror").find("“error”"), std::string::npos);
  EXPECT_NE(complaint("never").find("One level for all was given before"), std::string::npos);
}

TEST_F(Config, ForcesALanguage) {
  configure("language: de\n");
  EXPECT_EQ(report({"error.md"})["documents"][0]["language"], "de");
  EXPECT_EQ(code({"error.md"}), 0);
}

TEST_F(Config, CitesOnlyItsJurisdictions) {
  configure("jurisdictions: [us]\n");
  const json one = report({"error.md"})["documents"][0]["findings"][0]["authorities"];
  ASSERT_EQ(one.size(), 1U);
  EXPECT_EQ(one[0]["id"], "us-law");
  const json two = report({"error.md", "--jurisdiction", "uk"});
  EXPECT_EQ(two["documents"][0]["findings"][0]["authorities"][0]["id"], "uk-code");
}

// The command line's jurisdictions go before those of the configuration.
TEST_F(Config, JudgesByItsJurisdictions) {
  std::string pack(mini_pack);
  const std::string_view severity = "severity: error\n";
  pack.replace(pack.find(severity), severity.size(),
               "severity: warning\n    severity_in: {uk: error, us: suggestion}\n");
  work.write("mini.yaml", pack);
  const auto severity_with = [](std::vector<std::string> arguments) {
    return report(std::move(arguments))["documents"][0]["findings"][0]["severity"];
  };
  configure("language: en\n");
  EXPECT_EQ(severity_with({"error.md"}), "warning");
  EXPECT_EQ(severity_with({"error.md", "--jurisdiction", "us"}), "suggestion");
  EXPECT_EQ(severity_with({"error.md", "--jurisdiction", "us,uk"}), "error");
  configure("jurisdictions: [uk]\n");
  EXPECT_EQ(severity_with({"error.md"}), "error");
  EXPECT_EQ(severity_with({"error.md", "--jurisdiction", "us"}), "suggestion");
  EXPECT_EQ(code({"error.md", "--fail-on", "error"}), 1);
  EXPECT_EQ(code({"error.md", "--fail-on", "error", "--jurisdiction", "us"}), 0);
}

TEST_F(Config, StopsTheRunWhereItIsWrong) {
  configure("rulez: {}\n");
  const Ran ran = run_caveat({"audit", "blog/error.md"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(ran.error,
            "caveat: .caveat.yaml:2:1: the configuration has no key “rulez”\n    rulez: {}\n    "
            "^\n  did you mean “rules”?\n");
  work.write(".caveat.yaml", "packs: [gone.yaml]\n");
  EXPECT_NE(run_caveat({"audit", "error.md"}).error.find(".caveat.yaml:1 names it"),
            std::string::npos);
  EXPECT_EQ(code({"error.md", "--config", "gone.yaml"}), 2);
}

TEST_F(Config, ShowsWhatIsInForce) {
  configure("fail-on: error\nrules: {mini/melts-stress: {level: off, reason: A figure.}}\n");
  const Ran ran = run_caveat({"config", "blog/error.md", "--max-warnings", "4"});
  EXPECT_EQ(ran.code, 0) << ran.error;
  for (const char* line :
       {"document        blog/error.md\n", "configuration   .caveat.yaml\n",
        "packs           mini.yaml                         .caveat.yaml:1\n",
        "jurisdictions   all                               default\n",
        "fail-on         error                             .caveat.yaml:2\n",
        "max-warnings    4                                 --max-warnings\n",
        "  mini/melts-stress                             off         .caveat.yaml:3\n"
        "      A figure.\n"}) {
    EXPECT_NE(ran.out.find(line), std::string::npos) << line << ran.out;
  }
}

TEST_F(Config, StartIsWrittenOnce) {
  EXPECT_EQ(run_caveat({"init"}).code, 0);
  EXPECT_EQ(run_caveat({"config"}).code, 0);
  const std::string start = work.read(".caveat.yaml");
  work.write(".caveat.yaml", "fail-on: error\n");
  EXPECT_EQ(run_caveat({"init"}).code, 2);
  EXPECT_EQ(work.read(".caveat.yaml"), "fail-on: error\n");
  EXPECT_EQ(run_caveat({"init", "gone"}).code, 2);

  // What is commented out in it holds as well.
  std::string all;
  std::istringstream lines(start);
  for (std::string line; std::getline(lines, line);) {
    static const std::regex commented_key("# *([a-z/*-]+:|- ).*");
    if (std::regex_match(line, commented_key)) line.erase(0, 2);
    all += line + "\n";
  }
  all.replace(all.find(", rules/our-clinic.yaml"), 23, "");
  work.write(".caveat.yaml", all);
  const Ran ran = run_caveat({"config"});
  EXPECT_EQ(ran.code, 0) << ran.error << all;
  EXPECT_NE(ran.out.find("Deep Detox Ritual"), std::string::npos) << ran.out;
}

}  // namespace
}  // namespace caveat
