// What `input/` hands on: the prose of one document, its blocks, and where every byte came from.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/line_index.h"
#include "model/source_map.h"
#include "model/span.h"

namespace caveat {

enum class BlockKind : std::uint8_t {
  Title,
  MetaDescription,
  Heading,
  Paragraph,
  ListItem,
  TableHeader,
  TableCell,
  Quote,
  Caption,
  AltText,
  TitleAttribute,
  Button,
  StructuredData,
  FrontMatter,
  Code,
};

// The part of the page in which a block stands.
enum class Region : std::uint8_t { Head, Body, Navigation, Header, Footer, Aside };

std::string_view name(BlockKind kind);  // "list-item", as reports and packs write it
std::string_view name(Region region);   // "body"

struct Block {
  static constexpr std::uint32_t no_group = 0;

  ShortProseSpan prose;  // without the line break that separates it from the next block
  BlockKind kind = BlockKind::Paragraph;
  Region region = Region::Body;
  std::uint8_t level = 0;          // headings: 1–6; list items: nesting depth from 1; quotes: depth
  std::uint32_t group = no_group;  // equal for the items of one list, the cells of one table
  std::uint32_t row = 0;           // table cells: row and column from 0
  std::uint32_t column = 0;
};

// A hyperlink over a piece of prose.
struct Link {
  ProseSpan prose;
  std::string target;  // the decoded URL; empty where the markup gives none
};

// Source bytes that did not become prose, and why.
enum class SkipReason : std::uint8_t {
  Markup,
  Comment,
  Script,
  Style,
  Template,
  Hidden,
  CodeBlock,
  FrontMatterData,
  Url,
  Whitespace,
  ByteOrderMark,
  NotText,
  StructuredData,
};
std::string_view name(SkipReason reason);

struct Skip {
  ShortSourceSpan source;
  SkipReason reason = SkipReason::Markup;
};

// Trouble with the bytes or the declared charset, found while decoding.
enum class EncodingTrouble : std::uint8_t {
  InvalidBytes,  // not valid in the encoding; U+FFFD stands for it in the prose
  OverlongForm,
  Surrogate,                // two special cases of invalid UTF-8
  ContradictedDeclaration,  // the declaration names another encoding than the bytes show
  LateDeclaration,          // a <meta charset> after the first 1,024 bytes
  RepeatedDeclaration,      // two declarations
  C1Control,                // U+0080–U+009F in the source, windows-1252 meant
  NulByte,
  MixedLineEnds,
};
std::string_view name(EncodingTrouble trouble);

struct EncodingNote {
  EncodingTrouble trouble;
  SourceSpan source;
  std::string detail;  // one plain sentence, for the report
};

// An instruction in the source that silences a rule ("caveat-ignore rule: reason").
struct SuppressionComment {
  SourceSpan source;  // the whole comment
  std::string text;   // its inside, trimmed
};

struct Document {
  std::string path;    // as given, with '/' separators; "-" or --stdin-filename for standard input
  std::string format;  // the row of the format table: "text", "markdown", "html"
  std::string encoding;  // the WHATWG name, lower case: "utf-8", "windows-1254", "utf-16le"
  std::string language;  // BCP 47 tag, "en" …; "und" where nothing tells
  std::string source;    // the original bytes
  // UTF-8; blocks are separated by one "\n". Inside a block, "\n" stands for a line break that a
  // reader sees (<br>): it ends a sentence as a block's end does.
  std::string prose;
  SourceMap map;
  std::vector<Block> blocks;  // in prose order, not overlapping
  std::vector<Link> links;
  std::vector<ProseSpan>
      code;                   // words shown as code (`…`, <code>, <pre>), in order, not overlapping
  std::vector<Skip> skipped;  // in source order
  std::vector<EncodingNote> encoding_notes;
  std::vector<SuppressionComment> suppressions;

  bool is_code(std::size_t at) const;  // in the prose
  CodeUnits code_units() const;        // what a column counts, by `encoding`
  std::string_view text(ProseSpan span) const { return slice(prose, span); }
};

}  // namespace caveat
