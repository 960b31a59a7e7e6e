// Finds many literal strings in one pass (Aho and Corasick, 1975): which owners of literals does a
// text hold?
//
// Case is ignored, and any run of blanks in the text is one space. Literals are written so: lower
// case, single spaces. Flat arrays only, so that a compiled rulebook is read in one piece.
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rulebook/flat.h"

namespace caveat {

// A literal, and at what places it counts: all that are told must hold.
struct PlacedLiteral {
  static constexpr std::uint16_t begins_word = 1, ends_word = 2;  // no ASCII word goes on there
  static constexpr std::uint16_t opens_line = 4;  // no ASCII letter or digit stands before it

  std::string text;
  std::uint16_t place = 0;
  auto operator<=>(const PlacedLiteral&) const = default;
};

class LiteralScanner {
 public:
  struct Literal {
    PlacedLiteral literal;  // its text is not empty
    std::uint32_t owner = 0;
  };

  LiteralScanner() = default;
  explicit LiteralScanner(std::span<const Literal> literals);

  // Calls `visit(owner)` for each occurrence of a literal of `owner`, several times for some.
  template <class Visit>
  void scan(std::string_view text, Visit visit) const {
    if (owner_begins_.empty()) return;
    const std::uint8_t* const classes = classes_.data();
    const State* const next = next_.data();
    State state = 0;
    bool after_blank = false;
    for (std::size_t at = 0; at < text.size();) {
      const Symbol symbol = symbol_at(text, at);
      at += symbol.size;
      const bool blank = symbol.byte == ' ';
      if (blank && after_blank) continue;
      after_blank = blank;
      state = next[state + classes[symbol.byte]];
      if (state < first_owned_) continue;
      const std::size_t index = state / class_count_;
      for (auto i = owner_begins_[index]; i < owner_begins_[index + 1]; ++i) {
        if (stands(owners_[i], text, at)) visit(owners_[i].number);
      }
    }
  }

  // For rulebook/compiled.cc: what is kept.
  template <class Archive, class Self>
  static void describe(Archive& archive, Self& self) {
    archive(self.classes_, self.class_count_, self.next_, self.first_owned_, self.owner_begins_,
            self.owners_);
  }

 private:
  using State = std::uint32_t;  // index of its row in `next_`
  struct Symbol {
    unsigned char byte;  // as literals write it
    std::uint8_t size;   // bytes of the text
  };

  static Symbol symbol_at(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x80) return beyond_ascii(text, at);
    if (byte >= 'A' && byte <= 'Z') return {static_cast<unsigned char>(byte | 0x20), 1};
    return {byte == ' ' || (byte >= '\t' && byte <= '\r') ? static_cast<unsigned char>(' ') : byte,
            1};
  }
  static Symbol beyond_ascii(std::string_view text, std::size_t at);
  // Who has a literal that ends at a state, how many symbols it has, and where it counts.
  struct Owner {
    std::uint32_t number;
    std::uint16_t length, place;
    auto operator<=>(const Owner&) const = default;
  };
  // Whether the literal that ends at `end` stands at such a place; true where that is hard to tell.
  static bool stands(Owner owner, std::string_view text, std::size_t end) {
    return owner.place == 0 || is_placed(owner, text, end);
  }
  static bool is_placed(Owner owner, std::string_view text, std::size_t end);
  struct Automaton;

  Flat<std::uint8_t> classes_;  // by byte; 0: in no literal
  std::uint32_t class_count_ = 0;
  Flat<State> next_;  // by state, then class
  // States behind which a literal ends are numbered last, the first of them so:
  State first_owned_ = 0;
  Flat<std::uint32_t> owner_begins_;  // by state: where its owners begin; one more
  Flat<Owner> owners_;
};

}  // namespace caveat
