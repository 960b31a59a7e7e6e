#include "audit/look_alikes.h"

#include <algorithm>
#include <array>

namespace caveat {
namespace {

struct LookAlike {
  char32_t foreign;
  char latin;
};

constexpr std::array look_alikes = {
    // Greek
    LookAlike{U'Α', 'A'},
    LookAlike{U'Β', 'B'},
    LookAlike{U'Ε', 'E'},
    LookAlike{U'Ζ', 'Z'},
    LookAlike{U'Η', 'H'},
    LookAlike{U'Ι', 'I'},
    LookAlike{U'Κ', 'K'},
    LookAlike{U'Μ', 'M'},
    LookAlike{U'Ν', 'N'},
    LookAlike{U'Ο', 'O'},
    LookAlike{U'Ρ', 'P'},
    LookAlike{U'Τ', 'T'},
    LookAlike{U'Υ', 'Y'},
    LookAlike{U'Χ', 'X'},
    LookAlike{U'α', 'a'},
    LookAlike{U'γ', 'y'},
    LookAlike{U'ε', 'e'},
    LookAlike{U'ι', 'i'},
    LookAlike{U'κ', 'k'},
    LookAlike{U'ν', 'v'},
    LookAlike{U'ο', 'o'},
    LookAlike{U'ρ', 'p'},
    LookAlike{U'τ', 't'},
    LookAlike{U'υ', 'u'},
    LookAlike{U'χ', 'x'},
    LookAlike{U'ϲ', 'c'},
    LookAlike{U'ϳ', 'j'},
    // Cyrillic
    LookAlike{U'Ѕ', 'S'},
    LookAlike{U'І', 'I'},
    LookAlike{U'Ј', 'J'},
    LookAlike{U'А', 'A'},
    LookAlike{U'В', 'B'},
    LookAlike{U'Е', 'E'},
    LookAlike{U'К', 'K'},
    LookAlike{U'М', 'M'},
    LookAlike{U'Н', 'H'},
    LookAlike{U'О', 'O'},
    LookAlike{U'Р', 'P'},
    LookAlike{U'С', 'C'},
    LookAlike{U'Т', 'T'},
    LookAlike{U'У', 'Y'},
    LookAlike{U'Х', 'X'},
    LookAlike{U'Ү', 'Y'},
    LookAlike{U'а', 'a'},
    LookAlike{U'е', 'e'},
    LookAlike{U'к', 'k'},
    LookAlike{U'м', 'm'},
    LookAlike{U'о', 'o'},
    LookAlike{U'р', 'p'},
    LookAlike{U'с', 'c'},
    LookAlike{U'т', 't'},
    LookAlike{U'у', 'y'},
    LookAlike{U'х', 'x'},
    LookAlike{U'ѕ', 's'},
    LookAlike{U'і', 'i'},
    LookAlike{U'ј', 'j'},
    LookAlike{U'ѵ', 'v'},
    LookAlike{U'һ', 'h'},
    LookAlike{U'Һ', 'h'},
    LookAlike{U'ү', 'y'},
    LookAlike{U'Ӏ', 'I'},
    LookAlike{U'ӏ', 'l'},
    LookAlike{U'ԁ', 'd'},
    LookAlike{U'Ԍ', 'G'},
    LookAlike{U'ԛ', 'q'},
    LookAlike{U'Ԛ', 'Q'},
    LookAlike{U'ԝ', 'w'},
    LookAlike{U'Ԝ', 'W'},
};

}  // namespace

char32_t latin_look_alike(char32_t c) {
  const auto found = std::ranges::find(look_alikes, c, &LookAlike::foreign);
  return found == look_alikes.end() ? U'\0' : static_cast<char32_t>(found->latin);
}

}  // namespace caveat
