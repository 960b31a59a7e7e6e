#include "input/markdown.h"

#include <md4c.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "input/bold_heading.h"
#include "input/front_matter.h"
#include "input/html.h"
#include "input/html_tree.h"
#include "input/link_comments.h"
#include "input/list_marks.h"
#include "input/markdown_links.h"
#include "input/references.h"

namespace caveat {
namespace {

// A block's level; those nested deeper than any reader can tell are all as deep.
constexpr std::uint8_t small(unsigned level) {
  return static_cast<std::uint8_t>(std::min(level, 200U));
}

// md4c hands out pointers into the text that it parses, so the place of every piece is known. What
// it makes up itself (line breaks, indentation) stands between two such pieces.
class MarkdownReader {
 public:
  MarkdownReader(const Decoded& decoded, ProseBuilder& builder)
      : text_(decoded.text()), builder_(builder), markup_(builder, references_) {}

  void read(std::size_t begin) {
    last_end_ = begin;
    shapes_.push_back({});
    MD_PARSER parser{};
    parser.flags = MD_DIALECT_GITHUB;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      static_cast<MarkdownReader*>(self)->enter_block(type, detail);
      return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
      static_cast<MarkdownReader*>(self)->leave_block(type);
      return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
      static_cast<MarkdownReader*>(self)->enter_span(type, detail);
      return 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void* detail, void* self) {
      static_cast<MarkdownReader*>(self)->leave_span(type, detail);
      return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
      static_cast<MarkdownReader*>(self)->read_text(type, {text, size});
      return 0;
    };
    const std::string_view rest = text_.substr(begin);
    md_parse(rest.data(), static_cast<MD_SIZE>(rest.size()), &parser, this);
    read_link_comments(begin, builder_);
  }

 private:
  enum class Break : std::uint8_t { None, Soft, Hard };

  void enter_block(MD_BLOCKTYPE type, void* detail);
  void leave_block(MD_BLOCKTYPE type);
  void shape_block(Block& shape, MD_BLOCKTYPE type, const void* detail);
  void enter_span(MD_SPANTYPE type, const void* detail);
  void leave_span(MD_SPANTYPE type, const void* detail);
  void write_title(const MD_ATTRIBUTE& title, bool inside_only);

  void read_text(MD_TEXTTYPE type, std::string_view piece);
  void write_break(std::size_t before);
  void write_words(TextSpan span, std::size_t last_end);
  void write_entity(TextSpan span);
  void write_cell_code(TextSpan span);
  void read_html_piece(std::optional<TextSpan> span);
  void read_inline_tag(TextSpan tag);
  void mark_code(bool closes);
  void read_html_block();

  std::optional<TextSpan> place(std::string_view piece) const {
    const std::less<const char*> before;
    if (piece.data() == nullptr || before(piece.data(), text_.data()) ||
        before(text_.data() + text_.size(), piece.data() + piece.size())) {
      return {};
    }
    const auto begin = static_cast<std::size_t>(piece.data() - text_.data());
    return TextSpan{begin, begin + piece.size()};
  }
  std::string decoded(const MD_ATTRIBUTE& attribute);

