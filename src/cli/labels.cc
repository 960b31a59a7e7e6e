#include "cli/labels.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace caveat {
namespace {

using Json = nlohmann::json;

std::optional<Label> label_named(std::string_view wanted) {
  for (const Label label : {Label::None, Label::Claim, Label::Hedged}) {
    if (name(label) == wanted) return label;
  }
  return std::nullopt;
}

// One line; mistakes are thrown as strings and caught by parse_labels, which knows the place.
LabelledUnit parse_unit(const Json& object) {
  LabelledUnit unit;
  unit.text = object.at("text").get<std::string>();
  const std::string label = object.at("label").get<std::string>();
  if (const auto known = label_named(label)) {
    unit.label = *known;
  } else {
    throw std::invalid_argument(fmt::format("“{}” is no label", label));
  }
  if (const std::string stance = object.value("stance", ""); !stance.empty()) {
    unit.stance = stance_named(stance);
    if (!unit.stance) throw std::invalid_argument(fmt::format("“{}” is no stance", stance));
  }
  unit.family = object.value("family", "");
  unit.also = object.value("also", std::vector<std::string>());
  unit.borderline = object.value("borderline", false);
  return unit;
}

LabelledPage parse_page(const Json& object) {
  const auto names = [&object](const char* key) {
    return object.value(key, std::set<std::string>());
  };
  return {object.value("verdict", ""),
          names("states"),
          names("owes"),
          names("damage"),
          names("residue"),
          names("owes_judged"),
          names("doubtful")};
}

}  // namespace

std::string_view name(Label label) {
  switch (label) {
    case Label::None:
      return "none";
    case Label::Claim:
      return "claim";
    case Label::Hedged:
      return "hedged";
  }
  return "";
}

std::expected<Labels, std::vector<Problem>> parse_labels(std::string_view text,
                                                         const std::string& path) {
  Labels labels;
  std::vector<Problem> problems;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    try {
      const Json object = Json::parse(line);
      if (object.value("doc", false)) {
        labels.page = parse_page(object);
      } else {
        labels.units.push_back(parse_unit(object));
        labels.units.back().line = number;
      }
    } catch (const std::exception& error) {  // nlohmann's, or of this file
      problems.push_back({.code = "bad-label",
                          .message = fmt::format("cannot be understood: {}", error.what()),
                          .path = path,
                          .line = number});
    }
  }
  if (!problems.empty()) return std::unexpected(std::move(problems));
  return labels;
}

}  // namespace caveat
