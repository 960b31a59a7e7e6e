// The form of a word under which packs and documents meet.
//
// Folding lower-cases, straightens the apostrophe, drops the possessive 's, composes accents (NFC),
// removes invisible characters (soft hyphen, zero-width), turns styled letters (mathematical bold,
// full-width, ligatures) into plain ones, and reads Cyrillic or Greek look-alikes inside a Latin
// word as the Latin letters they imitate: `𝗰𝘂𝗿𝗲𝘀` and `сurеs` are still claims. Words only, never
// running prose: compatibility folding would turn 10³ into 103.
#pragma once

#include <string>
#include <string_view>

namespace caveat {

enum class Casing { Common, Turkish };  // Turkish: I folds to ı and İ to i

// Appends nothing: replaces `out` by the folded form of `word` (UTF-8).
void fold(std::string_view word, Casing casing, std::string& out);

// True for invisible characters that folding removes from words.
bool is_ignorable(char32_t c);

}  // namespace caveat
