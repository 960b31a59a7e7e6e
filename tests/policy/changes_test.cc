#include "policy/changes.h"

#include <gtest/gtest.h>

#include "audit/audit.h"
#include "input/formats.h"
#include "rulebook/packs.h"
#include "support/workspace.h"

namespace caveat {
namespace {

FileReport audit(std::string text) {
  static const LoadedRulebook mini = load_text(test::mini_pack);
  Document document = read_document(std::move(text), "page.md", *format_named("markdown"));
  document.language = "en";
  return Auditor(*mini.rulebook).audit(std::move(document), {});
}

// The lines of the findings that are left.
std::vector<std::size_t> left(std::string text, std::vector<ChangedLines::Run> runs) {
  FileReport report = audit(std::move(text));
  keep_changed({false, std::move(runs)}, "HEAD", report);
  std::vector<std::size_t> lines;
  for (const Finding& finding : report.findings) lines.push_back(finding.start.line);
  return lines;
}

using Lines = std::vector<std::size_t>;

TEST(KeepChanged, KeepsFindingsOnChangedLines) {
  const std::string page = "It flushes toxins.\n\nIt flushes toxins.\n\nIt flushes toxins.\n";
  EXPECT_EQ(left(page, {{3, 1}}), Lines{3});
  EXPECT_EQ(left(page, {{1, 2}, {5, 1}}), (Lines{1, 5}));
  EXPECT_EQ(left(page, {}), Lines{});
  EXPECT_EQ(left(page, {{9, 2}}), Lines{}) << "lines that are not there";
  EXPECT_EQ(left(page, {{3, 0}}), Lines{}) << "taken out between two paragraphs";
}

TEST(KeepChanged, KeepsASentenceOfWhichAPartChanged) {
  const std::string page = "After a bath it flushes toxins\nand you sleep\nlike a stone.\n";
  EXPECT_EQ(left(page, {{3, 1}}), Lines{1});
  EXPECT_EQ(left(page, {{1, 0}}), Lines{1}) << "a line was taken out of it";
  EXPECT_EQ(left(page, {{3, 0}}), Lines{});
}

TEST(KeepChanged, SpeaksOfWhatIsLeft) {
  FileReport report = audit("It flushes toxins.\n\nA bath.\n");
  keep_changed({false, {{3, 1}}}, "main", report);
  EXPECT_EQ(report.verdict, Verdict::Pass);
  EXPECT_EQ(report.score, 0);
  ASSERT_EQ(report.dismissed.size(), 1U);
  EXPECT_EQ(report.dismissed[0].reason, DismissalReason::Unchanged);
  EXPECT_EQ(report.dismissed[0].detail, "main");
  FileReport fresh = audit("It flushes toxins.\n");
  keep_changed({true, {}}, "main", fresh);
  EXPECT_EQ(fresh.findings.size(), 1U);
}

TEST(ReadDiff, ReadsFilesAndLines) {
  const auto files = read_diff(
      "diff --git a/old.md b/a b.md\nsimilarity index 90%\n--- a/old.md\n+++ b/a b.md\t\n"
      "@@ -3 +3,2 @@ It\n-x\n+y\n+z\n@@ -9,2 +10,0 @@\n-p\n-q\n"
      "diff --git \"a/caf\\303\\251.md\" \"b/caf\\303\\251.md\"\n--- \"a/caf\\303\\251.md\"\n"
      "+++ \"b/caf\\303\\251\\t.md\"\n@@ -0,0 +1 @@\n+x\n\\ No newline at end of file\n"
      "diff --git a/gone.md b/gone.md\n--- a/gone.md\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n");
  ASSERT_EQ(files.size(), 2U);
  EXPECT_EQ(files[0].path, "a b.md");
  ASSERT_EQ(files[0].lines.runs.size(), 2U);
  EXPECT_EQ(files[0].lines.runs[0].first, 3U);
  EXPECT_EQ(files[0].lines.runs[0].count, 2U);
  EXPECT_EQ(files[0].lines.runs[1].first, 10U);
  EXPECT_EQ(files[0].lines.runs[1].count, 0U);
  EXPECT_EQ(files[1].path, "café\t.md");
  EXPECT_EQ(files[1].lines.runs.size(), 1U) << "what became of a deleted file is not its";
}

TEST(ReadDiff, IsNotMisledByTheText) {
  const auto files = read_diff(
      "--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n--- a/fake.md\n-@@ -1 +7 @@\n+++ b/fake.md\n"
      "+@@ -1 +7 @@\n@@ -8 +8 @@\n-x\n+y\n");
  ASSERT_EQ(files.size(), 1U);
  ASSERT_EQ(files[0].lines.runs.size(), 2U);
  EXPECT_EQ(files[0].lines.runs[1].first, 8U);
}

}  // namespace
}  // namespace caveat
