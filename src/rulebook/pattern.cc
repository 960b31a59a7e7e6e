#include "rulebook/pattern.h"

namespace caveat {

std::vector<std::span<const Instruction>> Pattern::needs_in_turn() const {
  std::vector<std::span<const Instruction>> groups;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < needs.size(); ++at) {
    if (needs[at].op != Instruction::Op::Accept) continue;
    groups.emplace_back(needs.data() + begin, at - begin);
    begin = at + 1;
  }
  return groups;
}

}  // namespace caveat