  std::string_view text_;
  ProseBuilder& builder_;
  References references_;
  MarkupText markup_;
  std::vector<Block> shapes_;         // of the open blocks; the innermost last
  MD_BLOCKTYPE leaf_ = MD_BLOCK_DOC;  // the innermost open block where it holds no prose
  std::size_t last_end_ = 0;          // of the last piece that stands in the text
  Break break_ = Break::None;         // seen, but not yet located
  unsigned lists_ = 0, quotes_ = 0;
  unsigned images_ = 0;           // open ones
  std::optional<TextSpan> html_;  // the HTML block, or a tag that goes on over several lines
  std::vector<TextSpan> holes_;   // what stands between the lines of the HTML block
  std::string hiding_tag_;        // the inline element whose text is hidden; empty for none
  unsigned hiding_depth_ = 0;
  unsigned code_tags_ = 0;  // open ones
  SkipReason hiding_reason_ = SkipReason::Hidden;
  std::size_t bold_begin_ = 0, bold_bytes_ = 0;  // of strong words at the block's beginning
  std::unordered_set<std::size_t> titles_;       // those written: many links may share a definition
};

void MarkdownReader::shape_block(Block& shape, MD_BLOCKTYPE type, const void* detail) {
  switch (type) {
    case MD_BLOCK_QUOTE:
      shape.kind = BlockKind::Quote;
      shape.level = small(++quotes_);
      break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      shape.group = builder_.new_group();
      ++lists_;
      break;
    case MD_BLOCK_LI:
      shape.kind = BlockKind::ListItem;
      shape.level = small(lists_);
      break;
    case MD_BLOCK_H:
      shape.kind = BlockKind::Heading;
      shape.level = static_cast<std::uint8_t>(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level);
      break;
    case MD_BLOCK_TABLE:
      shape.group = builder_.new_group();
      shape.level = 0;
      break;
    case MD_BLOCK_TR:
      shape.column = 0;
      break;
    case MD_BLOCK_TH:
      shape.kind = BlockKind::TableHeader;
      break;
    case MD_BLOCK_TD:
      shape.kind = BlockKind::TableCell;
      break;
    default:
      break;
  }
}

void MarkdownReader::enter_block(MD_BLOCKTYPE type, void* detail) {
  Block shape = shapes_.back();
  shape_block(shape, type, detail);
  shapes_.push_back(shape);
  builder_.block(shape);
  leaf_ = type;
  break_ = Break::None;
  bold_bytes_ = 0;
}

void MarkdownReader::leave_block(MD_BLOCKTYPE type) {
  if (type == MD_BLOCK_HTML) read_html_block();
  if (type == MD_BLOCK_P && shapes_.back().kind == BlockKind::Paragraph && bold_bytes_ > 0 &&
      bold_bytes_ == builder_.block_text().size() && reads_as_heading(builder_.block_text())) {
    builder_.reshape(BlockKind::Heading, 6);
  }
  const Block done = shapes_.back();
  shapes_.pop_back();
  if (type == MD_BLOCK_QUOTE) --quotes_;
  if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) --lists_;
  // Rows and cells are counted where the next one will look.
  if (type == MD_BLOCK_TH || type == MD_BLOCK_TD) ++shapes_.back().column;
  if (type == MD_BLOCK_TR || type == MD_BLOCK_THEAD) {
    shapes_.back().row = done.row + (type == MD_BLOCK_TR ? 1 : 0);
  }
  builder_.block(shapes_.back());
  leaf_ = MD_BLOCK_DOC;
  html_.reset();
  hiding_depth_ = 0;
  while (code_tags_ > 0) mark_code(true);
  break_ = Break::None;
}

void MarkdownReader::enter_span(MD_SPANTYPE type, const void* detail) {
  if (type == MD_SPAN_CODE) {
    builder_.open_code();
  } else if (type == MD_SPAN_STRONG) {
    bold_begin_ = builder_.block_text().size();
  } else if (type == MD_SPAN_A) {
    const auto* link = static_cast<const MD_SPAN_A_DETAIL*>(detail);
    const auto href = place({link->href.text, link->href.size});
    // An address that is shown is prose; one in brackets is not.
    if (href) builder_.skip(*href, SkipReason::Url);
    if (images_ == 0) builder_.open_link(decoded(link->href));
  } else if (type == MD_SPAN_IMG) {
    const auto* image = static_cast<const MD_SPAN_IMG_DETAIL*>(detail);
    if (const auto src = place({image->src.text, image->src.size})) {
      builder_.skip(*src, SkipReason::Url);
    }
    if (images_++ == 0) {
      Block shape;
      shape.kind = BlockKind::AltText;
      builder_.begin_aside(shape);
    }
  }
}

