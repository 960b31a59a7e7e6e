#include "audit/mojibake.h"

namespace caveat {

std::vector<Misreading> find_misreadings(std::string_view, std::span<const std::size_t>) {
  return {};
}
std::vector<Misreading> find_misreadings(const CheckInput& input) {
  return find_misreadings(input.document.prose, input.characters.suspects);
}
std::vector<Trouble> find_mojibake(const CheckInput&) { return {}; }

}  // namespace caveat
