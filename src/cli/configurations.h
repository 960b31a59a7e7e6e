// Finds the `.caveat.yaml` of each document, and reads each one once.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "cli/options.h"
#include "policy/configuration.h"

namespace caveat {

// The two options of every verb that reads configurations.
inline constexpr Option config_option{"config", "FILE",
                                      "Use this configuration for every document, in place of the\n"
                                      ".caveat.yaml that is found upwards from each."};
inline constexpr Option no_config_option{"no-config", "", "Read no configuration."};

class Configurations {
 public:
  explicit Configurations(const Values& values);

  // The configuration of a document or folder, or null. The nearest one counts alone; the search
  // ends at the root of a repository.
  const Configuration* of(const std::filesystem::path& path, bool is_folder = false);

  // `path` as seen from the configuration's folder, as its patterns read it.
  static std::string inside(const Configuration& configuration, const std::filesystem::path& path);

  // A path that the configuration names, as seen from here.
  static std::string outside(const Configuration& configuration, const std::string& path);

  const std::vector<Problem>& problems() const { return problems_; }

 private:
  const Configuration* in_folder(const std::filesystem::path& folder);
  const Configuration* read(const std::filesystem::path& file);
  // The same, of one that nobody named: neither it nor what it names may lead out of its
  // repository.
  const Configuration* read_found(const std::filesystem::path& file);

  bool none_ = false;
  const Configuration* fixed_ = nullptr;
  std::vector<std::unique_ptr<Configuration>> all_;
  std::map<std::filesystem::path, const Configuration*> known_;  // by folder
  std::vector<Problem> problems_;
};

}  // namespace caveat
