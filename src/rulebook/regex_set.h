// All regexes of all rules in one RE2::Set pass; the single pattern is asked for its place only
// where the set says that it matches.
//
// In a rule's regex, an apostrophe matches ' and ’, and a space matches any run of white space
// within a block, NBSP and soft line breaks included; matching is case-insensitive unless the regex
// starts with (?-i).
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/span.h"

namespace caveat {

struct RegexMatch {
  std::uint32_t regex;  // index, in the order of add()
  ProseSpan span;
};

struct UnusableRegex {
  std::uint32_t regex;
  std::string reason;
};

class RegexSet {
 public:
  // `memory`: how many bytes RE2 may use for the whole set.
  explicit RegexSet(std::int64_t memory = std::int64_t{64} << 20);
  ~RegexSet();

  // Adds a pattern; returns its index, or RE2's message with the offending piece.
  std::expected<std::uint32_t, std::string> add(std::string_view regex);
  // Must be called once after the last add(); gives the patterns that cannot serve, for example
  // because they match the empty text. Where the set is too large for RE2 the patterns are run one
  // by one: a limit never becomes "nothing found".
  std::vector<UnusableRegex> compile();
  // All matches in `text`, by begin, then index. Thread-safe.
  std::vector<RegexMatch> matches(std::string_view text) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace caveat
