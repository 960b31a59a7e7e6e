// HTML: what a reader of the page, of its tooltips and of its search result sees.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "input/decode.h"
#include "input/markup_text.h"
#include "input/prose_builder.h"

namespace caveat {

void read_html(const Decoded& decoded, ProseBuilder& builder);

// Reads the HTML in `span` of the decoded text, less the `holes` inside it, as part of another
// document; its text continues blocks of the given shape.
void read_html_fragment(TextSpan span, std::span<const TextSpan> holes, const Block& shape,
                        MarkupText& text);

// Reads the attributes of a single start tag inside a sentence of another format. Returns why the
// element's content does not show; nothing where it does.
std::optional<SkipReason> read_html_tag(TextSpan tag, const Block& shape, MarkupText& text);

}  // namespace caveat
