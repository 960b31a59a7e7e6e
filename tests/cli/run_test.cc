#include "cli/run.h"

#include <gtest/gtest.h>

#include "cli/verbs.h"
#include "model/display.h"
#include "support/workspace.h"

namespace caveat {
namespace {

using test::Ran;
using test::run_caveat;
using test::Workspace;

std::size_t widest_line(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    width = std::max(width, display_width(line));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return width;
}

TEST(Run, PrintsHelpForEachVerb) {
  const Ran general = run_caveat({"help"});
  EXPECT_EQ(general.code, 0);
  EXPECT_EQ(general.out, run_caveat({"--help"}).out);
  for (const Verb* verb : verbs()) {
    const std::string name(verb->name);
    EXPECT_NE(general.out.find("  " + name), std::string::npos);
    const Ran help = run_caveat({"help", name});
    EXPECT_EQ(help.code, 0);
    EXPECT_EQ(help.out, run_caveat({name, "--help"}).out);
    EXPECT_NE(help.out.find("Usage: caveat " + name), std::string::npos);
    for (const Option& option : verb->options) {
      EXPECT_NE(help.out.find("--" + std::string(option.name)), std::string::npos);
    }
    EXPECT_LE(widest_line(help.out), 100U) << name;
  }
}

TEST(Run, NamesItsVersion) {
  const Ran ran = run_caveat({"--version"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_TRUE(ran.out.starts_with("caveat ")) << ran.out;
}

TEST(Run, NamesTheNearestVerb) {
  const Ran ran = run_caveat({"adit", "page.md"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(ran.error, "caveat: there is no verb “adit”\n  did you mean “audit”?\n");
  EXPECT_EQ(run_caveat({"help", "adit"}).code, 2);
}

TEST(Run, KnowsAFileThatStandsInTheVerbsPlace) {
  const Workspace work;
  work.write("page.md", "x");
  EXPECT_NE(run_caveat({"page.md"}).error.find("caveat audit page.md"), std::string::npos);
}

TEST(Run, KnowsAnOptionThatStandsInTheVerbsPlace) {
  const Ran ran = run_caveat({"--format", "json"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_NE(ran.error.find("Options follow the verb"), std::string::npos);
}

TEST(Run, PrintsHelpToStandardErrorWhereNothingIsAsked) {
  const Ran ran = run_caveat({});
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(ran.error, run_caveat({"help"}).out);
}

TEST(Run, AsksForAReportOfABug) {
  struct Broken : std::streambuf {
    int_type overflow(int_type) override { throw std::runtime_error("it broke"); }
  } broken;
  std::istringstream in;
  std::ostringstream error;
  std::ostream out(&broken);
  out.exceptions(std::ios::badbit);  // printing throws: nothing catches that on its way
  Console console{in, out, error, false};
  const std::vector<std::string> arguments{"help"};
  EXPECT_EQ(run(arguments, console), 3);
  EXPECT_NE(error.str().find("bug in Caveat, not in your text: it broke"), std::string::npos)
      << error.str();
}

TEST(Run, TellsWhenStandardOutputIsGone) {
  std::istringstream in;
  std::ostringstream out, error;
  out.setstate(std::ios::badbit);
  Console console{in, out, error, false};
  const std::vector<std::string> arguments{"help"};
  EXPECT_EQ(run(arguments, console), 2);
  EXPECT_NE(error.str(), "");
}

}  // namespace
}  // namespace caveat
