// Which patterns to try on a passage: only those whose rarest lexicon it holds. The cost of a
// sentence then grows with what it says, hardly with the number of rules.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "audit/match.h"
#include "rulebook/rulebook.h"

namespace caveat {

class PatternIndex {
 public:
  struct Entry {
    const Pattern* pattern;
    std::uint32_t owner;  // what the pattern belongs to, as given to add()
    // Of the pattern's other required lexicons the first, and whether there are more: most
    // candidates fall here, before the pattern itself is touched.
    LexiconId also = 0;
    bool more = false;
  };

  explicit PatternIndex(const Rulebook& rulebook) : by_lexicon_(rulebook.lexicon_names.size()) {}

  // Keeps a pointer: the pattern must outlive the index.
  void add(const Pattern& pattern, std::uint32_t owner) { entries_.push_back({&pattern, owner}); }
  // Keys every pattern by the one of its required lexicons that the fewest patterns share. Must be
  // called once, after the last add().
  void build();

  // Calls `visit(entry)` for each pattern that the passage might hold, in a fixed order.
  template <class Visit>
  void candidates(const Passage& passage, Visit visit) const {
    for (const LexiconId lexicon : passage.lexicons()) {
      for (const Entry& entry : by_lexicon_[lexicon]) {
        if (!passage.holds(entry.also)) continue;
        if (!entry.more || passage.holds_all(entry.pattern->required)) visit(entry);
      }
    }
  }

 private:
  std::vector<Entry> entries_;
  std::vector<std::vector<Entry>> by_lexicon_;
};

}  // namespace caveat
