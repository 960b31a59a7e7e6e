// Statements that the page owes its readers: which are owed, which are made, which are missing.
#pragma once

#include <span>
#include <vector>

#include "audit/audit.h"
#include "audit/house_rules.h"
#include "audit/pattern_index.h"
#include "audit/segment.h"
#include "audit/structure.h"
#include "model/report.h"
#include "rulebook/rulebook.h"

namespace caveat {

struct Duties {
  std::vector<ObligationStatus> status;  // one per obligation that is owed or stated
  std::vector<Finding> missing;          // anchored at the claim that created the duty
};

// The patterns of all obligations; built or read once, shared by all threads.
struct DutyIndex {
  explicit DutyIndex(const Rulebook& rulebook) : patterns(rulebook) {}
  void build(const Rulebook& rulebook);
  template <class Archive, class Self>
  static void describe(Archive& archive, Self& self) {
    archive(self.parts, self.patterns);
  }

  enum class Role : std::uint32_t { Statement, First, Then, Cause, NoCause };
  struct Part {
    std::uint32_t duty;  // index into Rulebook::obligations
    Role role;
    std::uint32_t parts;  // First, Then: index into its satisfied_in_parts
    bool states() const { return role != Role::Cause && role != Role::NoCause; }
  };
  Flat<Part> parts;
  PatternIndex patterns;  // owner: index into `parts`

 private:
  void add(const PatternList& of, Part part);
};

// Reads sentence by sentence what the page states and what creates a duty. Statements are
// recognised whether owed or not.
class DutyReader {
 public:
  DutyReader(const Document& document, const Segmented& text,
             std::span<const BlockContext> contexts, const Rulebook& rulebook,
             const DutyIndex& index, const AuditOptions& options);

  void read(std::uint32_t sentence, const Passage& passage);
  // Statements in the house's own words.
  void accept(std::span<const HouseStatement> statements);
  // `claims`: the findings so far, in order of their prose.
  Duties finish(std::span<const Finding> claims) const;

 private:
  struct Place {
    ShortProseSpan prose;
    std::uint32_t sentence;
  };
  using Places = std::vector<Place>;  // in order of the sentences
  struct Notes {                      // of one obligation
    Places statements, causes;
    Places no_cause;                  // sentences that create no duty
    std::vector<Places> first, then;  // by statement in parts
    bool settled = false;             // one statement is enough: the house says so
  };
  Places& places_of(const DutyIndex::Part& part);
  void read(const PatternIndex::Entry& entry, std::uint32_t sentence, const Passage& passage);
  bool spoiled(std::uint32_t duty, const PatternMatch& match, const Passage& passage);
  Places statements(const Obligation& obligation, const Notes& notes) const;
  void put_together(const StatementInParts& rule, const Places& first, const Places& then,
                    Places& statements) const;
  bool same_section(const Place& opening, const Place& later) const;
  bool is_cause(const Notes& notes, ProseSpan prose) const;
  std::uint32_t sentence_at(std::size_t prose) const;
  void judge(const Obligation& obligation, const Notes& notes, std::span<const Finding> claims,
             Duties& duties) const;
  const Place* best_statement(const Obligation& obligation, const Places& statements,
                              std::span<const ShortProseSpan> causes) const;
  std::uint32_t section_of(std::size_t prose) const;
  Finding missing(const Obligation& obligation, ProseSpan cause) const;

  const Document& document_;
  const Segmented& text_;
  std::span<const BlockContext> contexts_;
  const Rulebook& rulebook_;
  const DutyIndex& index_;
  Profile* profile_;
  Matcher matcher_;
  PatternIndex::Candidates found_;  // the last answer of the index
  std::vector<char> applies_;       // by obligation
  std::vector<Notes> notes_;
  // What spoils the statements of a duty in a passage: the last ones asked about.
  std::vector<TokenRange> spoilers_;
  std::uint32_t spoiled_duty_ = 0;
  std::uint64_t spoiled_turn_ = 0;  // of the passage; none has turn 0
};

}  // namespace caveat
