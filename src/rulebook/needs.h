// What every match of a pattern holds: groups of words and lexicons, of each group at least one.
//
// A passage that lacks a whole group is not looked at; the rarest group says which passages are.
#pragma once

#include <vector>

#include "rulebook/pattern_parser.h"
#include "rulebook/rulebook.h"

namespace caveat {

using Need = std::vector<Instruction>;  // Word and Lexicon steps, sorted, each once

// The needs of a part of a pattern; `target` fills its hole. None where it may match no word.
std::vector<Need> needs_of(const PatternNode& part, LexiconId target, const Vocabulary& vocabulary);

// As a pattern keeps them: an Accept behind each.
std::vector<Instruction> flat(const std::vector<Need>& needs);

// Puts the rarest need of each draft first. How often words and terms occur is counted in the
// examples of the rulebook: text of the kind that the packs are about.
void put_rarest_first(Rulebook& book);

}  // namespace caveat
