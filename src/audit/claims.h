// Runs the rules of a rulebook over the sentences of a document.
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "audit/audit.h"
#include "audit/pattern_index.h"
#include "audit/segment.h"
#include "audit/structure.h"
#include "model/report.h"
#include "rulebook/rulebook.h"

namespace caveat {

struct Claims {
  std::vector<Finding> findings;
  std::vector<Dismissal> dismissed;
  std::size_t more_dismissed = 0;  // where details are not asked for
};

// The indexes of a rulebook that a claim reader uses; built or read once, shared by all threads.
struct ClaimIndexes {
  explicit ClaimIndexes(const Rulebook& rulebook);
  void build(const Rulebook& rulebook);
  template <class Archive, class Self>
  static void describe(Archive& archive, Self& self) {
    archive(self.rules, self.exceptions, self.cues, self.sections, self.headings, self.items);
  }

  PatternIndex rules;       // owner: index into Rulebook::rules
  PatternIndex exceptions;  // owner: the same
  PatternIndex cues;        // owner: index into Rulebook::cues
  // Owner: index into Rulebook::sections.
  PatternIndex sections;  // those that a sentence opens for itself
  PatternIndex headings;  // those that a heading or a lead-in opens
  PatternIndex items;     // those that tell what kind of list an item stands in
};

// Everything that the token patterns and regexes of the rules match, each as a finding or a
// dismissal.
class ClaimReader {
 public:
  ClaimReader(const Document& document, const Segmented& text,
              std::span<const BlockContext> contexts, const Rulebook& rulebook,
              const ClaimIndexes& indexes, const AuditOptions& options);
  ~ClaimReader();

  // `passage` holds the sentence and its lead-in.
  void read(const Sentence& sentence, const Passage& passage);
  // Runs the regexes and hands over what was found.
  Claims finish();

 private:
  class Work;
  std::unique_ptr<Work> work_;
};

// Whether a rule of `rule_language` speaks of a document in `document_language`.
bool speaks(std::string_view rule_language, std::string_view document_language);

}  // namespace caveat
