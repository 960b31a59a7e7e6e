// `caveat audit` as it is used: files in, reports and exit codes out.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "report/writers.h"
#include "support/json_schema.h"
#include "support/workspace.h"

namespace caveat {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using test::mini_pack;
using test::Ran;
using test::run_caveat;
using test::Workspace;

class Audit : public ::testing::Test {
 protected:
  Audit() {
    work.write("mini.yaml", mini_pack);
    work.write("site/error.md", "A massage flushes toxins.\n");
    work.write("site/sub/warning.txt", "It boosts immunity, they told us in a long letter.\n");
    work.write("site/sub/calm.txt", "It melts stress after a long day at the office.\n");
    work.write("site/fine.html", "<p>A quiet hour with warm oil.</p>\n");
  }

  static Ran audit(std::vector<std::string> arguments, std::string standard_input = "",
                   bool colour = false) {
    arguments.insert(arguments.begin(), {"audit", "--rules", "mini.yaml"});
    return run_caveat(std::move(arguments), std::move(standard_input), colour);
  }

  Workspace work;
};

TEST_F(Audit, PrintsTextByDefault) {
  const Ran ran = audit({"site"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_EQ(ran.error, "");
  EXPECT_NE(ran.out.find("site/error.md:1:11: error: Says that massage flushes toxins. "
                         "[mini/flushes-toxins]\n"
                         "     1 | A massage flushes toxins.\n"
                         "       |           ^^^^^^^^^^^^^^\n"),
            std::string::npos)
      << ran.out;
  EXPECT_NE(ran.out.find("\n4 documents: "), std::string::npos);
}

// What nobody asks to see is only counted.
TEST_F(Audit, CountsWhatIsDismissedWhetherItIsListedOrNot) {
  work.write("denied.md", "It flushes no toxins. You flush toxins? A massage flushes toxins.\n");
  const auto last_line = [](const std::string& text) {  // "1 document: …"
    return text.substr(text.rfind("\n1 document: "));
  };
  const std::string listed = audit({"denied.md", "--show-dismissed"}).out;
  const std::string counted = audit({"denied.md"}).out;
  EXPECT_NE(listed.find("dismissed:"), std::string::npos) << listed;
  EXPECT_EQ(counted.find("dismissed:"), std::string::npos) << counted;
  EXPECT_NE(last_line(counted).find(" dismissed"), std::string::npos) << counted;
  EXPECT_EQ(last_line(counted), last_line(listed));
}

TEST_F(Audit, ExitsByTheThreshold) {
  EXPECT_EQ(audit({"site/fine.html"}).code, 0);
  EXPECT_EQ(audit({"site/sub/calm.txt"}).code, 0);
  EXPECT_EQ(audit({"site/sub/calm.txt", "--fail-on", "suggestion"}).code, 1);
  EXPECT_EQ(audit({"site/sub/warning.txt"}).code, 1);
  EXPECT_EQ(audit({"site/sub/warning.txt", "--fail-on", "error"}).code, 0);
  EXPECT_EQ(audit({"site", "--fail-on", "never"}).code, 0);
}

TEST_F(Audit, FinishesEveryOtherFileBeforeItFails) {
  const Ran ran = audit({"gone.md", "site/error.md", "--format", "json"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_NE(ran.error.find("gone.md: there is no such file"), std::string::npos);
  const json report = json::parse(ran.out);
  EXPECT_EQ(report["documents"].size(), 1U);
  EXPECT_EQ(report["documents"][0]["findings"].size(), 1U);
  EXPECT_EQ(report["problems"][0]["code"], "no-such-file");
}

TEST_F(Audit, TakesAFolderWithoutDocumentsForAProblem) {
  fs::create_directory("empty");
  EXPECT_EQ(audit({"empty"}).code, 2);
  EXPECT_EQ(audit({}).code, 2);
}

TEST_F(Audit, ReadsStandardInput) {
  const Ran ran = audit({"-", "--stdin-filename", "page.html", "--format", "json"},
                        "<p>It flushes&nbsp;toxins.</p>");
  EXPECT_EQ(ran.code, 1);
  const json report = json::parse(ran.out);
  EXPECT_EQ(report["documents"][0]["path"], "page.html");
  EXPECT_EQ(report["documents"][0]["format"], "html");
}

TEST_F(Audit, JsonFitsTheSchema) {
  if (!test::has_json_schema()) GTEST_SKIP() << "python3-jsonschema is not installed";
  EXPECT_TRUE(
      test::fits_schema(audit({"site", "gone.md", "--format", "json", "--show-sentences"}).out));
}

TEST_F(Audit, GivesConfidenceToTheStandardRulesOnly) {
  work.write("page.md", "A massage flushes toxins. Ibuprofen reduces inflammation. Calm.\n");
  const std::vector<std::string> page = {"page.md", "--format", "json", "--show-sentences"};
  EXPECT_EQ(audit(page).out.find("confidence"), std::string::npos);
  std::vector<std::string> standard = page;
  standard.insert(standard.begin(), "audit");
  const json report = json::parse(run_caveat(standard).out);
  const json& sentences = report["documents"][0]["sentences"];
  ASSERT_EQ(sentences.size(), 3U);
  EXPECT_EQ(sentences[0]["label"], "claim");
  EXPECT_GT(sentences[0]["confidence"], 0.5);
  EXPECT_EQ(sentences[1]["label"], "none");
  EXPECT_LT(sentences[1]["confidence"], sentences[2]["confidence"])
      << "a rule met something in the second";
}

TEST_F(Audit, WritesATreeLikeThatOfTheInput) {
  const Ran ran = audit({"site", "--out", "reports", "--format", "json"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_NE(ran.out.find("site/error.md"), std::string::npos) << "the summary is printed";
  for (const char* file : {"reports/summary.json", "reports/site/error.md.json",
                           "reports/site/sub/warning.txt.json", "reports/site/fine.html.json"}) {
    EXPECT_TRUE(fs::exists(file)) << file;
  }
  const json one = json::parse(work.read("reports/site/error.md.json"));
  EXPECT_EQ(one["documents"].size(), 1U);
  EXPECT_EQ(one["summary"]["errors"], 1);
  const json summary = json::parse(work.read("reports/summary.json"));
  EXPECT_EQ(summary["documents"].size(), 4U);
  for (const json& document : summary["documents"]) {
    EXPECT_TRUE(fs::exists("reports/" + document["report"].get<std::string>()));
  }
}

TEST_F(Audit, FillsAFolderThatAFormatNames) {
  const Ran ran = audit({"site", "--format", "json=all.json", "--format", "html=site/web/"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_TRUE(fs::exists("site/web/index.html"));
  EXPECT_NE(work.read("site/web/site/sub/calm.txt.html").find("href=\"../../index.html\""),
            std::string::npos);
  (void)audit({"site", "--format", "json=again.json", "--format", "html=site/web/"});
  EXPECT_EQ(work.read("all.json"), work.read("again.json")) << "reports are not copy";
  (void)audit({"site", "--format", "html=site/one.html"});
  (void)audit({"site", "--format", "html=site/one.html", "--format", "json=last.json"});
  EXPECT_EQ(json::parse(work.read("last.json"))["documents"].size(), 9U)
      << "four pages and the five reports of another run, none of its own";
}

TEST_F(Audit, WritesEveryFormatIntoAFolder) {
  std::vector<std::string> arguments{"site", "--out", "reports"};
  for (const Writer& writer : writers()) {
    arguments.emplace_back("--format");
    arguments.emplace_back(writer.name);
  }
  EXPECT_EQ(audit(arguments).code, 1);
  for (const Writer& writer : writers()) {
    EXPECT_TRUE(fs::exists(fs::path("reports") / writer.run_file)) << writer.run_file;
  }
  EXPECT_EQ(audit({".", "--out", "reports"}).code, 1);
  EXPECT_FALSE(fs::exists("reports/reports")) << "reports are not audited";
}

TEST_F(Audit, WritesSeveralReportsAtOnce) {
  const Ran ran = audit({"site", "--format", "concise", "--format", "json=out/all.json"});
  EXPECT_EQ(ran.out.find("site/error.md:1:11: error:"), 0U) << ran.out;
  EXPECT_EQ(json::parse(work.read("out/all.json"))["documents"].size(), 4U);
}

TEST_F(Audit, SaysTheSameWhateverTheNumberOfJobs) {
  for (int i = 0; i < 40; ++i) {
    work.write("many/" + std::to_string(i) + ".md", "It flushes toxins " + std::to_string(i));
  }
  const std::string one = audit({"many", "--format", "json", "--jobs", "1"}).out;
  EXPECT_EQ(one, audit({"many", "--format", "json", "--jobs", "8"}).out);
  EXPECT_EQ(one, audit({"many", "--format", "json", "--jobs", "3"}).out);
}

TEST_F(Audit, SaysNothingWhenQuiet) {
  const Ran ran = audit({"site", "--quiet"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_EQ(ran.out + ran.error, "");
}

TEST_F(Audit, ColoursATerminalOnly) {
  const auto has_colour = [](const Ran& ran) { return ran.out.find('\x1B') != std::string::npos; };
  EXPECT_FALSE(has_colour(audit({"site"})));
  EXPECT_TRUE(has_colour(audit({"site"}, "", true)));
  EXPECT_FALSE(has_colour(audit({"site", "--color", "never"}, "", true)));
  EXPECT_TRUE(has_colour(audit({"site", "--color", "always"})));
  EXPECT_FALSE(has_colour(audit({"site", "--color", "always", "--format", "json"})));
  audit({"site", "--color", "always", "--format", "text=report.txt"});
  EXPECT_EQ(work.read("report.txt").find('\x1B'), std::string::npos);
}

TEST_F(Audit, FitsTheTerminal) {
  const auto longest_line = [](std::size_t columns, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"audit", "--rules", "mini.yaml"});
    std::istringstream in;
    std::ostringstream out, error;
    Console console{in, out, error};
    if (columns > 0) console.width = columns;
    (void)run(arguments, console);
    std::size_t longest = 0;
    std::istringstream lines(out.str());
    for (std::string line; std::getline(lines, line);) {
      // The line of the place is for the terminal to break: it is a path to click on.
      if (line.starts_with(' ')) longest = std::max(longest, line.size());
    }
    return longest;
  };
  std::string words = "A massage flushes toxins";
  for (int i = 0; i < 30; ++i) words += " and so on";
  work.write("site/long.md", words + ".\n");
  EXPECT_LE(longest_line(70, {"site/long.md"}), 70U + 2) << "an ellipsis has three bytes";
  EXPECT_GT(longest_line(110, {"site/long.md"}), 100U);
  EXPECT_LE(longest_line(110, {"site/long.md"}), 110U + 2);
  EXPECT_EQ(longest_line(5, {"site/long.md"}), longest_line(60, {"site/long.md"}));
  EXPECT_LE(longest_line(0, {"site/long.md"}), 100U + 2);
}

TEST_F(Audit, CitesOnlyTheJurisdictionsAskedFor) {
  const Ran ran = audit({"site/error.md", "--format", "json", "--jurisdiction", "us"});
  const json report = json::parse(ran.out);
  const json& authorities = report["documents"][0]["findings"][0]["authorities"];
  ASSERT_EQ(authorities.size(), 1U);
  EXPECT_EQ(authorities[0]["id"], "us-law");
  const Ran wrong = audit({"site", "--jurisdiction", "ukk"});
  EXPECT_EQ(wrong.code, 2);
  EXPECT_NE(wrong.error.find("did you mean “uk”?"), std::string::npos) << wrong.error;
}

TEST_F(Audit, NamesTheNearestFormatAndLevel) {
  const Ran ran = audit({"site", "--format", "sraif", "--fail-on", "eror", "--as-of", "tomorrow",
                         "--jobs", "0", "--color", "allways"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(ran.out, "");
  EXPECT_NE(ran.error.find("“sarif”"), std::string::npos) << ran.error;
  EXPECT_NE(ran.error.find("“error”"), std::string::npos);
  EXPECT_NE(ran.error.find("--as-of cannot be “tomorrow”"), std::string::npos);
  EXPECT_NE(ran.error.find("--jobs cannot be “0”"), std::string::npos);
  EXPECT_NE(ran.error.find("“always”"), std::string::npos);
}

TEST_F(Audit, RefusesTwoReportsOnStandardOutput) {
  EXPECT_EQ(audit({"site", "--format", "json", "--format", "text"}).code, 2);
}

TEST_F(Audit, TellsWhereAReportCannotBeWritten) {
  const Ran ran = audit({"site", "--format", "json=mini.yaml/report.json"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_NE(ran.error.find("cannot be written"), std::string::npos) << ran.error;
}

TEST_F(Audit, TellsWhatIsWrongWithAPack) {
  work.write("bad.yaml", "pack: bad\nrulez: []\n");
  const Ran ran = run_caveat({"audit", "--rules", "bad.yaml", "site"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_NE(ran.error.find("bad.yaml:2"), std::string::npos) << ran.error;
  EXPECT_EQ(run_caveat({"audit", "--rules", "gone.yaml", "site"}).code, 2);
}

}  // namespace
}  // namespace caveat
