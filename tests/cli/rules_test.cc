// `caveat rules`, `caveat explain` and `caveat test`.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

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
  for (const char* part : {"The liver does that.", "leaves you relaxed", "asserted (error)",
                           "A code (uk) https://example.org/uk", "It [[flushes toxins]] out.",
                           "Toxins are poisons."}) {
    EXPECT_NE(ran.out.find(part), std::string::npos) << part << "\n" << ran.out;
  }
  const json rule =
      json::parse(with_mini({"explain", "mini/flushes-toxins", "--format", "json"}).out);
  EXPECT_EQ(rule["rule"], "mini/flushes-toxins");
  EXPECT_EQ(rule["flag"][0]["text"], "It [[flushes toxins]] out.");
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
