#include "audit/pattern_index.h"

#include <algorithm>
#include <bit>
#include <compare>
#include <iterator>
#include <numeric>

namespace caveat {
namespace {

using Steps = std::span<const Instruction>;

constexpr std::uint32_t first_bit = std::uint32_t{1} << 31U;

constexpr std::uint32_t block_of(Feature feature) { return feature / features_per_block; }

void prefetch(const void* place) { __builtin_prefetch(place); }

}  // namespace

class PatternIndex::Builder {
 public:
  Builder(PatternIndex& index, const Rulebook& rulebook) : index_(index), numbers_(rulebook) {}

  void build() {
    std::vector<std::uint64_t> keys(numbers_.blocks());
    std::vector<std::uint32_t> key_begins(numbers_.size() + 1);
    const std::vector<Pair> all = pairs();
    for (auto begin = all.begin(); begin != all.end();) {
      const Feature key = begin->key;
      const auto end = std::find_if(begin, all.end(), [&](const Pair& p) { return p.key != key; });
      const std::size_t before = seconds_.size();
      file({begin, end});
      keys[block_of(key)] |= feature_bit(key);
      key_begins[key + 1] = static_cast<std::uint32_t>(seconds_.size() - before);
      begin = end;
    }
    std::partial_sum(key_begins.begin(), key_begins.end(), key_begins.begin());
    file_further_needs();
    index_.keys_ = std::move(keys);
    index_.key_begins_ = std::move(key_begins);
    index_.seconds_ = std::move(seconds_);
    index_.lists_ = std::move(lists_);
    index_.several_ = std::move(several_);
  }

 private:
  // A feature of an entry's rarest need and one of its second; twice the same where it has one
  // need only.
  struct Pair {
    Feature key, second;
    std::uint32_t number;  // of the entry
    auto operator<=>(const Pair&) const = default;
  };

  Feature feature_of(const Instruction& step) const {
    return step.op == Instruction::Op::Word
               ? numbers_.of_word(step.argument)
               : numbers_.of_lexicon(static_cast<LexiconId>(step.argument));
  }
  std::vector<Steps> needs_of(const Filed& entry) const {
    return in_turn((*index_.patterns_)[entry.pattern].needs);
  }

  std::vector<Pair> pairs() const {
    std::vector<Pair> all;
    for (std::uint32_t number = 0; number < index_.filed_.size(); ++number) {
      const std::vector<Steps> needs = needs_of(index_.filed_[number]);
      for (const Instruction& step : needs.front()) {
        const Feature key = feature_of(step);
        if (needs.size() == 1) all.push_back({key, key, number});
        if (needs.size() == 1) continue;
        for (const Instruction& second : needs[1]) all.push_back({key, feature_of(second), number});
      }
    }
    std::ranges::sort(all);
    return all;
  }

  void file(std::span<const Pair> of_key) {
    std::uint32_t block = ~std::uint32_t{0};
    for (auto begin = of_key.begin(); begin != of_key.end();) {
      const Feature second = begin->second;
      const auto end =
          std::find_if(begin, of_key.end(), [&](const Pair& p) { return p.second != second; });
      if (block_of(second) != block) {
        block = block_of(second);
        seconds_.push_back({0, block, static_cast<std::uint32_t>(lists_.size())});
      }
      seconds_.back().features |= feature_bit(second);
      file_list({begin, end});
      begin = end;
    }
  }

  void file_list(std::span<const Pair> of_both) {
    if (of_both.size() == 1) {
      lists_.push_back(of_both.front().number);
      return;
    }
    lists_.push_back(first_bit | static_cast<std::uint32_t>(several_.size()));
    several_.push_back(static_cast<std::uint32_t>(of_both.size()));
    std::ranges::transform(of_both, std::back_inserter(several_), &Pair::number);
  }

  void file_further_needs() {
    std::vector<std::uint32_t> begins;
    std::vector<Piece> pieces;
    for (const Filed& entry : index_.filed_) {
      begins.push_back(static_cast<std::uint32_t>(pieces.size()));
      const std::vector<Steps> needs = needs_of(entry);
      for (std::size_t i = 2; i < needs.size(); ++i) {
        std::uint32_t block = ~std::uint32_t{0};
        for (const Instruction& step : needs[i]) {
          const Feature feature = feature_of(step);
          if (block_of(feature) != block) {
            block = block_of(feature);
            pieces.push_back({0, block, 0});
          }
          pieces.back().features |= feature_bit(feature);
        }
        pieces.back().ends_need = 1;
      }
    }
    begins.push_back(static_cast<std::uint32_t>(pieces.size()));
    index_.further_begins_ = std::move(begins);
    index_.further_ = std::move(pieces);
  }

