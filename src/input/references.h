// Character references of HTML and Markdown: "&rsquo;", "&#146;", "&amp" without its semicolon.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace caveat {

struct CharacterReference {
  std::string text;        // what it stands for, in UTF-8
  std::size_t length = 0;  // bytes it takes; 0 where the ampersand begins no reference
};

// Decodes references. Names are looked up in gumbo's table, which it does not hand out: a name is
// parsed as a tiny page the first time it is met. So Caveat holds no second copy of the standard's
// 2,231 names.
class References {
 public:
  enum class Place : bool { Text, Attribute };

  // The reference that begins with the ampersand at `at`.
  CharacterReference read(std::string_view text, std::size_t at, Place place);

 private:
  const CharacterReference& named(std::string_view name);

  std::unordered_map<std::string, CharacterReference> known_;  // by "&name;" or "&name"
};

}  // namespace caveat
