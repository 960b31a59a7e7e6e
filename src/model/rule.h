// What a report may know of a rule: its name, its reasons and its authority.
//
// How a rule matches is the business of `rulebook/`; this is what it says.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace caveat {

enum class FindingKind : std::uint8_t { Claim, Obligation, Damage, Residue, Trust };
enum class Severity : std::uint8_t { Suggestion, Warning, Error };
enum class Stance : std::uint8_t {
  Asserted,
  Hedged,
  Negated,
  Attributed,
  Quoted,
  Asked,
  Conditional,
};
inline constexpr std::size_t stance_count = 7;
enum class RuleStatus : std::uint8_t { Stable, Preview, Deprecated };

std::string_view name(FindingKind);
std::string_view name(Severity);
std::string_view name(Stance);
std::string_view name(RuleStatus);
// The value with that name, or nothing.
std::optional<FindingKind> finding_kind_named(std::string_view);
std::optional<Severity> severity_named(std::string_view);
std::optional<Stance> stance_named(std::string_view);
std::optional<RuleStatus> rule_status_named(std::string_view);

// How sure the project is of a fact: read at the source, or read in somebody's summary.
enum class Certainty : std::uint8_t { Seen, SeenSecondHand };
std::string_view name(Certainty);

// A law, code or body that speaks of a claim.
struct Authority {
  std::string id;  // "uk-cap-12-1"
  std::string name;
  std::string jurisdiction;  // "uk", "us", "au", "nz", "ca", "eu", "de", "ie", "tr", "platform"
  std::string url;
  std::string note;  // what matters in it, one or two sentences
  Certainty certainty = Certainty::Seen;
};

// A study, review or guideline.
struct EvidenceSource {
  std::string id;        // "furlan-2015"
  std::string citation;  // authors, title, place, year
  std::string finding;   // what it says, paraphrased
  std::string url;       // DOI as https://doi.org/…, or a page
  Certainty certainty = Certainty::Seen;
};

// What is known about a claim stated flatly.
struct Evidence {
  std::string verdict;  // contradicted, no-evidence, weak-mixed, supported-with-limits,
                        // not-reviewed; "" for conduct rules
  std::string note;
  std::vector<std::string> sources;  // ids of EvidenceSource
};

// Severity by stance; empty where the rule does not fire on that stance.
using StanceSeverities = std::array<std::optional<Severity>, stance_count>;

// What a rule weighs where the law or the code of one country is graver, or milder, than others.
struct JurisdictionSeverity {
  std::string jurisdiction;               // that of an authority which the rule cites
  Severity severity = Severity::Warning;  // when asserted
  StanceSeverities on_stance;
};

struct RuleInfo {
  std::string id;      // "fluids/flushes-toxins"
  std::string pack;    // "detox"
  std::string family;  // id of the claim family; of the duty or the residue row for other kinds
  FindingKind kind = FindingKind::Claim;
  // A claim about how the page sells ("the best in town"), not about health: it does not make its
  // sentence a health claim.
  bool conduct = false;
  Severity severity = Severity::Warning;  // when asserted
  StanceSeverities on_stance;
  std::vector<JurisdictionSeverity> severity_in;  // by jurisdiction; the others have the above
  RuleStatus status = RuleStatus::Stable;
  std::string message;     // one sentence; names the trouble
  std::string why;         // why it matters to the reader or the law
  std::string suggestion;  // a safer wording; for obligations a ready statement
  Evidence evidence;
  std::vector<std::string> authorities;  // ids of Authority
};

// What the rule weighs on copy that answers to these jurisdictions: the gravest of them counts.
// Where none is named, the rule's own severity does.
Severity severity_of(const RuleInfo& rule, std::span<const std::string> jurisdictions);
// The same for a claim of that stance; nothing where the rule does not fire on it.
std::optional<Severity> severity_of(const RuleInfo& rule, Stance stance,
                                    std::span<const std::string> jurisdictions);

}  // namespace caveat
