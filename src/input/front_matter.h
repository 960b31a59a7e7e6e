// The block of settings at the head of a Markdown file: YAML between "---", TOML between "+++".
#pragma once

#include <cstddef>

#include "input/decode.h"
#include "input/prose_builder.h"

namespace caveat {

// Writes the title and the description as blocks of their own and skips the other settings.
// Returns where the Markdown begins: 0 where the text begins with no front matter.
std::size_t read_front_matter(const Decoded& decoded, ProseBuilder& builder);

}  // namespace caveat
