#include "cli/labels.h"

#include <gtest/gtest.h>

namespace caveat {
namespace {

TEST(ParseLabels, ReadsUnitsAndPage) {
  const auto labels = parse_labels(
      R"({"text": "a", "label": "claim", "stance": "quoted", "family": "f", "also": ["g"], "borderline": true}

{"text": "b", "label": "none", "soft": "note"}
{"doc": true, "verdict": "block", "states": ["s"], "owes": [], "damage": ["mojibake"], "residue": []}
)",
      "x.labels.jsonl");
  ASSERT_TRUE(labels);
  ASSERT_EQ(labels->units.size(), 2U);
  EXPECT_EQ(labels->units[0].label, Label::Claim);
  EXPECT_EQ(labels->units[0].stance, Stance::Quoted);
  EXPECT_EQ(labels->units[0].also, std::vector<std::string>{"g"});
  EXPECT_TRUE(labels->units[0].borderline);
  EXPECT_EQ(labels->units[1].line, 3U);
  EXPECT_EQ(labels->page->verdict, "block");
  EXPECT_TRUE(labels->page->damage.contains("mojibake"));
}

TEST(ParseLabels, TellsEveryMistakeWithItsLine) {
  const auto labels = parse_labels(
      "{\"text\": \"a\", \"label\": \"clam\"}\nnot json\n{\"label\": \"none\"}\n"
      "{\"text\": \"a\", \"label\": \"claim\", \"stance\": \"loud\"}\n[1]\n",
      "x.labels.jsonl");
  ASSERT_FALSE(labels);
  ASSERT_EQ(labels.error().size(), 5U);
  EXPECT_EQ(labels.error()[1].line, 2U);
  EXPECT_NE(labels.error()[0].message.find("clam"), std::string::npos);
}

}  // namespace
}  // namespace caveat
