#include "input/plain.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "input/plain_blocks.h"
#include "input/plain_lines.h"

namespace caveat {
namespace {

using Shape = PlainLine::Shape;

class PlainReader {
 public:
  PlainReader(const Decoded& decoded, ProseBuilder& builder)
      : text_(decoded.text()),
        builder_(builder),
        lines_(plain_lines(text_)),
        blocks_(plain_blocks(text_, lines_)) {}

  void read() {
    for (const PlainLine& each : lines_) {
      if (each.shape == Shape::Comment) read_comment(each);
    }
    for (std::size_t i = 0; i < blocks_.size();) i = write(i);
  }

 private:
  const PlainLine& line(const PlainBlock& block) const { return lines_[block.first]; }
  std::string_view words(const PlainLine& line) const { return slice(text_, line.text); }

  void read_comment(const PlainLine& comment) {
    std::string_view inside = words(comment);
    inside.remove_prefix(2);
    if (inside.ends_with("%%")) inside.remove_suffix(2);
    builder_.comment(comment.text, inside);
  }

  std::size_t write(std::size_t index);
  std::size_t write_table(std::size_t index);
  std::size_t table_end(std::size_t index) const;
  void write_words(TextSpan span);

  std::string_view text_;
  ProseBuilder& builder_;
  std::vector<PlainLine> lines_;
  std::vector<PlainBlock> blocks_;
  std::uint32_t list_ = Block::no_group;
};

// Writes the block, or the table that begins with it; returns the next one.
std::size_t PlainReader::write(std::size_t index) {
  const PlainBlock& block = blocks_[index];
  if (block.kind == BlockKind::TableCell) return write_table(index);
  Block shape;
  shape.kind = block.kind;
  shape.level = block.level;
  if (block.kind == BlockKind::ListItem) {
    const bool goes_on = index > 0 && blocks_[index - 1].kind == BlockKind::ListItem;
    if (!goes_on || list_ == Block::no_group) list_ = builder_.new_group();
    shape.group = list_;
  } else {
    list_ = Block::no_group;
  }
  builder_.block(shape);
  for (std::size_t i = block.first; i <= block.last; ++i) {
    builder_.skip(lines_[i].mark, SkipReason::Markup);
    if (i > block.first) builder_.copy({lines_[i - 1].text.end, lines_[i - 1].text.end + 1});
    write_words(lines_[i].text);
  }
  return index + 1;
}

std::size_t PlainReader::table_end(std::size_t index) const {
  std::size_t end = index + 1;
  while (end < blocks_.size() && blocks_[end].kind == BlockKind::TableCell &&
         blocks_[end].first == blocks_[end - 1].last + 1) {
    ++end;
  }
  return end;
}

std::size_t PlainReader::write_table(std::size_t index) {
  const std::size_t end = table_end(index);
  const std::uint32_t table = builder_.new_group();
  std::uint32_t row = 0;
  list_ = Block::no_group;
  // A row of dashes, as in Markdown, says that the one above it is the header.
  const auto is_ruler = [&](std::size_t block) {
    return words(line(blocks_[block])).find_first_not_of("|-: \t") == std::string_view::npos;
  };
  const bool header = index + 1 < end && is_ruler(index + 1);
  for (std::size_t i = index; i < end; ++i) {
    if (is_ruler(i)) continue;
    std::uint32_t column = 0;
    for (const TextSpan cell : plain_cells(text_, line(blocks_[i]).text)) {
      Block shape;
      shape.kind = header && i == index ? BlockKind::TableHeader : BlockKind::TableCell;
      shape.group = table;
      shape.row = row;
      shape.column = column++;
      builder_.block(shape);
      write_words(cell);
    }
    ++row;
  }
  return end;
}

// Writes a line without the "**" and "__" of emphasis, which survive in text that a chatbot wrote.
void PlainReader::write_words(TextSpan span) {
  const std::string_view words = slice(text_, span);
  std::size_t from = 0;
  for (const std::string_view mark : {std::string_view("**"), std::string_view("__")}) {
    if (words.find(mark) == words.npos) continue;
    while (from < words.size()) {
      const std::size_t open = words.find(mark, from);
      if (open == words.npos) break;
      const std::size_t close = words.find(mark, open + 2);
      if (close == words.npos || close == open + 2) break;
      if (words[open + 2] == ' ' || words[close - 1] == ' ') break;
      builder_.copy({span.begin + from, span.begin + open});
      builder_.copy({span.begin + open + 2, span.begin + close});
      from = close + 2;
    }
    break;  // one kind of mark in a line
  }
  builder_.copy({span.begin + from, span.end});
}

}  // namespace

void read_plain(const Decoded& decoded, ProseBuilder& builder) {
  PlainReader(decoded, builder).read();
}

}  // namespace caveat
