// `caveat completions`: prints a script that completes verbs, options, formats and rules.
#include "cli/completions.h"
#include "cli/packs.h"
#include "cli/verbs.h"

namespace caveat {
namespace {

int print_script(const Values& values, Console& console) {
  if (values.arguments().size() != 1) {
    return refuse({{Problem{.code = "no-shell",
                            .message = "one shell must be named: bash, zsh or fish",
                            .hint = "For example: caveat completions bash"}}},
                  console);
  }
  const std::string& shell = values.arguments().front();
  if (const auto problem = check_name("shell", shell, shells)) {
    return refuse({{*problem}}, console);
  }
  const auto rulebook = load_rulebook(values);
  if (!rulebook) return refuse(rulebook.error(), console);
  std::vector<std::string> rules;
  for (const RuleInfo* rule : (*rulebook)->all) rules.push_back(rule->id);
  return finish(completions(shell, rules), exit_clean, console);
}

std::string completions_more() {
  return "\nTo install:\n"
         "  caveat completions bash > /etc/bash_completion.d/caveat\n"
         "  caveat completions zsh > ~/.zfunc/_caveat          (a folder in $fpath)\n"
         "  caveat completions fish > ~/.config/fish/completions/caveat.fish\n";
}

}  // namespace

extern const Verb completions_verb = {
    .name = "completions",
    .summary = "Print a script that lets a shell complete verbs, options, formats and rules.",
    .arguments = "bash|zsh|fish",
    .help = "The script is made from the same table as this help.\n",
    .more = completions_more,
    .options = {},
    .run = print_script,
};

}  // namespace caveat
