// Reads a document in a test and shows what came of it.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "input/formats.h"
#include "support/marked.h"

namespace caveat::testing {

inline Document read(std::string_view format, std::string_view bytes) {
  return read_document(std::string(bytes), "test", *format_named(format));
}

// "heading 2: words" for each block; the level only where there is one.
inline std::vector<std::string> outline(const Document& document) {
  std::vector<std::string> lines;
  for (const Block& block : document.blocks) {
    std::string line(name(block.kind));
    if (block.level > 0) line += " " + std::to_string(block.level);
    lines.push_back(line + ": " + std::string(document.text(block.prose)));
  }
  return lines;
}

using Lines = std::vector<std::string>;

// The source bytes of the first place in the prose where `words` stand.
inline std::string origin_of(const Document& document, std::string_view words) {
  const std::size_t at = document.prose.find(words);
  if (at == std::string::npos) return "(not in the prose: " + document.prose + ")";
  const SourceSpan source = document.map.to_source({at, at + words.size()});
  return std::string(slice(document.source, source));
}

// Expects that `words` are in the prose, and that they came from the marked part of the source.
inline void expect_origin(std::string_view format, std::string_view marked_source,
                          std::string_view words) {
  SCOPED_TRACE(marked_source);
  const Marked source = marked(marked_source);
  ASSERT_EQ(source.spans.size(), 1U);
  const Document document = read(format, source.text);
  const std::size_t at = document.prose.find(words);
  ASSERT_NE(at, std::string::npos) << document.prose;
  const SourceSpan span = document.map.to_source({at, at + words.size()});
  EXPECT_EQ(span.begin, source.spans[0].begin);
  EXPECT_EQ(span.end, source.spans[0].end);
}

}  // namespace caveat::testing
