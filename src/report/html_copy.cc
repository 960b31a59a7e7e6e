#include "report/html_copy.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "report/html_segments.h"
#include "report/html_text.h"

namespace caveat {
namespace {

constexpr std::size_t shown_depth = 6;

bool stands_beside(const Block& block) {
  switch (block.kind) {
    case BlockKind::Title:
    case BlockKind::MetaDescription:
    case BlockKind::AltText:
    case BlockKind::TitleAttribute:
    case BlockKind::StructuredData:
    case BlockKind::FrontMatter:
      return true;
    default:
      return block.region == Region::Head;
  }
}

std::string_view beside_label(BlockKind kind) {
  switch (kind) {
    case BlockKind::Title:
      return "Title";
    case BlockKind::MetaDescription:
      return "Description";
    case BlockKind::AltText:
      return "Alternative text";
    case BlockKind::TitleAttribute:
      return "Tooltip";
    case BlockKind::StructuredData:
      return "Structured data";
    case BlockKind::FrontMatter:
      return "Front matter";
    default:
      return "Head";
  }
}

std::string_view region_label(Region region) {
  switch (region) {
    case Region::Navigation:
      return "Navigation";
    case Region::Header:
      return "Page header";
    case Region::Footer:
      return "Page footer";
    case Region::Aside:
      return "Aside";
    case Region::Head:
    case Region::Body:
      break;
  }
  return "";
}

std::string_view mark_class(const CopyMark& mark) {
  return mark.kind == CopyMark::Kind::Duty ? "duty" : name(mark.severity);
}

class CopyWriter {
 public:
  CopyWriter(const Document& document, const std::vector<CopyMark>& marks)
      : document_(document), marks_(marks), segments_(marks) {
    copy_.placed.assign(marks.size(), false);
  }

  MarkedCopy write() {
    for (const Block& block : document_.blocks) {
      if (block.prose.empty()) continue;
      if (stands_beside(block)) {
        write_beside(block);
      } else {
        enter_region(block.region);
        write_block(block);
      }
    }
    leave_region();
    return std::move(copy_);
  }

 private:
  void write_beside(const Block& block) {
    bool marked = false;
    copy_.beside += fmt::format("<dt>{}</dt><dd dir=\"auto\">{}</dd>\n", beside_label(block.kind),
                                words(block, marked));
    copy_.beside_marked = copy_.beside_marked || marked;
    ++copy_.beside_count;
  }

  // What surrounds the text of a page is folded away unless something was found in it.
  void enter_region(Region region) {
    if (region == region_) return;
    leave_region();
    region_ = region;
  }

  void leave_region() {
    close_container();
    const std::string_view label = region_label(region_);
    if (!label.empty() && !section_.empty()) {
      copy_.flow += fmt::format("<details class=\"region\"{}><summary>{}</summary>\n{}</details>\n",
                                section_marked_ ? " open" : "", label, section_);
    } else {
      copy_.flow += section_;
    }
    section_.clear();
    section_marked_ = false;
    region_ = Region::Body;
  }

  void write_block(const Block& block) {
    const std::string text = words(block, section_marked_);
    switch (block.kind) {
      case BlockKind::Heading:
        write_heading(block, text);
        break;
      case BlockKind::ListItem:
        open_container(Container::List, block.group);
        section_ += fmt::format("<li class=\"depth-{}\">{}</li>\n",
                                std::clamp<std::size_t>(block.level, 1, shown_depth), text);
        break;
      case BlockKind::TableHeader:
      case BlockKind::TableCell:
        write_cell(block, text);
        break;
      case BlockKind::Quote:
        open_container(Container::Quote, Block::no_group);
        section_ += fmt::format("<p dir=\"auto\">{}</p>\n", text);
        break;
      default:
        close_container();
        section_ += fmt::format("<p{} dir=\"auto\">{}</p>\n", paragraph_class(block.kind), text);
    }
  }

  static std::string_view paragraph_class(BlockKind kind) {
    if (kind == BlockKind::Caption) return " class=\"caption\"";
    if (kind == BlockKind::Button) return " class=\"button\"";
    if (kind == BlockKind::Code) return " class=\"code\"";
    return "";
  }

  // The copy's headings stand below the report's own, and never skip a level: that is how they look
  // that tells what the page says they are.
  void write_heading(const Block& block, const std::string& text) {
    close_container();
    const std::size_t level = std::clamp<std::size_t>(block.level, 1, shown_depth);
    heading_ = std::min({level + 2, heading_ + 1, shown_depth});
    section_ +=
        fmt::format("<h{0} class=\"level-{1}\" dir=\"auto\">{2}</h{0}>\n", heading_, level, text);
  }

