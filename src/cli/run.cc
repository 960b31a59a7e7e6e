#include "cli/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <filesystem>
#include <ostream>

#include "cli/completions.h"
#include "cli/nearest.h"
#include "cli/verbs.h"

namespace caveat {
namespace {

constexpr const Verb* table[] = {&audit_verb, &fix_verb,      &compare_verb,    &config_verb,
                                 &init_verb,  &baseline_verb, &rules_verb,      &explain_verb,
                                 &test_verb,  &score_verb,    &completions_verb};

std::string general_help() {
  std::string help =
      "Caveat audits health-marketing copy: claims that the evidence or the advertising codes do\n"
      "not carry, statements that the page owes its readers, and damage to the text itself.\n\n"
      "Usage: caveat VERB [OPTIONS] [ARGUMENTS]\n\n";
  for (const Verb* verb : verbs()) help += fmt::format("  {:<12} {}\n", verb->name, verb->summary);
  return help +
         "  help         Explain a verb: `caveat help audit`; `caveat help --man` is the man "
         "page.\n\n"
         "`caveat --version` names the version.\n\n"
         "Exit codes: 0 nothing found at or above the threshold, 1 findings, 2 a problem with "
         "what\n"
         "Caveat was given (every other file has still been audited), 3 a bug in Caveat, 128 and\n"
         "more where a signal interrupted it.\n\n"
         "Start with:  caveat audit page.html\n";
}

std::string help_for(const Verb& verb) {
  return fmt::format("{}\n\nUsage: caveat {} {}\n\n{}\nOptions:\n{}{}", verb.summary, verb.name,
                     verb.arguments, verb.help, option_help(verb.options), verb.more());
}

const Verb* verb_named(std::string_view name) {
  const auto found = std::ranges::find(verbs(), name, &Verb::name);
  return found == verbs().end() ? nullptr : *found;
}

Problem unknown_verb(const std::string& given) {
  std::vector<std::string_view> names{"help"};
  for (const Verb* verb : verbs()) names.push_back(verb->name);
  Problem problem{.code = "unknown-verb",
                  .message = fmt::format("there is no verb “{}”", given),
                  .hint = nearest_hint(given, names)};
  std::error_code error;
  if (std::filesystem::exists(given, error)) {
    problem.hint = fmt::format("To audit that file: caveat audit {}", given);
  } else if (given.starts_with('-')) {
    problem.message = fmt::format("there is no option {} before a verb", given);
    problem.hint = "Options follow the verb: caveat audit --format json page.md";
  }
  return problem;
}

int help(std::span<const std::string> arguments, Console& console) {
  if (arguments.empty()) return finish(general_help(), exit_clean, console);
  if (arguments.front() == "--man") return finish(man_page(), exit_clean, console);
  const Verb* verb = verb_named(arguments.front());
  if (verb == nullptr) return refuse({{unknown_verb(arguments.front())}}, console);
  return finish(help_for(*verb), exit_clean, console);
}

int dispatch(std::span<const std::string> arguments, Console& console) {
  if (arguments.empty()) {
    console.error << general_help();
    return exit_problems;
  }
  const std::string& first = arguments.front();
  if (first == "--version") return finish("caveat " CAVEAT_VERSION "\n", exit_clean, console);
  if (first == "help" || first == "--help" || first == "-h") {
    return help(arguments.subspan(1), console);
  }
  const Verb* verb = verb_named(first);
  if (verb == nullptr) return refuse({{unknown_verb(first)}}, console);
  const auto values = parse(verb->options, arguments.subspan(1));
  if (!values) return refuse(values.error(), console);
  if (values->has("help")) return finish(help_for(*verb), exit_clean, console);
  return verb->run(*values, console);
}

int report_bug(std::string_view what, Console& console) {
  console.error << "caveat: this is a bug in Caveat, not in your text: " << what
                << "\nPlease report it, with the file that caused it if you can share it.\n";
  return exit_bug;
}

}  // namespace

std::span<const Verb* const> verbs() { return table; }

void print(std::span<const Problem> problems, Console& console) {
  for (const Problem& problem : problems) console.error << "caveat: " << to_text(problem);
}

int refuse(std::span<const Problem> problems, Console& console) {
  print(problems, console);
  return exit_problems;
}

int finish(std::string_view output, int code, Console& console) {
  console.out << output << std::flush;
  if (console.out) return code;
  console.error << "caveat: standard output cannot be written\n";
  return exit_problems;
}

int run(std::span<const std::string> arguments, Console& console) {
  try {
    return dispatch(arguments, console);
  } catch (const std::exception& error) {
    return report_bug(error.what(), console);
  } catch (...) {
    return report_bug("an unknown exception", console);
  }
}

}  // namespace caveat
