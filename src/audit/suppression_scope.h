// Which part of a document an instruction in its source speaks for.
#pragma once

#include <vector>

#include "model/document.h"

namespace caveat {

class SuppressionScope {
 public:
  explicit SuppressionScope(const Document& document);

  // The block in which the comment stands or directly behind which it ends, or else the next one
  // with the list or table that it begins; empty where there is none.
  SourceSpan block(SourceSpan comment) const;
  // The line behind that on which the comment ends.
  SourceSpan next_line(SourceSpan comment) const;
  SourceSpan file() const { return {0, document_.source.size() + 1}; }

 private:
  struct Stretch {
    SourceSpan source;
    std::uint32_t group;
  };
  bool on_one_line_of_text(std::size_t from, std::size_t to) const;

  const Document& document_;
  std::vector<Stretch> blocks_;  // by their begin
};

}  // namespace caveat
