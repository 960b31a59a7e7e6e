// Turns the definitions of lexicons into their terms: inflects, multiplies phrases, includes,
// removes. Each lexicon is expanded once, after those it names.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rulebook/fields.h"
#include "rulebook/inflect.h"
#include "rulebook/lexicon_table.h"
#include "rulebook/pattern_parser.h"

namespace caveat {

class LexiconExpander {
 public:
  explicit LexiconExpander(LexiconTable& table) : table_(table) {}

  void expand(LexiconTable::Entry& entry);

 private:
  void read_groups(LexiconTable::Entry& entry, const Fields& fields);
  void add_verb(LexiconDefinition& to, const YamlNode& verb);
  void add_verb_mapping(LexiconDefinition& to, const YamlNode& verb);
  void add_noun(LexiconDefinition& to, const YamlNode& noun);
  void add_adjective(LexiconDefinition& to, const YamlNode& adjective);
  void add_forms(LexiconDefinition& to, const VerbForms& forms, std::string_view rest);
  void include(LexiconTable::Entry& entry, const YamlNode& name);
  void add_phrase(LexiconTable::Entry& entry, const YamlNode& phrase);
  // The terms added since the last call came from this entry.
  static void note_origin(LexiconDefinition& to, const YamlNode* entry) {
    to.origins.resize(to.terms.size(), entry);
  }
  void remove(LexiconTable::Entry& entry, std::span<const YamlNode> excepted);
  void check(LexiconTable::Entry& entry, std::size_t problems_before);

  // Opens what `name` refers to; null where it is unknown or part of a circle.
  const LexiconDefinition* require(LexiconTable::Entry& from, LexiconTable::Reference reference,
                                   const YamlNode& node);
  // The sequences that a part of a phrase stands for; nothing after a problem.
  std::optional<TermList> alternatives(LexiconTable::Entry& entry, const PatternNode& part,
                                       const YamlNode& phrase);
  std::optional<TermList> product(LexiconTable::Entry& entry, const PatternNode& sequence,
                                  const YamlNode& phrase);

  // The text of a term, all of whose characters belong to words.
  std::optional<std::string_view> term_text(PackFile& file, const YamlNode& node);
  std::span<const WordId> words_of(std::string_view text);

  LexiconTable& table_;
  std::vector<LexiconTable::Entry*> open_;  // being expanded, each needed by the one before it
  std::vector<WordId> words_;
  std::string folded_;
};

}  // namespace caveat
