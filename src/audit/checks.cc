#include "audit/checks.h"

#include <array>

namespace caveat {

std::span<const Check> checks() {
  static constexpr std::array<Check, 0> table = {};
  return table;
}

}  // namespace caveat
