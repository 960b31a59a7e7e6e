#include "input/html_elements.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "input/bold_heading.h"

namespace caveat {
namespace {

using namespace std::string_view_literals;

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// The value of an attribute; null where the element has none of that name.
const char* attribute(const GumboNode& node, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found == nullptr ? nullptr : found->value;
}

std::string lowered(const char* text) {
  std::string result(text == nullptr ? "" : text);
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

bool is_svg(const GumboNode& node) { return node.v.element.tag_namespace == GUMBO_NAMESPACE_SVG; }

ElementRole role_by_attribute(const GumboNode& node, ElementRole otherwise) {
  const char* const role = attribute(node, "role");
  if (role == nullptr) return otherwise;
  const std::string_view value = role;
  if (value == "heading") return ElementRole::Heading;
  if (value == "button") return ElementRole::Button;
  if (value == "listitem") return ElementRole::Item;
  constexpr std::array landmarks = {"navigation"sv, "banner"sv, "contentinfo"sv, "complementary"sv,
                                    "search"sv};
  const bool landmark = std::find(landmarks.begin(), landmarks.end(), value) != landmarks.end();
  return landmark ? ElementRole::Landmark : otherwise;
}

// <p><strong>Our prices</strong></p>: a heading to everyone but the parser. A sentence in bold type
// is none.
bool is_all_bold(const GumboNode& paragraph) {
  const GumboNode* bold = nullptr;
  const GumboVector& children = paragraph.v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    const auto* child = static_cast<const GumboNode*>(children.data[i]);
    if (child->type == GUMBO_NODE_WHITESPACE || child->type == GUMBO_NODE_COMMENT) continue;
    if (bold != nullptr || child->type != GUMBO_NODE_ELEMENT) return false;
    const GumboTag tag = child->v.element.tag;
    if (tag != GUMBO_TAG_STRONG && tag != GUMBO_TAG_B) return false;
    bold = child;
  }
  if (bold == nullptr || bold->v.element.children.length != 1) return false;
  const auto* text = static_cast<const GumboNode*>(bold->v.element.children.data[0]);
  return text->type == GUMBO_NODE_TEXT && reads_as_heading(text->v.text.text);
}

ElementRole role_by_tag(const GumboNode& node) {
  switch (node.v.element.tag) {
    case GUMBO_TAG_HTML:
      return ElementRole::Root;
    case GUMBO_TAG_HEAD:
      return ElementRole::Head;
    case GUMBO_TAG_TITLE:
      return is_svg(node) ? ElementRole::AltText : ElementRole::Title;
    case GUMBO_TAG_DESC:
      return is_svg(node) ? ElementRole::AltText : ElementRole::Inline;
    case GUMBO_TAG_META:
      return ElementRole::Meta;
    case GUMBO_TAG_SCRIPT:
      return ElementRole::Script;
    case GUMBO_TAG_BR:
      return ElementRole::Break;
    case GUMBO_TAG_A:
      return ElementRole::Link;
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_LEGEND:
      return ElementRole::Heading;
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_DIR:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_DATALIST:
      return ElementRole::List;
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_OPTION:
      return ElementRole::Item;
    case GUMBO_TAG_DD:
      return ElementRole::Definition;
    case GUMBO_TAG_BLOCKQUOTE:
      return ElementRole::Quote;
    case GUMBO_TAG_TABLE:
      return ElementRole::Table;
    case GUMBO_TAG_TR:
      return ElementRole::Row;
    case GUMBO_TAG_TH:
      return ElementRole::HeaderCell;
    case GUMBO_TAG_TD:
      return ElementRole::Cell;
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_FIGCAPTION:
      return ElementRole::Caption;
    case GUMBO_TAG_BUTTON:
      return ElementRole::Button;
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_LISTING:
    case GUMBO_TAG_XMP:
    case GUMBO_TAG_PLAINTEXT:
      return ElementRole::Preformatted;
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_SECTION:
      return ElementRole::Landmark;
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_P:
      return is_all_bold(node) ? ElementRole::Heading : ElementRole::Flow;
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_FRAMESET:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_OPTGROUP:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TFOOT:
      return ElementRole::Flow;
    case GUMBO_TAG_UNKNOWN: {
      const GumboStringPiece& tag = node.v.element.original_tag;
      const bool text = std::string_view(tag.data, tag.length).starts_with("<text");
      return is_svg(node) && text ? ElementRole::Flow : ElementRole::Inline;
    }
    default:
      return ElementRole::Inline;
  }
}

// <pre><code>: a program, not prose.
bool holds_code(const GumboNode& pre) {
  const GumboVector& children = pre.v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    const auto* child = static_cast<const GumboNode*>(children.data[i]);
    if (child->type == GUMBO_NODE_WHITESPACE) continue;
    return child->type == GUMBO_NODE_ELEMENT && child->v.element.tag == GUMBO_TAG_CODE;
  }
  return false;
}

bool is_hidden(const GumboNode& node) {
  if (node.v.element.attributes.length == 0) return false;
  const char* const hidden = attribute(node, "hidden");
  if (hidden != nullptr && lowered(hidden) != "until-found") return true;
  if (lowered(attribute(node, "aria-hidden")) == "true") return true;
  const char* const style = attribute(node, "style");
  if (style == nullptr) return false;
  std::string rules = lowered(style);
  std::erase_if(rules, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
  return rules.find("display:none") != rules.npos || rules.find("visibility:hidden") != rules.npos;
}

}  // namespace

ElementRole element_role(const GumboNode& node) {
  const ElementRole role = role_by_tag(node);
  const bool may_differ = role == ElementRole::Inline || role == ElementRole::Flow ||
                          role == ElementRole::Link || role == ElementRole::Landmark;
  return may_differ && node.v.element.attributes.length > 0 ? role_by_attribute(node, role) : role;
}

bool is_block(ElementRole role) {
  switch (role) {
    case ElementRole::Inline:
    case ElementRole::Root:
    case ElementRole::Meta:
    case ElementRole::Script:
    case ElementRole::Break:
    case ElementRole::Link:
    case ElementRole::AltText:
      return false;
    default:
      return true;
  }
}

bool is_code(const GumboNode& node) {
  switch (node.v.element.tag) {
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_LISTING:
    case GUMBO_TAG_XMP:
    case GUMBO_TAG_PLAINTEXT:
    case GUMBO_TAG_TEXTAREA:
      return true;
    default:
      return false;
  }
}

std::optional<SkipReason> skip_reason(const GumboNode& node) {
  if (node.type == GUMBO_NODE_TEMPLATE) return SkipReason::Template;
  switch (node.v.element.tag) {
    case GUMBO_TAG_SCRIPT:
      return SkipReason::Script;
    case GUMBO_TAG_STYLE:
      return SkipReason::Style;
    case GUMBO_TAG_TEMPLATE:
      return SkipReason::Template;
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_NOEMBED:
    case GUMBO_TAG_NOFRAMES:
    case GUMBO_TAG_NOSCRIPT:
      return SkipReason::Hidden;  // what browsers show without frames or scripts: none today
    case GUMBO_TAG_PRE:
      if (holds_code(node)) return SkipReason::CodeBlock;
      break;
    default:
      break;
  }
  if (is_hidden(node)) return SkipReason::Hidden;
  return {};
}

std::optional<Region> region_of(const GumboNode& node) {
  const char* const role = attribute(node, "role");
  if (role != nullptr) {
    const std::string_view value = role;
    if (value == "navigation" || value == "search") return Region::Navigation;
    if (value == "banner") return Region::Header;
    if (value == "contentinfo") return Region::Footer;
    if (value == "complementary") return Region::Aside;
  }
  switch (node.v.element.tag) {
    case GUMBO_TAG_NAV:
      return Region::Navigation;
    case GUMBO_TAG_HEADER:
      return Region::Header;
    case GUMBO_TAG_FOOTER:
      return Region::Footer;
    case GUMBO_TAG_ASIDE:
      return Region::Aside;
    case GUMBO_TAG_MAIN:
      return Region::Body;
    default:
      return {};
  }
}

std::uint8_t heading_level(const GumboNode& node) {
  const GumboTag tag = node.v.element.tag;
  if (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6) {
    return static_cast<std::uint8_t>(1 + (tag - GUMBO_TAG_H1));
  }
  const char* const level = attribute(node, "aria-level");
  if (level != nullptr && *level >= '1' && *level <= '6') {
    return static_cast<std::uint8_t>(*level - '0');
  }
  return attribute(node, "role") == nullptr ? 6 : 2;  // bold type, a summary, a legend
}

std::uint32_t column_span(const GumboNode& cell) {
  const char* const span = attribute(cell, "colspan");
  if (span == nullptr || *span < '1' || *span > '9') return 1;
  std::uint32_t value = 0;
  for (const char* digit = span; *digit >= '0' && *digit <= '9' && value < 1000; ++digit) {
    value = value * 10 + static_cast<std::uint32_t>(*digit - '0');
  }
  return value;
}

std::optional<BlockKind> meta_kind(const GumboNode& node) {
  const char* key = attribute(node, "name");
  if (key == nullptr) key = attribute(node, "property");
  const std::string name = lowered(key);
  if (name == "description" || name == "og:description" || name == "twitter:description") {
    return BlockKind::MetaDescription;
  }
  if (name == "og:title" || name == "twitter:title") return BlockKind::Title;
  return {};
}

bool has_alternative_text(const GumboNode& node) {
  const GumboTag tag = node.v.element.tag;
  return tag == GUMBO_TAG_IMG || tag == GUMBO_TAG_AREA || tag == GUMBO_TAG_INPUT;
}

bool is_labelled_button(const GumboNode& node) {
  if (node.v.element.tag != GUMBO_TAG_INPUT) return false;
  const std::string type = lowered(attribute(node, "type"));
  return type == "submit" || type == "button" || type == "reset";
}

}  // namespace caveat
