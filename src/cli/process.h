// Runs another program and reads what it prints, without a shell in between.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace caveat {

struct Ended {
  int code = 0;  // exit code; 128 and the number of the signal that ended it
  std::string out, error;
};

// Looks the program up in PATH, gives it no standard input, and waits for it. Nothing where it
// could not be started.
std::optional<Ended> run_program(const std::vector<std::string>& command);

}  // namespace caveat
