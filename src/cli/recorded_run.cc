#include "cli/recorded_run.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <optional>

namespace caveat {
namespace {

using Json = nlohmann::json;

constexpr int known_schema_version = 1;

Problem no_report(const std::string& path, std::string message) {
  return {.code = "no-report",
          .message = std::move(message),
          .path = path,
          .hint = "Write one with: caveat audit PATH --format json=report.json"};
}

std::optional<Problem> check_head(const Json& report, const std::string& path) {
  if (report.is_discarded()) return no_report(path, "this is no JSON");
  const auto named = [&report] {
    const auto tool = report.find("tool");
    return tool != report.end() && tool->is_object() && tool->contains("name") &&
           (*tool)["name"] == "caveat";
  };
  const bool ours = report.is_object() && named() && report.contains("schema_version") &&
                    report.contains("documents") && report["documents"].is_array();
  if (!ours) return no_report(path, "this is JSON, but no report of `caveat audit --format json`");
  if (report["schema_version"] != known_schema_version) {
    // What is no number may be anything, and of any size.
    const Json& given = report["schema_version"];
    return Problem{
        .code = "other-schema-version",
        .message = fmt::format("the report has {}schema version{}, this program reads {}",
                               given.is_number() ? "" : "another ",
                               given.is_number() ? " " + given.dump() : "", known_schema_version),
        .path = path,
        .hint = "Audit again with this version of Caveat."};
  }
  return std::nullopt;
}

// Beyond the range of its type a number has no meaning, and converting it none that is defined.
std::size_t count_of(const Json& number) {
  if (!number.is_number_unsigned()) throw Json::other_error::create(0, "no count", nullptr);
  return number.get<std::size_t>();
}

int score_of(const Json& number) {
  const std::size_t score = count_of(number);
  if (score > 100) throw Json::other_error::create(0, "a score beyond 100", nullptr);
  return static_cast<int>(score);
}

RecordedFinding finding_of(const Json& object, const std::string& path) {
  RecordedFinding finding{.path = path,
                          .line = count_of(object.at("line")),
                          .column = count_of(object.at("column")),
                          .rule = object.at("rule").get<std::string>(),
                          .fingerprint = object.at("fingerprint").get<std::string>(),
                          .message = object.at("message").get<std::string>(),
                          .text = object.at("text").get<std::string>()};
  const std::string level = object.at("severity").get<std::string>();
  const auto severity = severity_named(level);
  if (!severity) throw Json::other_error::create(0, "severity " + level, nullptr);
  finding.severity = *severity;
  return finding;
}

RecordedDocument document_of(const Json& object) {
  const std::string given = object.at("verdict").get<std::string>();
  for (const Verdict verdict : {Verdict::Pass, Verdict::Review, Verdict::Block}) {
    if (name(verdict) == given) {
      return {object.at("path").get<std::string>(), verdict, score_of(object.at("score"))};
    }
  }
  throw Json::other_error::create(0, "verdict " + given, nullptr);
}

}  // namespace

std::expected<RecordedRun, Problem> read_recorded_run(std::string_view json,
                                                      const std::string& path) {
  const Json report = Json::parse(json, nullptr, false);
  if (auto problem = check_head(report, path)) return std::unexpected(std::move(*problem));
  RecordedRun run;
  try {
    for (const Json& document : report["documents"]) {
      if (!document.contains("findings")) {
        return std::unexpected(
            no_report(path, "this is the summary of a run: it holds no findings"));
      }
      run.documents.push_back(document_of(document));
      for (const Json& object : document["findings"]) {
        run.findings.push_back(finding_of(object, run.documents.back().path));
      }
    }
  } catch (const Json::exception&) {
    return std::unexpected(no_report(path, "a finding in this report is incomplete or damaged"));
  }
  return run;
}

}  // namespace caveat
