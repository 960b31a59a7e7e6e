#include "audit/pattern_index.h"

#include <algorithm>

namespace caveat {
namespace {

using Op = Instruction::Op;

// A step in one number: lexicons have the first bit set.
constexpr std::uint32_t of_lexicon = std::uint32_t{1} << 31U;

std::uint32_t code(const Instruction& step) {
  return step.op == Op::Word ? step.argument : step.argument | of_lexicon;
}

// Beside the size of the second need: there are further ones.
constexpr std::uint32_t has_more = std::uint32_t{1} << 31U;

bool holds(const Passage& passage, std::uint32_t code) {
  return (code & of_lexicon) == 0 ? passage.word_starts(code) != 0
                                  : passage.holds(static_cast<LexiconId>(code & ~of_lexicon));
}

// The keys of a pattern, and its record.
struct Filed {
  std::span<const Instruction> keys;  // of the rarest need
  std::vector<std::uint32_t> record;
};

void file(const Pattern& pattern, std::uint32_t number, Filed& filed) {
  const Instruction* at = pattern.needs.begin();
  const auto end_of_need = [&](const Instruction* step) {
    while (step != pattern.needs.end() && step->op != Op::Accept) ++step;
    return step;
  };
  filed.keys = {at, end_of_need(at)};
  filed.record = {number, 0};
  at = filed.keys.data() + filed.keys.size() + 1;
  if (at >= pattern.needs.end()) return;
  for (const Instruction* end = end_of_need(at); at != end; ++at) filed.record.push_back(code(*at));
  filed.record[1] = static_cast<std::uint32_t>(filed.record.size() - 2);
  if (at + 1 < pattern.needs.end()) filed.record[1] |= has_more;
}

}  // namespace

void PatternIndex::Lists::lay_out() {
  for (std::size_t i = 1; i < ends_.size(); ++i) ends_[i] += ends_[i - 1];
  numbers_.resize(ends_.back());
}

void PatternIndex::Lists::put(std::uint32_t key, std::span<const std::uint32_t> record) {
  std::ranges::copy(record, numbers_.begin() + ends_[key]);
  ends_[key] += static_cast<std::uint32_t>(record.size());
}

void PatternIndex::build() {
  Filed filed;
  const auto lists_of = [&](const Instruction& key) -> Lists& {
    return key.op == Op::Word ? words_ : lexicons_;
  };
  for (const Entry& entry : entries_) {
    file(*entry.pattern, entry.number, filed);
    for (const Instruction& key : filed.keys) {
      lists_of(key).count(key.argument, filed.record.size());
    }
  }
  words_.lay_out();
  lexicons_.lay_out();
  for (const Entry& entry : entries_) {
    file(*entry.pattern, entry.number, filed);
    for (const Instruction& key : filed.keys) lists_of(key).put(key.argument, filed.record);
  }
}

void PatternIndex::take(std::span<const std::uint32_t> records, const Passage& passage,
                        std::vector<Entry>& found) const {
  for (std::size_t at = 0; at < records.size();) {
    const std::uint32_t number = records[at], head = records[at + 1];
    const auto second = records.subspan(at + 2, head & ~has_more);
    at += 2 + second.size();
    const bool met = second.empty() || std::ranges::any_of(second, [&](std::uint32_t step) {
                       return holds(passage, step);
                     });
    if (!met) continue;
    const Entry& entry = entries_[number];
    if ((head & has_more) == 0 || passage.meets(*entry.pattern)) found.push_back(entry);
  }
}

void PatternIndex::candidates(const Passage& passage, std::vector<Entry>& found) const {
  found.clear();
  for (const Token& token : passage.tokens()) {
    if (token.word != no_word) take(words_[token.word], passage, found);
  }
  for (const LexiconId lexicon : passage.lexicons()) take(lexicons_[lexicon], passage, found);
  if (found.size() < 2) return;
  std::ranges::sort(found, {}, &Entry::number);
  found.erase(std::ranges::unique(found, {}, &Entry::number).begin(), found.end());
}

}  // namespace caveat
