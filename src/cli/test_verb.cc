// `caveat test`: runs the examples inside of packs.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "cli/dates.h"
#include "cli/pack_tests.h"
#include "cli/packs.h"
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
};

std::string in_words(const PackTestResult& result) {
  std::string text;
  for (const ExampleFailure& failure : result.failures) {
    text += fmt::format("{}:{}: an example of {} {}\n", printable(failure.file), failure.line,
                        failure.rule, failure.what);
    text += fmt::format("    expected  {}\n", printable(failure.expected));
    text += fmt::format("    found     {}\n\n", printable(failure.found));
  }
  text += fmt::format("{} of {}: ", quantity(result.examples, "example"),
                      quantity(result.rules, "rule"));
  return text + (result.failures.empty()
                     ? "all as expected\n"
                     : fmt::format("{} not as expected\n", result.failures.size()));
}

int run_test(const Values& values, Console& console) {
  const bool standard_only = values.arguments().empty();
  auto sources = read_packs(values.arguments());
  if (!sources) return refuse(sources.error(), console);
  std::set<std::string, std::less<>> wanted;
  for (const PackSource& source : *sources) wanted.insert(source.path);
  if (standard_only || values.has("with-standard")) add_standard_packs(*sources);
  const auto rulebook = load_rulebook(*sources);
  if (!rulebook) return refuse(rulebook.error(), console);

  const auto is_wanted = [&](std::string_view file) {
    return standard_only || wanted.contains(file);
  };
  const PackTestResult result = run_examples(**rulebook, is_wanted, fixed_today);
  return finish(in_words(result), result.failures.empty() ? exit_clean : exit_findings, console);
}

std::string test_more() {
  return "\nExamples:\n"
         "  caveat test\n"
         "  caveat test rules/\n"
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
        "is 1 where an example is not as expected.\n",
    .more = test_more,
    .options = options,
    .run = run_test,
};

}  // namespace caveat
