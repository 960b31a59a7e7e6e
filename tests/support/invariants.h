// What must hold for every document, whatever its bytes.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "model/document.h"
#include "model/utf8.h"

namespace caveat::testing {

inline bool is_white(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

// Segments adjoin and cover the prose; copies are copies; origins lie in the source and apart.
inline void expect_map(const Document& d) {
  std::size_t at = 0;
  std::vector<SourceSpan> origins;
  for (const SourceSegment& s : d.map.segments()) {
    ASSERT_EQ(s.prose.begin, at);
    ASSERT_GT(s.prose.end, s.prose.begin);
    ASSERT_LE(s.source.begin, s.source.end);
    ASSERT_LE(s.source.end, d.source.size());
    at = s.prose.end;
    if (s.kind == SourceSegment::Kind::Break) {
      ASSERT_EQ(d.text(s.prose), "\n");
      continue;
    }
    ASSERT_FALSE(s.source.empty());
    origins.push_back(s.source);
    if (s.kind == SourceSegment::Kind::Copied) {
      ASSERT_EQ(s.prose.size(), s.source.size());
      ASSERT_EQ(d.text(s.prose), slice(d.source, s.source));
    }
  }
  ASSERT_EQ(at, d.prose.size());
  std::sort(origins.begin(), origins.end());
  for (std::size_t i = 1; i < origins.size(); ++i) {
    ASSERT_LE(origins[i - 1].end, origins[i].begin) << "two words from the same bytes";
  }
}

// Every source byte is mapped or skipped, and none is both.
inline void expect_coverage(const Document& d) {
  std::vector<SourceSpan> all;
  for (const SourceSegment& s : d.map.segments()) {
    if (s.kind != SourceSegment::Kind::Break) all.push_back(s.source);
  }
  std::size_t last = 0;
  for (const Skip& skip : d.skipped) {
    ASSERT_GE(skip.source.begin, last) << "skips out of order";
    ASSERT_LT(skip.source.begin, skip.source.end);
    last = skip.source.end;
    all.push_back(skip.source);
  }
  std::sort(all.begin(), all.end());
  std::size_t at = 0;
  for (const SourceSpan span : all) {
    ASSERT_EQ(span.begin, at) << "a hole or an overlap";
    at = span.end;
  }
  ASSERT_EQ(at, d.source.size());
}

// Blocks follow each other, one line break apart, without white space to spare.
inline void expect_blocks(const Document& d) {
  std::size_t at = 0;
  for (const Block& block : d.blocks) {
    if (at > 0) {
      ASSERT_EQ(d.text({at, block.prose.begin}), "\n");
    }
    ASSERT_EQ(block.prose.begin, at == 0 ? 0 : at + 1);
    ASSERT_FALSE(block.prose.empty());
    const std::string_view text = d.text(block.prose);
    ASSERT_FALSE(is_white(text.front())) << text;
    ASSERT_FALSE(is_white(text.back())) << text;
    for (std::size_t i = 1; i < text.size(); ++i) {
      ASSERT_FALSE(is_white(text[i]) && is_white(text[i - 1])) << text;
      ASSERT_TRUE(!is_white(text[i]) || text[i] == ' ' || text[i] == '\n') << text;
    }
    at = block.prose.end;
  }
  ASSERT_EQ(at, d.prose.size());
}

inline void expect_invariants(const Document& d) {
  expect_map(d);
  expect_coverage(d);
  expect_blocks(d);
  for (std::size_t at = ascii_end(d.prose, 0); at < d.prose.size(); at = ascii_end(d.prose, at)) {
    const Utf8Step step = utf8_step(d.prose, at);
    ASSERT_TRUE(step.valid) << "the prose is not UTF-8";
    at += step.length;
  }
  ASSERT_EQ(d.prose.find('\0'), std::string::npos);
  for (const Link& link : d.links) {
    ASSERT_LT(link.prose.begin, link.prose.end);
    ASSERT_LE(link.prose.end, d.prose.size());
  }
  for (const EncodingNote& note : d.encoding_notes) {
    ASSERT_LT(note.source.begin, note.source.end);
    ASSERT_LE(note.source.end, d.source.size());
  }
  for (const SuppressionComment& comment : d.suppressions) {
    ASSERT_LE(comment.source.end, d.source.size());
    ASSERT_NE(slice(d.source, comment.source).find("caveat-ignore"), std::string_view::npos);
  }
}

}  // namespace caveat::testing
