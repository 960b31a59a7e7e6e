// Finds phrases that no pack names, such as the words of a configuration.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "audit/segment.h"

namespace caveat {

class PhraseFinder {
 public:
  PhraseFinder(const Document& document, const Segmented& text);

  // Where the words of `phrase` stand in this order, whatever their case and what is between them.
  std::vector<ProseSpan> find(std::string_view phrase) const;

 private:
  std::vector<Token> tokens_;
  Casing casing_;
  std::vector<std::string> words_;  // folded, by token
};

}  // namespace caveat
