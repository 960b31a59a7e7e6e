// Whether the run was asked to end: by Ctrl-C (SIGINT), or by the system (SIGTERM).
#pragma once

#include <csignal>

namespace caveat {

// While it lives, the first of these signals is noted and ends nothing by itself; a second one ends
// the program at once. The handlers of before come back with its end.
class Interruption {
 public:
  Interruption();
  ~Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;

  // The last signal while one of these lives; 0: none.
  static int signal();

 private:
  struct sigaction interrupt_before_{}, terminate_before_{};
};

}  // namespace caveat
