// Words, and sets of terms over them.
//
// Every word that a pack names is interned once; a document's tokens are looked up in the same
// table, so that matching compares integers. A term is one or more words in sequence; a lexicon is
// a set of terms. Invariant: words are stored folded (see audit/fold.h): lower case, straight
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
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
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

  void add(std::span<const WordId> term, LexiconId lexicon);
  Node step(Node from, WordId word) const;
  // The lexicons that hold the term which ends at `node`; sorted, each once.
  std::span<const LexiconId> lexicons(Node node) const { return ends_[node]; }

 private:
  std::unordered_map<std::uint64_t, Node> edges_;  // (node << 32 | word) -> node
  std::vector<std::vector<LexiconId>> ends_{1};
};

}  // namespace caveat
