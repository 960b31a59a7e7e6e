#include "cli/completions.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

#include "cli/audit_plan.h"
#include "cli/verbs.h"
#include "policy/configuration.h"

namespace caveat {
namespace {

// What may stand behind an option, or as an argument of a verb.
struct Choices {
  enum class Kind { None, Files, Folders, Words } kind = Kind::None;
  std::vector<std::string> words;
};

std::vector<std::string> all_of(std::span<const std::string_view> names) {
  return {names.begin(), names.end()};
}

Choices choices(const Verb& verb, const Option& option) {
  using Kind = Choices::Kind;
  if (option.value.empty()) return {};
  if (option.name == "fail-on") return {Kind::Words, all_of(threshold_names)};
  if (option.name == "color") return {Kind::Words, {"auto", "always", "never"}};
  if (option.name == "format" && verb.name != "audit") return {Kind::Words, {"text", "json"}};
  if (option.name == "format") return {Kind::Words, all_of(writer_names())};
  if (option.value == "DIR") return {Kind::Folders, {}};
  if (option.value.starts_with("FILE")) return {Kind::Files, {}};
  return {Kind::Words, {}};
}

// The words that may stand first behind a verb; files where there are none.
Choices arguments(const Verb& verb, std::span<const std::string> rules) {
  using Kind = Choices::Kind;
  if (verb.name == "explain") return {Kind::Words, {rules.begin(), rules.end()}};
  if (verb.name == "baseline") return {Kind::Words, {"create", "update", "prune"}};
  if (verb.name == "completions") return {Kind::Words, all_of(shells)};
  return {Kind::Files, {}};
}

std::vector<std::string> verb_names() {
  std::vector<std::string> names;
  for (const Verb* verb : verbs()) names.emplace_back(verb->name);
  names.emplace_back("help");
  return names;
}

std::string first_sentence(std::string_view text) {
  std::string line(text.substr(0, std::min(text.find(". "), text.find(".\n"))));
  for (char& c : line) {
    if (c == '\n') c = ' ';
  }
  while (line.ends_with('.')) line.pop_back();
  return line;
}

std::string in_bash(const Choices& choices) {
  switch (choices.kind) {
    case Choices::Kind::None:
      return "";
    case Choices::Kind::Files:
      return "COMPREPLY=($(compgen -f -- \"$word\"))";
    case Choices::Kind::Folders:
      return "COMPREPLY=($(compgen -d -- \"$word\"))";
    case Choices::Kind::Words:
      return fmt::format("COMPREPLY=($(compgen -W '{}' -- \"$word\"))",
                         fmt::join(choices.words, " "));
  }
  return "";
}

std::string bash(std::span<const std::string> rules) {
  std::string text = fmt::format(
      "# bash completion of caveat; written by `caveat completions bash`.\n"
      "_caveat() {{\n"
      "  local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} "
      "verb=${{COMP_WORDS[1]}}\n"
      "  COMPREPLY=()\n"
      "  compopt -o filenames 2>/dev/null\n"
      "  if ((COMP_CWORD == 1)); then\n"
      "    COMPREPLY=($(compgen -W '{0}' -- \"$word\"))\n"
      "    return\n"
      "  fi\n"
      "  case $verb in\n"
      "    help) COMPREPLY=($(compgen -W '{0} --man' -- \"$word\")) ;;\n",
      fmt::join(verb_names(), " "));
  for (const Verb* verb : verbs()) {
    text += fmt::format("    {})\n      case $before in\n", verb->name);
    std::string names = "--help";
    for (const Option& option : verb->options) {
      names += fmt::format(" --{}", option.name);
      const std::string values = in_bash(choices(*verb, option));
      if (!values.empty())
        text += fmt::format("        --{}) {}; return ;;\n", option.name, values);
    }
    const Choices first = arguments(*verb, rules);
    text += fmt::format(
        "      esac\n      if [[ $word == -* ]]; then\n        "
        "COMPREPLY=($(compgen -W '{}' -- \"$word\"))\n",
        names);
    if (first.kind == Choices::Kind::Words && verb->name == "baseline") {
      text += "      elif ((COMP_CWORD > 2)); then\n        " +
              in_bash({Choices::Kind::Files, {}}) + "\n";
    }
    text += fmt::format("      else\n        {}\n      fi ;;\n", in_bash(first));
  }
  return text + "  esac\n}\ncomplete -F _caveat caveat\n";
}

// Inside of single quotation marks, and of a description in brackets.
std::string quoted_for_zsh(std::string_view text) {
  std::string quoted;
  for (const char c : text) {
    if (c == '\'') {
      quoted += "'\\''";
    } else if (c == '[' || c == ']' || c == ':') {
      quoted.append("\\").push_back(c);
    } else {
      quoted += c;
    }
  }
  return quoted;
}

std::string in_zsh(const Choices& choices) {
  switch (choices.kind) {
    case Choices::Kind::None:
      return "";
    case Choices::Kind::Files:
      return "_files";
    case Choices::Kind::Folders:
      return "_files -/";
    case Choices::Kind::Words:
      return fmt::format("({})", fmt::join(choices.words, " "));
  }
  return "";
}

std::string zsh(std::span<const std::string> rules) {
  std::string text =
      "#compdef caveat\n"
      "# zsh completion of caveat; written by `caveat completions zsh`.\n"
      "_caveat() {\n"
      "  local -a verbs=(\n";
  for (const Verb* verb : verbs()) {
    text += fmt::format("    '{}:{}'\n", verb->name, quoted_for_zsh(first_sentence(verb->summary)));
  }
  text += fmt::format(
      "    'help:Explain a verb'\n  )\n"
      "  if ((CURRENT == 2)); then\n    _describe verb verbs\n    return\n  fi\n"
      "  local verb=$words[2]\n  shift words\n  ((CURRENT--))\n"
      "  case $verb in\n    help) _arguments '1:verb:({})' '--man[Print the man page]' ;;\n",
      fmt::join(verb_names(), " "));
  for (const Verb* verb : verbs()) {
    text += fmt::format("    {})\n      _arguments", verb->name);
    for (const Option& option : verb->options) {
      text += fmt::format(" \\\n        '{}--{}{}[{}]", option.repeatable ? "*" : "", option.name,
                          option.value.empty() ? "" : "=",
                          quoted_for_zsh(first_sentence(option.description)));
      if (!option.value.empty()) {
        text += fmt::format(":{}:{}", quoted_for_zsh(option.value), in_zsh(choices(*verb, option)));
      }
      text += "'";
    }
    const Choices first = arguments(*verb, rules);
    text += fmt::format(" \\\n        '--help[Show help]'");
    if (first.kind == Choices::Kind::Words) {
      text += fmt::format(" \\\n        '1:argument:{}'", in_zsh(first));
    }
    text += " \\\n        '*:file:_files' ;;\n";
  }
  return text + "  esac\n}\n_caveat \"$@\"\n";
}

std::string quoted_for_fish(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "'";
}

std::string fish(std::span<const std::string> rules) {
  std::string text =
      "# fish completion of caveat; written by `caveat completions fish`.\n"
      "complete -c caveat -e\n"
      "complete -c caveat -n __fish_use_subcommand -f -a help -d 'Explain a verb'\n";
  for (const Verb* verb : verbs()) {
    text += fmt::format("complete -c caveat -n __fish_use_subcommand -f -a {} -d {}\n", verb->name,
                        quoted_for_fish(first_sentence(verb->summary)));
  }
  for (const Verb* verb : verbs()) {
    const std::string here =
        fmt::format("complete -c caveat -n '__fish_seen_subcommand_from {}'", verb->name);
    for (const Option& option : verb->options) {
      text += fmt::format("{} -l {} -d {}", here, option.name,
                          quoted_for_fish(first_sentence(option.description)));
      const Choices values = choices(*verb, option);
      if (values.kind == Choices::Kind::Words) {
        text += fmt::format(" -x -a '{}'", fmt::join(values.words, " "));
      } else if (values.kind != Choices::Kind::None) {
        text += " -r";
      }
      text += "\n";
    }
    const Choices first = arguments(*verb, rules);
    if (first.kind == Choices::Kind::Words) {
      text += fmt::format("{}{} -a '{}'\n", here, verb->name == "baseline" ? "" : " -f",
                          fmt::join(first.words, " "));
    }
  }
  return text + fmt::format("complete -c caveat -n '__fish_seen_subcommand_from help' -f -a '{}'\n",
                            fmt::join(verb_names(), " "));
}

}  // namespace

std::string completions(std::string_view shell, std::span<const std::string> rules) {
  if (shell == "bash") return bash(rules);
  if (shell == "zsh") return zsh(rules);
  return fish(rules);
}

}  // namespace caveat
