// Whether the page contradicts what it states about itself.
#pragma once

#include <vector>

#include "audit/checks.h"

namespace caveat {

// The page makes a statement, "not medical advice", and elsewhere flatly makes an error of one of
// the families by which its duty is `contradicted_by`: the first such claim of each statement.
std::vector<Trouble> find_contradicted_disclaimer(const CheckInput& input);

}  // namespace caveat
