#include "model/source_map.h"

#include <algorithm>
#include <cassert>

namespace caveat {
namespace {

using Segment = SourceSegment;

// The part of a segment's source that `prose` (inside it) came from.
SourceSpan origin(const Segment& segment, ProseSpan prose) {
  if (segment.kind != Segment::Kind::Copied) return segment.source;
  return {segment.source.begin + (prose.begin - segment.prose.begin),
          segment.source.begin + (prose.end - segment.prose.begin)};
}

ProseSpan common(ProseSpan a, ProseSpan b) {
  return {std::max(a.begin, b.begin), std::min(a.end, b.end)};
}

// The part of a segment's prose whose origin lies in `source`; empty where they do not overlap.
ProseSpan reached(const Segment& segment, SourceSpan source) {
  if (segment.kind == Segment::Kind::Break || !segment.source.overlaps(source)) return {};
  if (segment.kind == Segment::Kind::Replaced) return segment.prose;
  const std::size_t begin = std::max<std::size_t>(segment.source.begin, source.begin);
  const std::size_t end = std::min<std::size_t>(segment.source.end, source.end);
  return {segment.prose.begin + (begin - segment.source.begin),
          segment.prose.begin + (end - segment.source.begin)};
}

}  // namespace

void SourceMap::append(SourceSegment segment) {
  assert(segment.prose.begin == size());
  if (segment.prose.empty()) return;
  if (!segments_.empty()) {
    Segment& last = segments_.back();
    const bool copied = segment.kind == Segment::Kind::Copied;
    if (copied && last.kind == Segment::Kind::Copied && last.source.end == segment.source.begin) {
      last.prose.end = segment.prose.end;
      last.source.end = segment.source.end;
      return;
    }
    if (segment.source.begin < last.source.end) monotone_ = false;
  }
  segments_.push_back(segment);
  by_source_.clear();
}

void SourceMap::finish() {
  if (monotone_) return;
  for (std::uint32_t i = 0; i < segments_.size(); ++i) {
    if (segments_[i].kind != Segment::Kind::Break) by_source_.push_back(i);
  }
  std::ranges::sort(by_source_, {}, [this](std::uint32_t i) { return segments_[i].source; });
}

SourceSpan SourceMap::to_source(ProseSpan prose) const {
  auto segment = std::upper_bound(
      segments_.begin(), segments_.end(), prose.begin,
      [](std::size_t at, const Segment& candidate) { return at < candidate.prose.end; });
  if (segment == segments_.end()) {
    const std::size_t end = segments_.empty() ? 0 : segments_.back().source.end;
    return {end, end};
  }
  if (prose.empty()) {
    const std::size_t at = origin(*segment, {prose.begin, prose.begin}).begin;
    return {at, at};
  }
  const SourceSpan first = origin(*segment, common(segment->prose, prose));
  SourceSpan words;
  SourceSpan breaks = first;
  bool any = false;
  for (; segment != segments_.end() && segment->prose.begin < prose.end; ++segment) {
    const SourceSpan part = origin(*segment, common(segment->prose, prose));
    if (segment->kind == Segment::Kind::Break) {
      breaks = breaks.hull(part);
    } else {
      words = any ? words.hull(part) : part;
      any = true;
    }
  }
  return any ? words : breaks;
}

ProseSpan SourceMap::to_prose(SourceSpan source) const {
  ProseSpan found;
  if (!by_source_.empty()) {
    auto next = std::ranges::upper_bound(
        by_source_, source.begin, {}, [this](std::uint32_t i) { return segments_[i].source.end; });
    for (; next != by_source_.end() && segments_[*next].source.begin < source.end; ++next) {
      const ProseSpan part = reached(segments_[*next], source);
      if (!part.empty()) found = found.empty() ? part : found.hull(part);
    }
    return found;
  }
  auto segment = segments_.begin();
  if (monotone_) {
    segment = std::upper_bound(
        segments_.begin(), segments_.end(), source.begin,
        [](std::size_t at, const Segment& candidate) { return at < candidate.source.end; });
  }
  for (; segment != segments_.end(); ++segment) {
    if (monotone_ && segment->source.begin >= source.end) break;
    const ProseSpan part = reached(*segment, source);
    if (!part.empty()) found = found.empty() ? part : found.hull(part);
  }
  return found;
}

}  // namespace caveat
