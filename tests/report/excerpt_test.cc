#include "report/excerpt.h"

#include <gtest/gtest.h>

#include "support/sample_report.h"

namespace caveat {
namespace {

using test::finding_at;
using test::plain_document;

Excerpt excerpt_of(const Document& document, std::string_view words, std::size_t width = 60) {
  RuleInfo rule;
  const LineIndex lines(document.source, document.code_units());
  return excerpt(document, lines, finding_at(document, rule, words), width);
}

Excerpt excerpt_of(std::string source, std::string_view words, std::size_t width = 60) {
  return excerpt_of(plain_document("a.md", std::move(source)), words, width);
}

TEST(Excerpt, UnderlinesTheSpan) {
  const Excerpt shown = excerpt_of("one\nIt flushes toxins.\nthree", "flushes");
  EXPECT_EQ(shown.text, "It flushes toxins.");
  EXPECT_EQ(shown.carets, "   ^^^^^^^");
}

TEST(Excerpt, ExpandsTabsToStops) {
  const Excerpt shown = excerpt_of("ab\tcure\t!", "cure");
  EXPECT_EQ(shown.text, "ab  cure    !");
  EXPECT_EQ(shown.carets, "    ^^^^");
}

TEST(Excerpt, CountsWideAndCombiningCharacters) {
  const Excerpt wide = excerpt_of("漢字 e\u0301 heals 漢", "heals 漢");
  EXPECT_EQ(wide.carets, "       ^^^^^^^^");
}

TEST(Excerpt, CutsALongLineAroundTheSpan) {
  const Excerpt shown =
      excerpt_of(std::string(100, 'a') + " cure " + std::string(100, 'b'), "cure", 20);
  EXPECT_EQ(shown.text, "…aaaaaa cure bbbbbb…");
  EXPECT_EQ(shown.carets, "        ^^^^");
}

TEST(Excerpt, CutsALineOfAMegabyteLikeALongOne) {
  const std::string far(1'000'000, 'a');
  const Excerpt shown = excerpt_of(far + "é cure é" + far, "cure", 20);
  EXPECT_EQ(shown.text, "…aaaaaé cure éaaaaa…");
  EXPECT_EQ(shown.carets, "        ^^^^");
  Document legacy = plain_document("a.md", far + "\nx cure y" + far);
  legacy.encoding = "windows-1252";
  EXPECT_EQ(excerpt_of(legacy, "cure", 20).text, "x cure yaaaaaaaaaa…");
}

TEST(Excerpt, CutsLettersUnderAHeapOfMarks) {
  std::string heap = "a";
  for (int i = 0; i < 10'000; ++i) heap += "\u0301";
  const Excerpt shown = excerpt_of(heap + " cure " + heap, "cure", 20);
  EXPECT_TRUE(shown.text.starts_with("…\u0301") && shown.text.ends_with("\u0301…"));
  EXPECT_LT(shown.text.size(), 1000U);
  EXPECT_EQ(shown.carets, "  ^^^^");
}

TEST(Excerpt, CutsASpanThatIsLongerThanTheLine) {
  const Excerpt shown = excerpt_of("x " + std::string(100, 'c'), std::string(100, 'c'), 20);
  EXPECT_EQ(shown.text, "…" + std::string(18, 'c') + "…");
  EXPECT_EQ(shown.carets, " " + std::string(18, '^'));
}

TEST(Excerpt, ShowsTheFirstLineOfASpanOverTwo) {
  const Excerpt shown = excerpt_of("it cures\r\ncancer now", "cures\r\ncancer");
  EXPECT_EQ(shown.text, "it cures");
  EXPECT_EQ(shown.carets, "   ^^^^^");
}

TEST(Excerpt, NamesWhatNobodyCanSee) {
  EXPECT_EQ(excerpt_of("a\u200Bb", "\u200B").text, "a<U+200B>b");
  EXPECT_EQ(excerpt_of("a\u200Bb", "b").text, "a\u200Bb");
  EXPECT_EQ(excerpt_of("a\x1B[31mb", "b").text, "a<U+001B>[31mb");
}

TEST(Excerpt, LeavesTheByteOrderMarkOut) {
  const Excerpt shown = excerpt_of("\uFEFFcure all", "cure");
  EXPECT_EQ(shown.text, "cure all");
  EXPECT_EQ(shown.carets, "^^^^");
}

TEST(Excerpt, GivesAnEmptySpanOneCaret) {
  EXPECT_EQ(excerpt_of("abc", "").carets, "^");
  EXPECT_EQ(excerpt_of("", "").carets, "^");
}

TEST(Excerpt, ShowsTheProseOfALegacyDocument) {
  const test::SampleReport sample;
  const FileReport& page = sample.report.documents[1];
  const LineIndex lines(page.document.source, page.document.code_units());
  const Excerpt shown = excerpt(page.document, lines, page.findings[0], 60);
  EXPECT_EQ(shown.text, "Café massage heals arthritis");
  EXPECT_EQ(shown.carets, "             ^^^^^^^^^^^^^^^");
}

}  // namespace
}  // namespace caveat
