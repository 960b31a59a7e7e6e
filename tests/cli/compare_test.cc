// `caveat compare` on reports of real runs, and on files that are none.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "report/comparison.h"
#include "support/workspace.h"

namespace caveat {
namespace {

using nlohmann::json;
using test::mini_pack;
using test::Ran;
using test::run_caveat;
using test::Workspace;

class CompareVerb : public ::testing::Test {
 protected:
  CompareVerb() {
    work.write("mini.yaml", mini_pack);
    audit("old.json", "It flushes toxins.\n\nIt melts stress.\n");
  }

  void audit(const std::string& report, const std::string& text) {
    work.write("a.md", text);
    (void)run_caveat({"audit", "--rules", "mini.yaml", "a.md", "--format", "json=" + report});
  }
  static Ran compare(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "compare");
    return run_caveat(std::move(arguments));
  }
  static json compared() {
    return json::parse(compare({"old.json", "new.json", "--format", "json"}).out);
  }

  Workspace work;
};

TEST_F(CompareVerb, FindsNothingBetweenEqualRuns) {
  audit("new.json", "It flushes toxins.\n\nIt melts stress.\n");
  const Ran ran = compare({"old.json", "new.json"});
  EXPECT_EQ(ran.code, 0) << ran.error;
  EXPECT_EQ(ran.out, "0 new, 0 gone, 0 moved, 2 unchanged\n");
}

TEST_F(CompareVerb, TellsNewAndGone) {
  audit("new.json", "It flushes toxins.\n\nIt boosts immunity.\n");
  const Ran ran = compare({"old.json", "new.json"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_NE(ran.out.find("New (1)\n  a.md:3:4: warning: Says that massage boosts immunity. "
                         "[mini/boosts-immunity]\n      boosts immunity\n"),
            std::string::npos)
      << ran.out;
  EXPECT_NE(ran.out.find("Gone (1)\n  a.md:3:4: suggestion:"), std::string::npos);
  EXPECT_EQ(compare({"old.json", "new.json", "--fail-on", "error"}).code, 0);
  EXPECT_EQ(compare({"old.json", "new.json", "--fail-on", "never"}).code, 0);
  EXPECT_EQ(compare({"new.json", "old.json"}).code, 0) << "a suggestion is below the threshold";
}

TEST_F(CompareVerb, TellsWhatMoved) {
  audit("new.json", "Welcome.\n\nIt flushes toxins.\n\nIt melts stress.\n");
  const json changes = compared();
  EXPECT_EQ(changes["summary"], json({{"new", 0}, {"gone", 0}, {"moved", 2}, {"unchanged", 0}}));
  EXPECT_EQ(changes["moved"][0]["line"], 3);
  EXPECT_EQ(changes["moved"][0]["before"]["line"], 1);
  EXPECT_EQ(compare({"old.json", "new.json"}).out,
            "Moved (2)\n  a.md: 2 to other lines or columns\n\n"
            "0 new, 0 gone, 2 moved, 0 unchanged\n");
}

TEST_F(CompareVerb, TellsWhatBecameOfEachDocument) {
  work.write("b.md", "A quiet hour.\n");
  (void)run_caveat({"audit", "--rules", "mini.yaml", "a.md", "b.md", "--format", "json=old.json"});
  work.write("c.md", "It boosts immunity.\n");
  work.write("a.md", "New lines.\n\nIt melts stress.\n");
  (void)run_caveat({"audit", "--rules", "mini.yaml", "a.md", "c.md", "--format", "json=new.json"});
  EXPECT_EQ(compared()["documents"],
            json::parse(R"([{"path": "a.md", "before": {"verdict": "block", "score": 22},
                             "after": {"verdict": "pass", "score": 2}, "new": 0, "gone": 1},
                            {"path": "b.md", "before": {"verdict": "pass", "score": 0},
                             "after": null, "new": 0, "gone": 0},
                            {"path": "c.md", "before": null,
                             "after": {"verdict": "review", "score": 7}, "new": 1, "gone": 0}])"));
  const Ran ran = compare({"old.json", "new.json"});
  EXPECT_NE(ran.out.find("Documents (3 changed)\n"
                         "  a.md: block 22 \u2192 pass 2; 1 gone\n"
                         "  b.md: no longer audited, was pass 0\n"
                         "  c.md: new document, review 7; 1 new\n"),
            std::string::npos)
      << ran.out;
}

TEST_F(CompareVerb, KeepsThePlaceOfEqualFindings) {
  audit("old.json", "It flushes toxins.\n\nIt flushes toxins.\n");
  audit("new.json", "It is calm.\n\nIt flushes toxins.\n");
  const json changes = compared();
  EXPECT_EQ(changes["summary"], json({{"new", 0}, {"gone", 1}, {"moved", 0}, {"unchanged", 1}}));
  EXPECT_EQ(changes["gone"][0]["line"], 1);
}

TEST_F(CompareVerb, WritesHtmlThatIsNoMarkupOfTheDocument) {
  audit("new.json", "It <b>boosts</b> immunity & boosts immunity.\n");
  const Ran ran = compare({"old.json", "new.json", "--format", "html"});
  EXPECT_TRUE(ran.out.starts_with("<!DOCTYPE html>"));
  EXPECT_NE(ran.out.find("<h2>New ("), std::string::npos);
  EXPECT_EQ(ran.out.find("<b>"), std::string::npos);
}

TEST_F(CompareVerb, TakesOtherFilesForProblems) {
  work.write("text.json", "no JSON");
  work.write("other.json", "{\"a\": 1}");
  work.write("list.json", "[1]");
  work.write("sarif.json", R"({"tool": {"name": "caveat"}, "version": "2.1.0"})");
  work.write("later.json", R"({"schema_version": 2, "tool": {"name": "caveat"}, "documents": []})");
  work.write("damaged.json", R"({"schema_version": 1, "tool": {"name": "caveat"},
                                 "documents": [{"path": "a", "findings": [{"line": "x"}]}]})");
  work.write("huge.json", R"({"schema_version": 1, "tool": {"name": "caveat"},
                              "documents": [{"path": "a", "verdict": "pass", "score": 3,
                                             "findings": [{"line": 3e77}]}]})");
  work.write("name.json", R"({"schema_version": 1, "tool": {"name": 5}, "documents": []})");
  work.write("tools.json", R"({"schema_version": 1, "tool": [5], "documents": []})");
  work.write("number.json", R"({"schema_version": 1e999})");
  const std::string nested = std::string(200'000, '[') + std::string(200'000, ']');
  work.write("nested.json",
             R"({"tool": {"name": "caveat"}, "documents": [], "schema_version": )" + nested + "}");
  for (const auto& [file, words] :
       std::vector<std::pair<std::string, std::string>>{{"text.json", "no JSON"},
                                                        {"huge.json", "incomplete or damaged"},
                                                        {"name.json", "no report"},
                                                        {"tools.json", "no report"},
                                                        {"number.json", "no JSON"},
                                                        {"nested.json", "another schema version"},
                                                        {"other.json", "no report"},
                                                        {"list.json", "no report"},
                                                        {"sarif.json", "no report"},
                                                        {"later.json", "schema version 2"},
                                                        {"damaged.json", "incomplete or damaged"},
                                                        {"gone.json", "No such file"}}) {
    const Ran ran = compare({"old.json", file});
    EXPECT_EQ(ran.code, 2) << file;
    EXPECT_NE(ran.error.find(file + ": "), std::string::npos) << ran.error;
    EXPECT_NE(ran.error.find(words), std::string::npos) << ran.error;
  }
}

TEST_F(CompareVerb, TellsASummaryFromAReport) {
  (void)run_caveat({"audit", "--rules", "mini.yaml", "a.md", "--out", "out", "--format", "json"});
  const Ran ran = compare({"old.json", "out/summary.json"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_NE(ran.error.find("holds no findings"), std::string::npos) << ran.error;
}

TEST_F(CompareVerb, TellsWhatIsMissing) {
  EXPECT_EQ(compare({"old.json"}).code, 2);
  EXPECT_EQ(compare({"old.json", "old.json", "--format", "xml"}).code, 2);
  EXPECT_EQ(compare({"old.json", "old.json", "--fail-on", "x"}).code, 2);
}

TEST(CompareRuns, FollowsAFindingIntoAnotherDocument) {
  RecordedFinding before;
  before.path = "a.md";
  before.fingerprint = "f";
  RecordedFinding after = before;
  after.path = "b.md";
  const Comparison comparison = compare_runs({{}, {before}}, {{}, {after}});
  ASSERT_EQ(comparison.moved.size(), 1U);
  EXPECT_EQ(comparison.moved[0].after.path, "b.md");
}

}  // namespace
}  // namespace caveat
