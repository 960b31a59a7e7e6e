// All regexes of all rules: one pass finds the blocks that hold a literal which a regex cannot do
// without; only there is the regex run. Regexes without such literals share one RE2::Set.
//
// In a rule's regex, an apostrophe matches ' and ’, and a space matches any run of white space
// within a block, NBSP and soft line breaks included; matching is case-insensitive unless the regex
// starts with (?-i). No match reaches from one block into another.
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/span.h"
#include "rulebook/literal_scanner.h"

namespace caveat {

struct RegexMatch {
  std::uint32_t regex;  // index, in the order of add()
  ProseSpan span;
};

struct UnusableRegex {
  std::uint32_t regex;
  std::string reason;
};

// What a set is made of, as a compiled rulebook keeps it.
struct RegexTable {
  std::vector<std::string> regexes;             // as RE2 reads them
  LiteralScanner scanner;                       // owner: index into `regexes`
  std::vector<std::uint32_t> without_literals;  // indices, ascending
};

class RegexSet {
 public:
  // `memory`: how many bytes RE2 may use for those that share a set.
  explicit RegexSet(std::int64_t memory = std::int64_t{64} << 20);
  // The set that table() described.
  explicit RegexSet(RegexTable table);
  ~RegexSet();

  // Adds a pattern; returns its index, or RE2's message with the offending piece.
  std::expected<std::uint32_t, std::string> add(std::string_view regex);
  // Must be called once after the last add(); gives the patterns that cannot serve, for example
  // because they match the empty text.
  std::vector<UnusableRegex> compile();
  // All matches in the blocks of `text` (in order, not overlapping), by begin, then index. Where
  // the shared set is too large for RE2, its patterns are run one by one: a limit never becomes
  // "nothing found". Thread-safe.
  std::vector<RegexMatch> matches(std::string_view text, std::span<const ProseSpan> blocks) const;

  const RegexTable& table() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace caveat
