#include "audit/profile.h"

namespace caveat {

std::string_view name(Stage stage) {
  constexpr std::array<std::string_view, stage_count> names = {
      "read", "sentences", "structure", "terms", "claims", "duties", "regexes", "checks", "finish"};
  return names[static_cast<std::size_t>(stage)];
}

}  // namespace caveat
