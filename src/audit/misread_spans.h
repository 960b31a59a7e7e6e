// Candidates of mojibake: runs of characters that are valid UTF-8 in one code page, and how
// strongly their surroundings say that nobody wrote them.
//
// Evidence is ranked: a *strong* span stands by itself; a *weak* one needs a strong one of the same
// page elsewhere in the document.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "audit/code_pages.h"

namespace caveat {

struct MisreadSpan {
  std::uint32_t begin = 0, end = 0;  // in characters of the text
  char32_t meant = 0;
  bool strong = false;
  bool lossy = false;  // `meant` is not what was written: a byte is missing
  // Ã, whose second byte was no character to see and went: a no-break space (à) or a soft hyphen
  // (í). The language of the text knows which.
  bool bare = false;
};

// Where spans may begin in some page, and the pages in which any does.
struct Candidates {
  std::vector<std::uint32_t> at;
  PageSet pages = 0;
};
Candidates misread_candidates(std::u32string_view text);

// The spans of `text` in `page`, in order, not overlapping.
std::vector<MisreadSpan> misread_spans(std::u32string_view text, CodePage page,
                                       const Candidates& candidates);

// True where some page makes a plausible character of the text at `at`: a quick look that needs no
// surroundings. `text` may end anywhere behind `at`.
bool may_be_misread(std::u32string_view text, std::size_t at);

}  // namespace caveat
