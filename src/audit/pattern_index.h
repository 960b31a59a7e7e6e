// Which patterns to try on a passage: only those of whose two rarest needs it holds something, and
// of every other need. The cost of a sentence then grows with what it says, hardly with the number
// of rules.
//
// Each feature of a rarest need is a key. Under it stand, as bits, the features of second needs,
// and for each of these the patterns that have both. Most patterns fall where those bits do not
// meet the passage's, and nothing of them is read; what two features of the passage ask for is read
// one by one.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "audit/match.h"
#include "rulebook/flat.h"
#include "rulebook/rulebook.h"

namespace caveat {

class PatternIndex {
 public:
  struct Entry {
    const Pattern* pattern;
    std::uint32_t owner;   // what the pattern belongs to, as given to add()
    std::uint32_t number;  // in the order of add()
  };

  // The answer for a passage; reuses its memory.
  class Candidates {
   public:
    auto begin() const { return entries_.begin(); }
    auto end() const { return entries_.end(); }

   private:
    friend class PatternIndex;
    std::vector<Entry> entries_;
    std::vector<Feature> keys_;           // those that the passage holds
    std::vector<std::uint32_t> lists_;    // places in `lists_` of the index
    std::vector<std::uint32_t> numbers_;  // of entries
  };

  // The rulebook must outlive the index.
  explicit PatternIndex(const Rulebook& rulebook) : patterns_(&rulebook.patterns) {}

  // `pattern` is one of the rulebook's.
  void add(const Pattern& pattern, std::uint32_t owner) {
    filed_.edit().push_back({patterns_->id_of(pattern), owner});
  }
  // Must be called once, after the last add(), with the rulebook.
  void build(const Rulebook& rulebook);

  // What build() made, to be kept (rulebook/archive.h).
  template <class Archive, class Self>
  static void describe(Archive& archive, Self& self) {
    archive(self.filed_, self.keys_, self.key_begins_, self.seconds_, self.lists_, self.several_,
            self.further_begins_, self.further_);
  }

  // The patterns that the passage might hold, in the order of add().
  void candidates(const Passage& passage, Candidates& found) const;

 private:
  // By the number of an entry.
  struct Filed {
    PatternId pattern;
    std::uint32_t owner;
  };
  // Some second features of a key, which lie in one block.
  struct Seconds {
    std::uint64_t features;
    std::uint32_t block;
    std::uint32_t first;  // where in `lists_` the list of the first of them is; the others follow
  };
  // Some features of a need behind the second, which lie in one block.
  struct Piece {
    std::uint64_t features;
    std::uint32_t block;
    std::uint32_t ends_need;  // 1 for the last piece of a need
  };
  class Builder;

  void find_keys(const Passage& passage, Candidates& found) const;
  void find_lists(const Passage& passage, Candidates& found) const;
  void find_numbers(Candidates& found) const;
  bool meets_further(std::uint32_t number, std::span<const std::uint64_t> blocks) const;

  const PatternTable* patterns_;
  Flat<Filed> filed_;
  Flat<std::uint64_t> keys_;        // all keys, as bits
  Flat<std::uint32_t> key_begins_;  // by feature: into `seconds_`; one more at the end
  Flat<Seconds> seconds_;
  // By key and second feature: the number of an entry, or with its first bit set the place in
  // `several_` where stand a count and so many numbers.
  Flat<std::uint32_t> lists_;
  Flat<std::uint32_t> several_;
  Flat<std::uint32_t> further_begins_;  // by entry: into `further_`; one more at the end
  Flat<Piece> further_;
};

}  // namespace caveat
