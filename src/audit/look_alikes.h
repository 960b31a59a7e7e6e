// Cyrillic and Greek letters that look like Latin ones, from the confusables data of UTS #39.
#pragma once

namespace caveat {

// The Latin letter that `c` looks like, in the same case; U+0000 where there is none.
char32_t latin_look_alike(char32_t c);

}  // namespace caveat
