// `caveat fix`, from the command line to the files.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/workspace.h"

namespace caveat {
namespace {

namespace fs = std::filesystem;
using test::Ran;
using test::run_caveat;
using test::Workspace;

constexpr std::string_view damaged = "Itâ€™s warm.\n", whole = "It’s warm.\n";

TEST(Fix, RepairsInPlaceAndSaysWhatWhereWhy) {
  const Workspace work;
  work.write("c/a.md", damaged);
  work.write("c/b.md", whole);
  const Ran ran = run_caveat({"fix", "c"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.out,
            "c/a.md:1:3: “â€™” becomes “’”. Text was decoded with the wrong character set. UTF-8 "
            "read as windows-1252; meant: ’ [damage/mojibake]\n1 repair in 1 file\n");
  EXPECT_EQ(ran.error, "");
  EXPECT_EQ(work.read("c/a.md"), whole);
  EXPECT_EQ(work.files(), (std::vector<std::string>{"c/a.md", "c/b.md"}));
  EXPECT_EQ(run_caveat({"fix", "c"}).out, "nothing to repair\n");
}

TEST(Fix, DryRunShowsADiffAndChangesNothing) {
  const Workspace work;
  work.write("a.txt", damaged);
  const Ran ran = run_caveat({"fix", "a.txt", "--dry-run"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_EQ(ran.out, "--- a.txt\n+++ a.txt\n@@ -1 +1 @@\n-Itâ€™s warm.\n+It’s warm.\n");
  EXPECT_NE(ran.error.find("1 repair in 1 file to be made"), std::string::npos);
  EXPECT_EQ(work.read("a.txt"), damaged);
  work.write("a.txt", whole);
  EXPECT_EQ(run_caveat({"fix", "a.txt", "--dry-run"}).code, 0);
}

TEST(Fix, DiffDoesNotActOnATerminal) {
  const Workspace work;
  work.write("a.txt", "\x1B]0;owned\x07\u202E\n" + std::string(damaged));
  const std::vector<std::string> arguments{"fix", "a.txt", "--dry-run", "--quiet"};
  std::istringstream in;
  std::ostringstream out, error;
  Console terminal{in, out, error, false, false, 80};
  EXPECT_EQ(run(arguments, terminal), 1);
  EXPECT_NE(out.str().find("<U+001B>]0;owned<U+0007><U+202E>\n"), std::string::npos) << out.str();
  EXPECT_NE(run_caveat(arguments).out.find("\x1B]0;owned\x07"), std::string::npos)
      << "`patch` needs the bytes";
}

TEST(Fix, WritesStandardInputToStandardOutput) {
  const Workspace work;
  const Ran ran = run_caveat({"fix", "-", "--stdin-filename", "p.html"}, "<p>It&amp;rsquo;s</p>");
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.out, "<p>It’s</p>");
  EXPECT_NE(ran.error.find("p.html:1:6"), std::string::npos) << ran.error;
  EXPECT_EQ(run_caveat({"fix", "-"}, "Plain.\n").out, "Plain.\n");
}

TEST(Fix, UnsafeMakesTheProbableRepairs) {
  const Workspace work;
  work.write("a.txt", "A caf\xE9, naïve.\n");
  EXPECT_NE(run_caveat({"fix", "a.txt"}).out.find("1 damaged place left"), std::string::npos);
  EXPECT_EQ(run_caveat({"fix", "a.txt", "--unsafe", "--quiet"}).out, "");
  EXPECT_EQ(work.read("a.txt"), "A café, naïve.\n");
}

TEST(Fix, KeepsTheModeAndFollowsLinks) {
  const Workspace work;
  work.write("real/a.txt", damaged);
  ::chmod("real/a.txt", 0640);
  fs::create_symlink("real/a.txt", "link.txt");
  EXPECT_EQ(run_caveat({"fix", "link.txt"}).code, 0);
  EXPECT_TRUE(fs::is_symlink("link.txt"));
  EXPECT_EQ(work.read("real/a.txt"), whole);
  struct stat status{};
  ASSERT_EQ(::stat("real/a.txt", &status), 0);
  EXPECT_EQ(status.st_mode & 07777U, 0640U);
}

TEST(Fix, TellsOfItsProblemsAndRepairsTheRest) {
  const Workspace work;
  work.write("a.txt", damaged);
  const Ran ran = run_caveat({"fix", "gone.txt", "a.txt"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_NE(ran.error.find("gone.txt"), std::string::npos);
  EXPECT_EQ(work.read("a.txt"), whole);
  EXPECT_EQ(run_caveat({"fix"}).code, 2);
}

TEST(Fix, LeavesClaimsAsTheyAre) {
  const Workspace work;
  const std::string claim = "Massage cures arthritis and flushes out toxins.\n";
  work.write("a.txt", claim);
  EXPECT_EQ(run_caveat({"fix", "a.txt", "--unsafe"}).code, 0);
  EXPECT_EQ(work.read("a.txt"), claim);
}

}  // namespace
}  // namespace caveat
