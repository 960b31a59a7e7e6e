// SARIF 2.1.0, for code scanning.
//
// What is known since the baseline is told as unchanged, since GitHub would close and reopen it
// with every run. What is suppressed stays out unless asked for: GitHub shows it as open. Other
// dismissals are no results.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "report/catalogue.h"
#include "report/formats.h"
#include "report/json_text.h"
#include "report/markdown_text.h"
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

constexpr std::string_view authorities_name = "authorities";

// SARIF takes "[words](destination)" for a link in plain text, too.
std::string without_links(std::string text) {
  for (std::size_t at = text.find("]("); at != text.npos; at = text.find("](", at)) {
    text.insert(at + 1, 1, ' ');
  }
  return text;
}

std::string help_markdown(const RuleInfo& rule, const Catalogue& catalogue) {
  std::string text = markdown(rule.why.empty() ? rule.message : rule.why);
  if (!rule.suggestion.empty()) {
    text += fmt::format("\n\n**{}:** {}", suggestion_title(rule), markdown(rule.suggestion));
  }
  if (!rule.evidence.verdict.empty()) {
    text += fmt::format("\n\n**Evidence:** {}. {}", markdown(rule.evidence.verdict),
                        markdown(rule.evidence.note));
  }
  for (const EvidenceSource* source : catalogue.sources(rule)) {
    text += "\n- " + markdown_link(shown_citation(*source), source->url);
  }
  const auto authorities = catalogue.authorities(rule);
  if (!authorities.empty()) text += "\n\n**Authorities:**";
  for (const Authority* authority : authorities) {
    text += fmt::format("\n- {} ({})", markdown_link(shown_name(*authority), authority->url),
                        markdown(authority->jurisdiction));
  }
  return text;
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
    text += fmt::format("\n- {} {}", shown_citation(*source), source->url);
  }
  const auto authorities = catalogue.authorities(rule);
  if (!authorities.empty()) text += "\n\nAuthorities:";
  for (const Authority* authority : authorities) text += "\n- " + authority_in_words(*authority);
  return text;
}

// "pain/relieves-nerve-pain": "RelievesNervePain", the form that SARIF asks of names.
std::string pascal_case(std::string_view id) {
  std::string result;
  bool upper = true;
  for (const char letter : id.substr(id.rfind('/') + 1)) {
    if (letter == '-' || letter == '_') {
      upper = true;
    } else {
      result +=
          upper && letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
      upper = false;
    }
  }
  return result;
}

// The authorities that rules of this run name, as a taxonomy that the rules point into.
class Taxonomy {
 public:
  Taxonomy(const std::vector<const RuleInfo*>& rules, const Catalogue& catalogue) {
    for (const RuleInfo* rule : rules) {
      for (const Authority* authority : catalogue.authorities(*rule)) taxa_.push_back(authority);
    }
    std::ranges::sort(taxa_, {}, &Authority::id);
    taxa_.erase(std::ranges::unique(taxa_).begin(), taxa_.end());
  }

  bool empty() const { return taxa_.empty(); }

  Json object() const {
    Json taxa = Json::array();
    for (const Authority* authority : taxa_) {
      Json taxon = {{"id", authority->id}, {"shortDescription", {{"text", authority->name}}}};
      if (!authority->note.empty()) taxon["fullDescription"] = {{"text", authority->note}};
      if (is_web_address(authority->url)) taxon["helpUri"] = authority->url;
      taxon["properties"] = {{"jurisdiction", authority->jurisdiction}};
      taxa.push_back(std::move(taxon));
    }
    return {{"name", authorities_name},
            {"shortDescription", {{"text", "Laws, codes and bodies that speak of such claims"}}},
            {"taxa", std::move(taxa)}};
  }

  Json relationships(const RuleInfo& rule, const Catalogue& catalogue) const {
    Json list = Json::array();
    for (const Authority* authority : catalogue.authorities(rule)) {
      const auto place = std::ranges::lower_bound(taxa_, authority->id, {}, &Authority::id);
      const Json target = {{"id", authority->id},
                           {"index", place - taxa_.begin()},
                           {"toolComponent", {{"name", authorities_name}, {"index", 0}}}};
      list.push_back({{"target", target}, {"kinds", {"relevant"}}});
    }
    return list;
  }

 private:
  std::vector<const Authority*> taxa_;
};

Json rule_object(const RuleInfo& rule, const Catalogue& catalogue, const Taxonomy& taxonomy) {
  Json object = {
      {"id", rule.id},
      {"name", pascal_case(rule.id)},
      {"shortDescription", {{"text", rule.message}}},
      {"fullDescription", {{"text", rule.why.empty() ? rule.message : rule.why}}},
      {"help",
       {{"text", help_text(rule, catalogue)}, {"markdown", help_markdown(rule, catalogue)}}}};
  for (const Authority* authority : catalogue.authorities(rule)) {
    if (!is_web_address(authority->url)) continue;
    object["helpUri"] = authority->url;
    break;
  }
  object["defaultConfiguration"] = {{"level", level(rule.severity)}};
  if (Json list = taxonomy.relationships(rule, catalogue); !list.empty()) {
    object["relationships"] = std::move(list);
  }
  object["properties"] = {{"tags", {name(rule.kind), rule.family}}};
  return object;
}

