// What an audit of one document and of a whole run says.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/finding.h"
#include "model/problem.h"

namespace caveat {

enum class Verdict : std::uint8_t { Pass, Review, Block };
std::string_view name(Verdict);

// A statement that the page owes its readers, or makes without owing it.
struct ObligationStatus {
  const RuleInfo* rule = nullptr;
  bool owed = false;
  bool satisfied = false;
  SourceSpan statement;  // what satisfies it; empty where nothing does
  SourceSpan cause;      // the claim that created the duty; empty where not owed
};

struct Coverage {
  std::size_t bytes = 0;                       // of the source
  std::size_t audited = 0;                     // that became prose
  std::map<std::string, std::size_t> skipped;  // bytes by reason
  std::string note;  // set where a whole document was read but not judged (its language)
};

// One class per sentence: what `caveat score` compares with labels.
struct SentenceClass {
  enum class Label : std::uint8_t { None, Claim, Hedged };
  ShortProseSpan prose;
  ShortSourceSpan source;
  Label label = Label::None;
  Stance stance = Stance::Asserted;
  std::string_view family;  // that of a rule; empty for None
  BlockKind block = BlockKind::Paragraph;
  bool several = false;  // Claim: claims of more than one family
  bool matched = false;  // None: a claim rule met something that is no claim here
};

struct FileReport {
  Document document;
  std::vector<Finding> findings;     // in source order
  std::vector<Dismissal> dismissed;  // in source order
  std::size_t more_dismissed = 0;    // further ones, which nobody asked to see
  std::vector<ObligationStatus> obligations;
  std::vector<SentenceClass> sentences;
  Coverage coverage;
  Verdict verdict = Verdict::Pass;
  int score = 0;  // 0 (no risk) to 100; the formula stands in audit/verdict.h
};

struct Summary {
  std::size_t documents = 0, findings = 0, errors = 0, warnings = 0, suggestions = 0, dismissed = 0;
  std::size_t suppressed = 0, baselined = 0, unchanged = 0;  // of the dismissed
  std::size_t pass = 0, review = 0, block = 0;
};

struct PackInfo {
  std::string name, version;
};

// A finding of the baseline that is no longer there.
struct FixedFinding {
  std::string path, rule, text;
};

// How a run compares with its baseline.
struct BaselineUse {
  std::string path;
  std::size_t known = 0;            // findings that it holds and that are still there
  std::vector<FixedFinding> fixed;  // in the order of the file
};

// A finished run. `rules`, `authorities` and `evidence` are borrowed from the Rulebook.
struct Report {
  std::string tool_version;
  std::vector<PackInfo> packs;
  const std::vector<Authority>* authorities = nullptr;
  const std::vector<EvidenceSource>* evidence = nullptr;
  const std::vector<const RuleInfo*>* rules = nullptr;
  bool measured = false;              // by the rules whose confidence is known (model/confidence.h)
  std::vector<FileReport> documents;  // in the order of the arguments, folders sorted by path
  std::vector<Problem> problems;
  std::optional<BaselineUse> baseline = std::nullopt;  // where the run has one
};

Summary summarise(const Report& report);

}  // namespace caveat
