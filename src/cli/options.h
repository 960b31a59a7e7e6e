// The options of a verb: a table in, the values given on the command line out.
#pragma once

#include <expected>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/problem.h"

namespace caveat {

struct Option {
  std::string_view name;         // without the dashes
  std::string_view value;        // what stands for its value in help; empty: a flag
  std::string_view description;  // for help; may hold line breaks
  bool repeatable = false;
};

// What was given, in the order of the command line.
class Values {
 public:
  void add(std::string_view option, std::string value) {
    given_[std::string(option)].push_back(std::move(value));
  }
  void add_argument(std::string argument) { arguments_.push_back(std::move(argument)); }

  bool has(std::string_view option) const { return given_.contains(option); }
  // The value of an option that may be given once; `fallback` where it was not given.
  std::string one(std::string_view option, std::string_view fallback = {}) const;
  std::span<const std::string> all(std::string_view option) const;
  std::span<const std::string> arguments() const { return arguments_; }

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> given_;
  std::vector<std::string> arguments_;
};

// Every mistake of the command line at once, or the values. "--help" is always known.
std::expected<Values, std::vector<Problem>> parse(std::span<const Option> options,
                                                  std::span<const std::string> arguments);

// One of `names`, or a problem with the nearest of them. `what` is the option or the noun.
std::optional<Problem> check_name(std::string_view what, std::string_view given,
                                  std::span<const std::string_view> names);

// The parts of "uk,us", without blanks around them.
std::vector<std::string> split_list(std::string_view list);

// The options as help lists them.
std::string option_help(std::span<const Option> options);

}  // namespace caveat
