// What a rulebook knows of one rule, gathered from its tables, and the sentences that the views of
// a rule share.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rulebook/rulebook.h"

namespace caveat {

// Borrowed from the rulebook.
struct RuleFacts {
  const RuleInfo* info = nullptr;
  const Rule* rule = nullptr;  // one of these two
  const Obligation* duty = nullptr;
  std::vector<const Authority*> authorities;
  std::vector<const EvidenceSource*> sources;
  std::span<const Example> wanted, unwanted;
  std::string_view wanted_title, unwanted_title;
  std::string_view language;  // "" for all

  bool is_claim() const { return info->kind == FindingKind::Claim; }
};

RuleFacts facts_of(const RuleInfo& info, const Rulebook& rulebook);

// "asserted, quoted (error), hedged (warning); silent when negated, asked"
std::string stances_in_words(const StanceSeverities& on_stance);
// "uk: error, us: warning"; empty where the rule weighs the same everywhere.
std::string severity_in_words(const RuleInfo& rule);
// "blocks: heading, list-item; regions: footer"; empty where the rule looks everywhere.
std::string scope_in_words(const RuleFacts& facts);
// The text of an example on one line, with characters that nobody sees as <U+200B>.
std::string with_unseen_named(std::string_view text);
// What creates the duty and what settles it.
std::string duty_in_words(const Obligation& duty);

}  // namespace caveat
