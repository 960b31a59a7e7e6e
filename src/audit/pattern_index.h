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

  explicit PatternIndex(const Rulebook& rulebook)
      : words_(rulebook.vocabulary.size()), lexicons_(rulebook.lexicon_names.size()) {}

  // Keeps a pointer: the pattern must outlive the index.
  void add(const Pattern& pattern, std::uint32_t owner) {
    entries_.push_back({&pattern, owner, static_cast<std::uint32_t>(entries_.size())});
  }
  // Must be called once, after the last add().
  void build();

  // Puts the patterns that the passage might hold into `found`, in the order of add().
  void candidates(const Passage& passage, std::vector<Entry>& found) const;

 private:
  // Records by key, all in one array and in the order in which they are read: the entry's number,
  // how many steps its second need has, and these, each in one number. Most candidates fall here,
  // before the pattern itself is touched.
  class Lists {
   public:
    explicit Lists(std::size_t keys) : ends_(keys + 1, 0) {}
    // First the sizes of all records, then the records.
    void count(std::uint32_t key, std::size_t size) {
      ends_[key + 1] += static_cast<std::uint32_t>(size);
    }
    void lay_out();
    void put(std::uint32_t key, std::span<const std::uint32_t> record);
    std::span<const std::uint32_t> operator[](std::uint32_t key) const {
      const std::uint32_t begin = key == 0 ? 0 : ends_[key - 1];
      return std::span(numbers_).subspan(begin, ends_[key] - begin);
    }

   private:
    std::vector<std::uint32_t> ends_;  // while they are filled: where the next record goes
    std::vector<std::uint32_t> numbers_;
  };

  void take(std::span<const std::uint32_t> records, const Passage& passage,
            std::vector<Entry>& found) const;

  std::vector<Entry> entries_;
  Lists words_, lexicons_;  // by what the rarest need names
};

}  // namespace caveat