Json region(const Finding& finding, const Document& document) {
  return {{"startLine", finding.start.line},
          {"startColumn", finding.start.column},
          {"endLine", finding.stop.line},
          {"endColumn", finding.stop.column},
          {"byteOffset", finding.source.begin},
          {"byteLength", finding.source.size()},
          {"snippet", {{"text", words_of(finding, document)}}}};
}

Json fix_object(const Fix& fix, const Json& artifact) {
  const Json replacement = {
      {"deletedRegion", {{"byteOffset", fix.source.begin}, {"byteLength", fix.source.size()}}},
      {"insertedContent", {{"text", fix.replacement}}}};
  return {{"artifactChanges",
           {{{"artifactLocation", artifact}, {"replacements", Json::array({replacement})}}}}};
}

// What becomes a result: a finding, or a dismissal that a reader of results must know of.
struct Told {
  const Finding* finding = nullptr;
  const Dismissal* dismissal = nullptr;  // null: it stands
};

std::vector<Told> told(const FileReport& file, const WriterOptions& options) {
  std::vector<Told> results;
  for (const Finding& finding : file.findings) results.push_back({&finding, nullptr});
  for (const Dismissal& dismissal : file.dismissed) {
    const bool known = dismissal.reason == DismissalReason::Baselined;
    const bool silenced = dismissal.reason == DismissalReason::Suppressed && options.show_dismissed;
    if (known || silenced) results.push_back({&dismissal.finding, &dismissal});
  }
  return results;
}

// The rules of the results, in the order of their ids, and the place of each.
class RuleIndex {
 public:
  RuleIndex(const Report& report, const WriterOptions& options) {
    for (const FileReport& file : report.documents) {
      for (const Told& result : told(file, options)) rules_.push_back(result.finding->rule);
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

Json result(const Told& told, const Document& document, const Json& artifact,
            const RuleIndex& index, bool baseline) {
  const Finding& finding = *told.finding;
  const Json location = {{"physicalLocation",
                          {{"artifactLocation", artifact}, {"region", region(finding, document)}}}};
  Json object = {{"ruleId", finding.rule->id},
                 {"ruleIndex", index.place(*finding.rule)},
                 {"level", level(finding.severity)},
                 {"message", {{"text", without_links(full_message(finding))}}},
                 {"locations", Json::array({location})},
                 {"partialFingerprints", {{"caveat/v1", fingerprint_of(finding)}}}};
  // Viewers apply these without asking.
  if (const Fix* fix = shown_fix(finding, document); fix != nullptr && fix->certain) {
    object["fixes"] = Json::array({fix_object(*fix, artifact)});
  }
  const bool known = told.dismissal && told.dismissal->reason == DismissalReason::Baselined;
  if (baseline) object["baselineState"] = known ? "unchanged" : "new";
  if (told.dismissal && !known) {
    object["suppressions"] =
        Json::array({{{"kind", "inSource"}, {"justification", told.dismissal->detail}}});
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
                             {"message", {{"text", without_links(to_text(problem))}}}});
  }
  return {{"executionSuccessful", report.problems.empty()},
          {"toolExecutionNotifications", std::move(notifications)}};
}

}  // namespace

std::string write_sarif(const Report& report, const WriterOptions& options) {
  const Catalogue catalogue(report);
  const RuleIndex index(report, options);
  const Taxonomy taxonomy(index.rules(), catalogue);
  const bool baseline = report.baseline.has_value();
  Json rules = Json::array(), artifacts = Json::array(), results = Json::array();
  for (const RuleInfo* rule : index.rules()) {
    rules.push_back(rule_object(*rule, catalogue, taxonomy));
  }
  for (std::size_t i = 0; i < report.documents.size(); ++i) {
    const FileReport& file = report.documents[i];
    const std::string location = uri(file.document.path);
    artifacts.push_back({{"location", {{"uri", location}}},
                         {"length", file.document.source.size()},
                         {"encoding", file.document.encoding}});
    const Json artifact = {{"uri", location}, {"index", i}};
    for (const Told& one : told(file, options)) {
      results.push_back(result(one, file.document, artifact, index, baseline));
    }
  }
  Json driver = {{"name", "caveat"}, {"version", report.tool_version}, {"rules", std::move(rules)}};
  Json taxonomies = Json::array();
  if (!taxonomy.empty()) {
    driver["supportedTaxonomies"] = Json::array({{{"name", authorities_name}, {"index", 0}}});
    taxonomies.push_back(taxonomy.object());
  }
  const Json run = {{"tool", {{"driver", driver}}},
                    {"taxonomies", std::move(taxonomies)},
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
