#include "cli/files.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "input/formats.h"
#include "support/workspace.h"

namespace caveat {
namespace {

namespace fs = std::filesystem;
using test::Workspace;

std::vector<std::string> paths_of(const FoundFiles& found) {
  std::vector<std::string> paths;
  for (const InputFile& file : found.files) paths.push_back(file.path);
  return paths;
}

FoundFiles find(std::vector<std::string> paths, const fs::path& except = {}) {
  return find_documents(paths, "-", {&except, except.empty() ? 0U : 1U});
}

using Paths = std::vector<std::string>;

TEST(FindDocuments, WalksInTheOrderOfNames) {
  const Workspace work;
  for (const char* path :
       {"c/b.md", "c/a.txt", "c/B.html", "c/aa/z.md", "c/notes.docx", "c/x.labels.jsonl"}) {
    work.write(path, "x");
  }
  const FoundFiles found = find({"c"});
  EXPECT_EQ(paths_of(found), (Paths{"c/B.html", "c/a.txt", "c/aa/z.md", "c/b.md"}));
  EXPECT_TRUE(found.problems.empty());
  EXPECT_EQ(found.files[0].format->name, "html");
}

TEST(FindDocuments, LeavesHiddenEntriesOutUnlessNamed) {
  const Workspace work;
  work.write("c/.git/a.md", "x");
  work.write("c/.draft.md", "x");
  work.write("c/a.md", "x");
  EXPECT_EQ(paths_of(find({"c"})), Paths{"c/a.md"});
  EXPECT_EQ(paths_of(find({"c/.draft.md"})), Paths{"c/.draft.md"});
}

TEST(FindDocuments, ReadsANamedFileWhateverItsExtension) {
  const Workspace work;
  work.write("page.php", "x");
  const FoundFiles found = find({"page.php"});
  ASSERT_EQ(found.files.size(), 1U);
  EXPECT_EQ(found.files[0].format->name, "text");
}

TEST(FindDocuments, AuditsEachFileOnce) {
  const Workspace work;
  work.write("c/a.md", "x");
  work.write("c/d/b.md", "x");
  const FoundFiles found = find({"c/a.md", "c", "./c/a.md", "c/d"});
  EXPECT_EQ(paths_of(found), (Paths{"c/a.md", "c/d/b.md"}));
  EXPECT_TRUE(found.problems.empty());
}

TEST(FindDocuments, SurvivesLinksInACircle) {
  const Workspace work;
  work.write("c/d/a.md", "x");
  fs::create_directory_symlink("..", "c/d/up");
  fs::create_directory_symlink(work.folder(), "c/top");
  EXPECT_EQ(paths_of(find({"c"})), Paths{"c/d/a.md"});
}

TEST(FindDocuments, LeavesTheOutputFolderOut) {
  const Workspace work;
  work.write("a.md", "x");
  work.write("reports/a.md.md", "x");
  EXPECT_EQ(paths_of(find({"."}, "reports")), Paths{"a.md"});
  EXPECT_EQ(paths_of(find({"."}, "./reports/")), Paths{"a.md"});
  EXPECT_EQ(paths_of(find({"."}, ".")), (Paths{"a.md", "reports/a.md.md"}));
}

TEST(FindDocuments, TellsWhatIsMissing) {
  const Workspace work;
  work.write("empty/notes.docx", "x");
  work.write("c/a.md", "x");
  fs::create_symlink("nowhere.md", "c/link.md");
  const FoundFiles found = find({"empty", "gone.md", "c"});
  EXPECT_EQ(paths_of(found), Paths{"c/a.md"});
  ASSERT_EQ(found.problems.size(), 3U);
  EXPECT_EQ(found.problems[0].code, "no-documents");
  EXPECT_EQ(found.problems[1].code, "no-such-file");
  EXPECT_EQ(found.problems[2].path, "c/link.md");
}

TEST(FindDocuments, KnowsStandardInput) {
  const std::vector<std::string> paths{"-", "-"};
  const FoundFiles found = find_documents(paths, "page.html");
  ASSERT_EQ(found.files.size(), 1U);
  EXPECT_TRUE(found.files[0].standard_input);
  EXPECT_EQ(found.files[0].path, "page.html");
  EXPECT_EQ(found.files[0].format->name, "html");
}

TEST(ReadFile, TellsWhatCannotBeRead) {
  const Workspace work;
  EXPECT_EQ(read_file("gone").error().code, "no-such-file");
  EXPECT_EQ(read_file(".").error().code, "unreadable-file");
  if (::geteuid() != 0) {
    work.write("secret", "x");
    fs::permissions("secret", fs::perms::none);
    EXPECT_EQ(read_file("secret").error().code, "unreadable-file");
  }
}

TEST(WriteFile, MakesFoldersAndLeavesNothingElse) {
  const Workspace work;
  EXPECT_FALSE(write_file("a/b/c.txt", "one"));
  EXPECT_FALSE(write_file("a/b/c.txt", "two"));
  EXPECT_EQ(work.read("a/b/c.txt"), "two");
  EXPECT_EQ(work.files(), Paths{"a/b/c.txt"});
}

TEST(WriteFile, WritesThroughALink) {
  const Workspace work;
  work.write("real.txt", "old");
  fs::create_symlink("real.txt", "link.txt");
  EXPECT_FALSE(write_file("link.txt", "new"));
  EXPECT_TRUE(fs::is_symlink("link.txt"));
  EXPECT_EQ(work.read("real.txt"), "new");
}

TEST(WriteFile, LeavesTheOldFileWhereItFails) {
  const Workspace work;
  work.write("file", "old");
  const auto problem = write_file("file/under.txt", "new");
  ASSERT_TRUE(problem);
  EXPECT_EQ(problem->code, "unwritable-file");
  EXPECT_EQ(work.read("file"), "old");
}

// Of a run of the same number that was killed, or on another machine; or laid by somebody.
TEST(WriteFile, WritesThroughNoTemporaryFileThatIsThere) {
  const Workspace work;
  work.write("secret", "theirs");
  const std::string temporary = "out." + std::to_string(::getpid()) + "-0.part";
  fs::create_symlink("secret", temporary);
  EXPECT_FALSE(write_file("out", "ours"));
  EXPECT_EQ(work.read("out"), "ours");
  EXPECT_EQ(work.read("secret"), "theirs");
  EXPECT_TRUE(fs::is_symlink(temporary));
}

TEST(WriteFile, WritesToADevice) { EXPECT_FALSE(write_file("/dev/null", "x")); }

TEST(Mirrored, StaysInsideTheFolder) {
  EXPECT_EQ(mirrored("a/b.md", ".json"), "a/b.md.json");
  EXPECT_EQ(mirrored("/etc/a.md", ".json"), "etc/a.md.json");
  EXPECT_EQ(mirrored("../../a.md", ".json"), "__up__/__up__/a.md.json");
  EXPECT_EQ(mirrored("x/../a.md", ".json"), "a.md.json");
  EXPECT_EQ(mirrored("-", ".json"), "stdin.json");
}

}  // namespace
}  // namespace caveat
