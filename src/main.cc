// Caveat's entry: the real streams, and whether they are a terminal.
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "cli/run.h"

namespace {

// https://no-color.org: any non-empty value turns colours off.
bool wants_colour() {
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  if (no_color != nullptr && *no_color != '\0') return false;
  if (terminal == nullptr || std::string_view(terminal) == "dumb") return false;
  return ::isatty(STDOUT_FILENO) == 1;
}

std::optional<std::size_t> width_of_terminal() {
  winsize size{};
  if (::isatty(STDOUT_FILENO) != 1 || ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return {};
  if (size.ws_col == 0) return {};
  return size.ws_col;
}

// A list that grows leaves its former room behind. What is this large goes back to the system at
// once; the C library would keep up to 32 MiB of it each time, where the next list does not fit.
//
// Of what is smaller it gives back the end of a heap as soon as 128 kB of it are free: most
// documents need more, and the next one would fetch the same pages again, while every thread waits
// for their tables.
void set_up_heaps() {
#ifdef __GLIBC__
  constexpr int large = 4 << 20, kept = 1 << 20;
  ::mallopt(M_MMAP_THRESHOLD, large);
  ::mallopt(M_TRIM_THRESHOLD, kept);
#endif
}

}  // namespace

int main(int argc, char** argv) {
  set_up_heaps();
  std::ios::sync_with_stdio(false);
  caveat::Console console{
      std::cin,           std::cout, std::cerr, wants_colour(), ::isatty(STDERR_FILENO) == 1,
      width_of_terminal()};
  const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
  return caveat::run(arguments, console);
}
