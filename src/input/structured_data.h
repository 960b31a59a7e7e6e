// The texts inside JSON-LD: what search engines show of a page.
#pragma once

#include "input/markup_text.h"

namespace caveat {

// Writes the strings that are texts (names, descriptions, answers …) of the JSON in `span` of the
// decoded text, one block each; the rest is skipped. JSON that is not well-formed is skipped whole.
void read_structured_data(TextSpan span, MarkupText& text);

}  // namespace caveat
