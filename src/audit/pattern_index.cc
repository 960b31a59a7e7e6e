#include "audit/pattern_index.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <unordered_map>

namespace caveat {
namespace {

using Op = Instruction::Op;

constexpr std::uint32_t first_bit = std::uint32_t{1} << 31U, second_bit = std::uint32_t{1} << 30U;
constexpr std::uint32_t no_need = ~std::uint32_t{0};

std::uint32_t code(const Instruction& step) {
  return step.argument | (step.op == Op::Word ? 0 : first_bit);
}

bool holds(const Passage& passage, std::uint32_t code) {
  return (code & first_bit) == 0 ? passage.word_starts(code) != 0
                                 : passage.holds(static_cast<LexiconId>(code & ~first_bit));
}

// The need that begins at `at`; none at the end.
std::span<const Instruction> need_at(const Pattern& pattern, const Instruction* at) {
  const Instruction* end = at;
  while (end != pattern.needs.end() && end->op != Op::Accept) ++end;
  return {at, end};
}

const Instruction* behind(const Pattern& pattern, std::span<const Instruction> need) {
  const Instruction* end = need.data() + need.size();
  return end == pattern.needs.end() ? end : end + 1;
}

}  // namespace

// Gives equal groups the same number.
class PatternIndex::Groups {
 public:
  explicit Groups(PatternIndex& index) : index_(index) {}

  Need need(std::span<const Instruction> steps) {
    if (steps.size() == 1) return code(steps[0]);
    const std::string_view bytes(reinterpret_cast<const char*>(steps.data()), steps.size_bytes());
    const auto [known, fresh] =
        numbers_.try_emplace(bytes, static_cast<std::uint32_t>(numbers_.size()));
    if (fresh) {
      std::ranges::transform(steps, std::back_inserter(index_.group_needs_), code);
      index_.group_begins_.push_back(static_cast<std::uint32_t>(index_.group_needs_.size()));
    }
    return known->second | second_bit;
  }

 private:
  PatternIndex& index_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;  // by the bytes of their steps
};

void PatternIndex::Lists::lay_out() {
  for (std::size_t i = 1; i < ends_.size(); ++i) ends_[i] += ends_[i - 1];
  records_.resize(ends_.back());
}

// The record of an entry; its further needs are kept on the way.
PatternIndex::Record PatternIndex::file(const Entry& entry, Groups& groups) {
  const Pattern& pattern = *entry.pattern;
  Record record{entry.number, no_need};
  further_begins_.push_back(static_cast<std::uint32_t>(further_.size()));
  auto steps = need_at(pattern, pattern.needs.begin());
  for (;;) {
    const Instruction* next = behind(pattern, steps);
    if (next == pattern.needs.end()) break;
    steps = need_at(pattern, next);
    const Need need = groups.need(steps);
    if (record.second == no_need) {
      record.second = need;
    } else {
      record.number = entry.number | first_bit;
      further_.push_back(need);
    }
  }
  return record;
}

void PatternIndex::build() {
  const auto lists_of = [&](const Instruction& key) -> Lists& {
    return key.op == Op::Word ? words_ : lexicons_;
  };
  const auto keys_of = [](const Entry& entry) {
    return need_at(*entry.pattern, entry.pattern->needs.begin());
  };
  for (const Entry& entry : entries_) {
    for (const Instruction& key : keys_of(entry)) lists_of(key).count(key.argument);
  }
  words_.lay_out();
  lexicons_.lay_out();
  Groups groups(*this);
  for (const Entry& entry : entries_) {
    const Record record = file(entry, groups);
    for (const Instruction& key : keys_of(entry)) lists_of(key).put(key.argument, record);
  }
  further_begins_.push_back(static_cast<std::uint32_t>(further_.size()));
}

// Whether the passage holds something of the need; groups are asked once a passage.
bool PatternIndex::meets(Need need, const Passage& passage, Candidates& found) const {
  if ((need & second_bit) == 0) return holds(passage, need);
  const std::uint32_t group = need & ~second_bit;
  std::uint32_t& asked = found.asked_[group];
  if (asked >> 1U != found.turn_) {
    const auto begin = group_needs_.begin() + group_begins_[group];
    const auto end = group_needs_.begin() + group_begins_[group + 1];
    const bool met = std::any_of(begin, end, [&](Need each) { return holds(passage, each); });
    asked = found.turn_ << 1U | (met ? 1U : 0U);
  }
  return (asked & 1U) != 0;
}

void PatternIndex::take(std::span<const Record> records, const Passage& passage,
                        Candidates& found) const {
  for (const Record& record : records) {
    if (record.second != no_need && !meets(record.second, passage, found)) continue;
    const std::uint32_t number = record.number & ~first_bit;
    if (number != record.number) {
      const auto further = std::span(further_).subspan(
          further_begins_[number], further_begins_[number + 1] - further_begins_[number]);
      const auto met = [&](Need need) { return meets(need, passage, found); };
      if (!std::ranges::all_of(further, met)) continue;
    }
    found.numbers_.push_back(number);
  }
}

void PatternIndex::candidates(const Passage& passage, Candidates& found) const {
  if (found.asked_.size() < group_begins_.size()) found.asked_.resize(group_begins_.size());
  ++found.turn_;
  found.numbers_.clear();
  found.entries_.clear();
  for (const Token& token : passage.tokens()) {
    if (token.word != no_word) take(words_[token.word], passage, found);
  }
  for (const LexiconId lexicon : passage.lexicons()) take(lexicons_[lexicon], passage, found);
  std::ranges::sort(found.numbers_);
  const auto again = std::ranges::unique(found.numbers_);
  found.numbers_.erase(again.begin(), found.numbers_.end());
  for (const std::uint32_t number : found.numbers_) found.entries_.push_back(entries_[number]);
}

}  // namespace caveat
