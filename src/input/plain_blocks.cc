#include "input/plain_blocks.h"

#include <algorithm>
#include <array>
#include <utility>

namespace caveat {
namespace {

using Shape = PlainLine::Shape;

class BlockFinder {
 public:
  BlockFinder(std::string_view text, std::vector<PlainLine>& lines) : text_(text), lines_(lines) {}

  std::vector<PlainBlock> find() {
    measure_wrapping();
    gather();
    decide_kinds();
    return std::move(blocks_);
  }

 private:
  const PlainLine& line(const PlainBlock& block) const { return lines_[block.first]; }
  const PlainLine& end_line(const PlainBlock& block) const { return lines_[block.last]; }
  std::string_view words(const PlainLine& line) const { return slice(text_, line.text); }
  bool ends_with_colon(std::size_t index) const {
    return words(end_line(blocks_[index])).ends_with(':');
  }
  bool ends_open(std::size_t index) const;

  void measure_wrapping();
  bool continues(std::size_t next) const;
  void gather();

  void decide_kinds();
  void decide_shaped(PlainBlock& block, std::size_t index);
  std::size_t decide_led_in(std::size_t begin);
  std::size_t decide_run(std::size_t begin);
  bool is_signature(std::size_t index) const;
  bool in_table(std::size_t index) const;
  bool heads_something(std::size_t index) const;
  bool is_long_paragraph(std::size_t index) const;
  bool sums_up(std::size_t begin, std::size_t end) const;
  bool starts_with_letter(std::size_t index) const;
  bool starts_in_lower_case(std::size_t index) const;
  bool is_lead_in(std::size_t index) const;
  bool is_long_item(std::size_t begin, std::size_t index) const;
  void set(std::size_t index, BlockKind kind, std::uint8_t level = 0);
  void set_heading(std::size_t index);
  bool is_capitals(const PlainLine& line) const;
  bool is_wholly_quoted(const PlainLine& line) const;

  std::string_view text_;
  std::vector<PlainLine>& lines_;
  std::vector<PlainBlock> blocks_;
  std::uint32_t margin_ = 0;  // the width at which lines were wrapped by hand; 0 if they were not
  bool has_capitals_ = false;
};

constexpr std::uint32_t narrowest_margin = 55;
constexpr std::uint32_t widest_margin = 100;
constexpr std::uint32_t long_paragraph = 150;  // in code points; about two sentences

// Hand-wrapped text shows by lines that stop short of a margin in the middle of a sentence, and by
// the lack of longer lines. Text copied from a page has a line for each paragraph.
void BlockFinder::measure_wrapping() {
  std::size_t broken = 0, too_long = 0;
  std::uint32_t widest = 0;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const PlainLine& line = lines_[i];
    if (line.width > widest_margin) {
      ++too_long;
      continue;
    }
    if (line.shape != Shape::Blank) widest = std::max(widest, line.width);
    if (i + 1 == lines_.size()) break;
    const PlainLine& next = lines_[i + 1];
    const bool runs_on = next.shape == Shape::Words || next.shape == Shape::Quote;
    if (runs_on && next.starts_lower && !line.ends_sentence && line.width >= narrowest_margin) {
      ++broken;
    }
  }
  if (broken > 0 && broken >= 4 * too_long) margin_ = widest;
}

// Whether line `next` goes on with the sentence of the one before: its first word would not have
// fitted there.
bool BlockFinder::continues(std::size_t next) const {
  const PlainLine& before = lines_[next - 1];
  const PlainLine& line = lines_[next];
  if (margin_ == 0 || before.width < narrowest_margin || before.width > margin_) return false;
  const bool same_quote = line.shape == Shape::Quote && before.shape == Shape::Quote;
  const bool listed = before.shape == Shape::Bullet || before.shape == Shape::Number;
  if (line.shape != Shape::Words && !same_quote) return false;
  if (!same_quote && !listed && before.shape != Shape::Words) return false;
  const std::string_view rest = words(line);
  const std::size_t word = std::min(rest.find(' '), rest.size());
  return before.width + 1 + word > margin_ || (line.starts_lower && !before.ends_sentence);
}

void BlockFinder::gather() {
  bool apart = false;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const PlainLine& line = lines_[i];
    if (line.shape == Shape::Blank || line.shape == Shape::Rule) {
      apart = true;
      continue;
    }
    if (line.shape == Shape::Comment) continue;
    if (!blocks_.empty() && !apart && blocks_.back().last + 1 == i && continues(i)) {
      blocks_.back().last = i;
      blocks_.back().is_short = false;
      continue;
    }
    PlainBlock block;
    block.first = block.last = i;
    block.is_short = line.is_short;
    block.apart = apart;
    blocks_.push_back(block);
    apart = false;
  }
}

