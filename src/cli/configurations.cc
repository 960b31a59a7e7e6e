#include "cli/configurations.h"

#include <fmt/format.h>

#include <iterator>
#include <optional>

#include "cli/files.h"
#include "cli/report_names.h"

namespace caveat {
namespace {

namespace fs = std::filesystem;

fs::path whole_path(const fs::path& path) {
  std::error_code error;
  fs::path whole = fs::absolute(path, error).lexically_normal();
  // "content/" names the folder, not something nameless in it.
  return whole.has_filename() ? whole : whole.parent_path();
}

bool lies_in(const fs::path& path, const fs::path& folder) {
  const fs::path inside = path.lexically_relative(folder);
  return !inside.empty() && *inside.begin() != "..";
}

// Whose files a configuration in `folder` may name: those of its repository; where there is none,
// those below it or below the current folder.
fs::path territory(const fs::path& folder) {
  std::error_code error;
  for (fs::path each = folder; each != each.parent_path(); each = each.parent_path()) {
    if (fs::exists(each / ".git", error)) return each;
  }
  const fs::path here = fs::current_path(error);
  return lies_in(folder, here) ? here : folder;
}

// A configuration is found, not named, and may be a stranger's: what it led to would be quoted in
// the messages about it.
std::optional<Problem> leads_out(const fs::path& path, const fs::path& folder,
                                 const std::string& place) {
  std::error_code error;
  const fs::path land = fs::weakly_canonical(territory(folder), error);
  const fs::path real = fs::weakly_canonical(path, error);
  if (error || lies_in(real, land))
    return std::nullopt;  // what cannot be reached is told elsewhere
  return Problem{
      .code = "path-leads-out",
      .message = fmt::format("lies outside of {}, which a configuration that was found "
                             "may not leave",
                             land.native()),
      .path = seen_from_here(path),
      .hint = fmt::format("{} names it. To use it all the same, name it yourself: --rules, "
                          "--baseline or --config.",
                          place)};
}

}  // namespace

Configurations::Configurations(const Values& values) : none_(values.has(no_config_option.name)) {
  if (none_ || !values.has(config_option.name)) return;
  fixed_ = read(whole_path(values.one(config_option.name)));
  none_ = true;  // the search is over
}

const Configuration* Configurations::of(const fs::path& path, bool is_folder) {
  if (none_) return fixed_;
  const fs::path whole = whole_path(path);
  return in_folder(is_folder ? whole : whole.parent_path());
}

std::string Configurations::inside(const Configuration& configuration, const fs::path& path) {
  return whole_path(path).lexically_relative(configuration.folder).generic_string();
}

std::string Configurations::outside(const Configuration& configuration, const std::string& path) {
  return seen_from_here(configuration.folder / path);
}

const Configuration* Configurations::in_folder(const fs::path& folder) {
  const auto known = known_.find(folder);
  if (known != known_.end()) return known->second;
  std::error_code error;
  const Configuration* found = nullptr;
  if (const fs::path file = folder / configuration_name; fs::exists(file, error)) {
    found = read_found(file);
  } else if (!fs::exists(folder / ".git", error) && folder != folder.parent_path()) {
    found = in_folder(folder.parent_path());
  }
  known_[folder] = found;
  return found;
}

const Configuration* Configurations::read_found(const fs::path& file) {
  const fs::path folder = file.parent_path();
  if (auto problem = leads_out(file, folder, std::string(configuration_name))) {
    problems_.push_back(std::move(*problem));
    return nullptr;
  }
  const Configuration* configuration = read(file);
  if (configuration == nullptr) return nullptr;
  const std::size_t before = problems_.size();
  const auto check = [&](const std::string& path, const std::string& place) {
    auto problem = leads_out(configuration->folder / path, folder, place);
    if (problem) problems_.push_back(std::move(*problem));
  };
  if (configuration->packs) {
    for (const std::string& pack : configuration->packs->value) {
      if (pack != standard_packs) check(pack, configuration->packs->place);
    }
  }
  if (configuration->baseline) {
    check(configuration->baseline->value, configuration->baseline->place);
  }
  return problems_.size() == before ? configuration : nullptr;
}

const Configuration* Configurations::read(const fs::path& file) {
  std::string shown = seen_from_here(file);
  auto text = read_file(shown);
  if (!text) {
    problems_.push_back(std::move(text.error()));
    return nullptr;
  }
  auto configuration = read_configuration(std::move(shown), std::move(*text));
  if (!configuration) {
    std::ranges::move(configuration.error(), std::back_inserter(problems_));
    return nullptr;
  }
  configuration->folder = file.parent_path();
  all_.push_back(std::make_unique<Configuration>(std::move(*configuration)));
  return all_.back().get();
}

}  // namespace caveat
