#include "input/plain.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "input/plain_lines.h"

namespace caveat {
namespace {

using Shape = PlainLine::Shape;

// Lines that one sentence may run through, and the kind of block that they make.
struct Unit {
  std::size_t first = 0, last = 0;  // lines, both included
  BlockKind kind = BlockKind::Paragraph;
  std::uint8_t level = 0;
  bool is_short = false;
  bool apart = false;  // a blank line or a rule stands before it
  bool decided = false;
};

class PlainReader {
 public:
  PlainReader(const Decoded& decoded, ProseBuilder& builder)
      : text_(decoded.text()), builder_(builder), lines_(plain_lines(text_)) {}

  void read() {
    measure_wrapping();
    gather_units();
    decide_kinds();
    for (std::size_t i = 0; i < units_.size();) i = write(i);
  }

 private:
  const PlainLine& line(const Unit& unit) const { return lines_[unit.first]; }
  const PlainLine& end_line(const Unit& unit) const { return lines_[unit.last]; }
  std::string_view words(const PlainLine& line) const { return slice(text_, line.text); }
  bool ends_with_colon(std::size_t unit) const {
    return words(end_line(units_[unit])).ends_with(':');
  }

  void measure_wrapping();
  bool continues(std::size_t next) const;
  void gather_units();

  void decide_kinds();
  void decide_shaped(Unit& unit, std::size_t index);
  std::size_t decide_led_in(std::size_t begin);
  std::size_t decide_run(std::size_t begin);
  bool heads_something(std::size_t index) const;
  bool is_long_paragraph(std::size_t index) const;
  bool sums_up(std::size_t begin, std::size_t end) const;
  bool starts_with_letter(std::size_t unit) const;
  bool is_lead_in(std::size_t unit) const;
  void set(std::size_t index, BlockKind kind, std::uint8_t level = 0);
  void set_heading(std::size_t index);
  bool is_capitals(const PlainLine& line) const;
  bool is_wholly_quoted(const PlainLine& line) const;

  std::size_t write(std::size_t index);
  std::size_t write_table(std::size_t index);
  std::size_t table_end(std::size_t index) const;
  void write_words(TextSpan span);

