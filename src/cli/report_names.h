// How reports name the documents that a command line names.
//
// Never by an absolute path: that would tell where a machine keeps its files, and make reports of
// the same copy differ between machines. A relative path stays what it is. An absolute one becomes
// relative to the current folder where it leads into it, and otherwise to the folder that holds
// everything that was named by an absolute path.
#pragma once

#include <filesystem>
#include <span>
#include <string>

namespace caveat {

class ReportNames {
 public:
  explicit ReportNames(std::span<const std::string> named);

  std::string of(const std::filesystem::path& path) const;

 private:
  std::filesystem::path here_, shared_;
};

// "./a.md" is "a.md" to everybody who reads a report.
std::string without_dot(const std::filesystem::path& path);

// `path` as seen from the current folder.
std::string seen_from_here(const std::filesystem::path& path);

}  // namespace caveat
