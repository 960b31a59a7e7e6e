#include "audit/pattern_index.h"

#include <algorithm>

namespace caveat {

void PatternIndex::build() {
  std::vector<std::uint32_t> sharers(by_lexicon_.size(), 0);
  for (const Entry& entry : entries_) {
    for (const LexiconId lexicon : entry.pattern->required) ++sharers[lexicon];
  }
  for (const Entry& entry : entries_) {
    const auto key = std::ranges::min_element(entry.pattern->required, {},
                                              [&](LexiconId lexicon) { return sharers[lexicon]; });
    by_lexicon_[*key].push_back(entry);
  }
}

}  // namespace caveat
