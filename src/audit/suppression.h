// Instructions in the source that silence rules, each for a stretch of it and with a reason.
//
//   caveat-ignore RULE[, RULE]… [until YYYY-MM-DD] [owner NAME]: reason
//
// in a comment speaks for the block in which it stands or behind which it ends, or else for the
// next block (a list or table as a whole where it stands before one); `caveat-ignore-next-line` for
// the next line, `caveat-ignore-begin` up to `caveat-ignore-end`, `caveat-ignore-file` for the
// document. RULE is an id, or `pack/*`. What is malformed or expired silences nothing.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "audit/checks.h"
#include "model/report.h"

namespace caveat {

struct Suppression {
  struct Named {
    std::string rule;   // an id, or "pack/*"
    bool used = false;  // it silenced something
  };
  SourceSpan source;  // the comment
  SourceSpan scope;   // findings that begin in it are silenced
  std::vector<Named> rules;
  std::string reason, owner;
  std::optional<std::chrono::year_month_day> until;  // the last day on which it counts
  bool expired = false;
  std::string mistake;  // what is malformed in it, one sentence; empty where nothing is
};

// In source order.
std::vector<Suppression> read_suppressions(const Document& document,
                                           std::chrono::year_month_day as_of);

// Moves what is silenced from `findings` to `dismissed`, and notes which instructions were used.
void apply(std::vector<Suppression>& suppressions, const Document& document,
           std::vector<Finding>& findings, std::vector<Dismissal>& dismissed);

// Checks of the instructions themselves.
std::vector<Trouble> find_malformed_suppressions(const CheckInput& input);
std::vector<Trouble> find_unknown_suppressed_rules(const CheckInput& input);
std::vector<Trouble> find_expired_suppressions(const CheckInput& input);
std::vector<Trouble> find_unused_suppressions(const CheckInput& input);

}  // namespace caveat
