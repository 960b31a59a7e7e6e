// Whether the page contradicts what it states about itself.
#pragma once

#include <vector>

#include "audit/checks.h"

namespace caveat {

// The page says that it gives no medical advice or replaces no treatment, and elsewhere flatly
// claims to cure, to replace medicine or to need no doctor: the first such claim.
std::vector<Trouble> find_contradicted_disclaimer(const CheckInput& input);

}  // namespace caveat
