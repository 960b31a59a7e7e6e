#include "audit/pattern_index.h"

#include <algorithm>
#include <utility>

namespace caveat {

void PatternIndex::build() {
  std::vector<std::uint32_t> sharers(by_lexicon_.size(), 0);
  for (const Entry& entry : entries_) {
    for (const LexiconId lexicon : entry.pattern->required) ++sharers[lexicon];
  }
  for (Entry& entry : entries_) {
    std::vector<LexiconId> required = entry.pattern->required;
    std::ranges::sort(required, {},
                      [&](LexiconId lexicon) { return std::pair(sharers[lexicon], lexicon); });
    entry.also = required[required.size() > 1 ? 1 : 0];
    entry.more = required.size() > 2;
    by_lexicon_[required.front()].push_back(entry);
  }
}

}  // namespace caveat
