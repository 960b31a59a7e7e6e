#include "model/finding.h"

namespace caveat {

std::string_view name(DismissalReason reason) {
  switch (reason) {
    case DismissalReason::Stance:
      return "stance";
    case DismissalReason::Excepted:
      return "excepted";
    case DismissalReason::Covered:
      return "covered";
    case DismissalReason::Suppressed:
      return "suppressed";
    case DismissalReason::OtherAgent:
      return "other-agent";
    case DismissalReason::Scope:
      return "scope";
    case DismissalReason::Configured:
      return "configured";
    case DismissalReason::Baselined:
      return "baselined";
    case DismissalReason::Unchanged:
      return "unchanged";
  }
  return "";
}

}  // namespace caveat
