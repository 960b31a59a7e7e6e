// Sets of literals: all texts that a part of a regex matches, or of which each match holds one.
//
// A literal without letters stands for what ^ and \b match: whatever is joined to it stands at
// such a place.
#pragma once

#include <cstdint>
#include <vector>

#include "rulebook/literal_scanner.h"

namespace caveat {

using Literals = std::vector<PlacedLiteral>;

// What an empty part matches; and what one matches that is empty and stands at such a place.
inline Literals nothing() { return {PlacedLiteral{}}; }
inline Literals place(std::uint16_t where) { return {PlacedLiteral{{}, where}}; }

bool may_be_empty(const Literals& literals);
// Whether none holds an ASCII letter or digit.
bool is_mute(const Literals& literals);

// About how often a literal begins at a place in prose.
double frequency(const Literals& literals);
void sort_out(Literals& literals);
// Keeps the rarer ones. A part that may be empty needs nothing.
void take_rarer(Literals& kept, const Literals& other);

// Every text of `first` followed by every one of `second`; blanks that meet are one.
Literals joined(const Literals& first, const Literals& second);

// The literal as a scanner wants it: its first bytes are rare enough, and shared by many.
PlacedLiteral trimmed(PlacedLiteral literal);

}  // namespace caveat
