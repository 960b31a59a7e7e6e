#include "model/display.h"

#include <gtest/gtest.h>

namespace caveat {
namespace {

TEST(DisplayWidth, KnowsWideAndCombiningCharacters) {
  EXPECT_EQ(display_width("abc"), 3U);
  EXPECT_EQ(display_width("漢字"), 4U);
  EXPECT_EQ(display_width("e\u0301"), 1U);
  EXPECT_EQ(display_width("🧘"), 2U);
  EXPECT_EQ(display_width("한국"), 4U);
  EXPECT_EQ(display_width("\u200B\u00AD\uFEFF"), 0U);
  EXPECT_EQ(display_width("“—”…é"), 5U);
  EXPECT_EQ(display_width("\xFF"), 1U) << "shown as U+FFFD";
}

TEST(CodePointAt, StepsThroughBrokenText) {
  const std::string_view text = "a\xE2\x82\xAC\xE2\x82z\xF0\x9F\xA7\x98";
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    points.push_back(point.value);
    at += point.bytes;
  }
  EXPECT_EQ(points, U"a€\uFFFDz🧘");
}

TEST(AppendUtf8, IsTheInverseOfCodePointAt) {
  for (const char32_t value : {U'a', U'\u00E9', U'\u20AC', U'\U0001F9D8', U'\U0010FFFF'}) {
    std::string text;
    append_utf8(text, value);
    EXPECT_EQ(code_point_at(text, 0).value, value);
    EXPECT_EQ(code_point_at(text, 0).bytes, text.size());
  }
}

TEST(Printable, LeavesEscapeSequencesOut) {
  EXPECT_EQ(printable("a\x1B[1;31mred\x1B[0m b"), "ared b");
  EXPECT_EQ(printable("a\x1B]0;title\x07z"), "az");
  EXPECT_EQ(printable("a\x1B]8;;http://x\x1B\\link\x1B]8;;\x1B\\z"), "alinkz");
  EXPECT_EQ(printable("a\x1BPsixel\x1B\\z"), "az");
  EXPECT_EQ(printable("a\u009B31mz"), "az");
  EXPECT_EQ(printable("end\x1B"), "end");
  EXPECT_EQ(printable("end\x1B["), "end");
  EXPECT_EQ(printable("end\x1B]0;never ends"), "end");
}

TEST(Printable, LeavesControlsOutAndMakesOneLine) {
  EXPECT_EQ(printable("a\tb\r\nc\nd\re"), "a b c d e");
  EXPECT_EQ(printable("a\bb\x7F\u0085c"), "abc");
  EXPECT_EQ(printable("a\u202Eb\u2066c\u200Fd\u2028e"), "abcde");
  EXPECT_EQ(printable(std::string_view("a\0b", 3)), "ab");
  EXPECT_EQ(printable("caf\xE9"), "caf\uFFFD");
  EXPECT_EQ(printable("naïve 漢字 🧘"), "naïve 漢字 🧘");
}

TEST(IsInvisible, KnowsWhatShowsNothing) {
  for (const char32_t value : {U'\u200B', U'\u200D', U'\u00AD', U'\uFEFF', U'\u202E', U'\u2060'}) {
    EXPECT_TRUE(is_invisible(value)) << static_cast<unsigned>(value);
  }
  for (const char32_t value : {U'a', U' ', U'\u00A0', U'\u0301', U'漢'}) {
    EXPECT_FALSE(is_invisible(value)) << static_cast<unsigned>(value);
  }
}

TEST(Printable, IsNoCommandInTheLogOfABuild) {
  EXPECT_EQ(printable("::error::x"), ": :error::x");
  EXPECT_EQ(printable("a ::error::x"), "a : :error::x");
  EXPECT_EQ(printable("\u00A0::error::x"), "\u00A0: :error::x");
  EXPECT_EQ(printable(":\x1B[0m:error::x"), ": :error::x") << "after what is left out";
  EXPECT_EQ(printable("##[error]x"), "# #[error]x");
  EXPECT_EQ(printable("###vso[a]b ##teamcity[c"), "## #vso[a]b # #teamcity[c");
}

TEST(Printable, LeavesOtherMarksAlone) {
  for (const std::string_view text :
       {"std::string", "a::b", ":: x", "a :::", "## Heading [x]", "#[x]", "##", "::", "9 ::1"}) {
    EXPECT_EQ(printable(text), text);
  }
}

}  // namespace
}  // namespace caveat
