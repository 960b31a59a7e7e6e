// The streams of a run, whether a person at a terminal looks on, and the clock for those who ask
// what a run costs.
//
// A terminal has a width; what is no terminal gets the same bytes everywhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <optional>

namespace caveat {

// Nanoseconds of this process's life, by a clock that never goes back.
std::uint64_t steady_nanoseconds();

struct Console {
  std::istream& in;
  std::ostream& out;
  std::ostream& error;
  bool colour = false;                    // standard output is a terminal that wants colours
  bool progress = false;                  // a person looks at standard error
  std::optional<std::size_t> width = {};  // of the terminal that is standard output, in columns
  std::uint64_t (*nanoseconds)() = steady_nanoseconds;
};

}  // namespace caveat
