#include "cli/report_names.h"

#include <algorithm>

namespace caveat {
namespace {

namespace fs = std::filesystem;

bool is_inside(const fs::path& path, const fs::path& folder) {
  return std::ranges::mismatch(folder, path).in1 == folder.end();
}

// "content/" names the folder, not something nameless in it.
fs::path without_slash(const fs::path& path) {
  const fs::path normal = path.lexically_normal();
  return normal.has_filename() ? normal : normal.parent_path();
}

}  // namespace

ReportNames::ReportNames(std::span<const std::string> named) {
  std::error_code error;
  here_ = fs::current_path(error);
  for (const std::string& path : named) {
    const fs::path whole = without_slash(path);
    if (!whole.is_absolute() || is_inside(whole, here_)) continue;
    if (shared_.empty()) shared_ = whole.parent_path();
    while (!is_inside(whole.parent_path(), shared_)) shared_ = shared_.parent_path();
  }
}

std::string ReportNames::of(const fs::path& path) const {
  if (!path.is_absolute()) return without_dot(path);
  const fs::path whole = without_slash(path);
  return whole.lexically_relative(is_inside(whole, here_) ? here_ : shared_).generic_string();
}

std::string without_dot(const fs::path& path) {
  std::string text = path.generic_string();
  if (text.starts_with("./") && text.size() > 2) text.erase(0, 2);
  return text;
}

std::string seen_from_here(const fs::path& path) {
  std::error_code error;
  return fs::absolute(path, error)
      .lexically_normal()
      .lexically_relative(fs::current_path(error))
      .generic_string();
}

}  // namespace caveat
