// Words, and sets of terms over them.
//
// Every word that a pack names is interned once; a document's tokens are looked up in the same
// table, so that matching compares integers. A term is one or more words in sequence; a lexicon is
// a set of terms. Invariant: words are stored folded (rulebook/fold_word.h): lower case, straight
// apostrophe, no possessive 's, NFC.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace caveat {

using WordId = std::uint32_t;
inline constexpr WordId no_word = 0;  // a word that no pack names

class Vocabulary {
 public:
  WordId intern(std::string_view folded);
  // The id of a folded word, or no_word.
  WordId find(std::string_view folded) const;
  std::string_view text(WordId id) const { return words_[id]; }
  std::size_t size() const { return words_.size(); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  std::unordered_map<std::string, WordId, Hash, std::equal_to<>> ids_;
  std::vector<std::string> words_{std::string{}};  // by id; [no_word] is empty
};

using LexiconId = std::uint16_t;

// All terms of all lexicons in one trie over word ids.
class TermTrie {
 public:
  using Node = std::uint32_t;
  static constexpr Node root = 0;
  static constexpr Node none = ~Node{0};

  TermTrie();

  // Adds the term to the lexicon; false where the lexicon holds it already.
  bool add(std::span<const WordId> term, LexiconId lexicon) { return mark(insert(term), lexicon); }
  // The node at which `term` ends, made where it is missing.
  Node insert(std::span<const WordId> term);
  // The node one word behind `from`, made where it is missing.
  Node insert(Node from, WordId word);
  // Adds the term that ends at `node` to the lexicon; false where the lexicon holds it already.
  bool mark(Node node, LexiconId lexicon);

  Node step(Node from, WordId word) const;
  // The lexicons that hold the term which ends at `node`; sorted, each once.
  std::span<const LexiconId> lexicons(Node node) const { return sets_[set_at_[node]]; }

 private:
  using SetId = std::uint32_t;
  struct Edge {
    std::uint64_t key;  // node << 32 | word
    Node to;            // root where the slot is free: no edge leads to the root
  };

  std::size_t slot(std::uint64_t key) const;
  void grow();
  SetId with(SetId set, LexiconId lexicon);

  std::vector<Node> first_;  // by word: the step from the root, which every word takes
  std::vector<Edge> edges_;  // open addressing; the size is a power of two
  std::size_t edge_count_ = 0;
  std::vector<SetId> set_at_;  // by node
  // Few different sets of lexicons exist, many nodes share each.
  std::vector<std::vector<LexiconId>> sets_;
  std::unordered_map<std::uint64_t, SetId> larger_;  // (set << 16 | lexicon) -> set
  // The last answer of with(): the terms of a lexicon are marked in a row.
  std::uint64_t last_key_ = ~std::uint64_t{0};
  SetId last_larger_ = 0;
};

}  // namespace caveat
