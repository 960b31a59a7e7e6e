// The table of verbs: a new one is one file and one row.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/console.h"
#include "cli/options.h"

namespace caveat {

// What a run tells its caller.
enum ExitCode : int { exit_clean = 0, exit_findings = 1, exit_problems = 2, exit_bug = 3 };
// Behind it the number of the signal that interrupted the run, as shells have it.
inline constexpr int exit_signal = 128;

struct Verb {
  std::string_view name;
  std::string_view summary;    // one line, for `caveat help`
  std::string_view arguments;  // as usage shows them
  std::string_view help;       // what it does, above its options
  std::string (*more)();       // what stands below them: names to choose from, examples
  std::span<const Option> options;
  int (*run)(const Values& values, Console& console);
};

extern const Verb audit_verb;
extern const Verb fix_verb;
extern const Verb config_verb;
extern const Verb init_verb;
extern const Verb baseline_verb;
extern const Verb rules_verb;
extern const Verb explain_verb;
extern const Verb test_verb;
extern const Verb score_verb;
extern const Verb compare_verb;

extern const Verb completions_verb;

std::span<const Verb* const> verbs();

// Prints the problems; exit_problems.
int refuse(std::span<const Problem> problems, Console& console);
void print(std::span<const Problem> problems, Console& console);
// Writes to standard output; exit_problems where that fails, else `code`.
int finish(std::string_view output, int code, Console& console);

}  // namespace caveat
