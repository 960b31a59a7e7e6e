// All lexicons of all packs while they are loaded: from definitions to terms in the trie.
//
// Three phases: define() every lexicon of every pack, expand() once, then find() and any_of() while
// patterns are compiled. What is found counts as used.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rulebook/lexicon_entries.h"
#include "rulebook/pack_file.h"
#include "rulebook/rulebook.h"

namespace caveat {

// The four forms that a lexicon with verbs gives as lexicons of their own: "relieve.ing".
enum class VerbForm : std::uint8_t { Base, S, Ed, Ing };
inline constexpr std::array<std::string_view, 4> verb_form_names = {"base", "s", "ed", "ing"};

struct LexiconDefinition {
  PackFile* file = nullptr;
  const YamlNode* key = nullptr;
  const YamlNode* body = nullptr;
  enum class State : std::uint8_t { Untouched, Open, Done } state = State::Untouched;
  bool used = false;
  bool has_forms = false;
  LexiconId id = 0;
  TermList terms;
  std::vector<const YamlNode*> origins;  // of each term: the entry that made it; null: an include
  std::array<TermList, 4> forms;
  std::array<std::optional<LexiconId>, 4> form_ids;
};

class LexiconTable {
 public:
  static constexpr std::size_t most_terms = 200'000;  // of one lexicon
  static constexpr std::size_t most_terms_of_all = 2'000'000;
  static constexpr std::size_t most_words = 30;  // of one term
  static constexpr std::size_t most_lexicons = 5'000;
  static constexpr std::size_t deepest = 100;  // lexicons in lexicons

  explicit LexiconTable(Rulebook& book) : book_(book) {}

  void define(PackFile& file, const YamlNode& key, const YamlNode& body);
  // `complete`: every pack could be read, so that a name not found is a mistake.
  void expand(bool complete);

  // The lexicon with that name, or nothing after reporting it at byte `inside` of `node`.
  std::optional<LexiconId> find(std::string_view name, PackFile& file, const YamlNode& node,
                                std::size_t inside = 0);
  // An internal lexicon of all the terms of `lexicons`; made once.
  LexiconId any_of(std::vector<LexiconId> lexicons);

  void report_unused();
  // What the entries of the packs became; after expand().
  std::vector<LexiconEntry> entries() const;
  // All terms of all lexicons; after the last any_of().
  TermTrie build() const { return terms_.build(); }

 private:
  friend class LexiconExpander;
  using Entry = std::pair<const std::string, LexiconDefinition>;
  struct Reference {
    Entry* entry = nullptr;
    std::optional<VerbForm> form;
  };

  Reference resolve(std::string_view name);
  // As find(), before the terms are known.
  Reference refer(std::string_view name, PackFile& file, const YamlNode& node, std::size_t inside);
  void report_unknown(std::string_view name, PackFile& file, const YamlNode& node,
                      std::size_t inside);
  LexiconId add_lexicon(std::string name);
  void fill(LexiconId id, const TermList& terms);

  Rulebook& book_;
  std::map<std::string, LexiconDefinition, std::less<>> definitions_;
  TermTrieBuilder terms_;
  std::vector<std::vector<TermTrie::Node>> ends_;  // by lexicon: where its terms end in `terms_`
  std::unordered_map<std::string, LexiconId> internal_;
  bool complete_ = true;
  bool full_ = false;  // the problem of too many lexicons has been reported
};

}  // namespace caveat
