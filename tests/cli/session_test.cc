// A session in a real git repository, as a team would have it: start, baseline, edit, suppress,
// let it expire, prune. Every step's exit code and output.
#include <gtest/gtest.h>
#include <stdlib.h>

#include "cli/process.h"
#include "support/workspace.h"

namespace caveat {
namespace {

namespace fs = std::filesystem;
using test::mini_pack;
using test::Ran;
using test::run_caveat;
using test::Workspace;

// Without the settings of whoever runs the tests.
bool git(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(),
                   {"git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c",
                    "commit.gpgsign=false", "-c", "core.hooksPath=/dev/null"});
  const auto ended = run_program(arguments);
  if (ended && ended->code == 0) return true;
  ADD_FAILURE() << (ended ? ended->error : "git cannot be started");
  return false;
}

class Session : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!run_program({"git", "--version"})) GTEST_SKIP() << "git is not installed";
    // Hooks and the like set these; a repository of our own is meant.
    for (const char* name : {"GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"}) ::unsetenv(name);
    work.write("mini.yaml", mini_pack);
    work.write("site/old.md", "# Baths\n\nA massage flushes toxins.\n\nYou sleep well.\n");
    work.write("site/fine.md", "A quiet hour with warm oil.\n");
    ASSERT_TRUE(git({"init", "-q", "-b", "main", "."}));
  }
  static bool commit(const std::string& message) {
    return git({"add", "-A"}) && git({"commit", "-q", "-m", message});
  }
  static Ran audit(std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"audit", "site", "--format", "concise", "--as-of", "2026-06-01"});
    return run_caveat(std::move(more));
  }
  Workspace work;
};

TEST_F(Session, OfATeam) {
  // Start.
  EXPECT_EQ(run_caveat({"init"}).out,
            ".caveat.yaml was written; everything in it is as it would be without it.\n");
  std::string configuration = work.read(".caveat.yaml");
  work.write(".caveat.yaml", "packs: [mini.yaml]\n" + configuration);
  ASSERT_TRUE(commit("Pages"));
  const Ran first = audit();
  EXPECT_EQ(first.code, 1);
  EXPECT_EQ(first.out.find("site/old.md:3:11: error: Says that massage flushes toxins."), 0U)
      << first.out;

  // What is there already is known.
  EXPECT_EQ(run_caveat({"baseline", "create", ".caveat-baseline.json", "site"}).out,
            ".caveat-baseline.json: 1 finding\n");
  work.write(".caveat.yaml",
             "packs: [mini.yaml]\nbaseline: .caveat-baseline.json\n" + configuration);
  const Ran known = audit();
  EXPECT_EQ(known.code, 0) << known.out;
  EXPECT_EQ(known.out, "");
  ASSERT_TRUE(commit("Baseline"));
  EXPECT_EQ(audit({"--changed-since", "HEAD"}).code, 0);

  // An edit adds a claim; a new page, not yet tracked, has one as well.
  work.write("site/old.md",
             "# Baths\n\nIt is warm.\n\nA massage flushes toxins.\n\nIt boosts immunity here.\n");
  work.write("site/new page.md", "A massage flushes toxins.\n");
  const Ran changed = audit({"--changed-since", "HEAD"});
  EXPECT_EQ(changed.code, 1);
  EXPECT_EQ(changed.out,
            "site/new page.md:1:11: error: Says that massage flushes toxins. "
            "[mini/flushes-toxins]\n"
            "site/old.md:7:4: warning: Says that massage boosts immunity. "
            "[mini/boosts-immunity]\n");
  const Ran shown = run_caveat({"audit", "site", "--no-config", "--rules", "mini.yaml",
                                "--changed-since", "HEAD", "--show-dismissed"});
  EXPECT_EQ(shown.out.find("fine.md"), std::string::npos) << "it did not change";
  EXPECT_NE(shown.out.find("on lines that did not change: HEAD"), std::string::npos) << shown.out;
  EXPECT_NE(shown.out.find("1 error, 1 warning; 1 on unchanged lines"), std::string::npos)
      << shown.out;

  // One is accepted for a time, the other mended.
  work.write("site/old.md",
             "# Baths\n\nIt is warm.\n\nA massage flushes toxins.\n\nIt boosts immunity here. "
             "<!-- caveat-ignore mini/boosts-immunity until 2026-12-31 owner Ann: a quotation "
             "-->\n");
  work.write("site/new page.md", "A massage.\n");
  EXPECT_EQ(audit().code, 0);
  const Ran counted = run_caveat({"audit", "site", "--as-of", "2026-06-01"});
  EXPECT_NE(counted.out.find("nothing new; 1 suppressed, 1 in the baseline"), std::string::npos)
      << counted.out;
  const Ran expired = run_caveat({"audit", "site", "--format", "concise", "--as-of", "2027-01-01"});
  EXPECT_EQ(expired.code, 1);
  EXPECT_EQ(expired.out,
            "site/old.md:7:4: warning: Says that massage boosts immunity. "
            "[mini/boosts-immunity]\n");
  ASSERT_TRUE(commit("An accepted claim"));

  // The old claim goes; the baseline is told.
  work.write("site/old.md", "# Baths\n\nIt is warm.\n");
  EXPECT_NE(run_caveat({"audit", "site"}).out.find("1 finding of the baseline is no longer there"),
            std::string::npos);
  EXPECT_EQ(run_caveat({"baseline", "prune", ".caveat-baseline.json", "site"}).out,
            ".caveat-baseline.json: 0 findings, 1 taken out\n");
  const Ran done = audit({"--changed-since", "HEAD~1"});
  EXPECT_EQ(done.code, 0);
  EXPECT_EQ(done.out + done.error, "");
}

