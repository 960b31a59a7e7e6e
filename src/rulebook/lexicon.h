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

#include "rulebook/flat.h"

namespace caveat {

using WordId = std::uint32_t;
inline constexpr WordId no_word = 0;  // a word that no pack names

// A hash table without pointers, so that a compiled rulebook is read in one piece.
class Vocabulary {
 public:
  Vocabulary();
  WordId intern(std::string_view folded);
  // The id of a folded word, or no_word.
  WordId find(std::string_view folded) const { return slots_[slot(folded)]; }
  std::string_view text(WordId id) const {
    return {letters_.data() + (ends_[id] - lengths_[id]), lengths_[id]};
  }
  std::size_t size() const { return ends_.size(); }

  // For rulebook/compiled.cc: what is kept.
  template <class Archive, class Self>
  static void describe(Archive& archive, Self& self) {
    archive(self.letters_, self.ends_, self.lengths_, self.slots_);
  }

 private:
  std::size_t slot(std::string_view folded) const;
  void grow();

  Flat<char> letters_;           // of all words, one behind the other
  Flat<std::uint32_t> ends_;     // by id: where the word ends in `letters_`
  Flat<std::uint32_t> lengths_;  // by id
  Flat<WordId> slots_;           // open addressing; no_word where free; a power of two
};

using LexiconId = std::uint16_t;

// All terms of all lexicons in one trie over word ids. Immutable: TermTrieBuilder makes it.
//
// Nodes are numbered level by level, so that the children of a node stand side by side.
class TermTrie {
 public:
  using Node = std::uint32_t;
  static constexpr Node root = 0;
  static constexpr Node none = ~Node{0};

  Node step(Node from, WordId word) const;
  // The lexicons that hold the term which ends at `node`; sorted, each once.
  std::span<const LexiconId> lexicons(Node node) const {
    const std::uint32_t set = places_[node].set;
    return {set_members_.data() + set_begins_[set], set_begins_[set + 1] - set_begins_[set]};
  }

  // For rulebook/compiled.cc: what is kept.
  template <class Archive, class Self>
  static void describe(Archive& archive, Self& self) {
    archive(self.first_, self.places_, self.set_begins_, self.set_members_);
  }

 private:
  friend class TermTrieBuilder;

  // What is told of a node lies together: mostly it has to be fetched from memory.
  struct Place {
    WordId word;        // that leads to it, ascending among siblings
    Node first_child;   // the next node's is the end of its children
    std::uint32_t set;  // of the lexicons whose term ends here
  };

  Flat<Node> first_;  // by word: the step from the root, which every word takes
  Flat<Place> places_ =
      std::vector<Place>{{no_word, 1, 0}, {no_word, 1, 0}};  // one more at the end
  // Few different sets of lexicons exist, many nodes share each.
  Flat<std::uint32_t> set_begins_ =
      std::vector<std::uint32_t>{0, 0};  // by set: its place in `set_members_`; one more
  Flat<LexiconId> set_members_;
};

class TermTrieBuilder {
 public:
  using Node = TermTrie::Node;
  static constexpr Node root = TermTrie::root;

  TermTrieBuilder();

  // Adds the term to the lexicon; false where the lexicon holds it already.
  bool add(std::span<const WordId> term, LexiconId lexicon) { return mark(insert(term), lexicon); }
  // The node at which `term` ends, made where it is missing. Its number is the builder's own.
  Node insert(std::span<const WordId> term);
  // The node one word behind `from`, made where it is missing.
  Node insert(Node from, WordId word);
  // Adds the term that ends at `node` to the lexicon; false where the lexicon holds it already.
  bool mark(Node node, LexiconId lexicon);

  TermTrie build() const;

 private:
  using SetId = std::uint32_t;
  struct Edge {
    Node from;
    WordId word;
    Node to;  // root where the slot is free: no edge leads to the root
  };

  std::size_t slot(Node from, WordId word) const;
  void grow();
  SetId with(SetId set, LexiconId lexicon);
  std::span<const LexiconId> members(SetId set) const {
    return std::span(set_members_)
        .subspan(set_begins_[set], set_begins_[set + 1] - set_begins_[set]);
  }

  std::vector<Edge> edges_;  // open addressing; the size is a power of two
  std::size_t edge_count_ = 0;
  std::vector<SetId> set_at_ = {0};                 // by node
  std::vector<std::uint32_t> set_begins_ = {0, 0};  // as in TermTrie
  std::vector<LexiconId> set_members_;
  std::unordered_map<std::uint64_t, SetId> larger_;  // (set << 16 | lexicon) -> set
  // The last answer of with(): the terms of a lexicon are marked in a row.
  std::uint64_t last_key_ = ~std::uint64_t{0};
  SetId last_larger_ = 0;
};

}  // namespace caveat
