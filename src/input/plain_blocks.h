// Which lines of a plain text make a block, and of what kind, by their shapes.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "input/plain_lines.h"
#include "model/document.h"

namespace caveat {

// Lines that one sentence may run through.
struct PlainBlock {
  std::size_t first = 0, last = 0;  // lines, both included
  BlockKind kind = BlockKind::Paragraph;
  std::uint8_t level = 0;
  bool is_short = false;  // one short line
  bool apart = false;     // a blank line or a rule stands before it
  bool decided = false;   // the kind is settled
};

// The blocks of `text` in order. A row of a table is one block of kind TableCell. Gives a line its
// mark back where that turns out to be no list mark.
std::vector<PlainBlock> plain_blocks(std::string_view text, std::vector<PlainLine>& lines);

}  // namespace caveat
