#include "input/prose_builder.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

#include "input/language.h"
#include "input/list_marks.h"

namespace caveat {
namespace {

// White space that collapses. A no-break space is a character like any other: readers see it.
constexpr bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

// The end of the stretch that begins at `at` and can be copied as it stands: words with single
// spaces between them.
std::size_t words_end(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (is_space(text[at])) {
      const bool single = text[at] == ' ' && at + 1 < text.size() && !is_space(text[at + 1]);
      if (!single) return at;
    }
    ++at;
  }
  return at;
}

std::size_t space_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

// Kinds that hold one phrase even where a designer broke the line.
bool is_one_phrase(BlockKind kind) {
  return kind == BlockKind::Title || kind == BlockKind::Heading || kind == BlockKind::TableHeader ||
         kind == BlockKind::Button || kind == BlockKind::Caption;
}

std::string_view trimmed(std::string_view text) {
  std::size_t begin = space_end(text, 0), end = text.size();
  while (end > begin && is_space(text[end - 1])) --end;
  return text.substr(begin, end - begin);
}

}  // namespace

ProseBuilder::ProseBuilder(const Decoded& decoded) : decoded_(decoded) {
  main_.prose.reserve(decoded.text().size());
}

void ProseBuilder::block(const Block& shape) {
  assert(!in_aside_);
  end_block();
  main_.shape = shape;
}

void ProseBuilder::copy(TextSpan span) {
  const std::string_view text = decoded_.text(span);
  for (std::size_t at = 0; at < text.size();) {
    if (is_space(text[at])) {
      const std::size_t end = space_end(text, at);
      write_space({span.begin + at, span.begin + end});
      at = end;
    } else {
      const std::size_t end = words_end(text, at);
      write_word(text.substr(at, end - at), {span.begin + at, span.begin + end}, Origin::Copied);
      at = end;
    }
  }
}

void ProseBuilder::replace(std::string_view text, TextSpan span) {
  assert(!span.empty());
  if (space_end(text, 0) == text.size()) {
    if (!text.empty()) write_space(span);
  } else {
    write_word(text, span, Origin::Replaced);
  }
}

void ProseBuilder::write_word(std::string_view text, TextSpan span, Origin kind) {
  Stream& to = stream();
  if (to.is_item && to.space_is_break) end_block();  // an item with a sign is one line
  if (!to.open || to.space_is_break) {
    const std::size_t layout = begin_line(to, text);
    if (layout == text.size()) return;
    if (layout > 0 && kind == Origin::Copied) return copy({span.begin + layout, span.end});
    text.remove_prefix(layout);
  }
  if (!to.open) {
    open_block(to, span);
  } else if (!to.space.empty()) {
    flush_space(to, text.front());
  }
  if (link_ && !link_began_ && !in_aside_) {
    link_->prose.begin = to.prose.size();
    link_began_ = true;
  }
  if (code_depth_ > 0 && !code_begin_ && !in_aside_) code_begin_ = to.prose.size();
  write(to, text, span, kind);
}

// How many bytes at the start of a line are its layout and none of its words: no-break spaces at
// the beginning of a block (editors write <p>&nbsp;</p> for an empty line), and a sign that makes
// the line an item of a list ("✓ Less pain<br>✓ More sleep").
std::size_t ProseBuilder::begin_line(Stream& to, std::string_view text) {
  constexpr std::string_view no_break_space = "\u00A0";
  std::size_t length = 0;
  while (!to.open && text.substr(length).starts_with(no_break_space)) {
    length += no_break_space.size();
  }
  if (length > 0 || in_aside_ || to.begins_item || to.shape.kind != BlockKind::Paragraph) {
    return length;
  }
  length = list_sign_length(text);
  if (length > 0) {
    if (to.open) end_block();
    to.begins_item = true;
  }
  return length;
}

void ProseBuilder::write(Stream& to, std::string_view text, TextSpan span, Origin kind) {
  const std::size_t begin = to.prose.size();
  to.prose.append(text);
  if (kind == Origin::Copied && !to.segments.empty()) {
    Segment& last = to.segments.back();
    if (last.kind == Origin::Copied && last.text.end == span.begin) {
      last.text = {last.text.begin, span.end};
      last.prose = {last.prose.begin, to.prose.size()};
      return;
    }
  }
  to.segments.push_back({{begin, to.prose.size()}, span, kind});
}

