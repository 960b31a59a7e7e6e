#include "cli/options.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/program_options.hpp>

#include "cli/nearest.h"

namespace caveat {
namespace {

namespace po = boost::program_options;

constexpr Option help_option{"help", "", "Show this help."};

const Option* option_named(std::span<const Option> options, std::string_view name) {
  const auto found = std::ranges::find(options, name, &Option::name);
  if (found != options.end()) return &*found;
  return name == help_option.name ? &help_option : nullptr;
}

po::options_description described(std::span<const Option> options) {
  po::options_description description;
  const auto add = [&description](const Option& option) {
    const bool flag = option.value.empty();
    // Takes no values itself: parse() collects them, so that each mistake can be told.
    description.add_options()(
        std::string(option.name).c_str(),
        flag ? static_cast<const po::value_semantic*>(new po::untyped_value(true))
             : po::value<std::string>());
  };
  for (const Option& option : options) add(option);
  add(help_option);
  return description;
}

Problem unknown_option(std::span<const Option> options, std::string_view given) {
  const std::string_view typed = given.substr(0, given.find('='));
  std::vector<std::string> dashed;
  for (const Option& option : options) dashed.push_back(fmt::format("--{}", option.name));
  dashed.emplace_back("--help");
  const std::vector<std::string_view> names(dashed.begin(), dashed.end());
  return {.code = "unknown-option",
          .message = fmt::format("there is no option {}", typed),
          .hint = nearest_hint(typed, names)};
}

Problem repeated_option(const Option& option) {
  return {.code = "repeated-option",
          .message = fmt::format("--{} was given more than once", option.name)};
}

// Boost's messages name the option, but in its own words.
Problem unreadable_command_line(const po::error& error) {
  return {.code = "bad-command-line", .message = error.what()};
}

}  // namespace

std::string Values::one(std::string_view option, std::string_view fallback) const {
  const auto given = given_.find(option);
  return given == given_.end() ? std::string(fallback) : given->second.front();
}

std::span<const std::string> Values::all(std::string_view option) const {
  const auto given = given_.find(option);
  return given == given_.end() ? std::span<const std::string>() : given->second;
}

std::expected<Values, std::vector<Problem>> parse(std::span<const Option> options,
                                                  std::span<const std::string> arguments) {
  namespace style = po::command_line_style;
  const po::options_description description = described(options);
  // Without guessing: a mistyped option is told, not completed.
  po::command_line_parser parser(std::vector<std::string>(arguments.begin(), arguments.end()));
  parser.options(description)
      .style(style::unix_style & ~style::allow_guessing)
      .allow_unregistered();

  std::vector<Problem> problems;
  Values values;
  try {
    for (const po::option& given : parser.run().options) {
      if (given.position_key >= 0) {
        for (const std::string& argument : given.value) values.add_argument(argument);
        continue;
      }
      const Option* option = option_named(options, given.string_key);
      if (given.unregistered || option == nullptr) {
        const std::string& token =
            given.original_tokens.empty() ? given.string_key : given.original_tokens.front();
        problems.push_back(unknown_option(options, token));
        continue;
      }
      if (values.has(option->name) && !option->repeatable && !option->value.empty()) {
        problems.push_back(repeated_option(*option));
      }
      values.add(option->name, given.value.empty() ? "" : given.value.front());
    }
  } catch (const po::error& error) {
    problems.push_back(unreadable_command_line(error));
  }
  if (!problems.empty()) return std::unexpected(std::move(problems));
  return values;
}

std::optional<Problem> check_name(std::string_view what, std::string_view given,
                                  std::span<const std::string_view> names) {
  if (std::ranges::find(names, given) != names.end()) return std::nullopt;
  return Problem{.code = "unknown-name",
                 .message = fmt::format("there is no {} “{}”", what, given),
                 .hint = nearest_hint(given, names)};
}

std::vector<std::string> split_list(std::string_view list) {
  std::vector<std::string> parts;
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    std::string_view part = list.substr(0, comma);
    part.remove_prefix(std::min(part.find_first_not_of(' '), part.size()));
    part = part.substr(0, part.find_last_not_of(' ') + 1);
    if (!part.empty()) parts.emplace_back(part);
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return parts;
}

std::string option_help(std::span<const Option> options) {
  static constexpr std::size_t indent = 28;
  std::string help;
  const auto add = [&help](const Option& option) {
    std::string left = fmt::format("  --{}", option.name);
    if (!option.value.empty()) left += fmt::format(" {}", option.value);
    if (left.size() + 2 > indent) {
      help += left + "\n";
      left.clear();
    }
    std::string_view rest = option.description;
    while (true) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      help += fmt::format("{:<{}}{}\n", left, indent, rest.substr(0, end));
      if (end == rest.size()) break;
      rest.remove_prefix(end + 1);
      left.clear();
    }
  };
  for (const Option& option : options) add(option);
  add(help_option);
  return help;
}

}  // namespace caveat
