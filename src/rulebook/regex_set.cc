#include "rulebook/regex_set.h"

#include <fmt/format.h>
#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <deque>
#include <mutex>
#include <tuple>
#include <utility>

#include "rulebook/regex_literals.h"
#include "rulebook/regex_text.h"

namespace caveat {
namespace {

RE2::Options options() {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_never_capture(true);
  return options;
}

RE2::Options options(std::int64_t memory) {
  RE2::Options limited = options();
  limited.set_max_mem(memory);
  return limited;
}

re2::StringPiece piece_of(std::string_view text) { return {text.data(), text.size()}; }

// RE2's complaint about the regex; empty where it is well-formed. A set of one is not compiled,
// which a single RE2 would be.
std::string complaint(std::string_view regex) {
  std::string error;
  RE2::Set(options(), RE2::UNANCHORED).Add(piece_of(regex), &error);
  return error;
}

// A regex that is compiled when it is first asked for its place: most never are.
class SingleRegex {
 public:
  const RE2& get(const std::string& regex) const {
    std::call_once(once_, [&] { compiled_ = std::make_unique<RE2>(regex, options()); });
    return *compiled_;
  }

 private:
  mutable std::once_flag once_;
  mutable std::unique_ptr<const RE2> compiled_;
};

// All places within the block, from left to right and not overlapping. Empty matches are no places.
void append_matches(const RE2& regex, std::uint32_t index, std::string_view text, ProseSpan block,
                    std::vector<RegexMatch>& matches) {
  if (!regex.ok()) {  // too large alone, but the set found it: somewhere in the block
    matches.push_back({index, block});
    return;
  }
  re2::StringPiece found;
  for (std::size_t from = block.begin; from < block.end;) {
    if (!regex.Match(piece_of(text), from, block.end, RE2::UNANCHORED, &found, 1)) return;
    const auto begin = static_cast<std::size_t>(found.data() - text.data());
    if (!found.empty()) matches.push_back({index, {begin, begin + found.size()}});
    from = begin + std::max<std::size_t>(found.size(), 1);
  }
}

}  // namespace

struct RegexSet::State {
  explicit State(std::int64_t limit) : memory(limit) {}

  const RE2& single(std::uint32_t index) const { return singles[index].get(table.regexes[index]); }
  // Those of `without_literals` that match somewhere in the text.
  std::vector<std::uint32_t> shared_candidates(std::string_view text) const;

  std::int64_t memory;
  RegexTable table;
  std::vector<LiteralScanner::Literal> literals;  // until compile()
  std::deque<SingleRegex> singles;
  // Holds `without_literals`, without their tails, which do not change whether they match. Null
  // where it is too large.
  mutable std::once_flag shared_once;
  mutable std::unique_ptr<RE2::Set> shared;
};

std::vector<std::uint32_t> RegexSet::State::shared_candidates(std::string_view text) const {
  if (table.without_literals.empty()) return {};
  std::call_once(shared_once, [this] {
    auto set = std::make_unique<RE2::Set>(options(memory), RE2::UNANCHORED);
    for (const std::uint32_t index : table.without_literals) {
      if (set->Add(without_tail(table.regexes[index]), nullptr) < 0) return;
    }
    if (set->Compile()) shared = std::move(set);
  });
  std::vector<int> found;
  RE2::Set::ErrorInfo error{RE2::Set::kNoError};
  const bool any = shared != nullptr && shared->Match(piece_of(text), &found, &error);
  if (shared == nullptr || (!any && error.kind != RE2::Set::kNoError)) {
    return table.without_literals;
  }
  std::vector<std::uint32_t> candidates;
  for (const int index : found) {
    candidates.push_back(table.without_literals[static_cast<std::size_t>(index)]);
  }
  return candidates;
}

RegexSet::RegexSet(std::int64_t memory) : state_(std::make_unique<State>(memory)) {}

RegexSet::RegexSet(RegexTable table) : RegexSet() {
  state_->singles.resize(table.regexes.size());
  state_->table = std::move(table);
}

RegexSet::~RegexSet() = default;

std::expected<std::uint32_t, std::string> RegexSet::add(std::string_view regex) {
  // Parentheses are followed as deep as they nest, and alternatives held against each other.
  constexpr std::size_t longest = 4096;
  if (regex.size() > longest) {
    return std::unexpected(fmt::format("it has {} bytes; it may have {}", regex.size(), longest));
  }
  const std::string wide = widened(regex);
  if (const std::string error = complaint(wide); !error.empty()) {
    // The author should read of the regex as written.
    const std::string as_written = complaint(regex);
    return std::unexpected(as_written.empty() ? error : as_written);
  }
  RegexTable& table = state_->table;
  const auto index = static_cast<std::uint32_t>(table.regexes.size());
  table.regexes.push_back(wide);
  state_->singles.emplace_back();
  std::vector<PlacedLiteral> literals = needed_literals(regex);
  if (literals.empty()) table.without_literals.push_back(index);
  for (PlacedLiteral& literal : literals) state_->literals.push_back({std::move(literal), index});
  return index;
}

std::vector<UnusableRegex> RegexSet::compile() {
  state_->table.scanner = LiteralScanner(state_->literals);
  state_->literals.clear();
  std::vector<UnusableRegex> unusable;
  for (std::uint32_t i = 0; i < state_->table.regexes.size(); ++i) {
    const RE2& regex = state_->single(i);
    if (!regex.ok()) {
      unusable.push_back({i, regex.error()});
    } else if (RE2::PartialMatch("", regex)) {
      unusable.push_back({i, "it matches the empty text"});
    }
  }
  return unusable;
}

std::vector<RegexMatch> RegexSet::matches(std::string_view text,
                                          std::span<const ProseSpan> blocks) const {
  std::vector<RegexMatch> matches;
  // By regex: one more than the last block for which it was run.
  std::vector<std::size_t> done(state_->table.regexes.size(), 0);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    state_->table.scanner.scan(slice(text, blocks[i]), [&](std::uint32_t index) {
      if (done[index] == i + 1) return;
      done[index] = i + 1;
      append_matches(state_->single(index), index, text, blocks[i], matches);
    });
  }
  if (blocks.empty()) return matches;
  const std::string_view all = slice(text, blocks.front().hull(blocks.back()));
  for (const std::uint32_t index : state_->shared_candidates(all)) {
    for (const ProseSpan block : blocks) {
      append_matches(state_->single(index), index, text, block, matches);
    }
  }
  std::ranges::sort(matches, {}, [](const RegexMatch& match) {
    return std::tuple(match.span.begin, match.regex, match.span.end);
  });
  return matches;
}

const RegexTable& RegexSet::table() const { return state_->table; }

}  // namespace caveat
