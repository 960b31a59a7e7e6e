#include "cli/pipeline.h"

#include <fmt/format.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>

#include <memory>
#include <stdexcept>
#include <variant>

#include "input/formats.h"
#include "policy/policy.h"

namespace caveat {
namespace {

// Shared, since the pipeline copies what passes between its stages.
using Audited = std::shared_ptr<std::variant<FileReport, Problem>>;

FileReport audit_document(Document document, const Policy* policy, const Auditor& auditor,
                          AuditOptions options) {
  if (policy != nullptr) {
    options.house = &policy->house;
    if (options.jurisdictions.empty()) options.jurisdictions = policy->jurisdictions;
    if (policy->language) document.language = policy->language->value;
  }
  return auditor.audit(std::move(document), options);
}

Audited audit_one(const InputFile& file, const Auditor& auditor, const AuditOptions& options,
                  std::istream& standard_input) {
  auto bytes = file.standard_input ? read_standard_input(standard_input, file.path)
                                   : read_file(file.location());
  if (!bytes) {
    bytes.error().path = file.path;
    return std::make_shared<Audited::element_type>(std::move(bytes.error()));
  }
  try {
    Document document = read_document(std::move(*bytes), file.path, *file.format);
    return std::make_shared<Audited::element_type>(
        audit_document(std::move(document), file.policy, auditor, options));
  } catch (const std::exception& error) {
    throw std::runtime_error(fmt::format("{} (while auditing {})", error.what(), file.path));
  }
}

}  // namespace

void audit_files(std::span<const InputFile> files, const Auditor& auditor,
                 const AuditOptions& options, std::size_t jobs, std::istream& standard_input,
                 Progress& progress, Report& report) {
  namespace tbb = oneapi::tbb;
  const tbb::global_control threads(tbb::global_control::max_allowed_parallelism, jobs);
  const std::size_t in_flight = 2 * jobs;
  std::size_t next = 0;
  const auto hand_out = [&](tbb::flow_control& control) -> std::size_t {
    if (next < files.size()) return next++;
    control.stop();
    return 0;
  };
  const auto audit = [&](std::size_t index) {
    return audit_one(files[index], auditor, options, standard_input);
  };
  const auto keep = [&](const Audited& audited) {
    progress.step();
    if (auto* file = std::get_if<FileReport>(audited.get())) {
      report.documents.push_back(std::move(*file));
    } else {
      report.problems.push_back(std::move(std::get<Problem>(*audited)));
    }
  };
  using tbb::filter_mode;
  tbb::parallel_pipeline(
      in_flight, tbb::make_filter<void, std::size_t>(filter_mode::serial_in_order, hand_out) &
                     tbb::make_filter<std::size_t, Audited>(filter_mode::parallel, audit) &
                     tbb::make_filter<Audited, void>(filter_mode::serial_in_order, keep));
}

}  // namespace caveat
