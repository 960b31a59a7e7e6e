#include "cli/cached_report.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <stdexcept>
#include <utility>
#include <vector>

#include "rulebook/archive.h"

namespace caveat {

// What is kept of each type, but for rules and families, which are told by the number of a rule,
// and the words of findings: these are kept apart. `Self` is const for a writer.
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
template <class Archive, class Self, class Container>
void describe_rare(Archive& archive, Self& self, Container held) {
  if constexpr (std::is_const_v<Self>) {
    archive(self.get());
  } else {
    archive(held);
    self = std::move(held);
  }
}
template <class Archive, KeptAs<Rare<std::string>> Self>
void describe(Archive& archive, Self& self) {
  describe_rare(archive, self, std::string());
}
template <class Archive, KeptAs<Rare<std::vector<Cue>>> Self>
void describe(Archive& archive, Self& self) {
  describe_rare(archive, self, std::vector<Cue>());
}
template <class Archive, KeptAs<Rare<std::vector<Fix>>> Self>
void describe(Archive& archive, Self& self) {
  describe_rare(archive, self, std::vector<Fix>());
}
template <class Archive, KeptAs<Finding> Self>
void describe(Archive& archive, Self& self) {
  archive(self.severity, self.stance, self.cues, self.prose, self.source, self.sentence,
          self.start.line, self.start.column, self.stop.line, self.stop.column, self.detail,
          self.block, self.fixes, self.fingerprint);
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
  archive(self.prose, self.source, self.label, self.stance, self.block, self.several, self.matched);
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

namespace {

// Calls `visit(finding)` for all of them, be they dismissed.
template <class Report, class Visit>
void each_finding(Report& report, Visit visit) {
  for (auto& finding : report.findings) visit(finding);
  for (auto& dismissal : report.dismissed) visit(dismissal.finding);
}

constexpr std::uint32_t no_rule = ~std::uint32_t{0};

// What a report borrows from the rulebook and the document.
struct Borrowed {
  template <class Archive, class Self>
  static void describe(Archive& archive, Self& self) {
    archive(self.rules, self.families, self.texts);
  }

  std::vector<std::uint32_t> rules;     // of findings and obligations: index into Rulebook::all
  std::vector<std::uint32_t> families;  // by sentence: a rule of that family, or none
  std::vector<std::string> texts;       // of findings
};

}  // namespace

std::string bytes_of(const FileReport& report, const Rulebook& rulebook) {
  Borrowed borrowed;
  const auto keep_rule = [&](const RuleInfo* rule) {
    const auto place =
        std::ranges::lower_bound(rulebook.all, std::string_view(rule->id), {},
                                 [](const RuleInfo* each) { return std::string_view(each->id); });
    borrowed.rules.push_back(static_cast<std::uint32_t>(place - rulebook.all.begin()));
  };
  each_finding(report, [&](const Finding& finding) {
    keep_rule(finding.rule);
    borrowed.texts.emplace_back(words_of(finding, report.document));
  });
  for (const ObligationStatus& status : report.obligations) keep_rule(status.rule);
  std::map<std::string_view, std::uint32_t> by_family{{"", no_rule}};
  for (std::uint32_t i = 0; i < rulebook.all.size(); ++i) {
    by_family.emplace(rulebook.all[i]->family, i);
  }
  for (const SentenceClass& sentence : report.sentences) {
    borrowed.families.push_back(by_family.at(sentence.family));
  }
  ArchiveWriter writer;
  writer(report, borrowed);
  return writer.take();
}

std::optional<FileReport> report_of(std::string_view bytes, const Rulebook& rulebook) {
  try {
    FileReport report;
    Borrowed borrowed;
    ArchiveReader reader(bytes);
    reader(report, borrowed);
    std::size_t next = 0;
    each_finding(report, [&](Finding& finding) {
      finding.kept_text = std::move(borrowed.texts.at(next));
      finding.rule = rulebook.all.at(borrowed.rules.at(next++));
    });
    const bool same_findings = next == borrowed.texts.size();
    for (ObligationStatus& status : report.obligations) {
      status.rule = rulebook.all.at(borrowed.rules.at(next++));
    }
    if (!same_findings || next != borrowed.rules.size()) return std::nullopt;
    if (report.sentences.size() != borrowed.families.size()) return std::nullopt;
    for (std::size_t i = 0; i < report.sentences.size(); ++i) {
      const std::uint32_t rule = borrowed.families[i];
      if (rule != no_rule) report.sentences[i].family = rulebook.all.at(rule)->family;
    }
    if (!reader.at_end()) return std::nullopt;
    return report;
  } catch (const std::out_of_range&) {
    return std::nullopt;
  }
}

}  // namespace caveat
