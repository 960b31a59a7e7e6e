// What changed between two runs: findings that are gone, new ones, and those that moved.
//
// A finding is the same where its fingerprint is (rule and words); it moved where its document,
// line or column differs. The n-th of equal ones goes with the n-th, those in the same place first.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/rule.h"

namespace caveat {

// A finding as an earlier report tells of it.
struct RecordedFinding {
  std::string path;
  std::size_t line = 0, column = 0;
  std::string rule, fingerprint, message, text;
  Severity severity = Severity::Warning;
};

struct Comparison {
  struct Move {
    RecordedFinding before, after;
  };
  std::vector<RecordedFinding> added, gone;  // by place
  std::vector<Move> moved;                   // by the new place
  std::size_t unchanged = 0;
};

Comparison compare_runs(std::vector<RecordedFinding> before, std::vector<RecordedFinding> after);

// The table of ways to show it.
struct ComparisonWriter {
  std::string_view name;
  std::string (*write)(const Comparison& comparison);
};
std::string comparison_as_text(const Comparison& comparison);
std::string comparison_as_json(const Comparison& comparison);
std::string comparison_as_html(const Comparison& comparison);
inline constexpr ComparisonWriter comparison_writers[] = {
    {"text", comparison_as_text}, {"json", comparison_as_json}, {"html", comparison_as_html}};

}  // namespace caveat
