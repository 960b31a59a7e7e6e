// Runs the examples that packs carry: each rule must flag what its author marked, and only that.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/audit.h"

namespace caveat {

struct ExampleFailure {
  std::string file;
  std::size_t line = 0;
  std::string rule;
  std::string what;      // one sentence
  std::string expected;  // the example with marks, as the pack has it
  std::string found;     // the example with the marks that were found, or what became of them
};

struct PackTestResult {
  std::size_t rules = 0;
  std::size_t examples = 0;
  std::vector<ExampleFailure> failures;  // in the order of the rulebook
};

// The examples of the rules whose file `wanted` accepts.
//
// An example is audited as a paragraph, or as the first kind of block that the rule is for. A match
// that is dismissed passes.
PackTestResult run_examples(const Rulebook& rulebook,
                            const std::function<bool(std::string_view file)>& wanted,
                            std::chrono::year_month_day as_of);

// The example as a page: a block of that kind, or as plain text where it has line breaks.
Document example_document(const Example& example, BlockKind kind = BlockKind::Paragraph,
                          Region region = Region::Body);

// The example with its spans in [[ ]].
std::string with_marks(const Example& example);

}  // namespace caveat
