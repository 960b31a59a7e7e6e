// Where each byte of the prose came from.
//
// Invariants: segments are in prose order, adjoin each other and cover the whole prose. A *copied*
// segment has as many prose bytes as source bytes and maps byte by byte; a *replaced* one maps as a
// whole to the source range it stands for (an entity, an escape, a decoded legacy character); a
// *break* is a separator between blocks and maps to the empty or skipped range between them.
// Source ranges do not overlap. They ascend as well, but for text that a reader meets elsewhere
// than it stands: an image's alternative text comes after the paragraph that holds the image.
#pragma once

#include <cstdint>
#include <vector>

#include "model/span.h"

namespace caveat {

struct SourceSegment {
  enum class Kind : std::uint8_t { Copied, Replaced, Break };
  ShortProseSpan prose;
  ShortSourceSpan source;
  Kind kind = Kind::Copied;
  bool operator==(const SourceSegment&) const = default;
};

class SourceMap {
 public:
  // Appends a segment; adjoining copied segments are joined. `segment.prose.begin` must be size().
  void append(SourceSegment segment);
  // Behind the last segment: to_prose() then searches where it would scan.
  void finish();

  // The smallest source range that holds the origin of every byte of `prose`. Breaks count only
  // where the range holds nothing else. An empty prose range maps to an empty source range at the
  // origin of its position.
  SourceSpan to_source(ProseSpan prose) const;

  // The prose range whose origin lies in `source`; empty where none of it reached the prose.
  ProseSpan to_prose(SourceSpan source) const;

  std::size_t size() const { return segments_.empty() ? 0 : segments_.back().prose.end; }
  const std::vector<SourceSegment>& segments() const { return segments_; }

 private:
  std::vector<SourceSegment> segments_;
  bool monotone_ = true;  // source ranges ascend: to_prose may search instead of scan
  // The segments but breaks by their source; empty where that is their order, or not known yet.
  std::vector<std::uint32_t> by_source_;
};

}  // namespace caveat
