// Whether words hold a term of a lexicon that a check names. A lexicon that no pack defines holds
// nothing.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "audit/tokens.h"
#include "rulebook/rulebook.h"

namespace caveat {

// The places of its terms, in order of their begin.
std::vector<ProseSpan> find_terms(const Rulebook& rulebook, std::string_view lexicon,
                                  std::span<const Token> words);
bool holds_term(const Rulebook& rulebook, std::string_view lexicon, std::span<const Token> words);

}  // namespace caveat
