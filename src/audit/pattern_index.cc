#include "audit/pattern_index.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <unordered_map>
#include <utility>

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

}  // namespace

// Gives equal groups the same number.
class PatternIndex::Groups {
 public:
  Need need(std::span<const Instruction> steps) {
    if (steps.size() == 1) return code(steps[0]);
    const std::string_view bytes(reinterpret_cast<const char*>(steps.data()), steps.size_bytes());
    const auto [known, fresh] =
        numbers_.try_emplace(bytes, static_cast<std::uint32_t>(numbers_.size()));
    if (fresh) {
      std::ranges::transform(steps, std::back_inserter(needs), code);
      begins.push_back(static_cast<std::uint32_t>(needs.size()));
    }
    return known->second | second_bit;
  }

  std::vector<std::uint32_t> begins = {0};
  std::vector<Need> needs;

 private:
  std::unordered_map<std::string_view, std::uint32_t> numbers_;  // by the bytes of their steps
};

// Lists of records while they are filled: first the number of all records, then the records.
class PatternIndex::Files {
 public:
  explicit Files(std::size_t keys) : ends_(keys + 1, 0) {}
  void count(std::uint32_t key) { ++ends_[key + 1]; }
  void lay_out() {
    for (std::size_t i = 1; i < ends_.size(); ++i) ends_[i] += ends_[i - 1];
    records_.resize(ends_.back());
  }
  void put(std::uint32_t key, Record record) { records_[ends_[key]++] = record; }
  Lists finish() { return {std::move(ends_), std::move(records_)}; }

 private:
  std::vector<std::uint32_t> ends_;  // where the next record goes
  std::vector<Record> records_;
};

void PatternIndex::build(const Rulebook& rulebook) {
  Files words(rulebook.vocabulary.size()), lexicons(rulebook.lexicon_names.size());
  const auto files_of = [&](const Instruction& key) -> Files& {
    return key.op == Op::Word ? words : lexicons;
  };
  const auto needs_of = [&](const Filed& entry) {
    return in_turn((*patterns_)[entry.pattern].needs);
  };
  for (const Filed& entry : filed_) {
    const std::span<const Instruction> keys = needs_of(entry).front();
    for (const Instruction& key : keys) files_of(key).count(key.argument);
  }
  words.lay_out();
  lexicons.lay_out();
  Groups groups;
  std::vector<std::uint32_t> further_begins;
  std::vector<Need> further;
  for (std::uint32_t number = 0; number < filed_.size(); ++number) {
    further_begins.push_back(static_cast<std::uint32_t>(further.size()));
    const auto needs = needs_of(filed_[number]);
    Record record{number, no_need};
    if (needs.size() > 1) record.second = groups.need(needs[1]);
    if (needs.size() > 2) record.number |= first_bit;
    for (std::size_t i = 2; i < needs.size(); ++i) further.push_back(groups.need(needs[i]));
    for (const Instruction& key : needs.front()) files_of(key).put(key.argument, record);
  }
  further_begins.push_back(static_cast<std::uint32_t>(further.size()));
  further_begins_ = std::move(further_begins);
  further_ = std::move(further);
  group_begins_ = std::move(groups.begins);
  group_needs_ = std::move(groups.needs);
  words_ = words.finish();
  lexicons_ = lexicons.finish();
}

// Whether the passage holds something of the need; groups are asked once a passage.
bool PatternIndex::meets(Need need, const Passage& passage, Candidates& found) const {
  if ((need & second_bit) == 0) return holds(passage, need);
  const std::uint32_t group = need & ~second_bit;
  std::uint32_t& asked = found.asked_[group];
  if (asked >> 1U != found.turn_) {
    const Need* const begin = group_needs_.begin() + group_begins_[group];
    const Need* const end = group_needs_.begin() + group_begins_[group + 1];
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
  for (const std::uint32_t number : found.numbers_) {
    const Filed& filed = filed_[number];
    found.entries_.push_back({&(*patterns_)[filed.pattern], filed.owner, number});
  }
}

}  // namespace caveat
