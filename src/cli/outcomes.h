// What an audit says of each labelled unit of a document.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/labelled_verdict.h"
#include "cli/labels.h"
#include "model/report.h"

namespace caveat {

struct UnitOutcome {
  const LabelledUnit* unit = nullptr;
  std::optional<ProseSpan> prose;  // where the unit stands; none where it was not found
  std::size_t line = 0;            // in the document; 0 where it was not found
  Label predicted = Label::None;
  std::optional<Stance> stance;            // none for Label::None
  BlockKind block = BlockKind::Paragraph;  // of what was found
  bool matched = false;                    // as SentenceClass::matched
  std::vector<std::string> families;       // of what was found, sorted, each once
  std::vector<std::string> rules;          // the same
};

struct DocumentOutcome {
  std::string path;
  const LabelledPage* expected = nullptr;  // null where the page has no labels of its own
  LabelledPage predicted;
  VerdictRange deserved;  // by the labels
  // Of the findings that labels speak of: how a page sells has none.
  Verdict verdict = Verdict::Pass;
  std::vector<UnitOutcome> units;
};

// The places of `units` in `prose`, each behind the one before where that is possible; runs of
// white space count as one blank.
std::vector<std::optional<ProseSpan>> locate(const std::vector<LabelledUnit>& units,
                                             std::string_view prose);

// A claim finding that asserts or quotes makes a unit a claim; a finding or a dismissal with
// another stance makes it hedged.
DocumentOutcome compare(const Labels& labels, const FileReport& report,
                        const FamilySeverities& severities);

}  // namespace caveat
