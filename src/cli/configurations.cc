#include "cli/configurations.h"

#include <iterator>

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
    found = read(file);
  } else if (!fs::exists(folder / ".git", error) && folder != folder.parent_path()) {
    found = in_folder(folder.parent_path());
  }
  known_[folder] = found;
  return found;
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
