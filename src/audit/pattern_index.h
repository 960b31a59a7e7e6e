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
  // Lists of numbers by number, all in one array.
  class Lists {
   public:
    explicit Lists(std::size_t count) : ends_(count + 1, 0) {}
    // First the sizes of all lists, then their members.
    void count(std::uint32_t list) { ++ends_[list + 1]; }
    void lay_out();
    void put(std::uint32_t list, std::uint32_t member) { members_[ends_[list]++] = member; }
    std::span<const std::uint32_t> operator[](std::uint32_t list) const {
      const std::uint32_t begin = list == 0 ? 0 : ends_[list - 1];
      return std::span(members_).subspan(begin, ends_[list] - begin);
    }

   private:
    std::vector<std::uint32_t> ends_;  // while they are filled: where the next member goes
    std::vector<std::uint32_t> members_;
  };

  std::vector<Entry> entries_;
  Lists words_, lexicons_;  // the entries whose rarest need names them
};

}  // namespace caveat
