#include "input/html_structure.h"

#include <gumbo.h>

#include <algorithm>

#include "input/prose_builder.h"

namespace caveat {
namespace {

constexpr std::uint8_t deepest = 200;  // lists and quotes beyond it are all as deep

}  // namespace

void HtmlStructure::enter(const GumboNode& element, ElementRole role) {
  if (role == ElementRole::Table) tables_.push_back({builder_.new_group()});
  if (role == ElementRole::List) lists_.push_back(builder_.new_group());
  if (!here_.skipped && is_block(role)) shape(element, role);
}

void HtmlStructure::leave(ElementRole role, const Context& outer) {
  if (role == ElementRole::Table) tables_.pop_back();
  if (role == ElementRole::List) lists_.pop_back();
  here_ = outer;
}

void HtmlStructure::shape(const GumboNode& node, ElementRole role) {
  Block& shape = here_.shape;
  const auto set = [&](BlockKind kind, std::uint8_t level = 0) {
    const Region region = shape.region;
    shape = {};  // a heading inside a cell is no cell
    shape.kind = kind;
    shape.level = level;
    shape.region = region;
  };
  switch (role) {
    case ElementRole::Head:
      shape.region = Region::Head;
      break;
    case ElementRole::Title:
      set(BlockKind::Title, 1);
      break;
    case ElementRole::Heading:
      set(BlockKind::Heading, heading_level(node));
      break;
    case ElementRole::List:
      if (here_.list_level < deepest) ++here_.list_level;
      break;
    case ElementRole::Item:
    case ElementRole::Definition: {
      const unsigned deeper = role == ElementRole::Definition ? 1 : 0;
      set(BlockKind::ListItem,
          static_cast<std::uint8_t>(std::max<unsigned>(here_.list_level, 1) + deeper));
      shape.group = lists_.empty() ? Block::no_group : lists_.back();
      break;
    }
    case ElementRole::Quote:
      if (here_.quote_depth < deepest) ++here_.quote_depth;
      set(BlockKind::Quote, here_.quote_depth);
      break;
    case ElementRole::Row:
      if (!tables_.empty()) {
        ++tables_.back().rows;
        tables_.back().columns = 0;
      }
      break;
    case ElementRole::HeaderCell:
    case ElementRole::Cell:
      shape_cell(node, role == ElementRole::HeaderCell);
      break;
    case ElementRole::Caption:
      set(BlockKind::Caption);
      break;
    case ElementRole::Button:
      set(BlockKind::Button);
      break;
    case ElementRole::Preformatted:
      here_.preformatted = true;
      break;
    case ElementRole::Landmark:
      enter_landmark(node);
      break;
    default:
      break;
  }
}

void HtmlStructure::shape_cell(const GumboNode& node, bool header) {
  const Region region = here_.shape.region;
  Block& shape = here_.shape = {};
  shape.kind = header ? BlockKind::TableHeader : BlockKind::TableCell;
  shape.region = region;
  if (tables_.empty()) return;
  Table& table = tables_.back();
  shape.group = table.group;
  shape.row = table.rows > 0 ? table.rows - 1 : 0;
  shape.column = table.columns;
  table.columns += column_span(node);
}

// Landmarks. The header of an article inside the page is not the page's header.
void HtmlStructure::enter_landmark(const GumboNode& node) {
  const std::optional<Region> region = region_of(node);
  if (!region) {
    here_.in_article = true;
    return;
  }
  const bool page_wide = *region == Region::Header || *region == Region::Footer;
  if (page_wide && here_.in_article) return;
  here_.shape.region = *region;
}

}  // namespace caveat
