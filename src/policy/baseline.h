// A baseline: the findings that were known when it was made, so that only new ones fail a run.
//
// A finding is known by its document, its rule and its fingerprint, which does not change with
// edits elsewhere; the same words in the same sentence twice in a document are told apart by count.
// Paths are relative to the baseline's folder. The file is JSON with one finding a line, sorted, so
// that its differences can be read.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "model/problem.h"
#include "model/report.h"

namespace caveat {

struct BaselineEntry {
  std::string path, rule, text, fingerprint;
  std::size_t count = 1;
};

using Baseline = std::vector<BaselineEntry>;  // sorted by path, rule, text and fingerprint

std::expected<Baseline, Problem> read_baseline(const std::string& path, std::string_view bytes);
std::string baseline_as_text(Baseline baseline);

// The findings of a document, those that a baseline already dismissed included.
Baseline baseline_of(const FileReport& report, const std::string& path);

struct BaselineMatch {
  std::size_t known = 0;
  Baseline fixed;  // with the counts that are no longer there
};

// Dismisses the findings that the baseline holds for the document `path`; `name` is what the reader
// is told of the baseline. Verdict and score speak of what is left.
BaselineMatch apply(const Baseline& baseline, const std::string& path, std::string_view name,
                    FileReport& report);

// `baseline` without what `now` no longer holds. Both are of the same documents.
Baseline pruned(const Baseline& baseline, const Baseline& now);

}  // namespace caveat