// White space counts once a word follows; before the first word of a block it counts for nothing.
void ProseBuilder::write_space(TextSpan span) {
  Stream& to = stream();
  if (!to.open) return;
  if (to.space.empty()) {
    to.space = span;
  } else if (to.space.end == span.begin && !to.space_is_break) {
    to.space.end = span.end;
  }
}

void ProseBuilder::flush_space(Stream& to, char next) {
  const TextSpan span = std::exchange(to.space, {});
  const bool line_ends = std::exchange(to.space_is_break, false) && !joins_lines(to, next);
  if (line_ends) {
    write(to, "\n", span, Origin::Replaced);
  } else {
    write(to, " ", span, decoded_.text(span) == " " ? Origin::Copied : Origin::Replaced);
  }
}

void ProseBuilder::line_break(TextSpan span) {
  Stream& to = stream();
  if (!to.open) return;
  if (in_aside_) {
    write_space(span);
  } else if (to.space_is_break) {
    block(Block(to.shape));  // an empty line between two parts of one element
  } else {
    to.space = span;
    to.space_is_break = true;
  }
}

// Whether the words before and after a line break are one sentence that a designer broke in two.
bool ProseBuilder::joins_lines(const Stream& to, char next) const {
  if (is_one_phrase(to.shape.kind)) return true;
  if (!is_lower(next)) return false;
  const std::size_t line = to.prose.rfind('\n');  // npos + 1 is 0
  const std::size_t length = to.prose.size() - (line + 1);
  const char last = to.prose.back();
  constexpr std::size_t wrapped_line = 40;  // list items are mostly shorter
  return last == ',' ||
         (length >= wrapped_line && std::string_view(".!?:;").find(last) == std::string_view::npos);
}

void ProseBuilder::skip(TextSpan span, SkipReason reason) {
  if (!span.empty()) gaps_.push_back({span, reason});
}

void ProseBuilder::open_block(Stream& to, TextSpan span) {
  // The source of a break is known when the map is composed; here it only takes its place.
  if (!to.prose.empty()) write(to, "\n", {span.begin, span.begin}, Origin::Break);
  to.block_begin = to.prose.size();
  to.open = true;
  to.is_item = std::exchange(to.begins_item, false);
  to.space = {};
  to.space_is_break = false;
}

void ProseBuilder::reshape(BlockKind kind, std::uint8_t level) {
  main_.shape.kind = kind;
  main_.shape.level = level;
}

std::string_view ProseBuilder::block_text() const {
  return main_.open ? std::string_view(main_.prose).substr(main_.block_begin) : std::string_view();
}

void ProseBuilder::end_block() {
  if (main_.open) {
    Block done = main_.shape;
    done.prose = {main_.block_begin, main_.prose.size()};
    if (main_.is_item) {
      const bool goes_on =
          !blocks_.empty() && items_ != Block::no_group && blocks_.back().group == items_;
      if (!goes_on) items_ = new_group();
      done.kind = BlockKind::ListItem;
      done.level = 1;
      done.group = items_;
      blocks_.push_back(done);
    } else {
      push_lines(done);
    }
  }
  main_.open = main_.is_item = main_.begins_item = false;
  main_.space = {};
  main_.space_is_break = false;
  for (Stream& aside : asides_) append_aside(aside);
  asides_.clear();
}

