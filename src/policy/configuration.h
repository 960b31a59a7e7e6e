// A `.caveat.yaml` as it was written: what its owner set, and where.
#pragma once

#include <expected>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "audit/house_rules.h"
#include "model/problem.h"
#include "policy/path_patterns.h"
#include "rulebook/rulebook.h"

namespace caveat {

inline constexpr std::string_view configuration_name = ".caveat.yaml";
// What the list of packs calls those inside the binary.
inline constexpr std::string_view standard_packs = "standard";

// From which severity on a finding fails a run; none: never.
using Threshold = std::optional<Severity>;
std::string_view name(Threshold threshold);  // "error", "warning", "suggestion", "never"
std::optional<Threshold> threshold_named(std::string_view name);
inline constexpr std::string_view threshold_names[] = {"error", "warning", "suggestion", "never"};

// A value, and where it was set: ".caveat.yaml:12", "--fail-on", "default".
template <class Value>
struct Placed {
  Value value;
  std::string place;
};

struct RuleSetting {
  std::string rules;  // an id, or "pack/*"
  enum class Level : std::uint8_t { Off, On, Suggestion, Warning, Error } level = Level::On;
  std::string reason;  // may be empty
  std::string place;
  bool covers(std::string_view rule) const;
};
std::string_view name(RuleSetting::Level level);  // "off", "on", "warning" …

struct FamilyThreshold {
  std::string family;
  Threshold threshold;
  std::string place;
};

// What a file sets, or one of its overrides, or the command line.
struct Settings {
  std::vector<RuleSetting> rules;  // a later one wins
  std::optional<Placed<std::string>> language;
  std::optional<Placed<Threshold>> fail_on;
  std::vector<FamilyThreshold> families;
  std::vector<Placed<AllowedTerm>> allowed;
  std::vector<Placed<HouseStatement>> statements;
};

struct Override {
  std::vector<std::string> patterns;
  PathPatterns paths;
  Settings settings;
  std::string place;
};

// A list of path patterns as written, and what they mean.
struct PathList {
  std::vector<std::string> patterns;
  PathPatterns paths;
  std::string place;
};

class ConfigurationText;

struct Configuration {
  std::string path;              // as messages name it
  std::filesystem::path folder;  // what the paths inside are relative to
  Settings settings;
  std::vector<Override> overrides;
  std::optional<Placed<std::vector<std::string>>> packs;
  std::optional<Placed<std::vector<std::string>>> jurisdictions;
  std::optional<Placed<std::size_t>> max_warnings;
  std::optional<Placed<std::string>> baseline;
  PathList include, exclude;
  std::shared_ptr<ConfigurationText> text;  // for check_names

  // Whether a document, or a folder with all that it holds, is left out; `path` is relative to
  // `folder`.
  bool leaves_out(std::string_view path, bool is_folder) const;
};

// The configuration, or every mistake in it but for names that only the packs know.
std::expected<Configuration, std::vector<Problem>> read_configuration(std::string path,
                                                                      std::string text);

// The rules, families, statements and jurisdictions that it names and the packs do not.
std::vector<Problem> check_names(const Configuration& configuration, const Rulebook& rulebook);

}  // namespace caveat
