#include "model/line_index.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace caveat {
namespace {

using namespace std::string_view_literals;

LineColumn at(std::string_view source, std::size_t offset, CodeUnits units = CodeUnits::Utf8) {
  return LineIndex(source, units).at(offset);
}

TEST(LineIndex, EndsLinesAtLfCrLfAndCr) {
  const std::string_view source = "a\nb\r\nc\rd";
  EXPECT_EQ(at(source, 0), (LineColumn{1, 1}));
  EXPECT_EQ(at(source, 1), (LineColumn{1, 2}));
  EXPECT_EQ(at(source, 2), (LineColumn{2, 1}));
  EXPECT_EQ(at(source, 4), (LineColumn{2, 3}));  // between CR and LF
  EXPECT_EQ(at(source, 5), (LineColumn{3, 1}));
  EXPECT_EQ(at(source, 7), (LineColumn{4, 1}));
  EXPECT_EQ(at(source, 8), (LineColumn{4, 2}));
  EXPECT_EQ(at(source, 99), (LineColumn{4, 2}));
  EXPECT_EQ(LineIndex(source).count(), 4U);
}

TEST(LineIndex, GivesLinesWithoutTheirEnds) {
  const LineIndex index("ab\ncd\r\n\r\nef\r");
  EXPECT_EQ(index.count(), 5U);
  EXPECT_EQ(index.line(1), "ab");
  EXPECT_EQ(index.line(2), "cd");
  EXPECT_EQ(index.line(3), "");
  EXPECT_EQ(index.line(4), "ef");
  EXPECT_EQ(index.line(5), "");
  EXPECT_EQ(index.line(0), "");
  EXPECT_EQ(index.line(6), "");
}

TEST(LineIndex, CountsCodePointsNotBytes) {
  const std::string_view source = "é😀x\ny";
  EXPECT_EQ(at(source, 2), (LineColumn{1, 2}));
  EXPECT_EQ(at(source, 6), (LineColumn{1, 3}));
  EXPECT_EQ(at(source, 4), (LineColumn{1, 2}));  // inside the emoji
  EXPECT_EQ(at(source, 8), (LineColumn{2, 1}));
}

TEST(LineIndex, CountsEachMaximalSubpartOnce) {
  // E2 80 is one subpart; 80 80 are two.
  const std::string_view source = "\xE2\x80x\x80\x80y";
  EXPECT_EQ(at(source, 2), (LineColumn{1, 2}));
  EXPECT_EQ(at(source, 5), (LineColumn{1, 5}));
}

TEST(LineIndex, ByteOrderMarkTakesNoColumn) {
  const std::string_view source =
      "\xEF\xBB\xBF"
      "ab\nc";
  EXPECT_EQ(at(source, 3), (LineColumn{1, 1}));
  EXPECT_EQ(at(source, 4), (LineColumn{1, 2}));
  EXPECT_EQ(at(source, 0), (LineColumn{1, 1}));
  EXPECT_EQ(LineIndex(source).line(1), "ab");
}

TEST(LineIndex, CountsUtf16) {
  const std::string_view little =
      "\xFF\xFE"
      "a\0\x3D\xD8\x00\xDE"
      "b\0\r\0\n\0c\0"sv;
  const LineIndex index(little, CodeUnits::Utf16LE);
  EXPECT_EQ(index.count(), 2U);
  EXPECT_EQ(index.at(2), (LineColumn{1, 1}));
  EXPECT_EQ(index.at(4), (LineColumn{1, 2}));
  EXPECT_EQ(index.at(8), (LineColumn{1, 3}));  // past the surrogate pair
  EXPECT_EQ(index.at(14), (LineColumn{2, 1}));
  const std::string_view big = "\0a\0\n\0b"sv;
  EXPECT_EQ(LineIndex(big, CodeUnits::Utf16BE).at(4), (LineColumn{2, 1}));
  // U+0A00 and U+000A hold the same bytes.
  EXPECT_EQ(LineIndex("\x0A\x00"sv, CodeUnits::Utf16BE).count(), 1U);
  EXPECT_EQ(LineIndex("a\0b"sv, CodeUnits::Utf16LE).at(3), (LineColumn{1, 3}));
}

TEST(LineIndex, CountsBytesInSingleByteEncodings) {
  EXPECT_EQ(at("\xE9\x80z", 2, CodeUnits::SingleByte), (LineColumn{1, 3}));
}

TEST(LineIndex, EmptySourceHasOneLine) {
  EXPECT_EQ(LineIndex("").count(), 1U);
  EXPECT_EQ(at("", 0), (LineColumn{1, 1}));
  EXPECT_EQ(at("", 5), (LineColumn{1, 1}));
}

TEST(LineIndex, LongLinesCostLittle) {
  std::string source;
  while (source.size() < 20'000'000) source += "naïve words ";
  const auto begin = std::chrono::steady_clock::now();
  const LineIndex index(source);
  std::size_t sum = 0;
  for (std::size_t i = 0; i < 10'000; ++i) sum += index.at(source.size() - i).column;
  EXPECT_GT(sum, 0U);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
  EXPECT_EQ(index.at(13 * 1000).column, 12 * 1000 + 1U);
}

}  // namespace
}  // namespace caveat
