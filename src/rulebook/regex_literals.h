// What a regex cannot do without.
#pragma once

#include <string_view>
#include <vector>

#include "rulebook/literal_scanner.h"

namespace caveat {

// Literals of which every match of the regex (as packs write it, see regex_set.h) holds at least
// one, chosen to be rare in prose; as LiteralScanner wants them. Empty where there are none.
std::vector<PlacedLiteral> needed_literals(std::string_view regex);

}  // namespace caveat
