// Trouble with what Caveat was given: a flag, a file, a pack. Never with the copy itself.
#pragma once

#include <string>
#include <vector>

namespace caveat {

// Members have initialisers so that .code = … may leave some out without a warning.
struct Problem {
  std::string code;         // "no-such-file", "unknown-key", stable
  std::string message;      // one sentence
  std::string path = {};    // the file, or empty
  std::size_t line = 0;     // 1-based; 0 where there is none
  std::size_t column = 0;   // 1-based, in code points; 0 where there is none
  std::string quoted = {};  // the line of the file, for the caret
  std::string hint = {};    // the remedy, or the nearest correct name
};

// The problem as a person reads it: "path:line:column: message", the quoted line, a caret, the
// hint.
std::string to_text(const Problem& problem);

}  // namespace caveat
