// Completions and the man page, as the programs that read them see them.
#include <gtest/gtest.h>

#include "cli/process.h"
#include "cli/verbs.h"
#include "report/writers.h"
#include "support/workspace.h"

namespace caveat {
namespace {

using test::Ran;
using test::run_caveat;
using test::Workspace;

class Completions : public ::testing::Test {
 protected:
  // What bash offers for the last of `words`.
  std::string offered(const std::string& words) {
    work.write("caveat.bash", script());
    work.write("ask.bash", "source ./caveat.bash\nCOMP_WORDS=(" + words +
                               ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n_caveat\n"
                               "printf '%s ' \"${COMPREPLY[@]}\"\n");
    const auto ended = run_program({"bash", "--norc", "ask.bash"});
    if (!ended) return "(no bash)";
    EXPECT_EQ(ended->code, 0) << ended->error;
    return ended->out;
  }
  static const std::string& script() {
    static const std::string text = run_caveat({"completions", "bash"}).out;
    return text;
  }
  Workspace work;
};

TEST_F(Completions, OfferVerbs) {
  EXPECT_EQ(offered("caveat conf"), "config ");
  EXPECT_EQ(offered("caveat help ba"), "baseline ");
  const std::string all = offered("caveat ''");
  for (const Verb* verb : verbs()) {
    EXPECT_NE(all.find(verb->name), std::string::npos) << verb->name;
  }
}

TEST_F(Completions, OfferEveryOption) {
  for (const Verb* verb : verbs()) {
    const std::string all = offered("caveat " + std::string(verb->name) + " --");
    for (const Option& option : verb->options) {
      EXPECT_NE(all.find("--" + std::string(option.name) + " "), std::string::npos)
          << verb->name << " " << option.name;
    }
  }
}

TEST_F(Completions, OfferValues) {
  const std::string formats = offered("caveat audit --format ''");
  for (const Writer& writer : writers()) {
    EXPECT_NE(formats.find(writer.name), std::string::npos) << writer.name;
  }
  EXPECT_EQ(offered("caveat audit --fail-on e"), "error ");
  EXPECT_EQ(offered("caveat explain fluids/flushes-tox"), "fluids/flushes-toxins ");
  EXPECT_EQ(offered("caveat baseline pr"), "prune ");
  work.write("site/a page.md", "x");
  EXPECT_EQ(offered("caveat audit si"), "site ");
  EXPECT_EQ(offered("caveat audit --out si"), "site ");
  EXPECT_EQ(offered("caveat baseline prune caveat.b"), "caveat.bash ");
}

TEST_F(Completions, AreWrittenForOtherShells) {
  const std::string zsh = run_caveat({"completions", "zsh"}).out;
  EXPECT_TRUE(zsh.starts_with("#compdef caveat\n"));
  const std::string fish = run_caveat({"completions", "fish"}).out;
  for (const Verb* verb : verbs()) {
    for (const Option& option : verb->options) {
      EXPECT_NE(zsh.find("--" + std::string(option.name)), std::string::npos) << option.name;
      EXPECT_NE(fish.find("-l " + std::string(option.name)), std::string::npos) << option.name;
    }
  }
  const auto parses = [this](std::string shell, std::string_view text) {
    work.write("script", text);
    const auto ended = run_program({std::move(shell), "-n", "script"});
    return !ended || ended->code == 0;  // a shell that is not here cannot say
  };
  EXPECT_TRUE(parses("zsh", zsh));
  EXPECT_TRUE(parses("fish", fish));
  EXPECT_TRUE(parses("bash", script()));
}

TEST_F(Completions, NameTheNearestShell) {
  EXPECT_NE(run_caveat({"completions", "bsh"}).error.find("“bash”"), std::string::npos);
  EXPECT_EQ(run_caveat({"completions"}).code, 2);
}

TEST(ManPage, HoldsEveryVerbAndOption) {
  const std::string page = run_caveat({"help", "--man"}).out;
  for (const Verb* verb : verbs()) {
    EXPECT_NE(page.find(".SS \"caveat " + std::string(verb->name)), std::string::npos);
    for (const Option& option : verb->options) {
      std::string name = "\\fB--" + std::string(option.name);
      for (std::size_t at = 0; (at = name.find('-', at)) != name.npos; at += 2) {
        name.insert(at, "\\");
      }
      EXPECT_NE(page.find(name), std::string::npos) << name;
    }
  }
}

TEST(ManPage, IsReadWithoutAWarning) {
  const Workspace work;
  work.write("caveat.1", run_caveat({"help", "--man"}).out);
  const auto ended = run_program({"groff", "-man", "-Tutf8", "-ww", "-z", "-Kutf8", "caveat.1"});
  if (!ended) GTEST_SKIP() << "groff is not installed";
  EXPECT_EQ(ended->code, 0);
  EXPECT_EQ(ended->error, "");
}

}  // namespace
}  // namespace caveat
