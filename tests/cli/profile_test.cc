#include <gtest/gtest.h>

#include <regex>

#include "support/workspace.h"

namespace caveat {
namespace {

// Each look at it is a millisecond later.
std::uint64_t ticking() {
  static std::uint64_t now = 0;
  return now += 1'000'000;
}

std::string profile(std::vector<std::string> arguments) {
  std::istringstream in;
  std::ostringstream out, error;
  Console console{in, out, error};
  console.nanoseconds = ticking;
  arguments.insert(arguments.begin(), {"audit", "--profile", "--quiet", "--no-config"});
  run(arguments, console);
  return error.str();
}

class ProfileTest : public ::testing::Test {
 protected:
  ProfileTest() {
    folder_.write("mini.yaml", test::mini_pack);
    folder_.write("a.txt", "It boosts immunity. It flushes toxins.\n\nIt flushes toxins again.\n");
    folder_.write("b.txt", "Opening hours.\n");
  }
  test::Workspace folder_;
};

TEST_F(ProfileTest, TellsStagesRulesAndPatterns) {
  const std::string text = profile({"a.txt", "b.txt", "--rules", "mini.yaml"});
  EXPECT_TRUE(text.starts_with("profile: 2 documents, 80 bytes, 4 sentences\n")) << text;
  for (const char* stage : {"read", "sentences", "structure", "terms", "claims", "duties",
                            "regexes", "checks", "finish"}) {
    EXPECT_TRUE(std::regex_search(
        text, std::regex(R"(\n +\d+\.\d\d +\d+\.\d%  )" + std::string(stage) + "\n")))
        << stage << "\n"
        << text;
  }
  EXPECT_TRUE(std::regex_search(text, std::regex(R"(\n +2\.00 +2 +2  mini/flushes-toxins\n)")))
      << text;
  EXPECT_TRUE(std::regex_search(text, std::regex(R"(\n +1\.00 +1 +1  mini/boosts-immunity\n)")))
      << text;
  EXPECT_EQ(text.find("melts-stress"), std::string::npos);
}

TEST_F(ProfileTest, NamesTheReasonOfASlowPattern) {
  const std::string text = profile({"a.txt", "b.txt", "--rules", "mini.yaml"});
  EXPECT_NE(text.find("mini/flushes-toxins, line 15: (flushes|flush) toxins\n"
                      "            what it needs is frequent, flushes|flush above all\n"),
            std::string::npos)
      << text;
}

}  // namespace
}  // namespace caveat
