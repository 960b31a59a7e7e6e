// `caveat test`: runs the examples inside of packs.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <thread>

#include "cli/dates.h"
#include "cli/files.h"
#include "cli/pack_coverage.h"
#include "cli/pack_mutations.h"
#include "cli/pack_tests.h"
#include "cli/packs.h"
#include "cli/pipeline.h"
#include "cli/verbs.h"
#include "model/display.h"
#include "report/wording.h"
#include "rulebook/embedded.h"

namespace caveat {
namespace {

constexpr Option options[] = {
    {"with-standard", "",
     "Load the standard packs too, so that PACK may use their word lists;\n"
     "only the examples of PACK are run."},
    {"mutations", "",
     "Also deny, ask, quote and attribute each example, set it in capitals,\n"
     "in bold, with entities and other spaces, and see how it is read then."},
    {"coverage", "", "Also list the terms that stand in no example."},
    {"corpus", "PATH",
     "The same with the documents under PATH: terms that stand nowhere,\n"
     "rules that fire nowhere, rules that never fire without another.\n"
     "May be given more than once.",
     true},
    {"strict", "", "Exit with 1 where --coverage or --corpus list anything."},
};

std::string in_words(const ExampleFailure& failure, std::string_view expected) {
  return fmt::format("{}:{}: an example of {} {}\n    {:<8}  {}\n    found     {}\n\n",
                     printable(failure.file), failure.line, failure.rule, failure.what, expected,
                     printable(failure.expected), printable(failure.found));
}

std::string in_words(const PackTestResult& result) {
  std::string text;
  for (const ExampleFailure& failure : result.failures) text += in_words(failure, "expected");
  text += fmt::format("{} of {}: ", quantity(result.examples, "example"),
                      quantity(result.rules, "rule"));
  return text + (result.failures.empty()
                     ? "all as expected\n"
                     : fmt::format("{} not as expected\n", result.failures.size()));
}

// An example is a fragment at times, of which no whole sentence can be made: so many may fail.
constexpr double tolerated = 0.03;

std::string in_words(const std::vector<MutationResult>& results) {
  std::string text, table;
  for (const MutationResult& result : results) {
    for (const ExampleFailure& failure : result.failures) text += in_words(failure, "text");
    table += fmt::format("  {:<22} {:>5} of {:>5} as expected\n", result.name,
                         result.tried - result.failures.size(), result.tried);
  }
  return text + "Mutations of flat claims\n" + table;
}

bool tolerable(const std::vector<MutationResult>& results) {
  return std::ranges::all_of(results, [](const MutationResult& result) {
    return static_cast<double>(result.failures.size()) <=
           tolerated * static_cast<double>(result.tried);
  });
}

// What the examples of the packs and the documents of the corpus exercise.
std::expected<PackCoverage, std::vector<Problem>> coverage_of(
    std::span<const PackSource> sources, const std::function<bool(std::string_view)>& is_wanted,
    std::span<const std::string> corpus, Console& console) {
  std::vector<LexiconEntry> entries;
  const LoadedRulebook loaded = load(sources, entries);
  if (loaded.rulebook == nullptr) return std::unexpected(loaded.problems);
  CoverageSurvey survey(*loaded.rulebook);
  survey.read_examples();
  FoundFiles found = find_documents(corpus, "");
  std::vector<Problem> problems = std::move(found.problems);
  AuditOptions audit_options;
  audit_options.as_of = fixed_today;
  const Manner manner{.jobs = std::max(1U, std::thread::hardware_concurrency())};
  audit_files(found.files, Auditor(*loaded.rulebook), audit_options, manner, console.in,
              [&](std::expected<FileReport, Problem> audited) {
                if (audited) {
                  survey.read_document(*audited);
                } else {
                  problems.push_back(std::move(audited.error()));
                }
              });
  if (!problems.empty()) return std::unexpected(std::move(problems));
  return survey.finish(entries, is_wanted);
}

int run_test(const Values& values, Console& console) {
  const bool standard_only = values.arguments().empty();
  auto sources = read_packs(values.arguments());
  if (!sources) return refuse(sources.error(), console);
  std::set<std::string, std::less<>> wanted;
  for (const PackSource& source : *sources) wanted.insert(source.path);
  const bool with_standard = standard_only || values.has("with-standard");
  if (with_standard) add_standard_packs(*sources);
  auto rulebook = load_rulebook(*sources);
  if (!rulebook && !with_standard) point_to_standard(rulebook.error());
  if (!rulebook) return refuse(rulebook.error(), console);

  const auto is_wanted = [&](std::string_view file) {
    return standard_only || wanted.contains(file);
  };
  const PackTestResult result = run_examples(**rulebook, is_wanted, fixed_today);
  std::string text = in_words(result);
  bool good = result.failures.empty();
  if (values.has("mutations")) {
    const auto mutated = run_mutations(**rulebook, is_wanted, fixed_today);
    text += in_words(mutated);
    good = good && tolerable(mutated);
  }
  if (values.has("coverage") || values.has("corpus")) {
    const auto coverage = coverage_of(*sources, is_wanted, values.all("corpus"), console);
    if (!coverage) return refuse(coverage.error(), console);
    text += in_words(*coverage);
    good = good && (coverage->is_whole() || !values.has("strict"));
  }
  return finish(text, good ? exit_clean : exit_findings, console);
}

std::string test_more() {
  return "\nExamples:\n"
         "  caveat test\n"
         "  caveat test rules/\n"
         "  caveat test rules/ --corpus corpus/\n"
         "  caveat test my-clinic.yaml --with-standard\n";
}

}  // namespace

extern const Verb test_verb = {
    .name = "test",
    .summary = "Run the examples inside of rule packs.",
    .arguments = "[OPTIONS] [PACK...]",
    .help =
        "PACK is a YAML file or a folder of them; without one the standard packs are tested.\n"
        "Every example under `flag` must be flagged by its rule at exactly the words in [[ ]],\n"
        "with the stance if the pack names one; no example under `pass` may be. The exit code\n"
        "is 1 where an example is not as expected, or more than 3 of 100 of a mutation; what\n"
        "--coverage and --corpus list is for information.\n",
    .more = test_more,
    .options = options,
    .run = run_test,
};

}  // namespace caveat
