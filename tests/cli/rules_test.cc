// `caveat rules`, `caveat explain` and `caveat test`.
#include <gtest/gtest.h>

#include <cctype>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "support/workspace.h"

namespace caveat {
namespace {

using nlohmann::json;
using test::mini_pack;
using test::Ran;
using test::run_caveat;
using test::Workspace;

class Rules : public ::testing::Test {
 protected:
  Rules() { work.write("mini.yaml", mini_pack); }

  static Ran with_mini(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--rules", "mini.yaml"});
    return run_caveat(std::move(arguments));
  }
  // Puts `wrong` in the place of `right` in the pack.
  void change_pack(std::string_view right, std::string_view wrong) const {
    std::string pack = work.read("mini.yaml");
    pack.replace(pack.find(right), right.size(), wrong);
    work.write("mini.yaml", pack);
  }

  Workspace work;
};

TEST_F(Rules, AreListedByFilter) {
  const Ran all = with_mini({"rules"});
  EXPECT_EQ(all.code, 0);
  EXPECT_NE(all.out.find("3 rules\n"), std::string::npos) << all.out;
  EXPECT_NE(with_mini({"rules", "--severity", "error"}).out.find("1 rule\n"), std::string::npos);
  EXPECT_NE(with_mini({"rules", "--jurisdiction", "uk"}).out.find("2 rules\n"), std::string::npos);
  EXPECT_NE(with_mini({"rules", "--family", "stress", "--kind", "claim"}).out.find("mini/melts"),
            std::string::npos);
  EXPECT_NE(with_mini({"rules", "--status", "preview"}).out.find("0 rules\n"), std::string::npos);
  EXPECT_EQ(json::parse(with_mini({"rules", "--format", "json"}).out).size(), 3U);
}

TEST_F(Rules, NamesTheNearestFilterValue) {
  const Ran ran = with_mini({"rules", "--kind", "clam", "--family", "detox-toxin"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_NE(ran.error.find("“claim”"), std::string::npos) << ran.error;
  EXPECT_NE(ran.error.find("“detox-toxins”"), std::string::npos);
}

TEST_F(Rules, AreExplained) {
  const Ran ran = with_mini({"explain", "mini/flushes-toxins"});
  EXPECT_EQ(ran.code, 0);
  for (const char* part : {"The liver does that.", "leaves you relaxed", "asserted, quoted (error)",
                           "A code (uk) https://example.org/uk", "It [[flushes toxins]] out.",
                           "Toxins are poisons."}) {
    EXPECT_NE(ran.out.find(part), std::string::npos) << part << "\n" << ran.out;
  }
  const json rule =
      json::parse(with_mini({"explain", "mini/flushes-toxins", "--format", "json"}).out);
  EXPECT_EQ(rule["rule"], "mini/flushes-toxins");
  EXPECT_EQ(rule["flag"][0]["text"], "It [[flushes toxins]] out.");
}

// What stands behind each "](#" of a Markdown page.
std::set<std::string> links_in(const std::string& page) {
  std::set<std::string> links;
  for (std::size_t at = 0; (at = page.find("](#", at)) != std::string::npos;) {
    at += 3;
    links.insert(page.substr(at, page.find(')', at) - at));
  }
  return links;
}

// The anchors that GitHub gives to the headings of a page; none may come twice.
std::set<std::string> anchors_of(const std::string& page) {
  std::set<std::string> anchors;
  std::istringstream lines(page);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("#")) continue;
    std::string anchor;
    for (const char letter : line.substr(line.find(' ') + 1)) {
      const auto byte = static_cast<unsigned char>(letter);
      if (letter == ' ' || letter == '-') anchor += '-';
      if (std::isalnum(byte) != 0) anchor += static_cast<char>(std::tolower(byte));
    }
    EXPECT_TRUE(anchors.insert(anchor).second) << anchor;
  }
  return anchors;
}

TEST_F(Rules, MakeAReferencePage) {
  change_pack("severity: error", "severity: warning\n    severity_in: {uk: error}");
  change_pack("\"It [[melts stress]].\"", "\"It [[m\\u00ADelts]][[ stress]].\"");
  const std::string page = with_mini({"rules", "--format", "markdown"}).out;
  EXPECT_TRUE(page.starts_with("# Rules\n\n3 rules in 1 pack,")) << page;
  const std::string language = "## Pack mini\n\nFor pages in the language en.\n";
  EXPECT_NE(page.find(language), std::string::npos) << page;
  const std::string rule =
      "### mini/flushes-toxins\n\nSays that massage flushes toxins.\n\n"
      "- **Severity**: asserted, quoted (warning), hedged, attributed, conditional (suggestion); "
      "silent when negated, asked; uk: error\n"
      "- **Kind**: claim, family ` detox-toxins `\n"
      "- **Why**: The liver does that.\n"
      "- **Authorities**:\n"
      "  - uk: [A code](https://example.org/uk)\n"
      "  - us: [A law](https://example.org/us)\n"
      "- **Instead**: leaves you relaxed\n"
      "- **Flags**:\n  - It **flushes toxins** out.\n"
      "- **Passes**:\n  - Toxins are poisons.\n";
  EXPECT_NE(page.find(rule), std::string::npos) << page;
  EXPECT_NE(page.find("  - It **m\\<U+00AD\\>elts stress**.\n"), std::string::npos) << page;
  EXPECT_NE(page.find("| detox-toxins | [mini/flushes-toxins](#miniflushes-toxins) |\n"),
            std::string::npos);
}

TEST_F(Rules, AreAllInTheReferenceOfTheStandardPacks) {
  const std::string page = run_caveat({"rules", "--format", "markdown"}).out;
  const std::set<std::string> anchors = anchors_of(page), links = links_in(page);
  for (const std::string& link : links) EXPECT_TRUE(anchors.contains(link)) << link;
  const json rules = json::parse(run_caveat({"rules", "--format", "json"}).out);
  ASSERT_GT(rules.size(), 200U);
  for (const json& rule : rules) {
    const std::string id = rule["rule"];
    EXPECT_NE(page.find("\n### " + id + "\n"), std::string::npos) << id;
    for (const json& authority : rule["authorities"]) {
      EXPECT_NE(page.find(authority["url"].get<std::string>()), std::string::npos) << id;
    }
  }
}

// Packs are written by strangers: nothing of theirs acts on the terminal or breaks the page.
TEST_F(Rules, AreExplainedInPlainText) {
  change_pack("\"It [[flushes toxins]] out.\"", "\"It\\u202E\\n[[flushes toxins]] out.\"");
  change_pack("why: The liver does that.", "why: \"The\\e[31m liver\\n\\ndoes that.\"");
  const std::string page = with_mini({"explain", "mini/flushes-toxins"}).out;
  EXPECT_TRUE(page.contains("  - It<U+202E> [[flushes toxins]] out.\n")) << page;
  EXPECT_TRUE(page.contains("  The liver does that.\n")) << page;
}

// What `explain` tells of a rule is all that its pack says of it.
TEST_F(Rules, AreExplainedWhole) {
  const json claim =
      json::parse(run_caveat({"explain", "fluids/flushes-toxins", "--format", "json"}).out);
  for (const char* key : {"rule", "pack", "family", "kind", "severity", "severity_in", "status",
                          "language", "message", "why", "suggestion", "on_stance", "blocks",
                          "regions", "evidence", "authorities", "flag", "pass"}) {
    EXPECT_TRUE(claim.contains(key)) << key;
  }
  EXPECT_FALSE(claim["evidence"]["sources"].empty());
  EXPECT_EQ(claim["authorities"][0]["certainty"], "seen");
  const json duties =
      json::parse(run_caveat({"rules", "--kind", "obligation", "--format", "json"}).out);
  ASSERT_FALSE(duties.empty());
  for (const json& duty : duties) {
    EXPECT_TRUE(duty.contains("owed_for")) << duty["rule"];
    EXPECT_FALSE(duty["satisfies"].empty()) << duty["rule"];
    std::string text = run_caveat({"explain", duty["rule"]}).out;
    while (text.contains("\n  ")) text.replace(text.find("\n  "), 3, " ");  // lines are wrapped
    EXPECT_NE(text.find("Owed for "), std::string::npos) << text;
    EXPECT_NE(text.find("Settled by "), std::string::npos) << text;
  }
}

TEST_F(Rules, WeighWhatTheirJurisdictionSays) {
  change_pack("severity: error", "severity: warning\n    severity_in: {uk: error}");
  const auto errors = [](std::vector<std::string> more) {
    more.insert(more.begin(), {"rules", "--severity", "error"});
    return with_mini(std::move(more)).out;
  };
  EXPECT_EQ(errors({}), "0 rules\n");
  EXPECT_NE(errors({"--jurisdiction", "uk"}).find("mini/flushes-toxins  error"), std::string::npos);
  EXPECT_EQ(errors({"--jurisdiction", "us"}), "0 rules\n");
  EXPECT_NE(with_mini({"explain", "mini/flushes-toxins"})
                .out.find("Where it weighs otherwise\n  uk: error\n"),
            std::string::npos);
}

// The UK's advertising code leaves some conditions to supervised treatment, and not their kin.
TEST_F(Rules, AreGraverWhereSupervisionIsAskedFor) {
  work.write("page.txt",
             "Massage ends migraines.\n\nIt relieves headaches.\n\nIt cures chronic insomnia.\n\n"
             "It relieves insomnia.\n\nIt treats TMJ disorders.\n\nIt eases knee pain.\n");
  const auto severities = [](std::vector<std::string> more) {
    more.insert(more.begin(), {"audit", "page.txt", "--format", "json"});
    std::string found;
    const json report = json::parse(run_caveat(std::move(more)).out);
    for (const json& finding : report["documents"][0]["findings"]) {
      if (finding["kind"] == "claim") found += finding["severity"].get<std::string>() + " ";
    }
    return found;
  };
  EXPECT_EQ(severities({}), "warning warning warning warning warning warning ");
  EXPECT_EQ(severities({"--jurisdiction", "us"}), severities({}));
  EXPECT_EQ(severities({"--jurisdiction", "uk"}), "error warning error warning error warning ");
}

TEST_F(Rules, NamesTheNearestRule) {
  const Ran ran = with_mini({"explain", "flush-toxins"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_NE(ran.error.find("did you mean “mini/flushes-toxins”?"), std::string::npos) << ran.error;
  EXPECT_EQ(with_mini({"explain"}).code, 2);
}

TEST_F(Rules, PassTheirExamples) {
  const Ran ran = run_caveat({"test", "mini.yaml"});
  EXPECT_EQ(ran.code, 0) << ran.out;
  EXPECT_EQ(ran.out, "6 examples of 3 rules: all as expected\n");
}

TEST_F(Rules, PointToTheStandardPacksForNamesThatTheyHave) {
  change_pack("(flushes|flush) toxins", "<flush> toxins");
  const std::string_view hint = "--with-standard adds those of the standard packs";
  EXPECT_TRUE(run_caveat({"test", "mini.yaml"}).error.contains(hint));
  EXPECT_TRUE(with_mini({"rules"}).error.contains(hint));
  EXPECT_FALSE(with_mini({"rules", "--with-standard"}).error.contains(hint));
}

TEST_F(Rules, FailAnExampleThatIsNotFlagged) {
  change_pack("It [[flushes toxins]] out.", "It [[drains poisons]] out.");
  const Ran ran = run_caveat({"test", "mini.yaml"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_NE(ran.out.find("mini.yaml:18: an example of mini/flushes-toxins is not flagged\n"
                         "    expected  It [[drains poisons]] out.\n"
                         "    found     nothing\n"),
            std::string::npos)
      << ran.out;
}

TEST_F(Rules, FailAnExampleThatIsFlaggedElsewhere) {
  change_pack("It [[flushes toxins]] out.", "It [[flushes toxins out]].");
  const Ran ran = run_caveat({"test", "mini.yaml"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_NE(ran.out.find("    found     It [[flushes toxins]] out.\n"), std::string::npos)
      << ran.out;
}

TEST_F(Rules, FailAnExampleThatMustPass) {
  change_pack("Toxins are poisons.", "Sweat flushes toxins.");
  const Ran ran = run_caveat({"test", "mini.yaml"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_NE(ran.out.find("is flagged and must not be"), std::string::npos) << ran.out;
}

TEST_F(Rules, PassAnExampleThatIsDismissed) {
  change_pack("Toxins are poisons.", "Rain flushes toxins away.");
  change_pack("    authorities", "    except: [\"rain flushes toxins\"]\n    authorities");
  EXPECT_EQ(run_caveat({"test", "mini.yaml"}).code, 0);
}

TEST_F(Rules, FailAnExampleOfAnotherStance) {
  change_pack("\"It [[flushes toxins]] out.\"",
              "{text: \"It [[flushes toxins]] out.\", stance: hedged}");
  const Ran ran = run_caveat({"test", "mini.yaml"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_NE(ran.out.find("is not taken for hedged\n"), std::string::npos) << ran.out;
}

}  // namespace
}  // namespace caveat