  void write_cell(const Block& block, const std::string& text) {
    if (open_container(Container::Table, block.group)) {
      section_ += "<tr>";
      row_ = block.row;
      column_ = 0;
    } else if (block.row != row_) {
      section_ += "</tr>\n<tr>";
      row_ = block.row;
      column_ = 0;
    }
    if (block.column > column_) {
      section_ += fmt::format("<td colspan=\"{}\"></td>", block.column - column_);
    }
    column_ = std::max(column_, block.column) + 1;
    const std::string_view tag = block.kind == BlockKind::TableHeader ? "th" : "td";
    section_ += fmt::format("<{0} dir=\"auto\">{1}</{0}>", tag, text);
  }

  enum class Container { None, List, Quote, Table };

  // Whether a new one had to be opened.
  bool open_container(Container container, std::uint32_t group) {
    if (container_ == container && group_ == group) return false;
    close_container();
    container_ = container;
    group_ = group;
    if (container == Container::List) section_ += "<ul dir=\"auto\">\n";
    if (container == Container::Quote) section_ += "<blockquote>\n";
    if (container == Container::Table) section_ += "<div class=\"wide\"><table>\n";
    return true;
  }

  void close_container() {
    if (container_ == Container::List) section_ += "</ul>\n";
    if (container_ == Container::Quote) section_ += "</blockquote>\n";
    if (container_ == Container::Table) section_ += "</tr>\n</table></div>\n";
    container_ = Container::None;
  }

  std::string words(const Block& block, bool& marked) {
    std::string text;
    for (const CopySegment& piece : segments_.of(block.prose)) {
      text += piece.marks.empty() ? html_copy_text(document_.text(piece.prose), false)
                                  : marked_words(piece, marked);
    }
    return text;
  }

  std::string marked_words(const CopySegment& piece, bool& marked) {
    const CopyMark& top = marks_[piece.marks.front()];
    const bool reveal =
        std::ranges::any_of(piece.marks, [this](std::size_t mark) { return marks_[mark].reveal; });
    const std::string text = html_copy_text(document_.text(piece.prose), reveal);
    std::string out = anchors(piece);
    if (top.kind == CopyMark::Kind::Dismissed) {
      return out + fmt::format("<span class=\"mark dismissed\">{}</span>", text);
    }
    marked = true;
    // Between two marks that overlap there may be a blank only: no link, for it would have no name.
    const bool blank =
        document_.text(piece.prose).find_first_not_of(" \n") == std::string_view::npos;
    const std::string link = blank ? "" : fmt::format(" href=\"#{}\"", top.entry);
    const std::string_view tag = blank ? "span" : "a";
    out += fmt::format("<{0} class=\"mark {1}\"{2} data-entries=\"{3}\">{4}{5}</{0}>", tag,
                       mark_class(top), link, entries(piece), text, numbers(piece));
    return out;
  }

  std::string anchors(const CopySegment& piece) {
    std::string out;
    for (const std::size_t mark : piece.begins) {
      out += fmt::format("<span id=\"{}\"></span>", marks_[mark].anchor);
      copy_.placed[mark] = true;
    }
    return out;
  }

  std::string entries(const CopySegment& piece) const {
    std::string list;
    for (const std::size_t mark : piece.marks) {
      if (marks_[mark].kind == CopyMark::Kind::Dismissed) continue;
      if (!list.empty()) list += ' ';
      list += marks_[mark].entry;
    }
    return list;
  }

  std::string numbers(const CopySegment& piece) const {
    std::string list;
    for (const std::size_t mark : piece.ends) {
      if (marks_[mark].number.empty()) continue;
      if (!list.empty()) list += ' ';
      list += marks_[mark].number;
    }
    return list.empty() ? "" : fmt::format("<sup>{}</sup>", list);
  }

  const Document& document_;
  const std::vector<CopyMark>& marks_;
  CopySegments segments_;
  MarkedCopy copy_;
  std::string section_;  // of the region being written
  bool section_marked_ = false;
  Region region_ = Region::Body;
  Container container_ = Container::None;
  std::uint32_t group_ = Block::no_group;
  std::uint32_t row_ = 0, column_ = 0;
  std::size_t heading_ = 2;  // the level of the last heading as written
};

}  // namespace

MarkedCopy marked_copy(const Document& document, const std::vector<CopyMark>& marks) {
  return CopyWriter(document, marks).write();
}

}  // namespace caveat