void BlockFinder::set(std::size_t index, BlockKind kind, std::uint8_t level) {
  blocks_[index].kind = kind;
  blocks_[index].level = level;
  blocks_[index].decided = true;
}

// Where some headings are in capitals, they stand above the others.
void BlockFinder::set_heading(std::size_t index) {
  const bool lower_rank = has_capitals_ && !is_capitals(line(blocks_[index]));
  set(index, BlockKind::Heading, lower_rank ? 3 : 2);
}

bool BlockFinder::is_capitals(const PlainLine& line) const {
  std::size_t capitals = 0;
  for (const char c : words(line)) {
    if (c >= 'a' && c <= 'z') return false;
    capitals += c >= 'A' && c <= 'Z';
  }
  return capitals >= 4;
}

// A line that is one quotation from end to end, as testimonials are.
bool BlockFinder::is_wholly_quoted(const PlainLine& line) const {
  const std::string_view text = words(line);
  if (std::count(text.begin(), text.end(), ' ') < 4) return false;
  if (text.starts_with("“")) return text.ends_with("”") && text.find("“", 3) == text.npos;
  return text.starts_with('"') && text.find('"', 1) == text.size() - 1;
}

void BlockFinder::decide_kinds() {
  has_capitals_ = std::any_of(blocks_.begin(), blocks_.end(), [&](const PlainBlock& block) {
    return block.is_short && is_capitals(line(block));
  });
  for (std::size_t i = 0; i < blocks_.size(); ++i) decide_shaped(blocks_[i], i);
  if (blocks_.size() > 1 && !blocks_[0].decided) {
    const PlainLine& first = line(blocks_[0]);
    const bool one_line = blocks_[0].first == blocks_[0].last;
    if (one_line && !first.ends_sentence && first.width <= long_paragraph) {
      set(0, BlockKind::Title, 1);
    }
  }
  for (std::size_t i = 0; i < blocks_.size();) {
    if (blocks_[i].decided) {
      ++i;
    } else if (blocks_[i].is_short) {
      i = decide_run(i);
    } else {
      i = decide_led_in(i);
    }
  }
}

// Single sentences below a line that ends with a colon are its items, full stops or not.
std::size_t BlockFinder::decide_led_in(std::size_t begin) {
  if (begin == 0 || !ends_with_colon(begin - 1) || blocks_[begin].apart) return begin + 1;
  const auto is_item = [&](std::size_t i) {
    const PlainLine& item = line(blocks_[i]);
    return !blocks_[i].decided && item.width < long_paragraph &&
           blocks_[i].first == blocks_[i].last &&
           words(item).find(". ") == std::string_view::npos && !words(item).ends_with(':');
  };
  std::size_t end = begin;
  while (end < blocks_.size() && is_item(end) && (end == begin || !blocks_[end].apart)) ++end;
  // A short line before a paragraph is more likely the next heading than the last item.
  while (end > begin && blocks_[end - 1].is_short && heads_something(end - 1)) --end;
  if (end - begin < 2) return begin + 1;
  for (std::size_t i = begin; i < end; ++i) set(i, BlockKind::ListItem, 1);
  return end;
}

