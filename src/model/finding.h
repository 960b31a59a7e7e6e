// A place in the copy of which the report speaks.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/document.h"
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

struct Finding {
  const RuleInfo* rule = nullptr;  // never null; lives as long as the Rulebook
  Severity severity = Severity::Warning;
  Stance stance = Stance::Asserted;  // claims only
  std::vector<Cue> cues;             // what decided the stance; empty for asserted claims
  ProseSpan prose;                   // the words flagged
  SourceSpan source;                 // the same in the original bytes
  SourceSpan sentence;               // the sentence that holds them
  LineColumn start;
  LineColumn stop;     // of the position one past the last byte
  std::string text;    // the source bytes, as UTF-8
  std::string detail;  // a second sentence for this place: the statement owed, the damage met
  BlockKind block = BlockKind::Paragraph;
  std::vector<Fix> fixes;   // at most one
  std::string fingerprint;  // 16 hex digits, stable under edits elsewhere; equal where
                            // rule, words and sentence are
};

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

}  // namespace caveat
