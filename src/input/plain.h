// Plain text: what the shape of its lines says about them.
//
// Text copied from a page has one block on each line; text from an editor may be wrapped by hand.
// Both are told apart by the lines' lengths.
#pragma once

#include "input/decode.h"
#include "input/prose_builder.h"

namespace caveat {

void read_plain(const Decoded& decoded, ProseBuilder& builder);

}  // namespace caveat