// "We help with:<br>Sciatica<br>Migraine": lines below one that ends with a colon are items of a
// list, and so are three short ones that are no sentences.
void ProseBuilder::push_lines(const Block& block) {
  constexpr std::size_t short_line = 60, long_line = 160;  // bytes
  const std::string_view text = slice(main_.prose, ProseSpan(block.prose));
  const std::size_t first = std::min(text.find('\n'), text.size());
  if (block.kind != BlockKind::Paragraph || first == text.size()) {
    blocks_.push_back(block);
    return;
  }
  const bool led_by_first = text.substr(0, first).ends_with(':');
  const bool led =
      led_by_first || (!blocks_.empty() && blocks_.back().kind == block.kind &&
                       slice(main_.prose, ProseSpan(blocks_.back().prose)).ends_with(':'));
  std::vector<ShortProseSpan> items;
  bool all = true;
  for (std::size_t at = led_by_first ? first + 1 : 0; all && at < text.size();) {
    const std::string_view line = text.substr(at, text.find('\n', at) - at);
    const bool sentence = line.empty() || std::string_view(".!?,:").contains(line.back());
    all = led ? line.size() <= long_line : line.size() <= short_line && !sentence;
    items.emplace_back(block.prose.begin + at, block.prose.begin + at + line.size());
    at += line.size() + 1;
  }
  if (!all || items.size() < (led ? 2U : 3U)) {
    blocks_.push_back(block);
    return;
  }
  Block piece = block;
  if (led_by_first) {
    piece.prose = {block.prose.begin, block.prose.begin + first};
    blocks_.push_back(piece);
  }
  piece.kind = BlockKind::ListItem;
  piece.level = 1;
  piece.group = new_group();
  for (const ShortProseSpan item : items) {
    piece.prose = item;
    blocks_.push_back(piece);
  }
}

void ProseBuilder::append_aside(Stream& aside) {
  if (!main_.prose.empty()) {
    const std::size_t at = aside.segments.front().text.begin;
    write(main_, "\n", {at, at}, Origin::Break);
  }
  const std::size_t begin = main_.prose.size();
  main_.prose.append(aside.prose);
  for (Segment segment : aside.segments) {
    segment.prose = {begin + segment.prose.begin, begin + segment.prose.end};
    main_.segments.push_back(segment);
  }
  aside.shape.prose = {begin, main_.prose.size()};
  blocks_.push_back(aside.shape);
}

void ProseBuilder::begin_aside(const Block& shape) {
  assert(!in_aside_);
  in_aside_ = true;
  aside_ = {};
  aside_.shape = shape;
}

void ProseBuilder::end_aside() {
  assert(in_aside_);
  in_aside_ = false;
  if (!aside_.prose.empty()) {
    if (main_.open) {
      asides_.push_back(std::move(aside_));
    } else {
      append_aside(aside_);
    }
  }
  aside_ = {};
}

void ProseBuilder::open_link(std::string target) {
  link_ = Link{{}, std::move(target)};
  link_began_ = false;
}

void ProseBuilder::close_link() {
  if (link_ && link_began_) {
    link_->prose.end = main_.prose.size();
    links_.push_back(std::move(*link_));
  }
  link_.reset();
}

void ProseBuilder::open_code() { ++code_depth_; }

void ProseBuilder::close_code() {
  assert(code_depth_ > 0);
  if (--code_depth_ > 0) return;
  if (code_begin_) code_.push_back({*code_begin_, main_.prose.size()});
  code_begin_.reset();
}

void ProseBuilder::comment(TextSpan span, std::string_view inside) {
  skip(span, SkipReason::Comment);
  inside = trimmed(inside);
  if (inside.starts_with("caveat-ignore")) instruction(span, std::string(inside));
}

void ProseBuilder::instruction(TextSpan span, std::string text) {
  suppressions_.push_back({decoded_.origin(span), std::move(text)});
}

void ProseBuilder::language(std::string tag) {
  if (language_.empty()) language_ = std::move(tag);
}

SourceMap ProseBuilder::compose() const {
  SourceMap map;
  std::size_t furthest = 0;  // end of all source that the map has used
  for (const Segment& segment : main_.segments) {
    const ProseSpan prose = segment.prose;
    const SourceSpan source = decoded_.origin(segment.text);
    switch (segment.kind) {
      case Origin::Break:  // empty before text that stands ahead of what is already written
        map.append(
            {prose, {std::min(furthest, source.begin), source.begin}, SourceSegment::Kind::Break});
        break;
      case Origin::Replaced:
        map.append({prose, source, SourceSegment::Kind::Replaced});
        break;
      case Origin::Copied: {
        std::size_t at = prose.begin;
        decoded_.for_each_origin(segment.text, [&](TextSpan text, SourceSpan from, bool copied) {
          map.append({{at, at + text.size()},
                      from,
                      copied ? SourceSegment::Kind::Copied : SourceSegment::Kind::Replaced});
          at += text.size();
        });
        break;
      }
    }
    furthest = std::max(furthest, source.end);
  }
  return map;
}

