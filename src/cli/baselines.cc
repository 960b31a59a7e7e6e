#include "cli/baselines.h"

#include <optional>

#include "cli/files.h"

namespace caveat {
namespace {

namespace fs = std::filesystem;

class Comparison {
 public:
  Comparison(AuditRun& run, const AuditPlan& plan, std::vector<Problem>& problems)
      : run_(run), plan_(plan), problems_(problems) {}

  void compare() {
    for (FileReport& report : run_.report.documents) {
      const std::string file = file_for(report.document.path);
      if (file.empty()) continue;
      if (const Baseline* baseline = baseline_in(file)) compare(report, file, *baseline);
    }
    if (!use_.path.empty()) run_.report.baseline = std::move(use_);
  }

 private:
  std::string file_for(const std::string& document) const {
    if (!plan_.baseline.empty()) return plan_.baseline;
    const Configuration* configuration = run_.governed.at(document).configuration;
    if (configuration == nullptr || !configuration->baseline) return "";
    return Configurations::outside(*configuration, configuration->baseline->value);
  }

  // Null where it cannot be read, which is told once.
  const Baseline* baseline_in(const std::string& file) {
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

  void compare(FileReport& report, const std::string& file, const Baseline& baseline) {
    const std::string path =
        path_in_baseline(run_.governed.at(report.document.path).location, file);
    const BaselineMatch match = apply(baseline, path, file, report);
    use_.known += match.known;
    for (const BaselineEntry& entry : match.fixed) {
      for (std::size_t i = 0; i < entry.count; ++i) {
        use_.fixed.push_back({report.document.path, entry.rule, entry.text});
      }
    }
  }

  AuditRun& run_;
  const AuditPlan& plan_;
  std::vector<Problem>& problems_;
  std::map<std::string, std::optional<Baseline>> read_;
  BaselineUse use_;
};

}  // namespace

std::string path_in_baseline(const std::string& document, const fs::path& file) {
  const fs::path folder = fs::absolute(file).lexically_normal().parent_path();
  return fs::absolute(document).lexically_normal().lexically_relative(folder).generic_string();
}

void compare_with_baselines(AuditRun& run, const AuditPlan& plan, std::vector<Problem>& problems) {
  Comparison(run, plan, problems).compare();
}

}  // namespace caveat
