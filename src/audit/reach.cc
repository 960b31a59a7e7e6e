#include "audit/reach.h"

#include <algorithm>
#include <span>
#include <utility>

namespace caveat {

const Reach::Ground& Reach::ground_of(const Passage& passage) {
  if (passage_ == &passage && turn_ == passage.turn()) return ground_;
  passage_ = &passage;
  turn_ = passage.turn();
  const PlaceBits lead = place_bit(passage.lead());
  const bool parted = !passage.joins(passage.lead());
  Ground& ground = ground_;
  ground.adjoining = passage.breaks_up_to(widest_);
  ground.crossable_over_lead = ground.adjoining;
  if (passage.lead() != 0) {
    ground.crossable_over_lead |= lead;
    ground.adjoining = parted ? ground.adjoining & ~lead : ground.adjoining | lead;
  }
  if (gap_stops_) ground.crossable_over_lead &= ~passage.starts(*gap_stops_);
  ground.crossable = parted ? ground.crossable_over_lead & ~lead : ground.crossable_over_lead;
  return ground;
}

Reach::Front Reach::over_gap(Front from, std::uint32_t most, const Ground& ground) {
  PlaceBits reached = from.all();
  if (most != 0) {
    reached |= ((from.open & ground.crossable_over_lead) | (from.behind & ground.crossable)) << 1;
  }
  for (std::uint32_t skipped = 1; skipped < most; ++skipped) {
    const PlaceBits further = reached | (reached & ground.crossable) << 1;
    if (further == reached) break;
    reached = further;
  }
  return {from.open, reached};
}

bool Reach::may_match(const Pattern& pattern, const Passage& passage, PlaceBits from) {
  using Op = Instruction::Op;
  if (passage.wraps()) return true;
  const Ground& ground = ground_of(passage);
  const auto count = static_cast<std::uint32_t>(passage.tokens().size());
  const PlaceBits within = place_bit(count) - 1;  // all tokens
  const std::span<const Instruction> program(pattern.program.begin(), pattern.program.end());
  if (fronts_.size() < program.size()) fronts_.resize(program.size());
  fronts_[0].open = from & within;
  std::size_t last = 0;  // no front behind it
  const auto hand_on = [&](std::size_t to, Front front) {
    if (front.all() == 0) return;
    fronts_[to].add(front);
    last = std::max(last, to);
  };
  // Programs jump forwards only.
  for (std::size_t pc = 0; pc <= last; ++pc) {
    const Front here = std::exchange(fronts_[pc], {});
    if (here.all() == 0) continue;
    const Instruction& step = program[pc];
    const PlaceBits taking = here.open | (here.behind & ground.adjoining);
    switch (step.op) {
      case Op::Word:
        hand_on(pc + 1, {0, (taking & passage.word_starts(step.argument)) << 1});
        break;
      case Op::Lexicon:
        hand_on(pc + 1, {0, passage.term_ends(taking, static_cast<LexiconId>(step.argument))});
        break;
      case Op::Gap:
        hand_on(pc + 1, over_gap(here, step.argument, ground));
        break;
      case Op::Split:
        hand_on(step.argument, here);
        hand_on(pc + 1, here);
        break;
      case Op::Jump:
        hand_on(step.argument, here);
        break;
      case Op::Start: {
        const PlaceBits begins = place_bit(0) | place_bit(passage.lead());
        hand_on(pc + 1, {here.open & begins, here.behind & begins});
        break;
      }
      case Op::End:
        hand_on(pc + 1, {here.open & ~within, here.behind & ~within});
        break;
      case Op::LeadIn: {
        const PlaceBits up_to_lead = (place_bit(passage.lead()) << 1) - 1;
        const bool asked = step.argument == lead_in_question;
        if (passage.lead() == 0 || passage.asked() != asked || (here.all() & up_to_lead) == 0)
          break;
        hand_on(pc + 1, {within & ~(place_bit(passage.lead()) - 1), 0});
        break;
      }
      case Op::CoreBegin:
      case Op::CoreEnd:
        hand_on(pc + 1, here);
        break;
      case Op::Accept:  // the last step
        return true;
    }
  }
  return false;
}

}  // namespace caveat
