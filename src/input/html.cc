#include "input/html.h"

#include <gumbo.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "input/html_elements.h"
#include "input/html_structure.h"
#include "input/html_tree.h"
#include "input/language.h"
#include "input/structured_data.h"

namespace caveat {
namespace {

std::string_view piece(const GumboStringPiece& p) { return {p.data, p.length}; }

class HtmlReader {
 public:
  HtmlReader(const HtmlTree& tree, std::size_t offset, MarkupText& text)
      : tree_(tree),
        offset_(offset),
        text_(text),
        builder_(text.builder()),
        structure_(builder_),
        context_(structure_.here()) {}

  void read(const Block& shape) {
    context_.shape = shape;
    // Pages may nest thousands of elements deep: the walk keeps its own stack.
    stack_.push_back(
        {tree_.document(), 0, context_, ElementRole::Inline, false, false, false, false});
    while (!stack_.empty()) {
      Frame& frame = stack_.back();
      const GumboVector& children = frame.node->type == GUMBO_NODE_DOCUMENT
                                        ? frame.node->v.document.children
                                        : frame.node->v.element.children;
      if (frame.next == children.length) {
        leave();
      } else {
        visit(static_cast<const GumboNode*>(children.data[frame.next++]));
      }
    }
  }

  // For a tree of one tag: its attributes, and why the element would not show.
  std::optional<SkipReason> read_tag(const Block& shape) {
    context_.shape = shape;
    const GumboNode* node = tree_.document();
    while (node != nullptr) {
      const GumboVector& children =
          node->type == GUMBO_NODE_DOCUMENT ? node->v.document.children : node->v.element.children;
      const GumboNode* inner = nullptr;
      for (unsigned i = 0; i < children.length; ++i) {
        const auto* child = static_cast<const GumboNode*>(children.data[i]);
        if (child->type != GUMBO_NODE_ELEMENT && child->type != GUMBO_NODE_TEMPLATE) continue;
        if (child->v.element.original_tag.length == 0) {
          inner = child;  // <html>, <head> or <body>, which the tag does without; the last holds it
          continue;
        }
        if (const auto reason = skip_reason(*child)) return reason;
        read_inline(*child, element_role(*child));
        read_attributes(*child);
        return {};
      }
      node = inner;
    }
    return {};
  }

 private:
  struct Frame {
    const GumboNode* node;
    unsigned next;
    HtmlStructure::Context outer;  // to go back to
    ElementRole role;
    bool is_block, is_link, is_aside, is_code;
  };

  void visit(const GumboNode* node);
  void leave();
  void enter(const GumboNode* element);
  void read_inline(const GumboNode& node, ElementRole role);
  void read_text(const GumboNode* node);
  void write_foreign(TextSpan span);
  void read_comment(const GumboNode* node);
  void read_script(const GumboNode& node);
  void read_meta(const GumboNode& node);
  void read_attributes(const GumboNode& node);

  std::optional<TextSpan> place(const GumboStringPiece& p) const {
    std::optional<TextSpan> span = tree_.place(piece(p));
    if (span) *span = {span->begin + offset_, span->end + offset_};
    return span;
  }
  std::optional<TextSpan> value_place(const GumboNode& node, const char* name) const;
  void begin_aside(BlockKind kind);
  void write_aside(const GumboNode& node, const char* name, BlockKind kind);
  void write_block(TextSpan span, Block shape);

