#include "cli/cached_report.h"

#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <utility>
#include <vector>

#include "rulebook/archive.h"

namespace caveat {

// What is kept of each type, but for rules: these are told by number, apart. `Self` is const for a
// writer.
template <class Self, class T>
concept KeptAs = std::same_as<std::remove_const_t<Self>, T>;

template <class Archive, KeptAs<Cue> Self>
void describe(Archive& archive, Self& self) {
  archive(self.text, self.source);
}
template <class Archive, KeptAs<Fix> Self>
void describe(Archive& archive, Self& self) {
  archive(self.source, self.replacement, self.text, self.certain, self.refusal);
}
template <class Archive, KeptAs<Finding> Self>
void describe(Archive& archive, Self& self) {
  archive(self.severity, self.stance, self.cues, self.prose, self.source, self.sentence,
          self.start.line, self.start.column, self.stop.line, self.stop.column, self.text,
          self.detail, self.block, self.fixes, self.fingerprint);
}
template <class Archive, KeptAs<Dismissal> Self>
void describe(Archive& archive, Self& self) {
  archive(self.finding, self.reason, self.detail);
}
template <class Archive, KeptAs<ObligationStatus> Self>
void describe(Archive& archive, Self& self) {
  archive(self.owed, self.satisfied, self.statement, self.cause);
}
template <class Archive, KeptAs<SentenceClass> Self>
void describe(Archive& archive, Self& self) {
  archive(self.prose, self.source, self.label, self.stance, self.family, self.block, self.several,
          self.matched);
}
template <class Archive, KeptAs<Coverage> Self>
void describe(Archive& archive, Self& self) {
  archive(self.bytes, self.audited, self.skipped, self.note);
}
template <class Archive, KeptAs<FileReport> Self>
void describe(Archive& archive, Self& self) {
  archive(self.document.format, self.document.encoding, self.document.language, self.findings,
          self.dismissed, self.obligations, self.sentences, self.coverage, self.verdict,
          self.score);
}

// Calls `visit(rule)` for the rule of each finding, dismissal and obligation.
template <class Report, class Visit>
static void each_rule(Report& report, Visit visit) {
  for (auto& finding : report.findings) visit(finding.rule);
  for (auto& dismissal : report.dismissed) visit(dismissal.finding.rule);
  for (auto& obligation : report.obligations) visit(obligation.rule);
}

std::string bytes_of(const FileReport& report, const Rulebook& rulebook) {
  std::vector<std::uint32_t> rules;  // index into Rulebook::all
  each_rule(report, [&](const RuleInfo* rule) {
    const auto place =
        std::ranges::lower_bound(rulebook.all, std::string_view(rule->id), {},
                                 [](const RuleInfo* each) { return std::string_view(each->id); });
    rules.push_back(static_cast<std::uint32_t>(place - rulebook.all.begin()));
  });
  ArchiveWriter writer;
  writer(report, rules);
  return writer.take();
}

std::optional<FileReport> report_of(std::string_view bytes, const Rulebook& rulebook) {
  try {
    FileReport report;
    std::vector<std::uint32_t> rules;
    ArchiveReader reader(bytes);
    reader(report, rules);
    std::size_t next = 0;
    each_rule(report, [&](const RuleInfo*& rule) { rule = rulebook.all.at(rules.at(next++)); });
    if (!reader.at_end() || next != rules.size()) return std::nullopt;
    return report;
  } catch (const std::out_of_range&) {
    return std::nullopt;
  }
}

}  // namespace caveat
