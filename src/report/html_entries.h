// The entries of an HTML report: findings, missing statements, dismissals, each with its reasons.
#pragma once

#include <string>
#include <vector>

#include "report/catalogue.h"
#include "report/html_copy.h"
#include "report/rule_groups.h"

namespace caveat {

// The marks of one document in its copy (first the findings, then what was dismissed), and the
// entries that speak of them. What one rule found in several places is one entry: the reason and
// the remedy are read once. The gravest entry comes first, then the one with the most places.
class HtmlEntries {
 public:
  // `prefix` stands before every id, so that several documents fit on one page.
  HtmlEntries(const FileReport& file, const Catalogue& catalogue, std::string prefix);

  const std::vector<CopyMark>& marks() const { return marks_; }

  // List items. Places in the copy are links where `copy` holds them.
  std::string findings(const MarkedCopy& copy) const;
  std::string missing(const MarkedCopy& copy) const;
  std::string dismissed(const MarkedCopy& copy) const;

  // Where to begin: links to the gravest entries, as list items. Empty where there are so few that
  // the list itself says it.
  std::string first() const;
  // The statements that are missing, to paste all at once.
  std::string missing_texts() const;

  std::size_t findings_count() const { return findings_count_; }
  std::size_t missing_count() const { return file_.findings.size() - findings_count_; }

 private:
  void add_mark(const Finding& finding, CopyMark::Kind kind, std::string number);
  std::string entry(const RuleGroup& group, const MarkedCopy& copy) const;
  std::string duty(std::size_t index, const MarkedCopy& copy) const;
  std::string places(const RuleGroup& group, const MarkedCopy& copy) const;
  std::string place(std::size_t index, const MarkedCopy& copy) const;
  std::string place_link(std::size_t mark, std::string_view words, const MarkedCopy& copy) const;

  const FileReport& file_;
  const Catalogue& catalogue_;
  std::string prefix_;
  std::vector<CopyMark> marks_;
  std::vector<RuleGroup> groups_;   // without missing statements
  RuleGroup duties_;                // those, the gravest first
  std::size_t findings_count_ = 0;  // without missing statements
};

}  // namespace caveat
