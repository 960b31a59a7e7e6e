// How a policy silences findings of an audit that is done.
#pragma once

#include <functional>
#include <string_view>

#include "model/report.h"

namespace caveat {

// Moves the findings that `is_dismissed` names to the dismissals, which stay in source order, and
// judges the report anew. Asks of each finding once, in order.
void dismiss(FileReport& report, DismissalReason reason, std::string_view detail,
             const std::function<bool(const Finding&)>& is_dismissed);

}  // namespace caveat
