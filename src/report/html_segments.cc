#include "report/html_segments.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace caveat {
namespace {

// Over the same words, the graver finding covers the other, and the shorter the longer.
struct ByWeight {
  const std::vector<CopyMark>* marks;
  auto key(std::size_t index) const {
    const CopyMark& mark = (*marks)[index];
    return std::tuple(mark.kind, -static_cast<int>(mark.severity), mark.prose.size(), index);
  }
  bool operator()(std::size_t a, std::size_t b) const { return key(a) < key(b); }
};

}  // namespace

CopySegments::CopySegments(const std::vector<CopyMark>& marks) {
  std::vector<std::size_t> cuts, by_begin;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (marks[i].prose.empty()) continue;
    by_begin.push_back(i);
    cuts.push_back(marks[i].prose.begin);
    cuts.push_back(marks[i].prose.end);
  }
  std::ranges::sort(cuts);
  cuts.erase(std::ranges::unique(cuts).begin(), cuts.end());
  std::ranges::sort(by_begin, {},
                    [&](std::size_t i) { return std::pair(marks[i].prose.begin, i); });

  std::set<std::size_t, ByWeight> active(ByWeight{&marks});
  std::size_t next = 0;
  for (std::size_t cut = 0; cut + 1 < cuts.size(); ++cut) {
    CopySegment segment{.prose = {cuts[cut], cuts[cut + 1]}, .marks = {}, .begins = {}, .ends = {}};
    std::erase_if(active, [&](std::size_t i) { return marks[i].prose.end <= segment.prose.begin; });
    while (next < by_begin.size() && marks[by_begin[next]].prose.begin == segment.prose.begin) {
      segment.begins.push_back(by_begin[next]);
      active.insert(by_begin[next++]);
    }
    if (active.empty()) continue;
    segment.marks.assign(active.begin(), active.end());
    for (const std::size_t i : active) {
      if (marks[i].prose.end == segment.prose.end) segment.ends.push_back(i);
    }
    std::ranges::sort(segment.ends);
    segments_.push_back(std::move(segment));
  }
}

std::vector<CopySegment> CopySegments::of(ProseSpan block) const {
  std::vector<CopySegment> pieces;
  std::size_t at = block.begin;
  const auto plain_until = [&](std::size_t end) {
    if (at < end) pieces.push_back({.prose = {at, end}, .marks = {}, .begins = {}, .ends = {}});
  };
  const auto ends_before = [](const CopySegment& segment) { return segment.prose.end; };
  auto segment = std::ranges::upper_bound(segments_, block.begin, {}, ends_before);
  for (; segment != segments_.end() && segment->prose.begin < block.end; ++segment) {
    plain_until(segment->prose.begin);
    CopySegment piece = *segment;
    // A mark over several blocks begins in the first and ends in the last of them.
    if (piece.prose.begin < block.begin) piece.begins.clear();
    if (piece.prose.end > block.end) piece.ends.clear();
    piece.prose = {std::max(piece.prose.begin, block.begin), std::min(piece.prose.end, block.end)};
    at = piece.prose.end;
    pieces.push_back(std::move(piece));
  }
  plain_until(block.end);
  return pieces;
}

}  // namespace caveat