  const HtmlTree& tree_;
  std::size_t offset_;
  MarkupText& text_;
  ProseBuilder& builder_;
  HtmlStructure structure_;
  HtmlStructure::Context& context_;  // structure_'s
  std::vector<Frame> stack_;
};

void HtmlReader::visit(const GumboNode* node) {
  switch (node->type) {
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
      enter(node);
      break;
    case GUMBO_NODE_COMMENT:
      read_comment(node);
      break;
    default:
      read_text(node);
      break;
  }
}

void HtmlReader::leave() {
  const Frame& frame = stack_.back();
  if (frame.is_link) builder_.close_link();
  if (frame.is_code) builder_.close_code();
  if (frame.is_aside) builder_.end_aside();
  structure_.leave(frame.role, frame.outer);
  const bool was_block = frame.is_block;
  stack_.pop_back();
  if (was_block) builder_.block(context_.shape);
}

void HtmlReader::enter(const GumboNode* element) {
  const GumboNode& node = *element;
  const ElementRole role = element_role(node);
  Frame frame{element, 0, context_, role, false, false, false, false};
  if (!context_.skipped) context_.skipped = skip_reason(node);
  if (role == ElementRole::Script) {
    read_script(node);
    context_ = frame.outer;
    return;
  }
  structure_.enter(node, role);
  if (!context_.skipped && !builder_.in_aside()) {
    frame.is_aside = role == ElementRole::AltText;
    if (frame.is_aside) begin_aside(BlockKind::AltText);
    frame.is_link = role == ElementRole::Link;
    frame.is_code = is_code(node);
    if (frame.is_code) builder_.open_code();
    frame.is_block = is_block(role);
    if (frame.is_block) builder_.block(context_.shape);
    read_inline(node, role);
    if (!frame.is_aside) read_attributes(node);
  }
  stack_.push_back(frame);
}

// What an element does besides beginning a block.
void HtmlReader::read_inline(const GumboNode& node, ElementRole role) {
  if (role == ElementRole::Break) {
    if (const auto tag = place(node.v.element.original_tag)) builder_.line_break(*tag);
  } else if (role == ElementRole::Meta) {
    read_meta(node);
  } else if (role == ElementRole::Root) {
    const GumboAttribute* lang = gumbo_get_attribute(&node.v.element.attributes, "lang");
    if (lang != nullptr) builder_.language(language_tag(lang->value));
  } else if (role == ElementRole::Link) {
    const auto target = value_place(node, "href");
    builder_.open_link(target ? text_.decoded_attribute(*target) : std::string());
  }
}

// How the tokenizer reads text directly inside `parent`.
MarkupText::Kind text_kind(const GumboNode& parent) {
  if (parent.type == GUMBO_NODE_DOCUMENT) return MarkupText::Kind::Data;
  const GumboElement& element = parent.v.element;
  if (element.tag_namespace != GUMBO_NAMESPACE_HTML) return MarkupText::Kind::Data;
  switch (element.tag) {
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_TEXTAREA:
      return MarkupText::Kind::Rcdata;
    case GUMBO_TAG_XMP:
    case GUMBO_TAG_PLAINTEXT:
      return MarkupText::Kind::Raw;
    default:
      return MarkupText::Kind::Data;
  }
}

void HtmlReader::read_text(const GumboNode* node) {
  std::optional<TextSpan> span = place(node->v.text.original_text);
  if (!span || span->empty()) return;
  MarkupText::Kind kind = text_kind(*stack_.back().node);
  if (context_.skipped) {
    builder_.skip(*span, *context_.skipped);
  } else if (stack_.back().node->type != GUMBO_NODE_DOCUMENT &&
             stack_.back().node->v.element.tag_namespace != GUMBO_NAMESPACE_HTML) {
    write_foreign(*span);
  } else if (context_.preformatted) {
    text_.write_lines(*span, kind);
  } else {
    text_.write(*span, kind);
  }
}

// Text in SVG and MathML, where CDATA sections are text.
void HtmlReader::write_foreign(TextSpan span) {
  constexpr std::string_view open = "<![CDATA[", close = "]]>";
  while (!span.empty()) {
    const std::string_view rest = slice(text_.text(), span);
    const std::size_t begin = std::min(rest.find(open), rest.size());
    text_.write({span.begin, span.begin + begin}, MarkupText::Kind::Data);
    if (begin == rest.size()) return;
    const std::size_t inside = begin + open.size();
    const std::size_t end = std::min(rest.find(close, inside), rest.size());
    text_.write({span.begin + inside, span.begin + end}, MarkupText::Kind::Raw);
    span.begin += std::min(end + close.size(), rest.size());
  }
}

void HtmlReader::read_comment(const GumboNode* node) {
  if (const auto span = place(node->v.text.original_text)) {
    builder_.comment(*span, node->v.text.text);
  }
}

void HtmlReader::read_script(const GumboNode& node) {
  const auto* child = node.v.element.children.length == 0
                          ? nullptr
                          : static_cast<const GumboNode*>(node.v.element.children.data[0]);
  if (child == nullptr || child->type == GUMBO_NODE_ELEMENT) return;
  const auto span = place(child->v.text.original_text);
  if (!span) return;
  const GumboAttribute* type = gumbo_get_attribute(&node.v.element.attributes, "type");
  const bool is_data = type != nullptr && std::string_view(type->value) == "application/ld+json";
  if (is_data && !builder_.in_aside()) {
    read_structured_data(*span, text_);
    builder_.block(context_.shape);
  } else {
    builder_.skip(*span, *context_.skipped);
  }
}

// The text inside an attribute's quotes.
std::optional<TextSpan> HtmlReader::value_place(const GumboNode& node, const char* name) const {
  const GumboAttribute* attribute = gumbo_get_attribute(&node.v.element.attributes, name);
  if (attribute == nullptr || *attribute->value == '\0') return {};
  std::optional<TextSpan> span = place(attribute->original_value);
  if (!span || span->empty()) return {};
  const char first = text_.text()[span->begin];
  if (first == '"' || first == '\'') {
    ++span->begin;
    if (span->end > span->begin && text_.text()[span->end - 1] == first) --span->end;
  }
  return span;
}

void HtmlReader::begin_aside(BlockKind kind) {
  Block shape;
  shape.kind = kind;
  shape.region = context_.shape.region;
  builder_.begin_aside(shape);
}

void HtmlReader::write_aside(const GumboNode& node, const char* name, BlockKind kind) {
  const auto span = value_place(node, name);
  if (!span) return;
  begin_aside(kind);
  text_.write(*span, MarkupText::Kind::Attribute);
  builder_.end_aside();
}

void HtmlReader::write_block(TextSpan span, Block shape) {
  builder_.block(shape);
  text_.write(span, MarkupText::Kind::Attribute);
  builder_.block(context_.shape);
}

void HtmlReader::read_meta(const GumboNode& node) {
  const std::optional<BlockKind> kind = meta_kind(node);
  const auto span = value_place(node, "content");
  if (!kind || !span) return;
  Block shape;
  shape.kind = *kind;
  shape.level = *kind == BlockKind::Title ? 1 : 0;
  shape.region = Region::Head;
  write_block(*span, shape);
}

void HtmlReader::read_attributes(const GumboNode& node) {
  // The parser clones formatting elements that a block cuts in two: one tag, one tooltip.
  constexpr unsigned cloned =
      GUMBO_INSERTION_RECONSTRUCTED_FORMATTING_ELEMENT | GUMBO_INSERTION_ADOPTION_AGENCY_CLONED;
  if ((static_cast<unsigned>(node.parse_flags) & cloned) != 0) return;
  if (node.v.element.attributes.length == 0 || context_.shape.region == Region::Head) return;
  if (has_alternative_text(node)) write_aside(node, "alt", BlockKind::AltText);
  if (is_labelled_button(node)) {
    if (const auto span = value_place(node, "value")) {
      Block shape;
      shape.kind = BlockKind::Button;
      shape.region = context_.shape.region;
      write_block(*span, shape);
    }
  }
  write_aside(node, "title", BlockKind::TitleAttribute);
}

}  // namespace

void read_html(const Decoded& decoded, ProseBuilder& builder) {
  const HtmlTree tree(decoded.text());
  References references;
  MarkupText text(builder, references);
  HtmlReader(tree, 0, text).read({});
}

void read_html_fragment(TextSpan span, std::span<const TextSpan> holes, const Block& shape,
                        MarkupText& text) {
  std::string fragment(slice(text.text(), span));
  for (const TextSpan hole : holes) {
    std::fill(fragment.begin() + static_cast<std::ptrdiff_t>(hole.begin - span.begin),
              fragment.begin() + static_cast<std::ptrdiff_t>(hole.end - span.begin), ' ');
  }
  text.set_holes(holes);
  const HtmlTree tree(fragment);
  HtmlReader(tree, span.begin, text).read(shape);
  text.set_holes({});
}

std::optional<SkipReason> read_html_tag(TextSpan tag, const Block& shape, MarkupText& text) {
  const HtmlTree tree(slice(text.text(), tag));
  return HtmlReader(tree, tag.begin, text).read_tag(shape);
}

}  // namespace caveat
