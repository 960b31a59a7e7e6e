// The entries of an HTML report: findings, missing statements, dismissals, each with its reasons.
#pragma once

#include <string>

#include "report/catalogue.h"
#include "report/html_copy.h"

namespace caveat {

// The entries of one document and their marks in its copy, in the same order: first the findings,
// then what was dismissed.
class HtmlEntries {
 public:
  // `prefix` stands before every id, so that several documents fit on one page.
  HtmlEntries(const FileReport& file, const Catalogue& catalogue, std::string prefix);

  const std::vector<CopyMark>& marks() const { return marks_; }

  // List items. Places in the copy are links where `copy` holds them.
  std::string findings(const MarkedCopy& copy) const;
  std::string missing(const MarkedCopy& copy) const;
  std::string dismissed(const MarkedCopy& copy) const;

  std::size_t findings_count() const { return findings_count_; }
  std::size_t missing_count() const { return file_.findings.size() - findings_count_; }

 private:
  void add_mark(const Finding& finding, CopyMark::Kind kind, std::string number);
  std::string entry(std::size_t index, const MarkedCopy& copy) const;
  std::string reasons(const RuleInfo& rule) const;
  std::string place(std::size_t mark, const Finding& finding, const MarkedCopy& copy) const;

  const FileReport& file_;
  const Catalogue& catalogue_;
  std::string prefix_;
  std::vector<CopyMark> marks_;
  std::size_t findings_count_ = 0;  // without missing statements
};

}  // namespace caveat
