#include "audit/terms.h"

#include <algorithm>

namespace caveat {

std::vector<TermPlace> find_terms(const Rulebook& rulebook, std::string_view lexicon,
                                  std::span<const WordId> words) {
  std::vector<TermPlace> found;
  const auto id = rulebook.lexicon(lexicon);
  if (!id) return found;
  for (std::size_t first = 0; first < words.size(); ++first) {
    TermTrie::Node node = TermTrie::root;
    for (std::size_t at = first; at < words.size(); ++at) {
      node = rulebook.terms.step(node, words[at]);
      if (node == TermTrie::none) break;
      const auto held = rulebook.terms.lexicons(node);
      if (std::ranges::find(held, *id) != held.end()) {
        found.push_back({first, at + 1});
      }
    }
  }
  return found;
}

bool holds_term(const Rulebook& rulebook, std::string_view lexicon, std::span<const WordId> words) {
  return !find_terms(rulebook, lexicon, words).empty();
}

}  // namespace caveat
