// Which patterns to try on a passage: only those of whose rarest need it holds a word or a term,
// and something of every other need. The cost of a sentence then grows with what it says, hardly
// with the number of rules.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "audit/match.h"
#include "rulebook/rulebook.h"

namespace caveat {

class PatternIndex {
 public:
  struct Entry {
    const Pattern* pattern;
    std::uint32_t owner;   // what the pattern belongs to, as given to add()
    std::uint32_t number;  // in the order of add()
  };

  // The answer for a passage, and what was asked of it; reuses its memory.
  class Candidates {
   public:
    auto begin() const { return entries_.begin(); }
    auto end() const { return entries_.end(); }

   private:
    friend class PatternIndex;
    std::vector<Entry> entries_;
    std::vector<std::uint32_t> numbers_;
    std::uint32_t turn_ = 0;            // of the passage at hand
    std::vector<std::uint32_t> asked_;  // by group: the last turn in which it was asked, and
                                        // whether it was met: one bit
  };

  explicit PatternIndex(const Rulebook& rulebook)
      : words_(rulebook.vocabulary.size()), lexicons_(rulebook.lexicon_names.size()) {}

  // Keeps a pointer: the pattern must outlive the index.
  void add(const Pattern& pattern, std::uint32_t owner) {
    entries_.push_back({&pattern, owner, static_cast<std::uint32_t>(entries_.size())});
  }
  // Must be called once, after the last add().
  void build();

  // The patterns that the passage might hold, in the order of add().
  void candidates(const Passage& passage, Candidates& found) const;

 private:
  // One need in one number: a word, a lexicon (its first bit is set), or a group of them (its
  // second bit), which many patterns share.
  using Need = std::uint32_t;
  // What is read of a pattern before the pattern itself is touched; most candidates fall here.
  struct Record {
    std::uint32_t number;  // of its entry; the first bit is set where it has further needs
    Need second;           // its second need, or none
  };
  // Records by key, all in one array and in the order in which they are read.
  class Lists {
   public:
    explicit Lists(std::size_t keys) : ends_(keys + 1, 0) {}
    // First the number of all records, then the records.
    void count(std::uint32_t key) { ++ends_[key + 1]; }
    void lay_out();
    void put(std::uint32_t key, Record record) { records_[ends_[key]++] = record; }
    std::span<const Record> operator[](std::uint32_t key) const {
      const std::uint32_t begin = key == 0 ? 0 : ends_[key - 1];
      return std::span(records_).subspan(begin, ends_[key] - begin);
    }

   private:
    std::vector<std::uint32_t> ends_;  // while they are filled: where the next record goes
    std::vector<Record> records_;
  };
  class Groups;

  Record file(const Entry& entry, Groups& groups);
  void take(std::span<const Record> records, const Passage& passage, Candidates& found) const;
  bool meets(Need need, const Passage& passage, Candidates& found) const;

  std::vector<Entry> entries_;
  std::vector<std::uint32_t> further_begins_;  // by entry: into `further_`; one more at the end
  std::vector<Need> further_;                  // needs behind the second
  // The needs of each group lie side by side: they are read often, their patterns lie far apart.
  std::vector<std::uint32_t> group_begins_ = {0};  // one more at the end
  std::vector<Need> group_needs_;
  Lists words_, lexicons_;  // by what the rarest need names
};

}  // namespace caveat
