#include "rulebook/lexicon.h"

#include <gtest/gtest.h>

#include "rulebook/packs.h"

namespace caveat {
namespace {

using Ids = std::vector<LexiconId>;

Ids ids(std::span<const LexiconId> held) { return {held.begin(), held.end()}; }

TEST(Vocabulary, InternsOnce) {
  Vocabulary vocabulary;
  const WordId pain = vocabulary.intern("pain");
  EXPECT_NE(pain, no_word);
  EXPECT_EQ(vocabulary.intern("pain"), pain);
  EXPECT_EQ(vocabulary.find("pain"), pain);
  EXPECT_EQ(vocabulary.find("joy"), no_word);
  EXPECT_EQ(vocabulary.text(pain), "pain");
  EXPECT_EQ(vocabulary.text(no_word), "");
}

TEST(TermTrie, HoldsTermsOfSeveralWords) {
  TermTrieBuilder builder;
  const WordId lower_back[] = {7, 3}, back[] = {3};
  EXPECT_TRUE(builder.add(lower_back, 2));
  EXPECT_TRUE(builder.add(back, 5));
  EXPECT_TRUE(builder.add(back, 1));
  EXPECT_FALSE(builder.add(back, 5));
  const TermTrie trie = builder.build();
  EXPECT_EQ(ids(trie.lexicons(trie.step(TermTrie::root, 3))), (Ids{1, 5}));
  const TermTrie::Node lower = trie.step(TermTrie::root, 7);
  EXPECT_EQ(ids(trie.lexicons(lower)), Ids{});
  EXPECT_EQ(ids(trie.lexicons(trie.step(lower, 3))), Ids{2});
  EXPECT_EQ(trie.step(lower, 7), TermTrie::none);
  EXPECT_EQ(trie.step(TermTrie::root, 4), TermTrie::none);
  EXPECT_EQ(trie.step(TermTrie::root, no_word), TermTrie::none);
  EXPECT_EQ(trie.step(TermTrie::root, 1'000'000), TermTrie::none);
}

TEST(TermTrie, GrowsWithoutLosingAnything) {
  TermTrieBuilder builder;
  for (WordId a = 1; a <= 60; ++a) {
    for (WordId b = 1; b <= 60; ++b) {
      const WordId term[] = {a, b};
      builder.add(term, static_cast<LexiconId>((a * b) % 50));
    }
  }
  const TermTrie trie = builder.build();
  for (WordId a = 1; a <= 60; ++a) {
    for (WordId b = 1; b <= 60; ++b) {
      const TermTrie::Node node = trie.step(trie.step(TermTrie::root, a), b);
      ASSERT_NE(node, TermTrie::none);
      EXPECT_EQ(ids(trie.lexicons(node)), Ids{static_cast<LexiconId>((a * b) % 50)});
    }
  }
}

}  // namespace
}  // namespace caveat
