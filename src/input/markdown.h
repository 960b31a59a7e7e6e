// Markdown (CommonMark with GitHub's tables, task lists and strikethrough) with front matter.
#pragma once

#include "input/decode.h"
#include "input/prose_builder.h"

namespace caveat {

void read_markdown(const Decoded& decoded, ProseBuilder& builder);

}  // namespace caveat
