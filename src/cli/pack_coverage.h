// What of a rulebook no text exercises: terms that occur nowhere, rules that fire nowhere, rules
// that never fire without another one.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "audit/audit.h"
#include "rulebook/lexicon_entries.h"

namespace caveat {

struct PackCoverage {
  struct IdleLexicon {
    std::string name, file;
    std::uint32_t line = 0;   // of its first idle entry
    std::size_t entries = 0;  // that it has
    std::vector<std::string> idle;
  };
  struct Pair {
    std::string rule, other;  // ids: `rule` never fires without `other`
    std::size_t times = 0;
    bool mutual = false;
  };
  std::size_t documents = 0, examples = 0, entries = 0, rules = 0;
  std::vector<IdleLexicon> lexicons;  // in the order of their names
  std::vector<Pair> pairs;            // by id
  std::vector<std::string> silent;    // ids of rules that fire in no document

  bool is_whole() const { return lexicons.empty() && pairs.empty() && silent.empty(); }
};

class CoverageSurvey {
 public:
  explicit CoverageSurvey(const Rulebook& rulebook);

  // Looks at all examples of the packs; they exercise terms.
  void read_examples();
  // A document of the corpus exercises terms and rules.
  void read_document(const FileReport& report);

  // What concerns the lexicons and rules of the files that `wanted` accepts.
  PackCoverage finish(std::span<const LexiconEntry> entries,
                      const std::function<bool(std::string_view file)>& wanted) const;

 private:
  void read_terms(const Document& document);
  bool is_met(const TermList& terms) const;
  std::vector<PackCoverage::Pair> pairs() const;

  const Rulebook& rulebook_;
  std::unordered_set<TermTrie::Node> met_;        // ends of terms
  std::map<const RuleInfo*, std::size_t> fired_;  // in so many sentences, or as a duty
  std::set<const RuleInfo*> silently_;            // matched, and were dismissed for it
  std::map<std::pair<const RuleInfo*, const RuleInfo*>, std::size_t> together_;
  std::size_t documents_ = 0, examples_ = 0;
};

std::string in_words(const PackCoverage& coverage);

}  // namespace caveat
