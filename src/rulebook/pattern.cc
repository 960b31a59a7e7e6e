#include "rulebook/pattern.h"

namespace caveat {

std::vector<std::span<const Instruction>> in_turn(std::span<const Instruction> needs) {
  std::vector<std::span<const Instruction>> groups;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < needs.size(); ++at) {
    if (needs[at].op != Instruction::Op::Accept) continue;
    groups.push_back(needs.subspan(begin, at - begin));
    begin = at + 1;
  }
  return groups;
}

}  // namespace caveat
