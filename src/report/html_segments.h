// Cuts prose where marks begin and end, so that overlapping ones become pieces side by side.
#pragma once

#include <vector>

#include "report/html_copy.h"

namespace caveat {

// Between two cuts the same marks hold.
struct CopySegment {
  ProseSpan prose;
  std::vector<std::size_t> marks;   // that hold here, the most important first
  std::vector<std::size_t> begins;  // that begin here
  std::vector<std::size_t> ends;    // that end here
};

class CopySegments {
 public:
  explicit CopySegments(const std::vector<CopyMark>& marks);

  // The pieces of `block` in order; those without a mark, too.
  std::vector<CopySegment> of(ProseSpan block) const;

 private:
  std::vector<CopySegment> segments_;  // in order; marked ones only
};

}  // namespace caveat
