#include "input/suppression_settings.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace caveat {
namespace {

constexpr std::string_view keyword = "caveat-ignore-file";

// The words of a scalar on one line.
std::string words(const YAML::Node& node) {
  std::string text = node.IsScalar() ? node.Scalar() : "";
  std::ranges::replace_if(text, [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return text;
}

std::string as_comment(const YAML::Node& entry) {
  if (!entry.IsMap()) return std::string(keyword);
  std::string rules, until, owner, reason;
  for (const auto& each : entry) {
    const std::string key = words(each.first), value = words(each.second);
    if (key == "rule") {
      rules = " " + value;
      if (each.second.IsSequence()) {
        for (const YAML::Node& rule : each.second) rules += words(rule) + ", ";
      }
    } else if (key == "until") {
      until = " until " + value;
    } else if (key == "owner") {
      owner = " owner " + value;
    } else if (key == "reason") {
      reason = value;
    } else {
      rules = " " + key;  // told as what is no rule
      break;
    }
  }
  return std::string(keyword) + rules + until + owner + ": " + reason;
}

class Entries {
 public:
  Entries(TextSpan yaml, ProseBuilder& builder) : yaml_(yaml), builder_(builder) {}

  void read(const YAML::Node& ignore) {
    if (ignore.IsSequence()) {
      for (const YAML::Node& entry : ignore) write(entry);
    } else {
      write(ignore);
    }
  }

 private:
  void write(const YAML::Node& entry) {
    const std::size_t begin = std::min(yaml_.begin + place(entry), yaml_.end);
    std::size_t end = begin;
    if (entry.IsMap()) {
      for (const auto& each : entry) end = std::max(end, yaml_.begin + place(each.second));
    }
    const std::string_view text = builder_.decoded().text();
    end = std::min({text.find_first_of("\r\n", end), yaml_.end, text.size()});
    builder_.instruction({begin, end}, as_comment(entry));
  }

  static std::size_t place(const YAML::Node& node) {
    return static_cast<std::size_t>(std::max(node.Mark().pos, 0));
  }

  TextSpan yaml_;
  ProseBuilder& builder_;
};

}  // namespace

void read_suppression_settings(TextSpan yaml, ProseBuilder& builder) {
  const std::string_view text = slice(builder.decoded().text(), yaml);
  if (text.find("caveat") == text.npos) return;
  try {
    const YAML::Node settings = YAML::Load(std::string(text));
    if (!settings.IsMap() || !settings["caveat"] || !settings["caveat"].IsMap()) return;
    if (const YAML::Node ignore = settings["caveat"]["ignore"]) Entries(yaml, builder).read(ignore);
  } catch (const YAML::Exception&) {
    // Front matter that is no YAML is read line by line, and such lines hold no lists.
  }
}

}  // namespace caveat
