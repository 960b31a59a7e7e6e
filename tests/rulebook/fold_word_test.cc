#include "rulebook/fold_word.h"

#include <gtest/gtest.h>

#include <vector>

namespace caveat {
namespace {

TEST(FoldWord, LowersStraightensAndDropsThePossessive) {
  const struct {
    const char *word, *folded;
  } rows[] = {
      {"Massage", "massage"},
      {"DOMS", "doms"},
      {"client’s", "client"},
      {"client's", "client"},
      {"Clients’", "clients"},
      {"don’t", "don't"},
      {"DON'T", "don't"},
      {"Ärzte", "ärzte"},
      {"MÉDECIN", "médecin"},
      {"İlaç", "ilaç"},
      {"ağrı", "ağrı"},
      {"ŞİFA", "şifa"},
      {"ÐÝÞ", "ðýþ"},
      {"ŁÓDŹ", "łódź"},
      {"ĹĽ", "ĺľ"},
      {"ΠΌΝΟΣ", "πΌνοσ"},
      {"БОЛЬ", "боль"},
      {"ЀЏ", "ѐџ"},
      {"TIỀN", "tiền"},
      {"×", "×"},
      {"10", "10"},
  };
  for (const auto& row : rows) EXPECT_EQ(fold_word(row.word), row.folded);
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::size_t at = 0;
  std::string_view word;
  while (next_word(text, at, word)) words.emplace_back(word);
  if (at < text.size()) words.push_back("stopped at " + std::to_string(at));
  return words;
}

TEST(NextWord, DividesAsDocumentsAreDivided) {
  using Words = std::vector<std::string>;
  EXPECT_EQ(words_of("pain-free"), (Words{"pain", "free"}));
  EXPECT_EQ(words_of("and/or"), (Words{"and", "or"}));
  EXPECT_EQ(words_of("e.g. this"), (Words{"e", "g", "this"}));
  EXPECT_EQ(words_of("don't stop"), (Words{"don't", "stop"}));
  EXPECT_EQ(words_of("100% off"), (Words{"100", "%", "off"}));
  EXPECT_EQ(words_of("£40"), (Words{"£", "40"}));
  EXPECT_EQ(words_of("1.5 1,000"), (Words{"1.5", "1,000"}));
  EXPECT_EQ(words_of("vitamin B12"), (Words{"vitamin", "B12"}));
  EXPECT_EQ(words_of("yağ masajı"), (Words{"yağ", "masajı"}));
  EXPECT_EQ(words_of("  "), Words{});
}

TEST(NextWord, StopsBeforeWhatIsInNoWord) {
  using Words = std::vector<std::string>;
  EXPECT_EQ(words_of("fee!"), (Words{"fee", "stopped at 3"}));
  EXPECT_EQ(words_of("‘fee’"), Words{"stopped at 0"});
  EXPECT_EQ(words_of("a → b"), (Words{"a", "stopped at 2"}));
  EXPECT_EQ(words_of("fees, and"), (Words{"fees", "stopped at 4"}));
}

}  // namespace
}  // namespace caveat
