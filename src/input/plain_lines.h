// The lines of a plain text, each with what its shape tells.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "input/decode.h"

namespace caveat {

struct PlainLine {
  enum class Shape : std::uint8_t {
    Blank,
    Words,
    Bullet,   // "- ", "• ", "✓ " …
    Number,   // "1. ", "1) ", "a) "
    Quote,    // "> "
    Hash,     // "## "
    Rule,     // "-----"
    Cells,    // "a<tab>b", "| a | b |"
    Comment,  // "%% … %%"
  };

  TextSpan text;  // what a reader reads: no mark, no white space at the edges
  TextSpan mark;  // the bullet, number, '>' or '#'s
  Shape shape = Shape::Blank;
  std::uint8_t level = 0;  // of Hash and Quote
  std::uint16_t indent = 0;
  std::uint32_t width = 0;  // in code points with indent and mark; not counted past max_width
  bool is_short = false;    // could be a heading or an item: few words, no full stop
  bool ends_sentence = false;
  bool starts_lower = false;

  static constexpr std::uint32_t max_width = 400;
};

// All lines; LF, CR LF and a lone CR end one.
std::vector<PlainLine> plain_lines(std::string_view text);

// The cells of a line of shape Cells, empty ones included.
std::vector<TextSpan> plain_cells(std::string_view text, TextSpan line);

}  // namespace caveat
