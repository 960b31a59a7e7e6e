#include "report/sites.h"

#include <algorithm>
#include <string_view>

namespace caveat {
namespace {

// With the slash at its end; empty where there is no folder.
std::string_view folder(std::string_view path) { return path.substr(0, path.rfind('/') + 1); }

std::string_view shared_folder(const Report& report) {
  if (report.documents.empty()) return {};
  std::string_view shared = folder(report.documents.front().document.path);
  for (const FileReport& file : report.documents) {
    const std::string_view other = folder(file.document.path);
    const auto differ = std::ranges::mismatch(shared, other).in1 - shared.begin();
    shared = folder(shared.substr(0, static_cast<std::size_t>(differ)));
  }
  return shared;
}

}  // namespace

std::vector<std::string> sites(const Report& report) {
  const std::string_view shared = shared_folder(report);
  std::vector<std::string> names;
  for (const FileReport& file : report.documents) {
    std::string_view rest = std::string_view(file.document.path).substr(shared.size());
    rest.remove_prefix(std::min(rest.find_first_not_of('/'), rest.size()));
    const std::size_t slash = rest.find('/');
    names.emplace_back(slash == std::string_view::npos ? std::string_view()
                                                       : rest.substr(0, slash));
  }
  return names;
}

}  // namespace caveat