// Kinds that a line's own mark tells.
void BlockFinder::decide_shaped(PlainBlock& block, std::size_t index) {
  const PlainLine& head = line(block);
  switch (head.shape) {
    case Shape::Bullet:
      if (is_signature(index)) {
        lines_[block.first].text.begin = std::exchange(lines_[block.first].mark, {}).begin;
        set(index, BlockKind::Paragraph);
        break;
      }
      set(index, BlockKind::ListItem, static_cast<std::uint8_t>(1 + std::min(head.indent / 2, 8)));
      break;
    case Shape::Number: {
      // "3. No medical advice" above a paragraph is a numbered heading.
      const bool heads =
          block.is_short && index + 1 < blocks_.size() && is_long_paragraph(index + 1);
      set(index, heads ? BlockKind::Heading : BlockKind::ListItem, heads ? 3 : 1);
      break;
    }
    case Shape::Quote:
      set(index, BlockKind::Quote, head.level);
      break;
    case Shape::Hash:
      set(index, BlockKind::Heading, head.level);
      break;
    case Shape::Cells:
      if (in_table(index)) set(index, BlockKind::TableCell);
      break;
    case Shape::Words:
      if (block.first == block.last && is_wholly_quoted(head)) set(index, BlockKind::Quote, 1);
      break;
    case Shape::Blank:
    case Shape::Rule:
    case Shape::Comment:
      break;
  }
}

// "— Viktor Frankl" below a quotation: a dash that marks no other line is no bullet.
bool BlockFinder::is_signature(std::size_t index) const {
  const auto mark = [&](std::size_t at) { return slice(text_, line(blocks_[at]).mark); };
  const std::string_view own = mark(index);
  if (!own.starts_with("—") && !own.starts_with("–")) return false;
  const bool before = index > 0 && mark(index - 1) == own;
  const bool after = index + 1 < blocks_.size() && mark(index + 1) == own;
  return !before && !after;
}

// A single row with bars is a tagline or a menu; rows of a table have equally many cells.
bool BlockFinder::in_table(std::size_t index) const {
  if (words(line(blocks_[index])).find('\t') != std::string_view::npos) return true;
  const auto same_row = [&](std::size_t a, std::size_t b) {
    const PlainLine &one = line(blocks_[a]), &other = line(blocks_[b]);
    return one.shape == Shape::Cells && other.shape == Shape::Cells &&
           blocks_[b].first == blocks_[a].first + 1 &&
           plain_cells(text_, one.text).size() == plain_cells(text_, other.text).size();
  };
  return (index > 0 && same_row(index - 1, index)) ||
         (index + 1 < blocks_.size() && same_row(index, index + 1));
}

bool BlockFinder::is_long_paragraph(std::size_t index) const {
  const PlainBlock& block = blocks_[index];
  return line(block).shape == Shape::Words && !block.is_short;
}

// Whether the block after `index` is something that a heading could stand over.
bool BlockFinder::heads_something(std::size_t index) const {
  if (index + 1 >= blocks_.size()) return false;
  const PlainBlock& next = blocks_[index + 1];
  // What stands close below one thing and apart from the next belongs to the former.
  if (next.apart && !blocks_[index].apart && index > 0) return false;
  const bool signs = index > 0 && blocks_[index - 1].kind == BlockKind::Quote;
  if (signs && !blocks_[index].apart && next.kind == BlockKind::Quote) return false;
  if (next.kind == BlockKind::Heading && line(next).shape == Shape::Hash) return false;
  return is_long_paragraph(index + 1) || line(next).shape != Shape::Words ||
         next.kind == BlockKind::Quote;
}