  std::string_view text_;
  ProseBuilder& builder_;
  std::vector<PlainLine> lines_;
  std::vector<Unit> units_;
  std::uint32_t margin_ = 0;  // the width at which lines were wrapped by hand; 0 if they were not
  bool has_capitals_ = false;
  std::uint32_t list_ = Block::no_group;
};

constexpr std::uint32_t narrowest_margin = 55;
constexpr std::uint32_t widest_margin = 100;
constexpr std::uint32_t long_paragraph = 150;  // in code points; about two sentences

// Hand-wrapped text shows by lines that stop short of a margin in the middle of a sentence, and by
// the lack of longer lines. Text copied from a page has a line for each paragraph.
void PlainReader::measure_wrapping() {
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
bool PlainReader::continues(std::size_t next) const {
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

void PlainReader::gather_units() {
  bool apart = false;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const PlainLine& line = lines_[i];
    if (line.shape == Shape::Blank || line.shape == Shape::Rule) {
      apart = true;
      continue;
    }
    if (line.shape == Shape::Comment) {
      std::string_view inside = words(line);
      inside.remove_prefix(2);
      if (inside.ends_with("%%")) inside.remove_suffix(2);
      builder_.comment(line.text, inside);
      continue;
    }
    if (!units_.empty() && !apart && units_.back().last + 1 == i && continues(i)) {
      units_.back().last = i;
      units_.back().is_short = false;
      continue;
    }
    Unit unit;
    unit.first = unit.last = i;
    unit.is_short = line.is_short;
    unit.apart = apart;
    units_.push_back(unit);
    apart = false;
  }
}

void PlainReader::set(std::size_t index, BlockKind kind, std::uint8_t level) {
  units_[index].kind = kind;
  units_[index].level = level;
  units_[index].decided = true;
}

// Where some headings are in capitals, they stand above the others.
void PlainReader::set_heading(std::size_t index) {
  const bool lower_rank = has_capitals_ && !is_capitals(line(units_[index]));
  set(index, BlockKind::Heading, lower_rank ? 3 : 2);
}

bool PlainReader::is_capitals(const PlainLine& line) const {
  std::size_t capitals = 0;
  for (const char c : words(line)) {
    if (c >= 'a' && c <= 'z') return false;
    capitals += c >= 'A' && c <= 'Z';
  }
  return capitals >= 4;
}

// A line that is one quotation from end to end, as testimonials are.
bool PlainReader::is_wholly_quoted(const PlainLine& line) const {
  const std::string_view text = words(line);
  if (std::count(text.begin(), text.end(), ' ') < 4) return false;
  if (text.starts_with("“")) return text.ends_with("”") && text.find("“", 3) == text.npos;
  return text.starts_with('"') && text.find('"', 1) == text.size() - 1;
}

void PlainReader::decide_kinds() {
  has_capitals_ = std::any_of(units_.begin(), units_.end(), [&](const Unit& unit) {
    return unit.is_short && is_capitals(line(unit));
  });
  for (std::size_t i = 0; i < units_.size(); ++i) decide_shaped(units_[i], i);
  if (units_.size() > 1 && !units_[0].decided) {
    const PlainLine& first = line(units_[0]);
    const bool one_line = units_[0].first == units_[0].last;
    if (one_line && !first.ends_sentence && first.width <= long_paragraph) {
      set(0, BlockKind::Title, 1);
    }
  }
  for (std::size_t i = 0; i < units_.size();) {
    if (units_[i].decided) {
      ++i;
    } else if (units_[i].is_short) {
      i = decide_run(i);
    } else {
      i = decide_led_in(i);
    }
  }
}

// Single sentences below a line that ends with a colon are its items, full stops or not.
std::size_t PlainReader::decide_led_in(std::size_t begin) {
  if (begin == 0 || !ends_with_colon(begin - 1) || units_[begin].apart) return begin + 1;
  const auto is_item = [&](std::size_t i) {
    const PlainLine& item = line(units_[i]);
    return !units_[i].decided && item.width < long_paragraph && units_[i].first == units_[i].last &&
           words(item).find(". ") == std::string_view::npos && !words(item).ends_with(':');
  };
  std::size_t end = begin;
  while (end < units_.size() && is_item(end) && (end == begin || !units_[end].apart)) ++end;
  // A short line before a paragraph is more likely the next heading than the last item.
  while (end > begin && units_[end - 1].is_short && heads_something(end - 1)) --end;
  if (end - begin < 2) return begin + 1;
  for (std::size_t i = begin; i < end; ++i) set(i, BlockKind::ListItem, 1);
  return end;
}

// Kinds that a line's own mark tells.
void PlainReader::decide_shaped(Unit& unit, std::size_t index) {
  const PlainLine& head = line(unit);
  switch (head.shape) {
    case Shape::Bullet:
      set(index, BlockKind::ListItem, static_cast<std::uint8_t>(1 + std::min(head.indent / 2, 8)));
      break;
    case Shape::Number: {
      // "3. No medical advice" above a paragraph is a numbered heading.
      const bool heads = unit.is_short && index + 1 < units_.size() && is_long_paragraph(index + 1);
      set(index, heads ? BlockKind::Heading : BlockKind::ListItem, heads ? 3 : 1);
      break;
    }
    case Shape::Quote:
      set(index, BlockKind::Quote, head.level);
      break;
    case Shape::Hash:
      set(index, BlockKind::Heading, head.level);
      break;
    case Shape::Cells: {
      // A single row with bars is a tagline or a menu, and is read like other words.
      const bool table = table_end(index) > index + 1 ||
                         units_[index - (index > 0)].kind == BlockKind::TableCell ||
                         words(head).find('\t') != std::string_view::npos;
      if (table) set(index, BlockKind::TableCell);
      break;
    }
    case Shape::Words:
      if (unit.first == unit.last && is_wholly_quoted(head)) set(index, BlockKind::Quote, 1);
      break;
    case Shape::Blank:
    case Shape::Rule:
    case Shape::Comment:
      break;
  }
}

bool PlainReader::is_long_paragraph(std::size_t index) const {
  const Unit& unit = units_[index];
  return line(unit).shape == Shape::Words && !unit.is_short;
}

// Whether the unit after `index` is something that a heading could stand over.
bool PlainReader::heads_something(std::size_t index) const {
  if (index + 1 >= units_.size()) return false;
  const Unit& next = units_[index + 1];
  // What stands close below one thing and apart from the next belongs to the former.
  if (next.apart && !units_[index].apart && index > 0) return false;
  const bool signs = index > 0 && units_[index - 1].kind == BlockKind::Quote;
  if (signs && !units_[index].apart && next.kind == BlockKind::Quote) return false;
  if (next.kind == BlockKind::Heading && line(next).shape == Shape::Hash) return false;
  return is_long_paragraph(index + 1) || line(next).shape != Shape::Words ||
         next.kind == BlockKind::Quote;
}

// Decides about consecutive short lines; returns the unit after them.
std::size_t PlainReader::decide_run(std::size_t begin) {
  std::size_t end = begin + 1;
  while (end < units_.size() && units_[end].is_short && !units_[end].apart &&
         !units_[end].decided) {
    ++end;
  }
  const bool heads = heads_something(end - 1);
  std::size_t items = begin;
  const std::size_t items_end = heads && !sums_up(begin, end) ? end - 1 : end;
  const bool led_in = begin > 0 && ends_with_colon(begin - 1);
  if (!led_in && items < items_end && starts_with_letter(items)) {
    // The heading of the items below it, or a line of its own.
    const bool stands_alone = units_[begin].apart && end < units_.size() && units_[end].apart;
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
    if (ends_with_colon(i)) {
      set(i, BlockKind::Paragraph);  // leads in the items after it
    } else {
      set(i, BlockKind::ListItem, 1);
    }
  }
  if (items_end < end) {
    if (is_lead_in(end - 1) && line(units_[end]).shape != Shape::Words) {
      set(end - 1, BlockKind::Paragraph);
    } else {
      set_heading(end - 1);
    }
  }
  return end;
}

// "A trained specialist will:" leads in a list, and heads nothing else.
bool PlainReader::is_lead_in(std::size_t unit) const {
  const std::string_view text = words(end_line(units_[unit]));
  return text.ends_with(':') && std::count(text.begin(), text.end(), ' ') >= 3;
}

// Whether the unit after a list of short lines is a single sentence that sums it up, rather than a
// paragraph below a heading.
bool PlainReader::sums_up(std::size_t begin, std::size_t end) const {
  const Unit& next = units_[end];
  return end - begin > 2 && !next.apart && next.first == next.last &&
         line(next).shape == Shape::Words && line(next).width < long_paragraph;
}

bool PlainReader::starts_with_letter(std::size_t unit) const {
  const char c = words(line(units_[unit])).front();
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

// Writes the unit, or the table that begins with it; returns the next one.
std::size_t PlainReader::write(std::size_t index) {
  const Unit& unit = units_[index];
  if (unit.kind == BlockKind::TableCell) return write_table(index);
  Block shape;
  shape.kind = unit.kind;
  shape.level = unit.level;
  if (unit.kind == BlockKind::ListItem) {
    const bool goes_on = index > 0 && units_[index - 1].kind == BlockKind::ListItem;
    if (!goes_on || list_ == Block::no_group) list_ = builder_.new_group();
    shape.group = list_;
  } else {
    list_ = Block::no_group;
  }
  builder_.block(shape);
  for (std::size_t i = unit.first; i <= unit.last; ++i) {
    builder_.skip(lines_[i].mark, SkipReason::Markup);
    if (i > unit.first) builder_.copy({lines_[i - 1].text.end, lines_[i - 1].text.end + 1});
    write_words(lines_[i].text);
  }
  return index + 1;
}

std::size_t PlainReader::table_end(std::size_t index) const {
  std::size_t end = index + 1;
  while (end < units_.size() && line(units_[end]).shape == Shape::Cells &&
         units_[end].first == units_[end - 1].last + 1) {
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
  const auto is_ruler = [&](std::size_t unit) {
    return words(line(units_[unit])).find_first_not_of("|-: \t") == std::string_view::npos;
  };
  const bool header = index + 1 < end && is_ruler(index + 1);
  for (std::size_t i = index; i < end; ++i) {
    if (is_ruler(i)) continue;
    std::uint32_t column = 0;
    for (const TextSpan cell : plain_cells(text_, line(units_[i]).text)) {
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