void MarkdownReader::leave_span(MD_SPANTYPE type, const void* detail) {
  if (type == MD_SPAN_CODE) {
    builder_.close_code();
  } else if (type == MD_SPAN_STRONG && bold_begin_ == 0) {
    bold_bytes_ = builder_.block_text().size();
  } else if (type == MD_SPAN_A && images_ == 0) {
    builder_.close_link();
    write_title(static_cast<const MD_SPAN_A_DETAIL*>(detail)->title, false);
  } else if (type == MD_SPAN_IMG && --images_ == 0) {
    builder_.end_aside();
    write_title(static_cast<const MD_SPAN_IMG_DETAIL*>(detail)->title, true);
  }
}

// Writes a link's or image's title. md4c makes a copy of one that holds escapes, references or
// line breaks: then it is read again where the link ends.
void MarkdownReader::write_title(const MD_ATTRIBUTE& title, bool is_image) {
  const std::optional<LinkTail> tail = link_tail(text_, last_end_);
  std::optional<TextSpan> span;
  if (title.size > 0) {
    span = place({title.text, title.size});
    if (!span && tail) span = tail->title;
  }
  if (span && titles_.insert(span->begin).second) {
    Block shape;
    shape.kind = BlockKind::TitleAttribute;
    builder_.begin_aside(shape);
    write_escaped(*span, markup_);
    builder_.end_aside();
  }
  // What follows the image must not take the image's tail for its own.
  if (is_image && tail) last_end_ = tail->end;
}

std::string MarkdownReader::decoded(const MD_ATTRIBUTE& attribute) {
  std::string result;
  for (unsigned i = 0; attribute.size > 0 && attribute.substr_offsets[i] < attribute.size; ++i) {
    const MD_OFFSET begin = attribute.substr_offsets[i];
    const std::string_view part(attribute.text + begin, attribute.substr_offsets[i + 1] - begin);
    if (attribute.substr_types[i] == MD_TEXT_ENTITY) {
      const CharacterReference reference = references_.read(part, 0, References::Place::Text);
      result += reference.length == part.size() ? reference.text : part;
    } else {
      result += part;
    }
  }
  return result;
}

void MarkdownReader::read_text(MD_TEXTTYPE type, std::string_view piece) {
  const std::optional<TextSpan> span = place(piece);
  if (type == MD_TEXT_HTML) return read_html_piece(span);
  if (!span) {
    // A line break, or the space that stands for one inside a code span.
    if (leaf_ != MD_BLOCK_CODE) break_ = type == MD_TEXT_BR ? Break::Hard : Break::Soft;
    return;
  }
  if (break_ != Break::None) write_break(span->begin);
  const std::size_t before = std::exchange(last_end_, span->end);
  if (leaf_ == MD_BLOCK_CODE) {
    builder_.skip(*span, SkipReason::CodeBlock);
  } else if (hiding_depth_ > 0) {
    builder_.skip(*span, hiding_reason_);
  } else if (type == MD_TEXT_ENTITY) {
    write_entity(*span);
  } else if (type == MD_TEXT_CODE) {
    write_cell_code(*span);
  } else {
    write_words(*span, before);
  }
}

// Writes a piece whose predecessor ended at `last_end`. A backslash that md4c left out between the
// two belongs to the character that it escapes.
void MarkdownReader::write_words(TextSpan span, std::size_t last_end) {
  if (span.begin > last_end && text_[span.begin - 1] == '\\') {
    builder_.replace(text_.substr(span.begin, 1), {span.begin - 1, span.begin + 1});
    ++span.begin;
  }
  builder_.copy(span);
}

// Writes the line break between the last piece and the one that begins at `before`.
void MarkdownReader::write_break(std::size_t before) {
  // Whoever begins a line with "✓" means a line, whatever Markdown says.
  const bool hard = break_ == Break::Hard || list_sign_length(text_.substr(before)) > 0;
  break_ = Break::None;
  if (before <= last_end_) return;
  const std::size_t found = text_.substr(last_end_, before - last_end_).find_last_of("\r\n");
  if (found == text_.npos) return;
  const std::size_t at = last_end_ + found;
  const bool pair = text_[at] == '\n' && at > last_end_ && text_[at - 1] == '\r';
  const TextSpan span{pair ? at - 1 : at, at + 1};
  if (hard) {
    builder_.line_break(span);
  } else {
    builder_.copy(span);
  }
}

