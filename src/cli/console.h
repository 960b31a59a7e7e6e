// The streams of a run, and whether a person at a terminal looks on.
//
// A terminal has a width; what is no terminal gets the same bytes everywhere.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <optional>

namespace caveat {

struct Console {
  std::istream& in;
  std::ostream& out;
  std::ostream& error;
  bool colour = false;                    // standard output is a terminal that wants colours
  bool progress = false;                  // a person looks at standard error
  std::optional<std::size_t> width = {};  // of the terminal that is standard output, in columns
};

}  // namespace caveat
