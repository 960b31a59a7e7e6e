// Runs the rules of a rulebook over the sentences of a document.
#pragma once

#include <string_view>
#include <vector>

#include "audit/segment.h"
#include "audit/structure.h"
#include "model/report.h"
#include "rulebook/rulebook.h"

namespace caveat {

// Which patterns to try when a lexicon is met: the patterns of all rules, keyed by the required
// lexicon that the fewest patterns share. Built once per rulebook.
class RuleIndex {
 public:
  struct Entry {
    std::uint32_t rule;     // index into Rulebook::rules
    std::uint32_t pattern;  // index into Rule::patterns
  };
  explicit RuleIndex(const Rulebook& rulebook);
  std::span<const Entry> at(LexiconId lexicon) const { return by_lexicon_[lexicon]; }

 private:
  std::vector<std::vector<Entry>> by_lexicon_;
};

struct Claims {
  std::vector<Finding> findings;
  std::vector<Dismissal> dismissed;
};

// Everything that the token patterns and regexes of the rules match, each as a finding or a
// dismissal. `all_languages` applies rules whatever the language of the document.
Claims find_claims(const Document& document, const Segmented& text,
                   std::span<const BlockContext> contexts, const Rulebook& rulebook,
                   const RuleIndex& index, bool all_languages);

// Whether a rule of `rule_language` speaks of a document in `document_language`.
bool speaks(std::string_view rule_language, std::string_view document_language);

}  // namespace caveat
