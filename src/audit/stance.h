// Decides whether a match is asserted, hedged, negated, attributed, quoted, asked or conditional,
// and by which words.
//
// Cues are data (rules/cues-*.yaml). The longest cue wins where cues overlap, and a pseudo-cue
// ("not only") consumes its words. A forward cue reaches from its end to the clause's end: a
// terminator, a clause mark, a comma before a word of the lexicon `clause-openers`, or its own
// reach. A lead-in's cues reach into its items.
#pragma once

#include <vector>

#include "audit/match.h"
#include "audit/pattern_index.h"
#include "model/document.h"
#include "model/rule.h"
#include "rulebook/rulebook.h"

namespace caveat {

struct StanceDecision {
  Stance stance = Stance::Asserted;
  std::vector<TokenRange> cues;  // words of the passage
};

// What the layout adds to the words.
struct StanceSetting {
  bool question = false;  // the sentence ends with "?"
  bool quote_block = false;
  bool denied = false;                // the next sentence takes it back
  std::vector<ProseSpan> quotations;  // inside quotation marks, long enough to be speech
};

class StanceReader {
 public:
  StanceReader(const Rulebook& rulebook, const PatternIndex& cues, Matcher& matcher);

  // Collects the cues of a passage.
  void read(const Passage& passage, const StanceSetting& setting);
  // The stance of a match in the passage last read.
  StanceDecision decide(const PatternMatch& match) const;

 private:
  struct Cue {
    const CueRule* rule;
    TokenRange words;
    std::uint32_t reach_begin, reach_end;  // tokens that the cue governs
  };
  void collect(const Passage& passage);
  void keep_longest();
  std::uint32_t main_clause_after_opening(const Passage& passage) const;
  void set_reach(const Passage& passage);

  const Rulebook& rulebook_;
  const PatternIndex& index_;  // owner: index into Rulebook::cues
  Matcher& matcher_;
  PatternIndex::Candidates found_;  // the last answer of the index
  std::optional<LexiconId> clause_openers_, subordinators_;
  const Passage* passage_ = nullptr;
  StanceSetting setting_;
  std::vector<Cue> cues_;
};

// The quotations of a block that hold at least `least_words` words: “…”, «…» and "…".
std::vector<ProseSpan> quotations(std::string_view prose, ProseSpan block, std::size_t least_words);

}  // namespace caveat
