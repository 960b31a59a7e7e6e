// Whether words hold a term of a lexicon that a check names. A lexicon that no pack defines holds
// nothing.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "audit/tokens.h"
#include "rulebook/rulebook.h"

namespace caveat {

// Words as half-open ranges of places among `words`.
struct TermPlace {
  std::size_t begin, end;
};
// Its terms, in order of their begin.
std::vector<TermPlace> find_terms(const Rulebook& rulebook, std::string_view lexicon,
                                  std::span<const WordId> words);
bool holds_term(const Rulebook& rulebook, std::string_view lexicon, std::span<const WordId> words);

}  // namespace caveat