// Decides about consecutive short lines; returns the block after them.
std::size_t BlockFinder::decide_run(std::size_t begin) {
  const bool led_in = begin > 0 && ends_with_colon(begin - 1);
  std::size_t end = begin + 1;
  while (end < blocks_.size() && !blocks_[end].apart && !blocks_[end].decided &&
         (blocks_[end].is_short || (!led_in && is_long_item(begin, end)))) {
    ++end;
  }
  const bool heads = heads_something(end - 1);
  std::size_t items = begin;
  const std::size_t items_end = heads && !sums_up(begin, end) ? end - 1 : end;
  if (!led_in && items < items_end && starts_with_letter(items)) {
    // The heading of the items below it, or a line of its own.
    const bool stands_alone = blocks_[begin].apart && end < blocks_.size() && blocks_[end].apart;
    if (items_end - items > 1 && is_lead_in(items)) {
      set(items, BlockKind::Paragraph);
    } else if (items_end - items > 1 || heads || stands_alone) {
      set_heading(items);
    } else {
      set(items, BlockKind::Paragraph);
    }
    ++items;
  }
  for (std::size_t i = items; i < items_end; ++i) {
    if (ends_with_colon(i) || (i + 1 < items_end && ends_open(i))) {
      set(i, BlockKind::Paragraph);  // leads in the items after it
    } else if (i >= items + 2 && i + 1 < items_end && !starts_in_lower_case(i) &&
               starts_in_lower_case(i - 1) && starts_in_lower_case(i - 2)) {
      set_heading(i);  // a capital amid items in lower case begins another list
    } else {
      set(i, BlockKind::ListItem, 1);
    }
  }
  if (items_end < end) {
    if (is_lead_in(end - 1) && line(blocks_[end]).shape != Shape::Words) {
      set(end - 1, BlockKind::Paragraph);
    } else {
      set_heading(end - 1);
    }
  }
  return end;
}

// A line with too many words for a heading, one amid several short ones, that does not end as a
// sentence does. Not below a colon, where the next short line may well begin something else.
bool BlockFinder::is_long_item(std::size_t begin, std::size_t index) const {
  const PlainBlock& block = blocks_[index];
  const PlainLine& item = line(block);
  const bool one_line = block.first == block.last && item.shape == Shape::Words;
  if (!one_line || item.ends_sentence || item.width >= long_paragraph) return false;
  if (words(item).find(". ") != std::string_view::npos) return false;
  std::size_t short_lines = 0, long_lines = 1;
  for (std::size_t i = begin; i < index; ++i) ++(blocks_[i].is_short ? short_lines : long_lines);
  if (short_lines < 2 * long_lines || !blocks_[index - 1].is_short) return false;
  const bool last = index + 1 == blocks_.size() || blocks_[index + 1].apart;
  return last ? short_lines > 2 : blocks_[index + 1].is_short && !blocks_[index + 1].decided;
}

// "The problems that we treat most are" goes on in the line below it. A colon says so in every
// language, these words do in English.
bool BlockFinder::ends_open(std::size_t index) const {
  static constexpr std::array<std::string_view, 9> open = {
      " are", " include", " includes", " including", " with", " for", " such as", " can", " will"};
  const std::string_view text = words(end_line(blocks_[index]));
  return std::count(text.begin(), text.end(), ' ') >= 3 &&
         std::ranges::any_of(open, [&](std::string_view word) { return text.ends_with(word); });
}

// "A trained specialist will:" leads in a list, and heads nothing else.
bool BlockFinder::is_lead_in(std::size_t index) const {
  const std::string_view text = words(end_line(blocks_[index]));
  return (text.ends_with(':') && std::count(text.begin(), text.end(), ' ') >= 3) ||
         ends_open(index);
}

// Whether the block after a list of short lines is a single sentence that sums it up, rather than a
// paragraph below a heading.
bool BlockFinder::sums_up(std::size_t begin, std::size_t end) const {
  const PlainBlock& next = blocks_[end];
  return end - begin > 2 && !next.apart && next.first == next.last &&
         line(next).shape == Shape::Words && line(next).width < long_paragraph;
}

bool BlockFinder::starts_with_letter(std::size_t index) const {
  const char c = words(line(blocks_[index])).front();
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

bool BlockFinder::starts_in_lower_case(std::size_t index) const {
  const char c = words(line(blocks_[index])).front();
  return c >= 'a' && c <= 'z';
}

}  // namespace

std::vector<PlainBlock> plain_blocks(std::string_view text, std::vector<PlainLine>& lines) {
  return BlockFinder(text, lines).find();
}

}  // namespace caveat
