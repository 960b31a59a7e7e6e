// A place in the copy of which the report speaks.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/document.h"
#include "model/rare.h"
#include "model/rule.h"
#include "model/span.h"

namespace caveat {

// The words that decided a stance.
struct Cue {
  std::string text;
  SourceSpan source;
};

// A replacement of source bytes that repairs what was found.
struct Fix {
  SourceSpan source;
  std::string replacement;  // bytes in the document's encoding
  std::string text;         // what a reader then reads in the place of the finding's prose
  bool certain = true;      // otherwise probable: for a person to accept
  std::string refusal;      // why it cannot be written into this document; empty: it can
};

// Long documents have a million of them: a finding points into the document and keeps what hardly
// any has aside.
struct Finding {
  const RuleInfo* rule = nullptr;  // never null; lives as long as the Rulebook
  Severity severity = Severity::Warning;
  Stance stance = Stance::Asserted;  // claims only
  BlockKind block = BlockKind::Paragraph;
  ShortProseSpan prose;      // the words flagged
  ShortSourceSpan source;    // the same in the original bytes
  ShortSourceSpan sentence;  // the sentence that holds them
  LineColumn start;
  LineColumn stop;                // of the position one past the last byte
  std::uint64_t fingerprint = 0;  // stable under edits elsewhere; equal where rule, words and
                                  // sentence are
  Rare<std::vector<Cue>> cues;    // what decided the stance; empty for asserted claims
  Rare<std::string> detail;  // a second sentence for this place: the statement owed, the damage met
  Rare<std::vector<Fix>> fixes;  // at most one
  Rare<std::string> kept_text;   // words_of(), where the document's text was given away
};

// The words flagged, as UTF-8: the source's, or where that is written otherwise the prose's.
std::string_view words_of(const Finding& finding, const Document& document);
// As reports write it: 16 hex digits.
std::string fingerprint_of(const Finding& finding);

// A match that is not reported, and why.
enum class DismissalReason : std::uint8_t {
  Stance,      // negated, asked …: the rule does not fire on it
  Excepted,    // an exception of the rule
  Covered,     // another finding says the same of the same words
  Suppressed,  // by a comment or the front matter of the source
  OtherAgent,  // the sentence speaks of a drug, a doctor, exercise …
  Scope,       // the section is about contraindications, myths …, or the block kind is left out
  Configured,  // the configuration turned the rule off, or allows the words
  Baselined,   // known before: the baseline holds it
  Unchanged,   // stands on lines that did not change
};
std::string_view name(DismissalReason);

struct Dismissal {
  Finding finding;
  DismissalReason reason = DismissalReason::Stance;
  std::string detail;  // the words or the rule that decided
};

// Moves the findings for which `reason_against(finding)` tells a reason, and its detail, to those
// dismissed. In place: a second list of them would be the most that an audit ever holds.
template <class ReasonAgainst>
void dismiss_where(std::vector<Finding>& findings, std::vector<Dismissal>& dismissed,
                   ReasonAgainst reason_against) {
  auto kept = findings.begin();
  for (Finding& finding : findings) {
    std::optional<std::pair<DismissalReason, std::string>> reason = reason_against(finding);
    if (reason) {
      dismissed.push_back({std::move(finding), reason->first, std::move(reason->second)});
    } else {
      if (&*kept != &finding) *kept = std::move(finding);
      ++kept;
    }
  }
  findings.erase(kept, findings.end());
}

}  // namespace caveat
