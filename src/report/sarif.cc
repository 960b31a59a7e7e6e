// SARIF 2.1.0, for code scanning. Dismissals stay out: GitHub shows suppressed results as open
// ones.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "report/catalogue.h"
#include "report/formats.h"
#include "report/json.h"
#include "report/uri.h"
#include "report/wording.h"

namespace caveat {
namespace {

using Json = nlohmann::ordered_json;

std::string_view level(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return "error";
    case Severity::Warning:
      return "warning";
    case Severity::Suggestion:
      return "note";
  }
  return "none";
}

std::string help_text(const RuleInfo& rule, const Catalogue& catalogue) {
  std::string text = rule.why.empty() ? rule.message : rule.why;
  if (!rule.suggestion.empty()) {
    text += fmt::format("\n\n{}: {}", suggestion_title(rule), rule.suggestion);
  }
  if (!rule.evidence.verdict.empty()) {
    text += fmt::format("\n\nEvidence: {}. {}", rule.evidence.verdict, rule.evidence.note);
  }
  for (const EvidenceSource* source : catalogue.sources(rule)) {
    text += fmt::format("\n- {} {}", source->citation, source->url);
  }
  const auto authorities = catalogue.authorities(rule);
  if (!authorities.empty()) text += "\n\nAuthorities:";
  for (const Authority* authority : authorities) text += "\n- " + authority_in_words(*authority);
  return text;
}

Json rule_object(const RuleInfo& rule, const Catalogue& catalogue) {
  Json object = {{"id", rule.id},
                 {"shortDescription", {{"text", rule.message}}},
                 {"fullDescription", {{"text", rule.why.empty() ? rule.message : rule.why}}},
                 {"help", {{"text", help_text(rule, catalogue)}}}};
  for (const Authority* authority : catalogue.authorities(rule)) {
    if (authority->url.empty()) continue;
    object["helpUri"] = authority->url;
    break;
  }
  object["defaultConfiguration"] = {{"level", level(rule.severity)}};
  object["properties"] = {{"tags", {name(rule.kind), rule.family}}};
  return object;
}

Json region(const Finding& finding) {
  return {{"startLine", finding.start.line},    {"startColumn", finding.start.column},
          {"endLine", finding.stop.line},       {"endColumn", finding.stop.column},
          {"byteOffset", finding.source.begin}, {"byteLength", finding.source.size()},
          {"snippet", {{"text", finding.text}}}};
}

Json fix_object(const Fix& fix, const Json& artifact) {
  const Json replacement = {
      {"deletedRegion", {{"byteOffset", fix.source.begin}, {"byteLength", fix.source.size()}}},
      {"insertedContent", {{"text", fix.replacement}}}};
  return {{"artifactChanges",
           {{{"artifactLocation", artifact}, {"replacements", Json::array({replacement})}}}}};
}

// The rules that found something, in the order of their ids, and the place of each.
class RuleIndex {
 public:
  explicit RuleIndex(const Report& report) {
    for (const FileReport& file : report.documents) {
      for (const Finding& finding : file.findings) rules_.push_back(finding.rule);
    }
    std::ranges::sort(rules_, {}, &RuleInfo::id);
    rules_.erase(std::ranges::unique(rules_).begin(), rules_.end());
  }

  const std::vector<const RuleInfo*>& rules() const { return rules_; }
  std::size_t place(const RuleInfo& rule) const {
    const auto found = std::ranges::lower_bound(rules_, rule.id, {}, &RuleInfo::id);
    return static_cast<std::size_t>(found - rules_.begin());
  }

 private:
  std::vector<const RuleInfo*> rules_;
};

Json result(const Finding& finding, const Document& document, const Json& artifact,
            const RuleIndex& index) {
  const Json location = {
      {"physicalLocation", {{"artifactLocation", artifact}, {"region", region(finding)}}}};
  Json object = {{"ruleId", finding.rule->id},
                 {"ruleIndex", index.place(*finding.rule)},
                 {"level", level(finding.severity)},
                 {"message", {{"text", full_message(finding)}}},
                 {"locations", Json::array({location})},
                 {"partialFingerprints", {{"caveat/v1", finding.fingerprint}}}};
  if (const Fix* fix = shown_fix(finding, document)) {
    object["fixes"] = Json::array({fix_object(*fix, artifact)});
  }
  if (finding.rule->kind == FindingKind::Claim) {
    object["properties"] = {{"stance", name(finding.stance)}};
  }
  return object;
}

Json invocation(const Report& report) {
  Json notifications = Json::array();
  for (const Problem& problem : report.problems) {
    notifications.push_back({{"level", "error"},
                             {"descriptor", {{"id", problem.code}}},
                             {"message", {{"text", to_text(problem)}}}});
  }
  return {{"executionSuccessful", report.problems.empty()},
          {"toolExecutionNotifications", std::move(notifications)}};
}

}  // namespace

std::string write_sarif(const Report& report, const WriterOptions&) {
  const Catalogue catalogue(report);
  const RuleIndex index(report);
  Json rules = Json::array(), artifacts = Json::array(), results = Json::array();
  for (const RuleInfo* rule : index.rules()) rules.push_back(rule_object(*rule, catalogue));
  for (std::size_t i = 0; i < report.documents.size(); ++i) {
    const FileReport& file = report.documents[i];
    const std::string location = uri(file.document.path);
    artifacts.push_back({{"location", {{"uri", location}}},
                         {"length", file.document.source.size()},
                         {"encoding", file.document.encoding}});
    const Json artifact = {{"uri", location}, {"index", i}};
    for (const Finding& finding : file.findings) {
      results.push_back(result(finding, file.document, artifact, index));
    }
  }
  const Json driver = {
      {"name", "caveat"}, {"version", report.tool_version}, {"rules", std::move(rules)}};
  const Json run = {{"tool", {{"driver", driver}}},
                    {"invocations", Json::array({invocation(report)})},
                    {"columnKind", "unicodeCodePoints"},
                    {"artifacts", std::move(artifacts)},
                    {"results", std::move(results)}};
  const Json log = {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                    {"version", "2.1.0"},
                    {"runs", Json::array({run})}};
  return finished_json(log.dump(2, ' ', false, Json::error_handler_t::replace));
}

}  // namespace caveat
