// The line of a document around a span, with what goes under it, ready for a terminal.
//
// Tabs are spaces, wide characters take two columns, combining ones none; nothing in it acts on the
// terminal. Inside of the span, characters that a reader cannot see are written as <U+200B>.
#pragma once

#include <cstddef>
#include <string>

#include "model/finding.h"
#include "model/line_index.h"

namespace caveat {

struct Excerpt {
  std::string text;    // one line, cut around the span with … where it is longer than the width
  std::string carets;  // blanks, then carets as wide as the span
};

// `lines` must be the index of `document.source`. A legacy or UTF-16 document shows its prose in
// place of the line, since the words are UTF-8 there.
Excerpt excerpt(const Document& document, const LineIndex& lines, const Finding& finding,
                std::size_t width);

}  // namespace caveat
