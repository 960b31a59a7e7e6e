#include "report/repeated_claims.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "model/display.h"

namespace caveat {
namespace {

void append_folded(std::string& folded, char32_t value) {
  if (value == U' ' || value == U'\t' || value == U'\n' || value == U'\r' || value == 0xA0) {
    if (!folded.empty() && folded.back() != ' ') folded += ' ';
  } else if (value == 0x2018 || value == 0x2019) {
    folded += '\'';
  } else if (value == 0x201C || value == 0x201D) {
    folded += '"';
  } else if (value >= U'A' && value <= U'Z') {
    append_utf8(folded, value - U'A' + U'a');
  } else {
    append_utf8(folded, value);
  }
}

std::string folded(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    append_folded(result, point.value);
    at += point.bytes;
  }
  while (result.ends_with(' ')) result.pop_back();
  return result;
}

}  // namespace

std::vector<RepeatedClaim> repeated_claims(const Report& report) {
  std::map<std::pair<std::string_view, std::string>, RepeatedClaim> groups;
  for (std::size_t i = 0; i < report.documents.size(); ++i) {
    for (const Finding& finding : report.documents[i].findings) {
      if (finding.rule->kind != FindingKind::Claim) continue;
      RepeatedClaim& group =
          groups[{finding.rule->id, folded(words_of(finding, report.documents[i].document))}];
      if (group.first == nullptr) group.first = &finding;
      if (group.documents.empty() || group.documents.back() != i) group.documents.push_back(i);
    }
  }
  std::vector<RepeatedClaim> repeated;
  for (auto& [key, group] : groups) {
    if (group.documents.size() < 2) continue;
    group.words = key.second;
    repeated.push_back(std::move(group));
  }
  std::ranges::sort(repeated, [](const RepeatedClaim& a, const RepeatedClaim& b) {
    if (a.documents.size() != b.documents.size()) return a.documents.size() > b.documents.size();
    if (a.first->severity != b.first->severity) return a.first->severity > b.first->severity;
    return std::tie(a.first->rule->id, a.words) < std::tie(b.first->rule->id, b.words);
  });
  return repeated;
}

}  // namespace caveat
