#include "cli/delivery.h"

#include <fmt/format.h>

#include <set>
#include <utility>

#include "cli/files.h"

namespace caveat {
namespace {

namespace fs = std::filesystem;

class Courier {
 public:
  Courier(Report& report, const AuditPlan& plan) : report_(report), plan_(plan) {
    file_options_ = plan.standard_output;
    file_options_.colour = false;
    file_options_.width = WriterOptions{}.width;
  }

  Delivery deliver() {
    bool printed = false;
    for (const Target& target : plan_.targets) {
      if (target.is_folder()) {
        fill_folder(*target.writer, target.file);
      } else if (!target.file.empty()) {
        write(target.file, target.writer->write(report_, file_options_));
      } else if (plan_.out.empty()) {
        printed = true;
        if (!plan_.quiet) {
          result_.standard_output = target.writer->write(report_, plan_.standard_output);
        }
      } else {
        fill_folder(*target.writer, plan_.out);
      }
    }
    if (!printed && !plan_.quiet)
      result_.standard_output = writer_named("text")->overview(report_, {});
    return std::move(result_);
  }

 private:
  void fill_folder(const Writer& writer, const fs::path& folder) {
    const fs::path run_file = folder / writer.run_file;
    taken_.insert(run_file);
    if (writer.unit == Writer::Unit::Run) {
      write(run_file, writer.write(report_, file_options_));
      return;
    }
    std::vector<std::string> files;
    for (std::size_t i = 0; i < report_.documents.size(); ++i) {
      const fs::path file = mirrored(report_.documents[i].document.path, writer.extension);
      files.push_back(file.generic_string());
      if (!taken_.insert(folder / file).second) {
        result_.problems.push_back({.code = "clashing-reports",
                                    .message = "two reports would have the same name",
                                    .path = (folder / file).native(),
                                    .hint = "Audit the folders one by one."});
        continue;
      }
      file_options_.overview = run_file.lexically_relative((folder / file).parent_path());
      write(folder / file, report_of_one(writer, i));
    }
    file_options_.overview.clear();
    write(run_file, writer.overview(report_, files));
  }

  std::string report_of_one(const Writer& writer, std::size_t index) {
    Report single = {.tool_version = report_.tool_version,
                     .packs = report_.packs,
                     .authorities = report_.authorities,
                     .evidence = report_.evidence,
                     .rules = report_.rules,
                     .documents = {},
                     .problems = {}};
    single.documents.push_back(std::move(report_.documents[index]));
    std::string bytes = writer.write(single, file_options_);
    report_.documents[index] = std::move(single.documents.front());
    return bytes;
  }

  void write(const fs::path& file, std::string_view bytes) {
    if (auto problem = write_file(file, bytes)) result_.problems.push_back(std::move(*problem));
  }

  Report& report_;
  const AuditPlan& plan_;
  WriterOptions file_options_;
  std::set<fs::path> taken_;
  Delivery result_;
};

}  // namespace

Delivery deliver(Report& report, const AuditPlan& plan) { return Courier(report, plan).deliver(); }

}  // namespace caveat