void MarkdownReader::write_entity(TextSpan span) {
  const CharacterReference reference =
      references_.read(text_.substr(0, span.end), span.begin, References::Place::Text);
  if (reference.length == span.size()) {
    builder_.replace(reference.text, span);
  } else {
    builder_.copy(span);  // no such character: the reader sees it as written
  }
}

// Inside the code of a table cell, "\|" stands for a bar.
void MarkdownReader::write_cell_code(TextSpan span) {
  const BlockKind kind = shapes_.back().kind;
  const bool in_table = kind == BlockKind::TableCell || kind == BlockKind::TableHeader;
  for (std::size_t at = span.begin; in_table;) {
    at = text_.find("\\|", at);
    if (at >= span.end) break;
    builder_.copy({span.begin, at});
    builder_.replace("|", {at, at + 2});
    at = span.begin = at + 2;
  }
  builder_.copy(span);
}

void MarkdownReader::read_html_piece(std::optional<TextSpan> span) {
  if (!span) return;
  if (leaf_ != MD_BLOCK_HTML && break_ != Break::None) write_break(span->begin);
  if (html_) {
    // Quote marks and indentation between two lines are not HTML's.
    TextSpan hole{html_->end, span->begin};
    while (hole.begin < hole.end && std::string_view(" \t\r\n").contains(text_[hole.begin])) {
      ++hole.begin;
    }
    if (!hole.empty()) holes_.push_back(hole);
    html_->end = span->end;
  } else {
    html_ = *span;
    holes_.clear();
  }
  last_end_ = span->end;
  if (leaf_ == MD_BLOCK_HTML) return;
  const std::size_t end = markup_end(text_, html_->begin);
  if (end > html_->end) return;  // goes on in the next line
  read_inline_tag(*html_);
  html_.reset();
}

void MarkdownReader::read_html_block() {
  if (!html_) return;
  read_html_fragment(*html_, holes_, shapes_.back(), markup_);
}

// <code> between words; a tag that is never closed ends with its block.
void MarkdownReader::mark_code(bool closes) {
  if (!closes) {
    ++code_tags_;
    builder_.open_code();
  } else if (code_tags_ > 0) {
    --code_tags_;
    builder_.close_code();
  }
}

void MarkdownReader::read_inline_tag(TextSpan tag) {
  const std::string_view inside = slice(text_, tag);
  if (inside.starts_with("<!--")) {
    const std::size_t marks = inside.ends_with("-->") ? 7 : 4;
    builder_.comment(tag, inside.substr(4, inside.size() - std::min(marks, inside.size())));
    return;
  }
  const bool closes = inside.starts_with("</");
  const std::string name = tag_name(inside);
  if (hiding_depth_ > 0) {
    if (name == hiding_tag_) hiding_depth_ += closes ? -1U : 1U;
    return;
  }
  if (images_ > 0) return;
  if (name == "br") {
    builder_.line_break(tag);
  } else if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
    // A block of its own for CommonMark, but not for md4c 0.4.
    Block shape = shapes_.back();
    if (!closes) {
      shape.kind = BlockKind::Heading;
      shape.level = static_cast<std::uint8_t>(name[1] - '0');
    }
    builder_.block(shape);
  } else if (name == "code" || name == "kbd" || name == "samp" || name == "tt") {
    mark_code(closes);
  } else if (closes) {
    if (name == "a") builder_.close_link();
  } else if (inside.find_first_of(" \t\r\n") != inside.npos || name == "script" ||
             name == "style" || name == "template") {
    if (const auto reason = read_html_tag(tag, shapes_.back(), markup_)) {
      hiding_reason_ = *reason;
      hiding_tag_ = name;
      hiding_depth_ = 1;
    }
  }
}

}  // namespace

void read_markdown(const Decoded& decoded, ProseBuilder& builder) {
  const std::size_t begin = read_front_matter(decoded, builder);
  MarkdownReader(decoded, builder).read(begin);
}

}  // namespace caveat
