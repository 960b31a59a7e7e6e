// How the words of packs are cut out and folded, so that they meet the folded words of documents.
//
// A folded word is lower case, has straight apostrophes, and neither a possessive 's nor an
// apostrophe at its end. For the clean, composed (NFC) text of packs this agrees with what
// audit/fold.h does to the wild text of documents; only Turkish documents fold I to ı, so a Turkish
// pack writes its words in lower case.
#pragma once

#include <string>
#include <string_view>

namespace caveat {

// Replaces `folded` by the folded form of `word` (UTF-8).
void fold_word(std::string_view word, std::string& folded);
std::string fold_word(std::string_view word);

// Finds the next word of `text` at or after `at` and moves `at` behind it. Blanks, hyphens, slashes
// and full stops separate words; % £ € $ & + are words of their own; "1.5" and "don't" are one
// word. False at the end of the text, or before a character that belongs to no word: then `at` is
// its place and less than text.size().
bool next_word(std::string_view text, std::size_t& at, std::string_view& word);

}  // namespace caveat
