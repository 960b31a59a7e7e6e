#include "cli/options.h"

#include <gtest/gtest.h>

namespace caveat {
namespace {

constexpr Option table[] = {
    {"format", "NAME", "How.", true},
    {"out", "DIR", "Where."},
    {"quiet", "", "Whether."},
};

auto parsed(std::vector<std::string> arguments) { return parse(table, arguments); }

std::string mistakes(std::vector<std::string> arguments) {
  const auto values = parsed(std::move(arguments));
  std::string text;
  if (values) return "(none)";
  for (const Problem& problem : values.error()) text += to_text(problem);
  return text;
}

TEST(Options, KeepValuesAndArguments) {
  const auto values = parsed({"a.md", "--format", "json", "-", "--format=text=x=y", "--quiet"});
  ASSERT_TRUE(values);
  EXPECT_EQ(values->all("format").size(), 2U);
  EXPECT_EQ(values->all("format")[1], "text=x=y");
  EXPECT_TRUE(values->has("quiet"));
  EXPECT_FALSE(values->has("out"));
  EXPECT_EQ(values->one("out", "here"), "here");
  ASSERT_EQ(values->arguments().size(), 2U);
  EXPECT_EQ(values->arguments()[1], "-");
}

TEST(Options, EndAtTwoDashes) {
  const auto values = parsed({"--", "--quiet"});
  ASSERT_TRUE(values);
  EXPECT_FALSE(values->has("quiet"));
  EXPECT_EQ(values->arguments()[0], "--quiet");
}

TEST(Options, NameTheNearestOne) {
  EXPECT_EQ(mistakes({"--fromat", "json"}),
            "there is no option --fromat\n  did you mean “--format”?\n");
  EXPECT_EQ(mistakes({"--form=json"}), "there is no option --form\n  did you mean “--format”?\n");
}

TEST(Options, TellEveryMistakeAtOnce) {
  const std::string text = mistakes({"--fromat", "json", "--quite"});
  EXPECT_NE(text.find("--fromat"), std::string::npos);
  EXPECT_NE(text.find("--quite"), std::string::npos);
}

TEST(Options, RefuseWhatCannotBeMeant) {
  EXPECT_NE(mistakes({"--out"}), "(none)");
  EXPECT_NE(mistakes({"--quiet=yes"}), "(none)");
  EXPECT_EQ(mistakes({"--out", "a", "--out", "b"}), "--out was given more than once\n");
  EXPECT_EQ(mistakes({"--quiet", "--quiet"}), "(none)");
}

TEST(Options, KnowHelp) {
  const auto values = parsed({"--help"});
  ASSERT_TRUE(values);
  EXPECT_TRUE(values->has("help"));
}

TEST(SplitList, DropsBlanksAndEmptyParts) {
  EXPECT_EQ(split_list("uk, us,,"), (std::vector<std::string>{"uk", "us"}));
  EXPECT_TRUE(split_list("").empty());
}

}  // namespace
}  // namespace caveat
