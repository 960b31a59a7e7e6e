// Makes fixes of the source from repairs of the prose.
//
// Invariant: a fix replaces whole characters of the source (an entity is one) and nothing but text:
// where markup stands inside, or the document's encoding lacks a character, there is no fix.
#pragma once

#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/finding.h"

namespace caveat {

// The fix that puts `text` in the place of `prose`; empty where none is certain.
std::vector<Fix> replace_prose(const Document& document, ProseSpan prose, std::string_view text);

}  // namespace caveat
