// What changed between two runs: findings that are gone, new ones, those that moved, and what that
// makes of each document.
//
// A finding is the same where its fingerprint is (rule and words); it moved where its document,
// line or column differs. The n-th of equal ones goes with the n-th, those in the same place first.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/report.h"

namespace caveat {

// A finding as an earlier report tells of it.
struct RecordedFinding {
  std::string path;
  std::size_t line = 0, column = 0;
  std::string rule, fingerprint, message, text;
  Severity severity = Severity::Warning;
};

struct RecordedDocument {
  std::string path;
  Verdict verdict = Verdict::Pass;
  int score = 0;
};

struct RecordedRun {
  std::vector<RecordedDocument> documents;
  std::vector<RecordedFinding> findings;
};

// A document that one run has and the other lacks, or that was judged otherwise, or in which
// findings are new or gone.
struct DocumentChange {
  std::string path;
  std::optional<RecordedDocument> before, after;
  std::size_t added = 0, gone = 0;
};
std::string in_words(const DocumentChange& change);

struct Comparison {
  struct Move {
    RecordedFinding before, after;
  };
  std::vector<RecordedFinding> added, gone;  // by place
  std::vector<Move> moved;                   // by the new place
  std::size_t unchanged = 0;
  std::vector<DocumentChange> documents;  // by path
};

Comparison compare_runs(RecordedRun before, RecordedRun after);
std::string counts_in_words(const Comparison& comparison);

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