TEST_F(Session, ComparesWithWhereABranchLeft) {
  work.write(".caveat.yaml", "packs: [mini.yaml]\n");
  ASSERT_TRUE(commit("Pages"));
  ASSERT_TRUE(git({"checkout", "-q", "-b", "branch"}));
  ASSERT_TRUE(git({"checkout", "-q", "main"}));
  work.write("site/old.md", "# Baths\n\nYou sleep well.\n");
  ASSERT_TRUE(commit("The claim goes"));
  ASSERT_TRUE(git({"checkout", "-q", "branch"}));
  work.write("site/fine.md", "A quiet hour with warm oil, and it boosts immunity.\n");
  ASSERT_TRUE(commit("A new one"));
  const Ran ran = audit({"--changed-since", "main"});
  EXPECT_EQ(ran.out,
            "site/fine.md:1:36: warning: Says that massage boosts immunity. "
            "[mini/boosts-immunity]\n");
}

TEST_F(Session, FollowsARenamedPage) {
  work.write(".caveat.yaml", "packs: [mini.yaml]\n");
  std::string page = work.read("site/old.md");
  for (int i = 0; i < 9; ++i) page += "\nBath " + std::to_string(i) + " is warm and deep.\n";
  work.write("site/old.md", page);
  ASSERT_TRUE(commit("Pages"));
  ASSERT_TRUE(git({"mv", "site/old.md", "site/café \"baths\".md"}));
  EXPECT_EQ(audit({"--changed-since", "HEAD"}).code, 0) << "its lines did not change";
  work.write("site/café \"baths\".md", page + "\nIt boosts immunity.\n");
  const Ran ran = audit({"--changed-since", "HEAD"});
  EXPECT_EQ(ran.out.find("site/café \"baths\".md:25:4: warning"), 0U) << ran.out;
}

TEST_F(Session, TellsWhatGitDoesNotKnow) {
  work.write(".caveat.yaml", "packs: [mini.yaml]\n");
  ASSERT_TRUE(commit("Pages"));
  for (const char* ref : {"gone", "--output=x"}) {
    const Ran ran = audit({std::string("--changed-since=") + ref});
    EXPECT_EQ(ran.code, 2);
    EXPECT_NE(ran.error.find(std::string("git knows no commit “") + ref + "”"), std::string::npos)
        << ran.error;
  }
  fs::remove_all(".git");
  const Ran ran = audit({"--changed-since", "HEAD"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_NE(ran.error.find("lies in no git repository"), std::string::npos) << ran.error;
}

TEST_F(Session, NeedsGit) {
  work.write(".caveat.yaml", "packs: [mini.yaml]\n");
  ASSERT_TRUE(commit("Pages"));
  const std::string path = ::getenv("PATH");
  ::setenv("PATH", "/nowhere", 1);
  const Ran ran = audit({"--changed-since", "HEAD"});
  ::setenv("PATH", path.c_str(), 1);
  EXPECT_EQ(ran.code, 2);
  EXPECT_NE(ran.error.find("needs git, which cannot be started"), std::string::npos) << ran.error;
}

}  // namespace
}  // namespace caveat
