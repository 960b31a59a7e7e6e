#include "policy/baseline.h"

#include <gtest/gtest.h>

#include <algorithm>

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

constexpr std::string_view page =
    "# Baths\n\nIt flushes toxins, we say.\n\nIt boosts immunity.\n\nIt flushes toxins, we say.\n";

TEST(Baseline, TellsTheSameClaimTwiceByCount) {
  const Baseline baseline = baseline_of(audit(std::string(page)), "page.md");
  ASSERT_EQ(baseline.size(), 2U);
  EXPECT_EQ(baseline[0].rule, "mini/boosts-immunity");
  EXPECT_EQ(baseline[1].text, "flushes toxins");
  EXPECT_EQ(baseline[1].count, 2U);

  FileReport thrice = audit(std::string(page) + "\nIt flushes toxins, we say.\n");
  const BaselineMatch match = apply(baseline, "page.md", "known", thrice);
  EXPECT_EQ(match.known, 3U);
  EXPECT_EQ(match.fixed.size(), 0U);
  ASSERT_EQ(thrice.findings.size(), 1U);
  EXPECT_EQ(thrice.findings[0].start.line, 9U) << "the last of them is taken for the new one";
  EXPECT_EQ(thrice.verdict, Verdict::Block);
}

TEST(Baseline, SurvivesEditsElsewhere) {
  const Baseline baseline = baseline_of(audit(std::string(page)), "page.md");
  // Moved, wrapped anew, with other markup, other line ends and new text before it.
  FileReport moved = audit(
      "---\ntitle: x\n---\r\nA new line.\r\n\r\nIt **boosts** immunity.\r\n\r\n# Baths\r\n\r\nIt "
      "flushes\r\ntoxins, we say. And it is warm.\r\n\r\n- It flushes toxins, *we* say.\r\n");
  const BaselineMatch match = apply(baseline, "page.md", "known", moved);
  EXPECT_EQ(match.known, 3U);
  EXPECT_EQ(moved.findings.size(), 0U);
  EXPECT_EQ(moved.verdict, Verdict::Pass);
  EXPECT_EQ(moved.score, 0);
  EXPECT_EQ(moved.dismissed[0].reason, DismissalReason::Baselined);
}

TEST(Baseline, TellsWhatIsFixedAndWhatIsNew) {
  const Baseline baseline = baseline_of(audit(std::string(page)), "page.md");
  FileReport edited = audit("It flushes toxins, we say.\n\nIt boosts immunity for good.\n");
  const BaselineMatch match = apply(baseline, "page.md", "known", edited);
  EXPECT_EQ(match.known, 1U);
  ASSERT_EQ(edited.findings.size(), 1U);
  EXPECT_EQ(edited.findings[0].rule->id, "mini/boosts-immunity") << "its sentence is another one";
  ASSERT_EQ(match.fixed.size(), 2U);
  EXPECT_EQ(match.fixed[1].count, 1U);

  FileReport other = audit(std::string(page));
  EXPECT_EQ(apply(baseline, "other.md", "known", other).known, 0U);
  const Baseline now = baseline_of(audit("It flushes toxins, we say.\n"), "page.md");
  const Baseline kept = pruned(baseline, now);
  ASSERT_EQ(kept.size(), 1U);
  EXPECT_EQ(kept[0].count, 1U);
}

TEST(Baseline, IsReadAsItWasWritten) {
  Baseline baseline = baseline_of(audit(std::string(page)), "b/page.md");
  baseline.push_back({"a \"page\".md", "x/y", "café", "0011223344556677", 3});
  const std::string text = baseline_as_text(baseline);
  EXPECT_TRUE(text.starts_with(
      "{\n\"caveat_baseline\": 1,\n\"findings\": [\n{\"path\":\"a "
      "\\\"page\\\".md\",\"rule\":\"x/y\","
      "\"text\":\"café\",\"fingerprint\":\"0011223344556677\",\"count\":3},\n{\"path\":\"b/"))
      << text;
  const auto read = read_baseline("known.json", text);
  ASSERT_TRUE(read) << to_text(read.error());
  EXPECT_EQ(baseline_as_text(*read), text);
  EXPECT_EQ(baseline_as_text({}), "{\n\"caveat_baseline\": 1,\n\"findings\": [\n]\n}\n");
}

// Found by fuzzing: entries that differ in their number alone, as a bad merge leaves them.
TEST(Baseline, OfEqualEntriesIsWrittenInOneOrder) {
  Baseline baseline;
  for (std::size_t i = 0; i < 40; ++i) baseline.push_back({"a.md", "a/b", "x", "f", i * 7 % 40});
  const std::string text = baseline_as_text(baseline);
  std::ranges::reverse(baseline);
  EXPECT_EQ(baseline_as_text(baseline), text);
  EXPECT_EQ(baseline_as_text(*read_baseline("b.json", text)), text);
}

TEST(Baseline, ThatIsDamagedOrForeignIsAProblem) {
  const auto trouble = [](std::string_view text) {
    const auto read = read_baseline("known.json", text);
    return read ? "none" : to_text(read.error());
  };
  EXPECT_NE(trouble("{\n\"caveat_baseline\": 1,\n<<<<<<< ours\n")
                .find("known.json:3:1: the baseline is damaged: this is not JSON"),
            std::string::npos)
      << trouble("{\n\"caveat_baseline\": 1,\n<<<<<<< ours\n");
  EXPECT_NE(trouble("{\"results\": []}").find("is no baseline of Caveat"), std::string::npos);
  EXPECT_NE(trouble("[]").find("is no baseline of Caveat"), std::string::npos);
  EXPECT_NE(trouble("{\"caveat_baseline\": 2, \"findings\": []}").find("of version 2"),
            std::string::npos);
  EXPECT_NE(trouble("{\"caveat_baseline\": 1, \"findings\": [{\"path\": 7}]}").find("finding 1"),
            std::string::npos);
  EXPECT_NE(trouble("{\"caveat_baseline\": 1, \"findings\": [7]}").find("finding 1"),
            std::string::npos);
  EXPECT_EQ(trouble("{\"caveat_baseline\": 1, \"findings\": []}"), "none");
}

TEST(Baseline, WithANumberBeyondAllNumbersIsDamaged) {
  const auto read = read_baseline("known.json", "{\"caveat_baseline\": 1e999, \"findings\": []}");
  ASSERT_FALSE(read);
  EXPECT_NE(to_text(read.error()).find("a number is too large"), std::string::npos);
}

TEST(Baseline, WithAVersionNestedDeeplyIsOfAnotherVersion) {
  constexpr std::size_t depth = 200'000;
  const auto read = read_baseline(
      "known.json", "{\"findings\": [], \"caveat_baseline\": " + std::string(depth, '[') +
                        std::string(depth, ']') + "}");
  ASSERT_FALSE(read);
  EXPECT_NE(to_text(read.error()).find("of another version"), std::string::npos);
}

}  // namespace
}  // namespace caveat
