// Letters of another script than the page's: look-alikes inside a word, and stray runs inside a
// sentence.
//
// Only pages whose main script is Latin are examined. A foreign word is honest where it is glossed
// ("指圧 (shiatsu)"), named as foreign, part of a list of languages, a name, or a sentence of its
// own.
#pragma once

#include <vector>

#include "audit/checks.h"

namespace caveat {

std::vector<Trouble> find_homoglyphs(const CheckInput& input);
std::vector<Trouble> find_foreign_script(const CheckInput& input);

}  // namespace caveat
