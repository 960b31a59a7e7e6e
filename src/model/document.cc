#include "model/document.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace caveat {
namespace {

// Names in the order of the enumerators.
constexpr std::array<std::string_view, 15> block_names = {
    "title",           "meta-description", "heading",         "paragraph",    "list-item",
    "table-header",    "table-cell",       "quote",           "caption",      "alt-text",
    "title-attribute", "button",           "structured-data", "front-matter", "code"};
constexpr std::array<std::string_view, 6> region_names = {"head",   "body",   "navigation",
                                                          "header", "footer", "aside"};
constexpr std::array<std::string_view, 13> skip_names = {
    "markup",         "comment",           "script", "style",      "template",        "hidden",
    "code-block",     "front-matter-data", "url",    "whitespace", "byte-order-mark", "not-text",
    "structured-data"};
constexpr std::array<std::string_view, 9> trouble_names = {
    "invalid-bytes",    "overlong-form",        "surrogate",  "contradicted-declaration",
    "late-declaration", "repeated-declaration", "c1-control", "nul-byte",
    "mixed-line-ends"};

static_assert(static_cast<std::size_t>(BlockKind::Code) + 1 == block_names.size());
static_assert(static_cast<std::size_t>(Region::Aside) + 1 == region_names.size());
static_assert(static_cast<std::size_t>(SkipReason::StructuredData) + 1 == skip_names.size());
static_assert(static_cast<std::size_t>(EncodingTrouble::MixedLineEnds) + 1 == trouble_names.size());

}  // namespace

std::string_view name(BlockKind kind) { return block_names[static_cast<std::size_t>(kind)]; }
std::string_view name(Region region) { return region_names[static_cast<std::size_t>(region)]; }
std::string_view name(SkipReason reason) { return skip_names[static_cast<std::size_t>(reason)]; }
std::string_view name(EncodingTrouble trouble) {
  return trouble_names[static_cast<std::size_t>(trouble)];
}

bool Document::is_code(std::size_t at) const {
  const auto after = std::ranges::upper_bound(code, at, {}, &ProseSpan::begin);
  return after != code.begin() && std::prev(after)->contains(at);
}

CodeUnits Document::code_units() const {
  if (encoding == "utf-8") return CodeUnits::Utf8;
  if (encoding == "utf-16le") return CodeUnits::Utf16LE;
  if (encoding == "utf-16be") return CodeUnits::Utf16BE;
  return CodeUnits::SingleByte;  // in the East Asian multi-byte encodings columns count bytes
}

}  // namespace caveat
