#include "audit/pattern_index.h"

#include <algorithm>

namespace caveat {
namespace {

using Op = Instruction::Op;

// Calls `visit(step)` for the words and lexicons of the rarest need.
template <class Visit>
void for_each_key(const Pattern& pattern, Visit visit) {
  for (const Instruction& step : pattern.needs) {
    if (step.op == Op::Accept) return;
    visit(step);
  }
}

}  // namespace

void PatternIndex::Lists::lay_out() {
  for (std::size_t i = 1; i < ends_.size(); ++i) ends_[i] += ends_[i - 1];
  members_.resize(ends_.back());
}

void PatternIndex::build() {
  for (const Entry& entry : entries_) {
    for_each_key(*entry.pattern, [&](const Instruction& step) {
      (step.op == Op::Word ? words_ : lexicons_).count(step.argument);
    });
  }
  words_.lay_out();
  lexicons_.lay_out();
  for (const Entry& entry : entries_) {
    for_each_key(*entry.pattern, [&](const Instruction& step) {
      (step.op == Op::Word ? words_ : lexicons_).put(step.argument, entry.number);
    });
  }
}

void PatternIndex::candidates(const Passage& passage, std::vector<Entry>& found) const {
  found.clear();
  const auto take = [&](std::span<const std::uint32_t> numbers) {
    for (const std::uint32_t number : numbers) {
      if (passage.meets(*entries_[number].pattern)) found.push_back(entries_[number]);
    }
  };
  for (const Token& token : passage.tokens()) {
    if (token.word != no_word) take(words_[token.word]);
  }
  for (const LexiconId lexicon : passage.lexicons()) take(lexicons_[lexicon]);
  if (found.size() < 2) return;
  std::ranges::sort(found, {}, &Entry::number);
  found.erase(std::ranges::unique(found, {}, &Entry::number).begin(), found.end());
}

}  // namespace caveat
