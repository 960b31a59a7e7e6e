// Packs written inside of tests.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "rulebook/rulebook.h"

namespace caveat {

inline LoadedRulebook load_text(std::string_view yaml) {
  const PackSource source{"pack.yaml", std::string(yaml)};
  return load({&source, 1});
}

inline std::string texts_of(const std::vector<Problem>& problems) {
  std::string text;
  for (const Problem& problem : problems) text += to_text(problem);
  return text;
}

// All terms of a lexicon, "stiff neck", in alphabetical order.
inline std::vector<std::string> terms_of(const Rulebook& book, std::string_view lexicon) {
  std::vector<std::string> terms;
  const auto id = book.lexicon(lexicon);
  if (!id) return {"(no such lexicon)"};
  const auto walk = [&](const auto& self, TermTrie::Node node, const std::string& text) -> void {
    for (const LexiconId held : book.terms.lexicons(node)) {
      if (held == *id) terms.push_back(text);
    }
    for (WordId word = 1; word < book.vocabulary.size(); ++word) {
      const TermTrie::Node next = book.terms.step(node, word);
      if (next == TermTrie::none) continue;
      self(self, next, (text.empty() ? "" : text + " ") + std::string(book.vocabulary.text(word)));
    }
  };
  walk(walk, TermTrie::root, "");
  std::sort(terms.begin(), terms.end());
  return terms;
}

}  // namespace caveat
