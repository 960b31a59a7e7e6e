#include "audit/suppression_scope.h"

#include <algorithm>
#include <array>

namespace caveat {
namespace {

// Elements whose end does not end the text around them.
constexpr std::array<std::string_view, 20> inline_elements = {
    "a",    "abbr", "b",    "cite", "code",  "em",     "font", "i",   "ins", "kbd",
    "mark", "q",    "samp", "s",    "small", "strong", "sub",  "sup", "u",   "span"};

bool ends_inline_element(std::string_view tag) {
  if (!tag.starts_with("</")) return false;
  tag.remove_prefix(2);
  tag = tag.substr(0, tag.find('>'));
  return std::ranges::find(inline_elements, tag) != inline_elements.end();
}

}  // namespace

SuppressionScope::SuppressionScope(const Document& document) : document_(document) {
  for (const Block& block : document.blocks) {
    const SourceSpan source = document.map.to_source(block.prose);
    if (!source.empty()) blocks_.push_back({source, block.group});
  }
  std::ranges::sort(blocks_, {}, [](const Stretch& stretch) { return stretch.source; });
}

// What ends the markup of a text may stand between it and a comment; a new line of Markdown, or
// the end of an HTML paragraph, may not.
bool SuppressionScope::on_one_line_of_text(std::size_t from, std::size_t to) const {
  const std::string_view between = slice(document_.source, SourceSpan{from, to});
  if (document_.format != "html" && between.find_first_of("\r\n") != between.npos) return false;
  for (std::size_t at = between.find('<'); at != between.npos; at = between.find('<', at + 1)) {
    if (!ends_inline_element(between.substr(at))) return false;
  }
  return true;
}

SourceSpan SuppressionScope::block(SourceSpan comment) const {
  const Stretch* inside = nullptr;
  const Stretch* behind = nullptr;
  const Stretch* before = nullptr;
  for (const Stretch& each : blocks_) {
    const bool smaller = inside == nullptr || each.source.size() < inside->source.size();
    if (each.source.contains(comment) && smaller) inside = &each;
    if (each.source.end <= comment.begin &&
        (behind == nullptr || behind->source.end < each.source.end)) {
      behind = &each;
    }
    if (before == nullptr && each.source.begin >= comment.end) before = &each;
  }
  if (inside != nullptr) return inside->source;
  if (behind != nullptr && on_one_line_of_text(behind->source.end, comment.begin)) {
    return behind->source;
  }
  if (before == nullptr) return {};
  SourceSpan scope = before->source;
  if (before->group == Block::no_group) return scope;
  for (const Stretch& each : blocks_) {
    if (each.group != before->group) continue;
    if (each.source.begin < comment.begin) return before->source;  // in the middle of a list
    scope = scope.hull(each.source);
  }
  return scope;
}

SourceSpan SuppressionScope::next_line(SourceSpan comment) const {
  const std::string_view source = document_.source;
  std::size_t begin = source.find_first_of("\r\n", comment.end);
  if (begin == source.npos) return {};
  begin += source.substr(begin).starts_with("\r\n") ? 2 : 1;
  const std::size_t end = std::min(source.find_first_of("\r\n", begin), source.size());
  return {begin, end};
}

}  // namespace caveat
