#include "report/comparison.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <iterator>
#include <map>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace caveat {
namespace {

using Findings = std::vector<RecordedFinding>;

auto place(const RecordedFinding& finding) {
  return std::tie(finding.path, finding.line, finding.column);
}

bool by_place(const RecordedFinding& a, const RecordedFinding& b) {
  return std::tuple(place(a), a.rule, a.fingerprint) < std::tuple(place(b), b.rule, b.fingerprint);
}

// Takes those of `left` and `right` that have the same key out of both, the first with the first,
// and hands them to `pair`.
template <class Key, class Pair>
void match(Findings& left, Findings& right, const Key& key, const Pair& pair) {
  std::map<std::invoke_result_t<Key, const RecordedFinding&>, std::deque<std::size_t>> places;
  for (std::size_t i = 0; i < right.size(); ++i) places[key(right[i])].push_back(i);
  Findings alone;
  std::vector<bool> taken(right.size(), false);
  for (RecordedFinding& finding : left) {
    const auto found = places.find(key(finding));
    if (found == places.end() || found->second.empty()) {
      alone.push_back(std::move(finding));
      continue;
    }
    const std::size_t other = found->second.front();
    found->second.pop_front();
    taken[other] = true;
    pair(finding, right[other]);
  }
  left = std::move(alone);
  Findings rest;
  for (std::size_t i = 0; i < right.size(); ++i) {
    if (!taken[i]) rest.push_back(std::move(right[i]));
  }
  right = std::move(rest);
}

std::map<std::string, Findings> by_fingerprint(Findings findings) {
  std::ranges::sort(findings, by_place);
  std::map<std::string, Findings> groups;
  for (RecordedFinding& finding : findings) {
    groups[finding.fingerprint].push_back(std::move(finding));
  }
  return groups;
}

bool is_changed(const DocumentChange& change) {
  if (change.added + change.gone > 0 || !change.before || !change.after) return true;
  return change.before->verdict != change.after->verdict ||
         change.before->score != change.after->score;
}

std::vector<DocumentChange> document_changes(const RecordedRun& before, const RecordedRun& after,
                                             const Comparison& comparison) {
  std::map<std::string, DocumentChange> changes;
  for (const RecordedDocument& document : before.documents) {
    changes[document.path].before = document;
  }
  for (const RecordedDocument& document : after.documents) changes[document.path].after = document;
  for (const RecordedFinding& finding : comparison.added) ++changes[finding.path].added;
  for (const RecordedFinding& finding : comparison.gone) ++changes[finding.path].gone;
  std::vector<DocumentChange> list;
  for (auto& [path, change] : changes) {
    if (!is_changed(change)) continue;
    change.path = path;
    list.push_back(std::move(change));
  }
  return list;
}

std::string judged(const RecordedDocument& document) {
  return fmt::format("{} {}", name(document.verdict), document.score);
}

}  // namespace

std::string in_words(const DocumentChange& change) {
  std::string words;
  if (!change.before && change.after) {
    words = "new document, " + judged(*change.after);
  } else if (!change.after && change.before) {
    words = "no longer audited, was " + judged(*change.before);
  } else if (change.before && change.after) {
    words = judged(*change.before);
    const std::string now = judged(*change.after);
    words += now == words ? " as before" : " \u2192 " + now;
  }
  if (change.added > 0) words += fmt::format("; {} new", change.added);
  if (change.gone > 0) words += fmt::format("; {} gone", change.gone);
  return words;
}

std::string counts_in_words(const Comparison& comparison) {
  return fmt::format("{} new, {} gone, {} moved, {} unchanged", comparison.added.size(),
                     comparison.gone.size(), comparison.moved.size(), comparison.unchanged);
}

Comparison compare_runs(RecordedRun before, RecordedRun after) {
  Comparison result;
  std::map<std::string, Findings> old = by_fingerprint(std::move(before.findings));
  for (auto& [fingerprint, now] : by_fingerprint(std::move(after.findings))) {
    Findings& then = old[fingerprint];
    const auto stay = [&](const auto&, const auto&) { ++result.unchanged; };
    const auto move = [&](const RecordedFinding& from, const RecordedFinding& to) {
      result.moved.push_back({from, to});
    };
    match(then, now, [](const auto& it) { return std::tuple(it.path, it.line, it.column); }, stay);
    match(then, now, [](const auto& it) { return it.path; }, move);
    match(then, now, [](const auto&) { return 0; }, move);
    std::ranges::move(now, std::back_inserter(result.added));
  }
  for (auto& [fingerprint, then] : old) std::ranges::move(then, std::back_inserter(result.gone));
  std::ranges::sort(result.added, by_place);
  std::ranges::sort(result.gone, by_place);
  std::ranges::sort(result.moved, by_place, &Comparison::Move::after);
  result.documents = document_changes(before, after, result);
  return result;
}

}  // namespace caveat
