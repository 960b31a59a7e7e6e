#include "input/plain_lines.h"

#include <gtest/gtest.h>

#include <string>

namespace caveat {
namespace {

using Shape = PlainLine::Shape;

PlainLine line(const std::string& text) { return plain_lines(text).at(0); }
std::string words(const std::string& text) { return std::string(slice(text, line(text).text)); }

TEST(PlainLines, EndAtEveryKindOfLineEnd) {
  const std::string text = "a\nb\r\nc\rd";
  std::string all;
  for (const PlainLine& each : plain_lines(text)) all += std::string(slice(text, each.text)) + "|";
  EXPECT_EQ(all, "a|b|c|d|");
  EXPECT_EQ(plain_lines("").size(), 0U);
  EXPECT_EQ(plain_lines("\n\n").size(), 2U);
}

TEST(PlainLines, KnowMarksFromWords) {
  const std::pair<const char*, Shape> cases[] = {
      {"- item", Shape::Bullet},      {"• item", Shape::Bullet},  {"✓ item", Shape::Bullet},
      {"✔️ item", Shape::Bullet},      {"o item", Shape::Bullet},  {"— said she", Shape::Bullet},
      {"-10 degrees", Shape::Words},  {"one item", Shape::Words}, {"1. item", Shape::Number},
      {"12) item", Shape::Number},    {"a) item", Shape::Number}, {"1.5 hours", Shape::Words},
      {"2024. a year", Shape::Words}, {"> quoted", Shape::Quote}, {"# Head", Shape::Hash},
      {"#hashtag", Shape::Words},     {"-----", Shape::Rule},     {"==", Shape::Words},
      {"a\tb", Shape::Cells},         {"a | b", Shape::Cells},    {"%% x %%", Shape::Comment},
      {"   ", Shape::Blank},          {"", Shape::Blank},         {"a. item", Shape::Words},
  };
  for (const auto& [text, shape] : cases)
    EXPECT_EQ(line(std::string(text) + "\n").shape, shape) << text;
}

TEST(PlainLines, LoseTheirMarks) {
  EXPECT_EQ(words("  - an item  \n"), "an item");
  EXPECT_EQ(words("### A heading\n"), "A heading");
  EXPECT_EQ(words("> > deep\n"), "deep");
  EXPECT_EQ(line("> > deep\n").level, 2);
  EXPECT_EQ(line("  - x\n").indent, 2);
  EXPECT_EQ(line("\t- x\n").indent, 4);
}

TEST(PlainLines, AreShortWithoutAFullStop) {
  EXPECT_TRUE(line("Our treatments").is_short);
  EXPECT_TRUE(line("What do we treat?").is_short);
  EXPECT_TRUE(line("We help with:").is_short);
  EXPECT_TRUE(line("Better sleep (finally!)").is_short);
  EXPECT_FALSE(line("We help.").is_short);
  EXPECT_FALSE(line("Calm,").is_short);
  EXPECT_FALSE(line("And so on…").is_short);
  EXPECT_FALSE(line("“We love it.”").is_short);
  EXPECT_FALSE(
      line("one two three four five six seven eight nine ten eleven twelve thirteen").is_short);
}

TEST(PlainLines, CountWidthInCodePoints) { EXPECT_EQ(line("ééé").width, 3U); }

TEST(PlainLines, KnowLowerCaseBeyondAscii) {
  EXPECT_TRUE(line("şifa").starts_lower);
  EXPECT_FALSE(line("Şifa").starts_lower);
  EXPECT_FALSE(line("10 minutes").starts_lower);
}

TEST(PlainCells, SplitAtTabsOrBars) {
  const auto cells = [](const std::string& text) {
    std::string all;
    for (const TextSpan cell : plain_cells(text, {0, text.size()})) {
      all += std::string(slice(text, cell)) + ";";
    }
    return all;
  };
  EXPECT_EQ(cells("a\tb c\td"), "a;b c;d;");
  EXPECT_EQ(cells("| a | b |"), "a;b;");
  EXPECT_EQ(cells("a | | b"), "a;;b;");
}

}  // namespace
}  // namespace caveat
