// A pack with mistakes, and the text that its author reads.
#pragma once

#include <string_view>

namespace caveat {

struct ProblemCase {
  std::string_view name;
  std::string_view code;   // of one of its problems at least
  std::string_view pack;   // pack.yaml
  std::string_view other;  // other.yaml, where there are two
  std::string_view text;   // of all its problems
};

}  // namespace caveat
