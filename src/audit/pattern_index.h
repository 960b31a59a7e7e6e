// Which patterns to try on a passage: only those of whose rarest need it holds a word or a term,
// and something of every other need. The cost of a sentence then grows with what it says, hardly
// with the number of rules.
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
    archive(self.filed_, self.further_begins_, self.further_, self.group_begins_, self.group_needs_,
            self.words_, self.lexicons_);
  }

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
  struct Lists {
    Flat<std::uint32_t> ends;
    Flat<Record> records;

    std::span<const Record> operator[](std::uint32_t key) const {
      const std::uint32_t begin = key == 0 ? 0 : ends[key - 1];
      return {records.data() + begin, ends[key] - begin};
    }
    template <class Archive, class Self>
    static void describe(Archive& archive, Self& self) {
      archive(self.ends, self.records);
    }
  };
  // By the number of an entry.
  struct Filed {
    PatternId pattern;
    std::uint32_t owner;
  };
  class Groups;
  class Files;
  void take(std::span<const Record> records, const Passage& passage, Candidates& found) const;
  bool meets(Need need, const Passage& passage, Candidates& found) const;

  const PatternTable* patterns_;
  Flat<Filed> filed_;
  Flat<std::uint32_t> further_begins_;  // by entry: into `further_`; one more at the end
  Flat<Need> further_;                  // needs behind the second
  // The needs of each group lie side by side: they are read often, their patterns lie far apart.
  Flat<std::uint32_t> group_begins_;  // one more at the end
  Flat<Need> group_needs_;
  Lists words_, lexicons_;  // by what the rarest need names
};

}  // namespace caveat
