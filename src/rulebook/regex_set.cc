#include "rulebook/regex_set.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <deque>
#include <mutex>
#include <tuple>
#include <utility>

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
struct SingleRegex {
  explicit SingleRegex(std::string regex) : text(std::move(regex)) {}

  const RE2& get() const {
    std::call_once(once, [this] { compiled = std::make_unique<RE2>(text, options()); });
    return *compiled;
  }

  std::string text;  // as RE2 reads it
  mutable std::once_flag once;
  mutable std::unique_ptr<const RE2> compiled;
};

// All places, from left to right and not overlapping. Empty matches are no places.
void append_matches(const SingleRegex& single, std::uint32_t index, std::string_view text,
                    std::vector<RegexMatch>& matches) {
  const RE2& regex = single.get();
  if (!regex.ok()) {  // too large alone, but the set found it: somewhere in the text
    matches.push_back({index, {0, text.size()}});
    return;
  }
  re2::StringPiece found;
  for (std::size_t from = 0; from < text.size();) {
    if (!regex.Match(piece_of(text), from, text.size(), RE2::UNANCHORED, &found, 1)) return;
    const auto begin = static_cast<std::size_t>(found.data() - text.data());
    if (!found.empty()) matches.push_back({index, {begin, begin + found.size()}});
    from = begin + std::max<std::size_t>(found.size(), 1);
  }
}

}  // namespace

struct RegexSet::State {
  explicit State(std::int64_t memory) : set(options(memory), RE2::UNANCHORED) {}

  // Holds every regex without its tail, which does not change whether it matches.
  RE2::Set set;
  std::deque<SingleRegex> regexes;
  bool whole = true;  // the set holds every regex and was compiled
};

RegexSet::RegexSet(std::int64_t memory) : state_(std::make_unique<State>(memory)) {}
RegexSet::~RegexSet() = default;

std::expected<std::uint32_t, std::string> RegexSet::add(std::string_view regex) {
  const std::string wide = widened(regex);
  if (const std::string error = complaint(wide); !error.empty()) {
    // The author should read of the regex as written.
    const std::string as_written = complaint(regex);
    return std::unexpected(as_written.empty() ? error : as_written);
  }
  if (state_->set.Add(without_tail(wide), nullptr) < 0) state_->whole = false;
  state_->regexes.emplace_back(wide);
  return static_cast<std::uint32_t>(state_->regexes.size() - 1);
}

std::vector<UnusableRegex> RegexSet::compile() {
  std::vector<UnusableRegex> unusable;
  state_->whole = state_->whole && !state_->regexes.empty() && state_->set.Compile();
  std::vector<int> empty;
  if (state_->whole) state_->set.Match("", &empty);
  for (std::size_t i = 0; i < state_->regexes.size() && !state_->whole; ++i) {
    const RE2& regex = state_->regexes[i].get();
    if (!regex.ok()) unusable.push_back({static_cast<std::uint32_t>(i), regex.error()});
    if (regex.ok() && RE2::PartialMatch("", regex)) empty.push_back(static_cast<int>(i));
  }
  for (const int index : empty) {
    unusable.push_back({static_cast<std::uint32_t>(index), "it matches the empty text"});
  }
  return unusable;
}

std::vector<RegexMatch> RegexSet::matches(std::string_view text) const {
  std::vector<RegexMatch> matches;
  if (state_->regexes.empty()) return matches;
  std::vector<int> candidates;
  RE2::Set::ErrorInfo error{RE2::Set::kNoError};
  const bool any = state_->whole && state_->set.Match(piece_of(text), &candidates, &error);
  if (!state_->whole || (!any && error.kind != RE2::Set::kNoError)) {
    candidates.clear();
    for (std::size_t i = 0; i < state_->regexes.size(); ++i) {
      candidates.push_back(static_cast<int>(i));
    }
  }
  for (const int index : candidates) {
    append_matches(state_->regexes[static_cast<std::size_t>(index)],
                   static_cast<std::uint32_t>(index), text, matches);
  }
  std::ranges::sort(matches, {}, [](const RegexMatch& match) {
    return std::tuple(match.span.begin, match.regex, match.span.end);
  });
  return matches;
}

}  // namespace caveat
