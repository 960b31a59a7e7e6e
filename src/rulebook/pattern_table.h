// All patterns of a rulebook. They lie in one piece of bytes that may lie anywhere: those of the
// rulebook inside the program are used where they are, without a step at the start.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "rulebook/flat.h"
#include "rulebook/pattern.h"

namespace caveat {

using PatternId = std::uint32_t;

// A pattern while packs are loaded.
struct PatternDraft {
  std::vector<Instruction> program, openers, needs;  // as in Pattern
  std::string letters;
  std::uint32_t line = 0, column = 0;
};

class PatternTable {
 public:
  // While packs are loaded: drafts only.
  PatternId add(PatternDraft draft);
  std::vector<PatternDraft>& drafts() { return drafts_; }
  // Makes patterns of the drafts.
  void pack();

  // Afterwards: patterns only.
  const Pattern& operator[](PatternId id) const { return begin()[id]; }
  PatternId id_of(const Pattern& pattern) const {
    return static_cast<PatternId>(&pattern - begin());
  }

  // For rulebook/compiled.cc: what is kept.
  template <class Archive, class Self>
  static void describe(Archive& archive, Self& self) {
    archive(self.size_, self.image_);
  }

 private:
  struct alignas(8) Piece {
    std::array<std::byte, 8> bytes;
  };
  const Pattern* begin() const { return reinterpret_cast<const Pattern*>(image_.data()); }

  std::vector<PatternDraft> drafts_;
  std::uint32_t size_ = 0;
  Flat<Piece> image_;  // the patterns, then what they point to
};

// Patterns that follow each other in a table, which outlives this list.
class PatternList {
 public:
  PatternList() = default;
  PatternList(const PatternTable& table, PatternId first, std::uint32_t size)
      : table_(&table), first_(first), size_(size) {}

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  const Pattern* begin() const { return empty() ? nullptr : &(*table_)[first_]; }
  const Pattern* end() const { return begin() + size_; }
  const Pattern& operator[](std::size_t i) const { return begin()[i]; }
  const Pattern& front() const { return *begin(); }
  const Pattern& back() const { return begin()[size_ - 1]; }

  // The pattern alone that stands at `i`.
  PatternList only(std::uint32_t i) const { return {*table_, first_ + i, 1}; }
  // The table is named by whoever reads the list.
  template <class Archive, class Self>
  static void describe(Archive& archive, Self& self) {
    archive(self.first_, self.size_);
  }
  void lie_in(const PatternTable& table) { table_ = &table; }

 private:
  const PatternTable* table_ = nullptr;
  PatternId first_ = 0;
  std::uint32_t size_ = 0;
};

}  // namespace caveat
