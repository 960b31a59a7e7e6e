// Reads the examples of rules: text in which "[[words]]" marks what the rule should flag.
#pragma once

#include <vector>

#include "rulebook/fields.h"
#include "rulebook/rulebook.h"

namespace caveat {

enum class Marks : std::uint8_t { Needed, Allowed, Forbidden };

// Texts, or mappings {text, stance}. Reports mistakes and leaves such examples out.
std::vector<Example> read_examples(PackFile& file, std::span<const YamlNode> items, Marks marks);

}  // namespace caveat
