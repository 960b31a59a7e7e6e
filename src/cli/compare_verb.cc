// `caveat compare`: what changed between two runs.
#include <fmt/format.h>

#include <algorithm>

#include "cli/files.h"
#include "cli/recorded_run.h"
#include "cli/verbs.h"

namespace caveat {
namespace {

constexpr Option options[] = {
    {"format", "NAME", "How to tell it: text, json or html. Default: text."},
    {"fail-on", "LEVEL",
     "Exit with 1 where something of this severity or above is new: error,\n"
     "warning, suggestion, or never. Default: warning."},
};

std::expected<RecordedRun, Problem> read_run(const std::string& path) {
  const auto bytes = read_file(path);
  if (!bytes) return std::unexpected(bytes.error());
  return read_recorded_run(*bytes, path);
}

const ComparisonWriter* writer_for(std::string_view format) {
  const auto* const found = std::ranges::find(comparison_writers, format, &ComparisonWriter::name);
  return found == std::end(comparison_writers) ? nullptr : found;
}

std::vector<Problem> check(const Values& values) {
  static constexpr std::string_view levels[] = {"error", "warning", "suggestion", "never"};
  std::vector<std::string_view> formats;
  for (const ComparisonWriter& writer : comparison_writers) formats.push_back(writer.name);
  std::vector<Problem> problems;
  if (values.arguments().size() != 2) {
    problems.push_back({.code = "two-reports-needed",
                        .message = "two reports are compared, an older and a newer one",
                        .hint = "For example: caveat compare old.json new.json"});
  }
  if (auto problem = check_name("format", values.one("format", "text"), formats)) {
    problems.push_back(std::move(*problem));
  }
  if (auto problem = check_name("level for --fail-on,", values.one("fail-on", "warning"), levels)) {
    problems.push_back(std::move(*problem));
  }
  return problems;
}

int run_compare(const Values& values, Console& console) {
  std::vector<Problem> problems = check(values);
  if (!problems.empty()) return refuse(problems, console);
  auto before = read_run(values.arguments()[0]);
  auto after = read_run(values.arguments()[1]);
  if (!before) problems.push_back(before.error());
  if (!after) problems.push_back(after.error());
  if (!problems.empty()) return refuse(problems, console);

  const Comparison comparison = compare_runs(std::move(*before), std::move(*after));
  const auto threshold = severity_named(values.one("fail-on", "warning"));
  const bool fails =
      threshold && std::ranges::any_of(comparison.added, [&](const RecordedFinding& finding) {
        return finding.severity >= *threshold;
      });
  return finish(writer_for(values.one("format", "text"))->write(comparison),
                fails ? exit_findings : exit_clean, console);
}

std::string compare_more() {
  return "\nExamples:\n"
         "  caveat compare last-week.json today.json\n"
         "  caveat compare old.json new.json --format html > changes.html\n";
}

}  // namespace

extern const Verb compare_verb = {
    .name = "compare",
    .summary = "Tell what changed between two runs: findings gone, new and moved.",
    .arguments = "[OPTIONS] OLD.json NEW.json",
    .help =
        "OLD and NEW are reports of `caveat audit --format json`. A finding is the same where its\n"
        "fingerprint is, that is its rule and its words; it has moved where it stands in another\n"
        "line or document. The exit code is 1 where something at or above --fail-on is new.\n",
    .more = compare_more,
    .options = options,
    .run = run_compare,
};

}  // namespace caveat
