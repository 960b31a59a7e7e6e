// Words of natural languages from Debian's dictionaries, for the generated set of damaged text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace caveat::damage {

struct WordList {
  std::string_view language;  // "tr"
  std::string_view path;      // words a line; of a .dic file the affix flags are cut off
};
std::vector<WordList> word_lists();

// `count` words of the list that hold a letter beyond ASCII, drawn with a fixed seed; fewer where
// the list has fewer. Empty where the file is missing.
std::vector<std::u16string> draw_words(const WordList& list, std::size_t count);

}  // namespace caveat::damage
