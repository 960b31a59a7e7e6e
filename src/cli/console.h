// The streams of a run, and whether a person at a terminal looks on.
#pragma once

#include <iosfwd>

namespace caveat {

struct Console {
  std::istream& in;
  std::ostream& out;
  std::ostream& error;
  bool colour = false;    // standard output is a terminal that wants colours
  bool progress = false;  // a person looks at standard error
};

}  // namespace caveat
