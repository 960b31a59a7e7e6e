#include "cli/pipeline.h"

#include <gtest/gtest.h>

#include <sstream>
#include <vector>

#include "cli/packs.h"
#include "input/formats.h"
#include "support/workspace.h"

namespace caveat {
namespace {

class PipelineTest : public ::testing::Test {
 protected:
  PipelineTest() : rulebook_(standard_rulebook()), auditor_(*rulebook_) {}

  std::vector<InputFile> write(std::size_t count, std::size_t every_large = 0) {
    std::vector<InputFile> files;
    for (std::size_t i = 0; i < count; ++i) {
      const std::string path = std::to_string(i) + ".txt";
      const bool large = every_large != 0 && i % every_large == 0;
      std::string text = "Page " + std::to_string(i) + ".\n";
      if (large) {
        while (text.size() < 200'000) text += "\nMassage flushes toxins out of the body.\n";
      }
      folder_.write(path, text);
      files.push_back({.path = path, .format = format_for(path)});
    }
    return files;
  }

  void run(const std::vector<InputFile>& files, std::size_t jobs, const Receive& receive) {
    std::istringstream in;
    audit_files(files, auditor_, options_, {.jobs = jobs}, in, receive);
  }

  test::Workspace folder_;
  std::unique_ptr<const Rulebook> rulebook_;
  Auditor auditor_;
  AuditOptions options_;
};

TEST_F(PipelineTest, HandsOverInOrderWhoeverIsSlow) {
  const std::vector<InputFile> files = write(60, 7);
  for (const std::size_t jobs : {1U, 2U, 8U}) {
    std::vector<std::string> paths;
    run(files, jobs, [&](auto audited) { paths.push_back(audited->document.path); });
    ASSERT_EQ(paths.size(), files.size());
    for (std::size_t i = 0; i < files.size(); ++i) EXPECT_EQ(paths[i], files[i].path);
  }
}

// What is removed while the first document is handed over was not read yet.
TEST_F(PipelineTest, HandsOverBeforeTheLastIsRead) {
  const std::vector<InputFile> files = write(400);
  for (const std::size_t jobs : {1U, 4U}) {
    write(400);
    std::size_t problems = 0, documents = 0;
    run(files, jobs, [&](auto audited) {
      if (documents + problems == 0) test::fs::remove(files.back().path);
      ++(audited ? documents : problems);
    });
    EXPECT_EQ(documents, files.size() - 1);
    EXPECT_EQ(problems, 1u);
  }
}

TEST_F(PipelineTest, WhatIsThrownEndsTheRun) {
  const std::vector<InputFile> files = write(50);
  EXPECT_THROW(run(files, 4, [](auto) { throw std::runtime_error("full"); }), std::runtime_error);
}

}  // namespace
}  // namespace caveat