  PatternIndex& index_;
  FeatureNumbers numbers_;
  std::vector<Seconds> seconds_;
  std::vector<std::uint32_t> lists_, several_;
};

void PatternIndex::build(const Rulebook& rulebook) { Builder(*this, rulebook).build(); }

// What is read of the index lies far apart and is often in no near cache: each step asks for all
// that the next one will read, so that it is fetched at once and not one by one.
void PatternIndex::candidates(const Passage& passage, Candidates& found) const {
  found.entries_.clear();
  find_keys(passage, found);
  if (found.keys_.empty()) return;
  find_lists(passage, found);
  find_numbers(found);
  for (const std::uint32_t number : found.numbers_) {
    if (!meets_further(number, passage.feature_blocks())) continue;
    const Filed& filed = filed_[number];
    const Pattern& pattern = (*patterns_)[filed.pattern];
    prefetch(&pattern);
    found.entries_.push_back({&pattern, filed.owner, number});
  }
  for (const Entry& entry : found.entries_) prefetch(entry.pattern->program.data());
}

void PatternIndex::find_keys(const Passage& passage, Candidates& found) const {
  found.keys_.clear();
  const std::uint64_t* const keys = keys_.data();
  const auto blocks = passage.feature_blocks();
  for (const std::uint32_t block : passage.blocks_met()) {
    for (std::uint64_t left = blocks[block] & keys[block]; left != 0; left &= left - 1) {
      const Feature key = block * features_per_block + static_cast<Feature>(std::countr_zero(left));
      prefetch(&key_begins_[key]);
      found.keys_.push_back(key);
    }
  }
  for (const Feature key : found.keys_) prefetch(&seconds_[key_begins_[key]]);
}

void PatternIndex::find_lists(const Passage& passage, Candidates& found) const {
  found.lists_.clear();
  const auto blocks = passage.feature_blocks();
  const std::uint32_t* const lists = lists_.data();
  for (const Feature key : found.keys_) {
    const std::span of_key(&seconds_[key_begins_[key]], &seconds_[0] + key_begins_[key + 1]);
    for (const Seconds& seconds : of_key) {
      std::uint64_t left = blocks[seconds.block] & seconds.features;
      for (; left != 0; left &= left - 1) {
        const std::uint64_t before = (left & -left) - 1;
        const auto place = static_cast<std::uint32_t>(std::popcount(seconds.features & before));
        prefetch(&lists[seconds.first + place]);
        found.lists_.push_back(seconds.first + place);
      }
    }
  }
}

void PatternIndex::find_numbers(Candidates& found) const {
  found.numbers_.clear();
  for (const std::uint32_t at : found.lists_) {
    const std::uint32_t list = lists_[at];
    if ((list & first_bit) == 0) {
      found.numbers_.push_back(list);
      continue;
    }
    const std::uint32_t* const several = &several_[list & ~first_bit];
    found.numbers_.insert(found.numbers_.end(), several + 1, several + 1 + *several);
  }
  std::ranges::sort(found.numbers_);
  const auto again = std::ranges::unique(found.numbers_);
  found.numbers_.erase(again.begin(), found.numbers_.end());
  for (const std::uint32_t number : found.numbers_) {
    prefetch(&filed_[number]);
    prefetch(&further_begins_[number]);
  }
  for (const std::uint32_t number : found.numbers_) {
    prefetch(further_.data() + further_begins_[number]);
  }
}

bool PatternIndex::meets_further(std::uint32_t number,
                                 std::span<const std::uint64_t> blocks) const {
  const Piece* piece = further_.data() + further_begins_[number];
  const Piece* const end = further_.data() + further_begins_[number + 1];
  std::uint64_t met = 0;
  for (; piece != end; ++piece) {
    met |= blocks[piece->block] & piece->features;
    if (piece->ends_need == 0) continue;
    if (met == 0) return false;
    met = 0;
  }
  return true;
}

}  // namespace caveat
