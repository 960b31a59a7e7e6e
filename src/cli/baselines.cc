#include "cli/baselines.h"

#include <utility>

#include "cli/files.h"

namespace caveat {

namespace fs = std::filesystem;

std::string Baselines::file_for(const AuditRun& run, const std::string& document) const {
  if (!plan_.baseline.empty()) return plan_.baseline;
  const Configuration* configuration = run.file(document).configuration;
  if (configuration == nullptr || !configuration->baseline) return "";
  return Configurations::outside(*configuration, configuration->baseline->value);
}

const Baseline* Baselines::baseline_in(const std::string& file) {
  const auto [entry, fresh] = read_.try_emplace(file);
  if (!fresh) return entry->second ? &*entry->second : nullptr;
  auto bytes = read_file(file);
  if (!bytes) {
    bytes.error().hint = "`caveat baseline create FILE PATH...` writes one.";
    problems_.push_back(std::move(bytes.error()));
    return nullptr;
  }
  auto baseline = read_baseline(file, *bytes);
  if (!baseline) {
    problems_.push_back(std::move(baseline.error()));
    return nullptr;
  }
  entry->second = std::move(*baseline);
  use_.path += (use_.path.empty() ? "" : ", ") + file;
  return &*entry->second;
}

void Baselines::compare(const AuditRun& run, FileReport& document) {
  const std::string file = file_for(run, document.document.path);
  if (file.empty()) return;
  const Baseline* baseline = baseline_in(file);
  if (baseline == nullptr) return;
  const std::string path = path_in_baseline(run.file(document.document.path).location(), file);
  const BaselineMatch match = apply(*baseline, path, file, document);
  use_.known += match.known;
  for (const BaselineEntry& entry : match.fixed) {
    for (std::size_t i = 0; i < entry.count; ++i) {
      use_.fixed.push_back({document.document.path, entry.rule, entry.text});
    }
  }
}

std::optional<BaselineUse> Baselines::use() const {
  return use_.path.empty() ? std::nullopt : std::optional(use_);
}

std::string path_in_baseline(const std::string& document, const fs::path& file) {
  const fs::path folder = fs::absolute(file).lexically_normal().parent_path();
  return fs::absolute(document).lexically_normal().lexically_relative(folder).generic_string();
}

}  // namespace caveat
