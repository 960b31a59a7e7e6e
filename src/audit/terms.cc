#include "audit/terms.h"

#include <algorithm>

namespace caveat {

std::vector<ProseSpan> find_terms(const Rulebook& rulebook, std::string_view lexicon,
                                  std::span<const Token> words) {
  std::vector<ProseSpan> found;
  const auto id = rulebook.lexicon(lexicon);
  if (!id) return found;
  for (std::size_t first = 0; first < words.size(); ++first) {
    TermTrie::Node node = TermTrie::root;
    for (std::size_t at = first; at < words.size(); ++at) {
      node = rulebook.terms.step(node, words[at].word);
      if (node == TermTrie::none) break;
      const auto held = rulebook.terms.lexicons(node);
      if (std::ranges::find(held, *id) != held.end()) {
        found.push_back({words[first].span.begin, words[at].span.end});
      }
    }
  }
  return found;
}

bool holds_term(const Rulebook& rulebook, std::string_view lexicon, std::span<const Token> words) {
  return !find_terms(rulebook, lexicon, words).empty();
}

}  // namespace caveat