std::vector<Skip> ProseBuilder::compose_skips(const SourceMap& map) const {
  // What is taken already: first the prose, then the gaps that readers named, by their begin.
  struct Taken {
    ShortSourceSpan source;
    std::optional<SkipReason> reason;  // none for prose
  };
  // Of two gaps that begin together, the shorter one says more about its bytes.
  const auto before = [](const Taken& a, const Taken& b) {
    return std::pair(a.source, a.reason) < std::pair(b.source, b.reason);
  };
  const auto sort = [&](std::vector<Taken>& list) {
    if (!std::is_sorted(list.begin(), list.end(), before)) {
      std::sort(list.begin(), list.end(), before);
    }
  };
  std::vector<Taken> prose, gaps, taken;
  prose.reserve(map.segments().size());
  for (const SourceSegment& segment : map.segments()) {
    if (segment.kind != SourceSegment::Kind::Break) prose.push_back({segment.source, {}});
  }
  gaps.reserve(gaps_.size() + 1);
  if (!decoded_.byte_order_mark.empty()) {
    gaps.push_back({decoded_.byte_order_mark, SkipReason::ByteOrderMark});
  }
  for (const Gap& gap : gaps_) gaps.push_back({decoded_.origin(gap.text), gap.reason});
  sort(prose);
  sort(gaps);
  taken.reserve(prose.size() + gaps.size());
  std::merge(prose.begin(), prose.end(), gaps.begin(), gaps.end(), std::back_inserter(taken),
             before);

  std::vector<Skip> skips;
  const std::string_view source = decoded_.source();
  const bool wide = decoded_.encoding.starts_with("utf-16");
  const auto unmentioned = [&](SourceSpan span) {
    if (span.empty()) return;
    const std::string_view bytes = slice(source, span);
    const bool white = std::all_of(bytes.begin(), bytes.end(),
                                   [&](char c) { return is_space(c) || (wide && c == '\0'); });
    skips.push_back({span, white ? SkipReason::Whitespace : SkipReason::Markup});
  };
  std::size_t at = 0;
  for (std::size_t i = 0; i < taken.size(); ++i) {
    Taken next = taken[i];
    if (next.source.begin > at) {
      unmentioned({at, next.source.begin});
      at = next.source.begin;
    }
    if (next.source.end <= at) continue;
    if (next.reason) {
      // Prose wins over a gap around it, so the gap is cut at each piece of prose inside.
      std::size_t begin = std::max<std::size_t>(next.source.begin, at);
      for (std::size_t k = i + 1; k < taken.size() && taken[k].source.begin < next.source.end;
           ++k) {
        if (taken[k].reason) continue;
        if (taken[k].source.begin > begin) {
          skips.push_back({{begin, taken[k].source.begin}, *next.reason});
        }
        begin = std::max<std::size_t>(begin, taken[k].source.end);
      }
      if (next.source.end > begin) skips.push_back({{begin, next.source.end}, *next.reason});
      at = std::max<std::size_t>(begin, next.source.end);
    } else {
      at = next.source.end;
    }
  }
  unmentioned({at, source.size()});
  return skips;
}

void ProseBuilder::finish(Document& document) {
  close_link();
  end_block();
  document.map = compose();
  std::vector<Segment>().swap(main_.segments);  // as large as the map: not needed beside it
  document.map.finish();
  document.skipped = compose_skips(document.map);
  document.prose = std::move(main_.prose);
  document.blocks = std::move(blocks_);
  document.links = std::move(links_);
  document.code = std::move(code_);
  document.suppressions = std::move(suppressions_);
  document.encoding_notes = decoded_.notes;
  document.encoding = decoded_.encoding;
  document.language = language_.empty() ? guess_language(document.prose) : std::move(language_);
}

}  // namespace caveat
