// Brings reports to where they were asked for: files, a folder, standard output. What is about one
// document is written as soon as that is audited; the text of a document is forgotten once nobody
// needs it any more.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <set>
#include <string>
#include <vector>

#include "cli/audit_plan.h"
#include "model/report.h"

namespace caveat {

class Delivery {
 public:
  Delivery(const AuditPlan& plan, std::ostream& standard_output);

  // `head` is the report without its documents; `document` loses what nobody needs any more.
  void take(const Report& head, FileReport& document);
  // What is about the whole run. `report` is as before afterwards; it is not const since documents
  // are lent to reports of one.
  void finish(Report& report);

  // Whether anything is written about the whole run, for which the documents' reports are needed.
  bool keeps() const { return keeps_; }
  // Whether some report quotes from the documents.
  bool quotes() const { return quotes_; }
  // Whether some report tells what was dismissed, or of every sentence.
  bool tells_details() const { return tells_details_; }
  // With files that could not be written.
  const std::vector<Problem>& problems() const { return problems_; }

 private:
  // The one that the target fills.
  const std::filesystem::path& folder(const Target& target) const {
    return target.is_folder() ? target.file : plan_.out;
  }
  bool is_folder(const Target& target) const {
    return target.is_folder() || (target.file.empty() && !plan_.out.empty());
  }
  bool is_stream(const Target& target) const { return target.file.empty() && plan_.out.empty(); }
  void write_into_folder(const Report& head, const Target& target, FileReport& document);
  void finish_folder(Report& report, const Target& target);
  void write(const std::filesystem::path& file, std::string_view bytes);

  const AuditPlan& plan_;
  std::ostream& out_;
  WriterOptions file_options_;
  bool quotes_ = false;
  bool tells_details_ = false;
  bool forgets_text_ = true;  // no report of the whole run quotes from the documents
  bool keeps_ = false;
  std::set<std::filesystem::path> taken_;
  std::vector<std::vector<std::string>> files_;  // by target: what was written into the folder
  std::vector<Problem> problems_;
};

}  // namespace caveat
