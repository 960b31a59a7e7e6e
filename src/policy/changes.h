// Which lines of a document changed, and what that means for its report.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/report.h"

namespace caveat {

// Lines as git counts them, which end at LF only.
struct ChangedLines {
  bool all = false;  // a new document
  struct Run {
    std::size_t first = 0;  // 1-based; where lines were only taken out: the one before them
    std::size_t count = 0;  // 0: lines were taken out here
  };
  std::vector<Run> runs;  // in order
};

// Dismisses the findings whose sentences did not change. Duties are the whole document's: they
// stay. `since` is what the reader is told. Verdict and score speak of what is left.
void keep_changed(const ChangedLines& changed, std::string_view since, FileReport& report);

// Each file that a unified diff without context changed, and its lines. `quoted` names are undone.
struct ChangedFile {
  std::string path;
  ChangedLines lines;
};
std::vector<ChangedFile> read_diff(std::string_view diff);

}  // namespace caveat
