// Comments that Markdown allows without HTML: link definitions that nothing uses, as in
// "[//]: # (an instruction)" or "[caveat-ignore]: # (the rest of one)".
#pragma once

#include <cstddef>

#include "input/prose_builder.h"

namespace caveat {

// Those of the decoded text from `begin` on.
void read_link_comments(std::size_t begin, ProseBuilder& builder);

}  // namespace caveat
