#include "cli/delivery.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <type_traits>
#include <utility>

#include "cli/files.h"

namespace caveat {
namespace {

namespace fs = std::filesystem;

// A report that holds this document alone, written.
std::string report_of_one(const Report& head, FileReport& document, const WriterOptions& options,
                          std::string (*write)(const Report&, const WriterOptions&)) {
  Report single = {.tool_version = head.tool_version,
                   .packs = head.packs,
                   .authorities = head.authorities,
                   .evidence = head.evidence,
                   .rules = head.rules,
                   .measured = head.measured,
                   .documents = {},
                   .problems = {}};
  single.documents.push_back(std::move(document));
  std::string bytes = write(single, options);
  document = std::move(single.documents.front());
  return bytes;
}

// Assigning an empty one would keep the memory.
template <class... Values>
void release(Values&... values) {
  const auto one = [](auto& value) {
    std::remove_reference_t<decltype(value)> empty;
    std::swap(value, empty);
  };
  (one(values), ...);
}

// `keeps`: the findings are told of afterwards.
void forget_text(FileReport& file, bool keeps) {
  Document& document = file.document;
  const auto keep_words = [&document](Finding& finding) {
    finding.kept_text = std::string(words_of(finding, document));
  };
  if (keeps) {
    std::ranges::for_each(file.findings, keep_words);
    std::ranges::for_each(file.dismissed, keep_words, &Dismissal::finding);
  }
  release(document.source, document.prose, document.map, document.blocks, document.links,
          document.skipped, document.encoding_notes, document.suppressions, file.sentences);
}

}  // namespace

Delivery::Delivery(const AuditPlan& plan, std::ostream& standard_output)
    : plan_(plan),
      out_(standard_output),
      file_options_(plan.standard_output),
      files_(plan.targets.size()) {
  file_options_.colour = false;
  file_options_.width = WriterOptions{}.width;
  for (const Target& target : plan.targets) {
    const Writer& writer = *target.writer;
    const bool piecewise = (is_folder(target) && writer.unit == Writer::Unit::Document) ||
                           (is_stream(target) && (plan.quiet || writer.piece != nullptr));
    if (!piecewise && (writer.quotes || plan.standard_output.show_sentences)) forgets_text_ = false;
    if (writer.quotes && !(plan.quiet && is_stream(target))) quotes_ = true;
    if (!(plan.quiet && is_stream(target))) {
      keeps_ = true;
      if (writer.tells_dismissed || plan.standard_output.show_dismissed ||
          plan.standard_output.show_sentences) {
        tells_details_ = true;
      }
    }
    if (is_folder(target)) taken_.insert(folder(target) / writer.run_file);
  }
  // The run is told of in a few lines.
  if (!plan.quiet) keeps_ = true;
}

void Delivery::take(const Report& head, FileReport& document) {
  for (const Target& target : plan_.targets) {
    if (is_folder(target) && target.writer->unit == Writer::Unit::Document) {
      write_into_folder(head, target, document);
    } else if (is_stream(target) && !plan_.quiet && target.writer->piece != nullptr) {
      out_ << report_of_one(head, document, plan_.standard_output, target.writer->piece)
           << std::flush;
    }
  }
  if (forgets_text_) forget_text(document, keeps_);
}

void Delivery::write_into_folder(const Report& head, const Target& target, FileReport& document) {
  const Writer& writer = *target.writer;
  auto& files = files_[static_cast<std::size_t>(&target - plan_.targets.data())];
  const fs::path file = mirrored(document.document.path, writer.extension);
  files.push_back(file.generic_string());
  const fs::path place = folder(target) / file;
  if (!taken_.insert(place).second) {
    problems_.push_back({.code = "clashing-reports",
                         .message = "two reports would have the same name",
                         .path = place.native(),
                         .hint = "Audit the folders one by one."});
    return;
  }
  const fs::path run_file = folder(target) / writer.run_file;
  file_options_.overview = run_file.lexically_relative(place.parent_path());
  write(place, report_of_one(head, document, file_options_, writer.write));
  file_options_.overview.clear();
}

void Delivery::finish(Report& report) {
  bool printed = false;
  for (const Target& target : plan_.targets) {
    const Writer& writer = *target.writer;
    if (is_folder(target)) {
      finish_folder(report, target);
    } else if (!target.file.empty()) {
      write(target.file, writer.write(report, file_options_));
    } else {
      printed = true;
      if (plan_.quiet) continue;
      if (writer.piece == nullptr) {
        out_ << writer.write(report, plan_.standard_output);
      } else if (writer.end != nullptr) {
        out_ << writer.end(report, plan_.standard_output);
      }
    }
  }
  if (!printed && !plan_.quiet) out_ << writer_named("text")->overview(report, {});
}

void Delivery::finish_folder(Report& report, const Target& target) {
  const Writer& writer = *target.writer;
  const auto& files = files_[static_cast<std::size_t>(&target - plan_.targets.data())];
  write(folder(target) / writer.run_file, writer.unit == Writer::Unit::Run
                                              ? writer.write(report, file_options_)
                                              : writer.overview(report, files));
}

void Delivery::write(const fs::path& file, std::string_view bytes) {
  if (auto problem = write_file(file, bytes)) problems_.push_back(std::move(*problem));
}

}  // namespace caveat
