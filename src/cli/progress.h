// A line at the foot of a terminal that tells how far a long batch has come.
//
// The only place but the date where Caveat reads a clock; nothing of it reaches a report.
#pragma once

#include <chrono>
#include <cstddef>
#include <iosfwd>
#include <string>

namespace caveat {

class Progress {
 public:
  using Clock = std::chrono::steady_clock;

  // `out` is null where nobody looks on.
  Progress(std::ostream* out, std::size_t total) : out_(out), total_(total), begun_(Clock::now()) {}
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // One more document is done.
  void step() {
    ++done_;
    if (out_ != nullptr) show(Clock::now());
  }

  // "1200 of 5000 documents, 310 a second, 12 seconds left"
  static std::string line(std::size_t done, std::size_t total, std::chrono::milliseconds elapsed);

 private:
  void show(Clock::time_point now);
  void clear();

  std::ostream* out_;
  std::size_t total_, done_ = 0;
  Clock::time_point begun_, shown_;
  bool visible_ = false;
};

}  // namespace caveat
