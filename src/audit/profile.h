// What an audit costs, by stage, rule and pattern; filled where somebody asks for it.
//
// The clock is lent by who asks: nothing of it reaches a report. For one thread.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string_view>

#include "rulebook/pattern.h"

namespace caveat {

enum class Stage : std::uint8_t {
  Read,
  Segment,
  Structure,
  Terms,
  Claims,
  Duties,
  Regexes,
  Checks,
  Finish
};
inline constexpr std::size_t stage_count = 9;
std::string_view name(Stage stage);

class Profile {
 public:
  using Clock = std::uint64_t (*)();  // nanoseconds since whenever

  struct Cost {
    std::uint64_t time = 0;
    std::size_t tried = 0;    // patterns: passages that hold all they need; checks: documents
    std::size_t matched = 0;  // matches; findings of a check
    void add(std::uint64_t more, std::size_t matches) {
      time += more;
      matched += matches;
      ++tried;
    }
  };
  struct PatternCost : Cost {
    std::string_view rule;
  };

  explicit Profile(Clock clock) : clock_(clock) {}

  std::uint64_t now() const { return clock_(); }
  void add(Stage stage, std::uint64_t time) { stages_[static_cast<std::size_t>(stage)] += time; }
  void add(std::string_view check_rule, std::uint64_t time, std::size_t findings) {
    checks_[check_rule].add(time, findings);
  }
  void add(const Pattern& pattern, std::string_view rule, std::uint64_t time, std::size_t matches) {
    PatternCost& cost = patterns_[&pattern];
    cost.rule = rule;
    cost.add(time, matches);
  }
  void count_document(std::size_t bytes, std::size_t sentences) {
    ++documents_;
    bytes_ += bytes;
    sentences_ += sentences;
  }

  std::uint64_t time(Stage stage) const { return stages_[static_cast<std::size_t>(stage)]; }
  const std::map<std::string_view, Cost>& checks() const { return checks_; }
  const std::map<const Pattern*, PatternCost>& patterns() const { return patterns_; }
  std::size_t documents() const { return documents_; }
  std::size_t bytes() const { return bytes_; }
  std::size_t sentences() const { return sentences_; }

 private:
  Clock clock_;
  std::array<std::uint64_t, stage_count> stages_{};
  std::map<std::string_view, Cost> checks_;  // by rule
  std::map<const Pattern*, PatternCost> patterns_;
  std::size_t documents_ = 0, bytes_ = 0, sentences_ = 0;
};

// Adds the time between its begin and its end to a stage, where there is a profile.
class StageTime {
 public:
  StageTime(Profile* profile, Stage stage)
      : profile_(profile), stage_(stage), begin_(profile != nullptr ? profile->now() : 0) {}
  ~StageTime() {
    if (profile_ != nullptr) profile_->add(stage_, profile_->now() - begin_);
  }
  StageTime(const StageTime&) = delete;
  StageTime& operator=(const StageTime&) = delete;

 private:
  Profile* profile_;
  Stage stage_;
  std::uint64_t begin_;
};

}  // namespace caveat
