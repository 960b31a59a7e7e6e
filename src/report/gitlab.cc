// GitLab's code quality report.
#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>

#include "model/display.h"
#include "report/formats.h"
#include "report/json_text.h"
#include "report/wording.h"

namespace caveat {
namespace {

using Json = nlohmann::ordered_json;

std::string_view severity(Severity value) {
  switch (value) {
    case Severity::Error:
      return "critical";
    case Severity::Warning:
      return "major";
    case Severity::Suggestion:
      return "info";
  }
  return "info";
}

std::uint64_t fnv1a(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char letter : text) {
    hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001B3U;
  }
  return hash;
}

}  // namespace

std::string write_gitlab(const Report& report, const WriterOptions&) {
  Json issues = Json::array();
  for (const FileReport& file : report.documents) {
    // GitLab drops issues of the same fingerprint, and ours are equal where the words are.
    std::map<std::uint64_t, std::size_t> seen;
    for (const Finding& finding : file.findings) {
      const std::string place =
          fmt::format("{}\n{}", file.document.path, seen[finding.fingerprint]++);
      issues.push_back(
          {{"description", full_message(finding)},
           {"check_name", finding.rule->id},
           {"fingerprint", fmt::format("{:016x}{:016x}", finding.fingerprint, fnv1a(place))},
           {"severity", severity(finding.severity)},
           {"location",
            {{"path", file.document.path},
             {"lines", {{"begin", finding.start.line}, {"end", finding.stop.line}}}}}});
    }
  }
  return finished_json(issues.dump(2, ' ', false, Json::error_handler_t::replace));
}

}  // namespace caveat
