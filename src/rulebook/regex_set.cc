#include "rulebook/regex_set.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

namespace caveat {
namespace {

// What separates words in the prose, as the inside of a character class: \s, NBSP, the spaces of
// typesetters, the line and paragraph separators.
constexpr std::string_view blanks =
    R"(\s\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000})";

// The regex with apostrophes and spaces widened, as regex_set.h promises. Escapes and \Q…\E stay.
std::string widened(std::string_view regex) {
  std::string wide = regex.starts_with("(?-i)") ? "" : "(?i)";
  bool in_class = false;
  for (std::size_t at = 0; at < regex.size(); ++at) {
    const char c = regex[at];
    if (c == '\\' && regex.substr(at, 2) == "\\Q") {
      const std::size_t end = std::min(regex.find("\\E", at), regex.size());
      wide += regex.substr(at, end - at);
      at = end - 1;
    } else if (c == '\\' && at + 1 < regex.size()) {
      wide += regex.substr(at++, 2);
    } else if (c == '\'') {
      wide += in_class ? "'’" : "['’]";
    } else if (c == ' ') {
      wide.append(in_class ? "" : "(?:[").append(blanks).append(in_class ? "" : "]+)");
    } else if (in_class) {
      const bool posix = regex.substr(at, 2) == "[:";
      const std::size_t end = posix ? regex.find(":]", at) : std::string_view::npos;
      if (end != std::string_view::npos) {
        wide += regex.substr(at, end + 2 - at);
        at = end + 1;
        continue;
      }
      wide += c;
      in_class = c != ']';
    } else {
      wide += c;
      if (c != '[') continue;
      in_class = true;
      // A bracket right behind the opening one is a member of the class.
      if (regex.substr(at + 1, 1) == "^") wide += regex[++at];
      if (regex.substr(at + 1, 1) == "]") wide += regex[++at];
    }
  }
  return wide;
}

RE2::Options options() {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_never_capture(true);
  return options;
}

RE2::Options set_options(std::int64_t memory) {
  RE2::Options set = options();
  set.set_max_mem(memory);
  return set;
}

}  // namespace

struct RegexSet::State {
  explicit State(std::int64_t memory) : set(set_options(memory), RE2::UNANCHORED) {}

  RE2::Set set;
  std::vector<std::unique_ptr<RE2>> regexes;
  bool whole = true;  // the set holds every regex and was compiled

  void append_matches(std::uint32_t index, std::string_view text,
                      std::vector<RegexMatch>& matches) const;
};

RegexSet::RegexSet(std::int64_t memory) : state_(std::make_unique<State>(memory)) {}
RegexSet::~RegexSet() = default;

std::expected<std::uint32_t, std::string> RegexSet::add(std::string_view regex) {
  auto compiled = std::make_unique<RE2>(widened(regex), options());
  if (!compiled->ok()) {
    // The author should read of the regex as written.
    const RE2 as_written{re2::StringPiece(regex.data(), regex.size()), options()};
    return std::unexpected(as_written.ok() ? compiled->error() : as_written.error());
  }
  if (compiled->Match("", 0, 0, RE2::UNANCHORED, nullptr, 0)) {
    return std::unexpected("it matches the empty text");
  }
  std::string error;
  if (state_->set.Add(compiled->pattern(), &error) < 0) state_->whole = false;
  state_->regexes.push_back(std::move(compiled));
  return static_cast<std::uint32_t>(state_->regexes.size() - 1);
}

void RegexSet::compile() {
  state_->whole = state_->whole && !state_->regexes.empty() && state_->set.Compile();
}

// All places, from left to right and not overlapping. Empty matches are no places.
void RegexSet::State::append_matches(std::uint32_t index, std::string_view text,
                                     std::vector<RegexMatch>& matches) const {
  const re2::StringPiece piece(text.data(), text.size());
  re2::StringPiece found;
  for (std::size_t from = 0; from < text.size();) {
    if (!regexes[index]->Match(piece, from, text.size(), RE2::UNANCHORED, &found, 1)) return;
    const auto begin = static_cast<std::size_t>(found.data() - text.data());
    const std::size_t end = begin + found.size();
    if (!found.empty()) matches.push_back({index, {begin, end}});
    from = std::max(end, from + (found.empty() ? 1 : 0));
    if (found.empty()) from = std::max(from, begin + 1);
  }
}

std::vector<RegexMatch> RegexSet::matches(std::string_view text) const {
  std::vector<RegexMatch> matches;
  if (state_->regexes.empty()) return matches;
  std::vector<int> candidates;
  RE2::Set::ErrorInfo error{RE2::Set::kNoError};
  const re2::StringPiece piece(text.data(), text.size());
  const bool any = state_->whole && state_->set.Match(piece, &candidates, &error);
  if (!state_->whole || (!any && error.kind != RE2::Set::kNoError)) {
    candidates.clear();
    for (std::size_t i = 0; i < state_->regexes.size(); ++i) {
      candidates.push_back(static_cast<int>(i));
    }
  }
  for (const int index : candidates) {
    state_->append_matches(static_cast<std::uint32_t>(index), text, matches);
  }
  std::ranges::sort(matches, {}, [](const RegexMatch& match) {
    return std::tuple(match.span.begin, match.regex, match.span.end);
  });
  return matches;
}

}  // namespace caveat
