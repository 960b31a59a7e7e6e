// Makes fixes of the source from repairs of the prose.
//
// Invariant: a fix replaces whole characters of the source (an entity is one) and nothing but text:
// where markup stands inside, there is no fix. What the document's encoding lacks is written as a
// reference where the format has such; otherwise the fix is refused.
#pragma once

#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/finding.h"

namespace caveat {

// How sure a repair is: a probable one is for a person to accept.
enum class Sureness : bool { Probable, Certain };

// The fix that puts `text` in the place of `prose`; empty where there is none.
std::vector<Fix> replace_prose(const Document& document, ProseSpan prose, std::string_view text,
                               Sureness sureness = Sureness::Certain);

}  // namespace caveat
