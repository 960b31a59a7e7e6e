// `caveat baseline`: makes the file of known findings, and keeps it.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/baselines.h"
#include "cli/packs.h"
#include "cli/verbs.h"
#include "model/display.h"
#include "report/wording.h"

namespace caveat {
namespace {

namespace fs = std::filesystem;

constexpr Option options[] = {
    rules_option,
    with_standard_option,
    config_option,
    no_config_option,
    {"as-of", "DATE", "As for `caveat audit`."},
    {"stdin-filename", "NAME", "As for `caveat audit`."},
    {"force-exclude", "", "As for `caveat audit`."},
    {"jobs", "N", "As for `caveat audit`."},
};

constexpr std::string_view actions[] = {"create", "update", "prune"};

std::size_t size_of(const Baseline& baseline) {
  std::size_t size = 0;
  for (const BaselineEntry& entry : baseline) size += entry.count;
  return size;
}

// What the baseline says of documents that were not audited now, and still exist.
Baseline about_others(const Baseline& baseline, const Baseline& now, const fs::path& file,
                      const std::vector<std::string>& audited) {
  const fs::path folder = fs::absolute(file).parent_path();
  Baseline kept;
  std::ranges::copy_if(baseline, std::back_inserter(kept), [&](const BaselineEntry& entry) {
    std::error_code error;
    return !std::ranges::binary_search(audited, entry.path) &&
           fs::exists(folder / entry.path, error);
  });
  kept.insert(kept.end(), now.begin(), now.end());
  return kept;
}

struct Audited {
  Baseline findings;
  std::vector<std::string> paths;  // sorted
};

Audited audited(const AuditRun& run, const fs::path& file) {
  Audited now;
  for (const FileReport& report : run.report.documents) {
    now.paths.push_back(path_in_baseline(run.file(report.document.path).location(), file));
    const Baseline more = baseline_of(report, now.paths.back());
    now.findings.insert(now.findings.end(), more.begin(), more.end());
  }
  std::ranges::sort(now.paths);
  return now;
}

std::string in_words(std::string_view action, const std::string& file, const Baseline& before,
                     const Baseline& after) {
  std::string text = fmt::format("{}: {}", printable(file), quantity(size_of(after), "finding"));
  if (action == "create") return text + "\n";
  const std::size_t common = size_of(pruned(before, after));
  if (action == "update") text += fmt::format(", {} new", size_of(after) - common);
  return text + fmt::format(", {} taken out\n", size_of(before) - common);
}

std::expected<Baseline, Problem> known_before(std::string_view action, const std::string& file) {
  std::error_code error;
  if (action == "create") {
    if (!fs::exists(file, error)) return Baseline();
    return std::unexpected(Problem{.code = "file-exists",
                                   .message = "is there already, and was not changed",
                                   .path = file,
                                   .hint = "`caveat baseline update` adds to it."});
  }
  const auto bytes = read_file(file);
  if (!bytes) {
    Problem problem = bytes.error();
    problem.hint = "`caveat baseline create FILE PATH...` writes one.";
    return std::unexpected(std::move(problem));
  }
  return read_baseline(file, *bytes);
}

int keep(const Values& values, Console& console) {
  const auto arguments = values.arguments();
  if (arguments.size() < 3) {
    return refuse({{Problem{.code = "no-paths",
                            .message = "an action, a file and what to audit are needed",
                            .hint = "For example: caveat baseline create .caveat-baseline.json "
                                    "content/"}}},
                  console);
  }
  const std::string& action = arguments[0];
  const std::string& file = arguments[1];
  if (const auto problem = check_name("action", action, actions)) {
    return refuse({{*problem}}, console);
  }
  const auto before = known_before(action, file);
  if (!before) return refuse({{before.error()}}, console);
  auto plan = plan_audit(values, console);
  if (!plan) return refuse(plan.error(), console);
  plan->paths.erase(plan->paths.begin(), plan->paths.begin() + 2);
  const auto run =
      run_audit(*plan, values, console, [](AuditRun&, FileReport&) { return Afterwards::Keep; });
  if (!run) return refuse(run.error(), console);
  if (!run->report.problems.empty()) {
    print(run->report.problems, console);
    console.error << "caveat: " << printable(file) << " was not written.\n";
    return exit_problems;
  }
  Audited now = audited(*run, file);
  if (action == "prune") {
    std::ranges::sort(now.findings, {}, &BaselineEntry::path);
    now.findings = pruned(*before, now.findings);
  }
  const Baseline after = about_others(*before, now.findings, file, now.paths);
  if (const auto problem = write_file(file, baseline_as_text(after))) {
    return refuse({{*problem}}, console);
  }
  return finish(in_words(action, file, *before, after), exit_clean, console);
}

std::string baseline_more() {
  return "\nExamples:\n"
         "  caveat baseline create .caveat-baseline.json content/\n"
         "  caveat audit content/ --baseline .caveat-baseline.json\n"
         "  caveat baseline prune .caveat-baseline.json content/\n";
}

}  // namespace

extern const Verb baseline_verb = {
    .name = "baseline",
    .summary = "Keep a file of known findings, so that only new ones fail.",
    .arguments = "[OPTIONS] create|update|prune FILE PATH...",
    .help =
        "create  writes every finding of PATH into FILE, which must not exist\n"
        "update  adds the new ones and takes out what is no longer there\n"
        "prune   takes out what is no longer there, and adds nothing\n"
        "What FILE says of other documents stays, unless they are gone. Suppressed findings are\n"
        "not written. `caveat audit --baseline FILE`, or `baseline: FILE` in .caveat.yaml, uses\n"
        "it: new findings fail, known ones are counted, fixed ones are told.\n",
    .more = baseline_more,
    .options = options,
    .run = keep,
};

}  // namespace caveat
