#include "cli/progress.h"

#include "cli/console.h"

#include <fmt/format.h>

#include <ostream>

namespace caveat {

std::uint64_t steady_nanoseconds() {
  return static_cast<std::uint64_t>(Progress::Clock::now().time_since_epoch() /
                                    std::chrono::nanoseconds(1));
}

std::string Progress::line(std::size_t done, std::size_t total, std::chrono::milliseconds elapsed) {
  const double seconds = static_cast<double>(elapsed.count()) / 1000;
  const double rate = seconds > 0 ? static_cast<double>(done) / seconds : 0;
  std::string text = fmt::format("{} of {} documents", done, total);
  if (rate <= 0) return text;
  const double left = static_cast<double>(total - done) / rate;
  text += fmt::format(", {:.{}f} a second", rate, rate < 10 ? 1 : 0);
  if (left >= 90) return text + fmt::format(", {:.0f} minutes left", left / 60);
  return text + fmt::format(", {:.0f} seconds left", left);
}

// Not for a batch that is over before one has read it, and not so often that it takes time.
void Progress::show(Clock::time_point now) {
  constexpr std::chrono::milliseconds first{1000}, between{200};
  if (now - begun_ < first || (visible_ && now - shown_ < between)) return;
  const auto elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(now - begun_);
  *out_ << "\r\x1b[K" << line(done_, total_, elapsed) << std::flush;
  shown_ = now;
  visible_ = true;
}

void Progress::clear() {
  if (visible_) *out_ << "\r\x1b[K" << std::flush;
  visible_ = false;
}

}  // namespace caveat
