#include "cli/interruption.h"

#include <gtest/gtest.h>

#include "cli/packs.h"
#include "cli/pipeline.h"
#include "input/formats.h"
#include "support/workspace.h"

namespace caveat {
namespace {

TEST(Interruption, IsNotedWhileItIsListenedFor) {
  for (const int number : {SIGINT, SIGTERM}) {
    const Interruption listening;
    EXPECT_EQ(Interruption::signal(), 0);
    ::raise(number);
    EXPECT_EQ(Interruption::signal(), number);
  }
  EXPECT_EQ(Interruption::signal(), 0);
}

// What is being audited is handed over, in order; what comes behind it is not begun.
TEST(Interruption, EndsABatchBehindWhatIsBeingAudited) {
  const test::Workspace work;
  std::vector<InputFile> files;
  for (int i = 0; i < 2000; ++i) {
    files.push_back({.path = std::to_string(i) + ".md", .format = format_named("markdown")});
    work.write(files.back().path, "Massage cures arthritis.\n");
  }
  const auto rulebook = standard_rulebook();
  const Auditor auditor(*rulebook);
  std::istringstream nothing;
  for (const std::size_t jobs : {1U, 4U}) {
    const Interruption listening;
    std::vector<std::string> paths;
    audit_files(files, auditor, {}, {.jobs = jobs}, nothing, [&](auto audited) {
      paths.push_back(audited->document.path);
      if (paths.size() == 5) ::raise(SIGTERM);
    });
    EXPECT_GE(paths.size(), 5U);
    EXPECT_LT(paths.size(), files.size());
    for (std::size_t i = 0; i < paths.size(); ++i) EXPECT_EQ(paths[i], files[i].path);
  }
}

}  // namespace
}  // namespace caveat
