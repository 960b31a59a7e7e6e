#include "rulebook/lexicon_table.h"

#include <gtest/gtest.h>

#include "rulebook/packs.h"

namespace caveat {
namespace {

using Terms = std::vector<std::string>;

// The terms of the lexicon "it"; `others` are definitions beside it, all of them used.
Terms terms(std::string_view it, std::string_view others = "", std::string_view asked = "it") {
  std::string yaml = "pack: p\nlexicons:\n  it: " + std::string(it) + "\n" + std::string(others) +
                     "cues:\n  - {pseudo: true, phrases: [<" + std::string(asked) + ">, <it>]}\n";
  const LoadedRulebook loaded = load_text(yaml);
  if (!loaded.rulebook) return {texts_of(loaded.problems)};
  return terms_of(*loaded.rulebook, asked);
}

TEST(LexiconTable, VerbsInflectTheirFirstWord) {
  EXPECT_EQ(terms("{verbs: [ease]}"), (Terms{"ease", "eased", "eases", "easing"}));
  EXPECT_EQ(terms("{verbs: [melt away]}"),
            (Terms{"melt away", "melted away", "melting away", "melts away"}));
  EXPECT_EQ(terms("{verbs: [get rid of]}"),
            (Terms{"get rid of", "gets rid of", "getting rid of", "got rid of", "gotten rid of"}));
}

TEST(LexiconTable, VerbsGiveTheirForms) {
  const Terms short_form = terms("{verbs: [bid/bids/bade/bidden/bidding farewell]}", "", "it.ed");
  EXPECT_EQ(short_form, (Terms{"bade farewell", "bidden farewell"}));
  EXPECT_EQ(terms("{verbs: [bid/bids/bid/bidding]}", "", "it.ed"), Terms{"bid"});
  const std::string_view mapping =
      "{verbs: [{base: bid farewell, s: bids farewell, past: bade farewell}]}";
  EXPECT_EQ(terms(mapping, "", "it.base"), Terms{"bid farewell"});
  EXPECT_EQ(terms(mapping, "", "it.s"), Terms{"bids farewell"});
  EXPECT_EQ(terms(mapping, "", "it.ed"), Terms{"bade farewell"});
  EXPECT_EQ(terms(mapping, "", "it.ing"), Terms{"bidding farewell"});
}

TEST(LexiconTable, FormsComeWithInclusion) {
  const std::string_view others = "  heal: {verbs: heal}\n";
  EXPECT_EQ(terms("{verbs: ease, include: heal}", others, "it.ing"), (Terms{"easing", "healing"}));
  EXPECT_EQ(terms("{words: x, include: heal.ing}", others), (Terms{"healing", "x"}));
  EXPECT_EQ(terms("{include: heal, except: healing}", others, "it.ing"), Terms{});
}

TEST(LexiconTable, NounsInflectTheirLastWord) {
  EXPECT_EQ(terms("{nouns: [stiff neck]}"), (Terms{"stiff neck", "stiff necks"}));
  EXPECT_EQ(terms("{nouns: [lumbar vertebra/vertebrae]}"),
            (Terms{"lumbar vertebra", "lumbar vertebrae"}));
}

TEST(LexiconTable, WordsAreExactAndFolded) {
  EXPECT_EQ(terms("{words: [Pain-Free, DOMS, client’s, 50%]}"),
            (Terms{"50 %", "client", "doms", "pain free"}));
}

TEST(LexiconTable, AdjectivesCompare) {
  EXPECT_EQ(
      terms("{adjectives: [deep, effective, good/better/best, hard working]}"),
      (Terms{"best", "better", "deep", "deeper", "deepest", "effective", "good", "hard working"}));
}

TEST(LexiconTable, PhrasesMultiply) {
  const std::string part = "  part: {words: [back, lower back]}\n";
  const std::string others = part + "  ache: {nouns: ache}\n";
  EXPECT_EQ(terms("{phrases: [\"<part> <ache>\"]}", others),
            (Terms{"back ache", "back aches", "lower back ache", "lower back aches"}));
  EXPECT_EQ(terms("{phrases: [\"pain in (the|your)? <part>\"]}", part),
            (Terms{"pain in back", "pain in lower back", "pain in the back",
                   "pain in the lower back", "pain in your back", "pain in your lower back"}));
  EXPECT_EQ(terms("{phrases: [\"(a b|c-d)? e|f\"]}"),
            (Terms{"a b e", "a b f", "c d e", "c d f", "e", "f"}));
}

TEST(LexiconTable, ExceptRemovesAfterEverything) {
  EXPECT_EQ(terms("{verbs: [ease], words: [x], except: [eases, x]}"),
            (Terms{"ease", "eased", "easing"}));
}

TEST(LexiconTable, TermsAreSharedAcrossPacks) {
  const PackSource packs[] = {
      {"a.yaml", "pack: a\nlexicons:\n  it: {phrases: [\"<part> pain\"]}\n"},
      {"b.yaml",
       "pack: b\nlexicons:\n  part: {words: back}\ncues: [{pseudo: true, phrases: <it>}]\n"},
  };
  const LoadedRulebook loaded = load(packs);
  ASSERT_TRUE(loaded.rulebook) << texts_of(loaded.problems);
  EXPECT_EQ(terms_of(*loaded.rulebook, "it"), Terms{"back pain"});
}

}  // namespace
}  // namespace caveat
