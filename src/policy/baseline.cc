#include "policy/baseline.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <tuple>

#include "model/display.h"
#include "model/line_index.h"
#include "policy/dismiss.h"

namespace caveat {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view version_key = "caveat_baseline";
constexpr int version = 1;

auto order(const BaselineEntry& entry) {
  return std::tie(entry.path, entry.rule, entry.text, entry.fingerprint, entry.count);
}

// What a person recognises the finding by. A duty is the page's, whichever claim created it.
std::string excerpt(const Finding& finding, const Document& document) {
  if (finding.rule->kind == FindingKind::Obligation) return "";
  constexpr std::size_t longest = 80;
  const std::string text = printable(words_of(finding, document));
  if (text.size() <= longest) return text;
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}

Problem bad_baseline(const std::string& path, std::string message) {
  return {.code = "bad-baseline",
          .message = std::move(message),
          .path = path,
          .hint = "`caveat baseline create FILE PATH...` writes one."};
}

// What is no number may be anything, and of any size.
std::string given_version(const Json& given) {
  return given.is_number() ? "version " + given.dump() : "another version";
}

std::optional<BaselineEntry> entry_of(const Json& object) {
  const auto text = [&object](const char* key) -> const std::string* {
    const auto found = object.find(key);
    return found == object.end() ? nullptr : found->get_ptr<const std::string*>();
  };
  if (!object.is_object()) return std::nullopt;
  const std::string* path = text("path");
  const std::string* rule = text("rule");
  const std::string* words = text("text");
  const std::string* fingerprint = text("fingerprint");
  const auto count = object.find("count");
  if (path == nullptr || rule == nullptr || words == nullptr || fingerprint == nullptr ||
      count == object.end() || !count->is_number_unsigned()) {
    return std::nullopt;
  }
  return BaselineEntry{*path, *rule, *words, *fingerprint, count->get<std::size_t>()};
}

// Those of one document; the baseline is sorted by path first.
std::span<const BaselineEntry> entries_for(const Baseline& baseline, const std::string& path) {
  const auto range = std::ranges::equal_range(baseline, path, {}, &BaselineEntry::path);
  return {range.begin(), range.end()};
}

}  // namespace

std::expected<Baseline, Problem> read_baseline(const std::string& path, std::string_view bytes) {
  Json root;
  try {
    root = Json::parse(bytes);
  } catch (const Json::out_of_range&) {  // 1e999
    return std::unexpected(bad_baseline(path, "the baseline is damaged: a number is too large"));
  } catch (const Json::parse_error& error) {
    Problem problem = bad_baseline(path, "the baseline is damaged: this is not JSON");
    const LineIndex lines(bytes);
    const LineColumn place = lines.at(error.byte > 0 ? error.byte - 1 : 0);
    problem.line = place.line;
    problem.column = place.column;
    problem.quoted = lines.line(place.line);
    return std::unexpected(std::move(problem));
  }
  if (!root.is_object() || !root.contains(version_key) || !root.contains("findings") ||
      !root["findings"].is_array()) {
    return std::unexpected(bad_baseline(path, "is no baseline of Caveat"));
  }
  if (root[version_key] != version) {
    return std::unexpected(
        bad_baseline(path, fmt::format("is a baseline of {}; this Caveat reads version {}",
                                       given_version(root[version_key]), version)));
  }
  Baseline baseline;
  for (const Json& object : root["findings"]) {
    auto entry = entry_of(object);
    if (!entry) {
      return std::unexpected(bad_baseline(
          path, fmt::format("the baseline is damaged: finding {} lacks its path, rule, text, "
                            "fingerprint or count",
                            baseline.size() + 1)));
    }
    baseline.push_back(std::move(*entry));
  }
  std::ranges::sort(baseline, {}, order);  // a merge may have changed the order
  return baseline;
}

std::string baseline_as_text(Baseline baseline) {
  std::ranges::sort(baseline, {}, order);
  std::string text = fmt::format("{{\n\"{}\": {},\n\"findings\": [", version_key, version);
  for (const BaselineEntry& entry : baseline) {
    const Json object = {{"path", entry.path},
                         {"rule", entry.rule},
                         {"text", entry.text},
                         {"fingerprint", entry.fingerprint},
                         {"count", entry.count}};
    text += &entry == &baseline.front() ? "\n" : ",\n";
    text += object.dump(-1, ' ', false, Json::error_handler_t::replace);
  }
  return text + "\n]\n}\n";
}

Baseline baseline_of(const FileReport& report, const std::string& path) {
  std::map<std::pair<std::string, std::string>, BaselineEntry> entries;
  const auto add = [&](const Finding& finding) {
    std::string fingerprint = fingerprint_of(finding);
    auto [entry, fresh] = entries.try_emplace({finding.rule->id, fingerprint});
    if (fresh) {
      entry->second = {path, finding.rule->id, excerpt(finding, report.document),
                       std::move(fingerprint), 1};
    } else {
      ++entry->second.count;
    }
  };
  for (const Finding& finding : report.findings) add(finding);
  for (const Dismissal& dismissal : report.dismissed) {
    if (dismissal.reason == DismissalReason::Baselined) add(dismissal.finding);
  }
  Baseline baseline;
  for (auto& [key, entry] : entries) baseline.push_back(std::move(entry));
  std::ranges::sort(baseline, {}, order);
  return baseline;
}

BaselineMatch apply(const Baseline& baseline, const std::string& path, std::string_view name,
                    FileReport& report) {
  BaselineMatch match;
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> left;
  const auto entries = entries_for(baseline, path);
  for (const BaselineEntry& entry : entries) left[{entry.rule, entry.fingerprint}] += entry.count;
  dismiss(report, DismissalReason::Baselined, name, [&](const Finding& finding) {
    const auto known = left.find({finding.rule->id, fingerprint_of(finding)});
    if (known == left.end() || known->second == 0) return false;
    --known->second;
    ++match.known;
    return true;
  });
  for (const BaselineEntry& entry : entries) {
    std::size_t& count = left[{entry.rule, entry.fingerprint}];
    if (count == 0) continue;
    match.fixed.push_back(entry);
    match.fixed.back().count = count;
    count = 0;
  }
  return match;
}

Baseline pruned(const Baseline& baseline, const Baseline& now) {
  std::map<std::tuple<std::string_view, std::string_view, std::string_view>, std::size_t> there;
  for (const BaselineEntry& entry : now) {
    there[{entry.path, entry.rule, entry.fingerprint}] += entry.count;
  }
  Baseline kept;
  for (const BaselineEntry& entry : baseline) {
    std::size_t& count = there[{entry.path, entry.rule, entry.fingerprint}];
    if (count == 0) continue;
    kept.push_back(entry);
    kept.back().count = std::min(entry.count, count);
    count -= kept.back().count;
  }
  return kept;
}

}  // namespace caveat
