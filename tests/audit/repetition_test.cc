#include "audit/repetition.h"

#include <gtest/gtest.h>

#include "audit/damage_support.h"

namespace caveat::damage {
namespace {

const std::string paragraph =
    "You learn how to stand, how to breathe and how to make long, even strokes along the back.";

TEST(DuplicateParagraph, FindsTheSecond) {
  const std::string text = paragraph + "\n\nLunch is included.\n\n" + paragraph + "\n";
  const auto all = troubles("duplicate-paragraph", page(text));
  ASSERT_EQ(all.size(), 1U);
  EXPECT_GT(all[0].prose.begin, paragraph.size());
  EXPECT_EQ(found("duplicate-paragraph", "Book now.\n\nLunch.\n\nBook now.\n"), Words{});
}

TEST(KeywordStuffing, NeedsManyRepeats) {
  std::string stuffed, honest;
  for (int i = 0; i < 20; ++i) {
    stuffed +=
        "Our hot stone massage is a hot stone massage that everybody in this town will love " +
        std::to_string(i) + ".\n\n";
    honest += "Guest number " + std::to_string(i) +
              " drinks tea, reads the paper and forgets the time in the warm garden room.\n\n";
  }
  EXPECT_EQ(found("keyword-stuffing", stuffed).size(), 1U);
  EXPECT_EQ(found("keyword-stuffing", "Hot stone massage. Hot stone massage."), Words{});
}

TEST(DuplicateClaim, CountsSentences) {
  RuleInfo rule;
  rule.id = "x/y";
  std::vector<Finding> claims(5);
  for (std::size_t i = 0; i < claims.size(); ++i) {
    claims[i].rule = &rule;
    claims[i].prose = {i * 10, i * 10 + 3};
    claims[i].sentence = {i * 10, i * 10 + 9};
  }
  const std::string text(60, 'a');
  EXPECT_EQ(troubles("duplicate-claim", page(text), {.claims = claims}).size(), 1U);
  claims.resize(3);
  EXPECT_EQ(troubles("duplicate-claim", page(text), {.claims = claims}).size(), 0U);
}

}  // namespace
}  // namespace caveat::damage
