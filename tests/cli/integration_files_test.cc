// What the repository offers to other programs: the hook for pre-commit, the action for GitHub.
#include <gtest/gtest.h>
#include <stdlib.h>

#include <fstream>
#include <iterator>
#include <sstream>

#include "cli/process.h"
#include "rulebook/pack_file.h"
#include "support/workspace.h"

namespace caveat {
namespace {

using test::run_caveat;
using test::Workspace;
namespace fs = std::filesystem;

std::string source_file(const std::string& name) {
  std::ifstream file(std::string(CAVEAT_SOURCE_DIR "/") + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(PreCommitHook, AuditsTheNamedFilesThatAreNotExcluded) {
  const std::string text = source_file(".pre-commit-hooks.yaml");
  PackFile file("hooks", text);
  ASSERT_TRUE(file.read());
  const YamlNode* entry = value_of(file.root().items.at(0), "entry");
  ASSERT_NE(entry, nullptr);
  std::istringstream words(entry->text);
  std::vector<std::string> arguments{std::istream_iterator<std::string>(words), {}};
  ASSERT_EQ(arguments.front(), "caveat");
  arguments.erase(arguments.begin());

  const Workspace work;
  work.write(".caveat.yaml", "packs: [mini.yaml]\nexclude: [drafts/]\n");
  work.write("mini.yaml", test::mini_pack);
  work.write("page.md", "A massage flushes toxins.\n");
  work.write("drafts/page.md", "A massage flushes toxins.\n");
  const auto commit = [&](std::vector<std::string> files) {
    files.insert(files.begin(), arguments.begin(), arguments.end());
    return run_caveat(files);
  };
  EXPECT_EQ(commit({"page.md", "drafts/page.md"}).code, 1);
  EXPECT_EQ(commit({"drafts/page.md"}).code, 0);
}

TEST(GithubAction, PassesItsInputsOn) {
  const std::string text = source_file(".github/actions/caveat/action.yml");
  PackFile file("action", text);
  ASSERT_TRUE(file.read());
  const YamlNode* steps = value_of(*value_of(file.root(), "runs"), "steps");
  ASSERT_NE(steps, nullptr);
  const YamlNode* script = value_of(steps->items.at(0), "run");
  ASSERT_NE(script, nullptr);

  const Workspace work;
  work.write("run.sh", script->text);
  work.write("scripts/audit", "#!/bin/sh\nprintf '<%s>' \"$@\"\n");
  fs::permissions("scripts/audit", fs::perms::owner_all);
  const auto run = [&work](const char* paths, const char* since, const char* options) {
    const std::string here = work.folder().native();
    const auto ended = run_program(
        {"env", std::string("CAVEAT_PATHS=") + paths, std::string("CAVEAT_CHANGED_SINCE=") + since,
         std::string("CAVEAT_OPTIONS=") + options, "GITHUB_STEP_SUMMARY=summary.md",
         "GITHUB_ACTION_PATH=" + here + "/.github/actions/caveat", "bash", "-e", "run.sh"});
    return ended ? ended->out + ended->error : "(no bash)";
  };
  fs::create_directories(".github/actions/caveat");
  EXPECT_EQ(run(".", "", ""), "<--format><github><--format><markdown=summary.md><.>");
  EXPECT_EQ(run("a b\n$(c)\n", "origin/main", "--fail-on=error\n--quiet"),
            "<--format><github><--format><markdown=summary.md><--fail-on=error><--quiet>"
            "<--changed-since=origin/main><a b><$(c)>");
}

}  // namespace
}  // namespace caveat
