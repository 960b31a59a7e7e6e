// Lexicons as their packs write them: which terms each entry became. For those who ask whether an
// entry is of any use; a Rulebook knows terms only.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "rulebook/rulebook.h"

namespace caveat {

// Terms, each a sequence of words, one behind the other.
struct TermList {
  std::vector<WordId> words;
  std::vector<std::uint32_t> ends;  // of each term in `words`

  std::size_t size() const { return ends.size(); }
  std::span<const WordId> operator[](std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : ends[i - 1];
    return std::span(words).subspan(begin, ends[i] - begin);
  }
  void push(std::span<const WordId> term) {
    words.insert(words.end(), term.begin(), term.end());
    ends.push_back(static_cast<std::uint32_t>(words.size()));
  }
  void append(const TermList& other);
};

struct LexiconEntry {
  std::string lexicon;
  std::string text;  // as the pack has it: "get rid of", "<body-part> (pain|ache)"
  std::string file;
  std::uint32_t line = 0;
  TermList terms;  // that it made and that the `except` of the lexicon left
};

// load(), which tells the entries too: by lexicon, in the order of the pack. Empty where there are
// problems.
LoadedRulebook load(std::span<const PackSource> packs, std::vector<LexiconEntry>& entries);

}  // namespace caveat
