// What an HTML element means for the reader of its text. Nodes must be elements.
#pragma once

#include <cstdint>
#include <optional>

#include "model/document.h"

struct GumboInternalNode;

namespace caveat {

enum class ElementRole : std::uint8_t {
  Inline,  // its text belongs to the sentence around it
  Root,
  Head,
  Title,
  Meta,
  Script,
  Break,
  Link,
  Flow,  // begins and ends a block, of the kind of the one around it
  Heading,
  List,
  Item,
  Definition,
  Quote,
  Table,
  Row,
  HeaderCell,
  Cell,
  Caption,
  AltText,
  Button,
  Preformatted,
  Landmark,  // a part of the page, or an article inside it
};

ElementRole element_role(const GumboInternalNode& node);

// Whether text before, inside and after an element of this role is never one sentence.
bool is_block(ElementRole role);
// Whether what the element holds is shown as it would be typed: code, keys, an input field.
bool is_code(const GumboInternalNode& node);

// Why a reader does not see the text inside; nothing where it shows.
std::optional<SkipReason> skip_reason(const GumboInternalNode& node);

// The region of a landmark; nothing for an article or a section.
std::optional<Region> region_of(const GumboInternalNode& node);

std::uint8_t heading_level(const GumboInternalNode& node);
std::uint32_t column_span(const GumboInternalNode& cell);

// The kind of text in a <meta>'s content; nothing where it is data.
std::optional<BlockKind> meta_kind(const GumboInternalNode& node);

bool has_alternative_text(const GumboInternalNode& node);  // <img alt> and its kin
bool is_labelled_button(const GumboInternalNode& node);    // <input type=submit value>

}  // namespace caveat
