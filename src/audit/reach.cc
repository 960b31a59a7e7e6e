#include "audit/reach.h"

#include <algorithm>
#include <span>

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

PlaceBits Reach::one_of(std::span<const Instruction> words, PlaceBits taking,
                        const Passage& passage) {
  // Mostly none of them stands there, nor any word that is like it.
  PlaceBits like = 0;
  for (const Instruction& each : words) like |= passage.like_word_starts(each.argument);
  if ((like & taking) == 0) return 0;
  PlaceBits starts = 0;
  for (const Instruction& each : words) starts |= passage.word_starts(each.argument);
  return starts & taking;
}

PlaceBits Reach::over_gap(Front from, std::uint32_t most, const Ground& ground) {
  PlaceBits reached = from.all();
  if (most != 0) {
    reached |= ((from.open & ground.crossable_over_lead) | (from.behind & ground.crossable)) << 1;
  }
  for (std::uint32_t skipped = 1; skipped < most; ++skipped) {
    const PlaceBits further = reached | (reached & ground.crossable) << 1;
    if (further == reached) break;
    reached = further;
  }
  return reached;
}

bool Reach::may_match(const Pattern& pattern, const Passage& passage, PlaceBits from) {
  using Op = Instruction::Op;
  if (passage.wraps()) return true;
  const Ground& ground = ground_of(passage);
  const auto count = static_cast<std::uint32_t>(passage.tokens().size());
  const PlaceBits within = place_bit(count) - 1;  // all tokens
  const std::span<const Instruction> program(pattern.program.begin(), pattern.program.end());
  if (fronts_.size() < program.size()) fronts_.resize(program.size());
  std::size_t last = 0;  // no front waits behind it
  // Programs jump forwards only. What a step hands on to the next one is kept at hand, bit by bit
  // in variables; only what jumps over some waits where it will be met.
  PlaceBits open = from & within, behind = 0;
  const auto leave_for = [&](std::size_t to) {
    fronts_[to].add({open, behind});
    last = std::max(last, to);
  };
  for (std::size_t pc = 0;; ++pc) {
    if (pc <= last) {
      Front& waiting = fronts_[pc];
      open |= waiting.open;
      behind |= waiting.behind;
      waiting = {};
    }
    if ((open | behind) == 0) {
      if (pc >= last) return false;
      continue;
    }
    const Instruction& step = program[pc];
    const PlaceBits taking = open | (behind & ground.adjoining);
    switch (step.op) {
      case Op::Word:
        behind = (taking & passage.word_starts(step.argument)) << 1;
        open = 0;
        break;
      case Op::OneOf:
        behind = one_of(program.subspan(pc + 1, step.argument), taking, passage) << 1;
        open = 0;
        pc += step.argument;
        break;
      case Op::Lexicon:
        behind = passage.term_ends(taking, static_cast<LexiconId>(step.argument));
        open = 0;
        break;
      case Op::Gap:
        behind = over_gap({open, behind}, step.argument, ground);
        break;
      case Op::Split:
        leave_for(step.argument);
        break;
      case Op::Jump:
        leave_for(step.argument);
        open = behind = 0;
        break;
      case Op::Start: {
        const PlaceBits begins = place_bit(0) | place_bit(passage.lead());
        open &= begins;
        behind &= begins;
        break;
      }
      case Op::End:
        open &= ~within;
        behind &= ~within;
        break;
      case Op::LeadIn: {
        const PlaceBits up_to_lead = (place_bit(passage.lead()) << 1) - 1;
        const bool asked = step.argument == lead_in_question;
        const bool crosses =
            passage.lead() != 0 && passage.asked() == asked && ((open | behind) & up_to_lead) != 0;
        open = crosses ? within & ~(place_bit(passage.lead()) - 1) : 0;
        behind = 0;
        break;
      }
      case Op::CoreBegin:
      case Op::CoreEnd:
        break;
      case Op::Accept:  // the last step
        return true;
    }
  }
}

}  // namespace caveat
