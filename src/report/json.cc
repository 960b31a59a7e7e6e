// The JSON contract; src/report/report.schema.json describes it.
#include "report/json.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <span>

#include "model/confidence.h"
#include "model/display.h"
#include "report/formats.h"
#include "report/wording.h"

namespace caveat {
namespace {

using Json = nlohmann::ordered_json;  // keys in the order of the contract

constexpr int schema_version = 1;

std::string escape_what_acts(std::string_view json) {
  std::string safe;
  safe.reserve(json.size());
  for (std::size_t at = 0; at < json.size();) {
    const CodePoint point = code_point_at(json, at);
    // nlohmann-json has escaped what is below U+0020; the line breaks between values stay.
    const bool acts = point.value >= 0x7F && acts_on_terminal(point.value);
    if (acts || (point.value == '#' && begins_log_command(json, at))) {
      constexpr std::string_view digits = "0123456789abcdef";
      safe += "\\u";
      for (const unsigned shift : {12U, 8U, 4U, 0U}) safe += digits[(point.value >> shift) & 0xFU];
    } else {
      safe.append(json.substr(at, point.bytes));
    }
    at += point.bytes;
  }
  return safe;
}

// File names may hold bytes that are no UTF-8; JSON may not.
std::string dump(const Json& value, int indent) {
  return value.dump(indent, ' ', false, Json::error_handler_t::replace);
}

Json bytes(SourceSpan span) { return {{"begin", span.begin}, {"end", span.end}}; }

Json authorities(const RuleInfo& rule, const Catalogue& catalogue) {
  Json list = Json::array();
  for (const Authority* authority : catalogue.authorities(rule)) {
    list.push_back({{"id", authority->id},
                    {"name", authority->name},
                    {"jurisdiction", authority->jurisdiction},
                    {"url", authority->url}});
  }
  return list;
}

// Null for rules about conduct, where no study can answer.
Json evidence(const RuleInfo& rule, const Catalogue& catalogue) {
  if (rule.evidence.verdict.empty()) return nullptr;
  Json sources = Json::array();
  for (const EvidenceSource* source : catalogue.sources(rule)) {
    sources.push_back({{"id", source->id}, {"citation", source->citation}, {"url", source->url}});
  }
  return {{"verdict", rule.evidence.verdict},
          {"note", rule.evidence.note},
          {"sources", std::move(sources)}};
}

Json cues(const Finding& finding) {
  Json list = Json::array();
  for (const Cue& cue : finding.cues) {
    list.push_back({{"text", cue.text}, {"bytes", bytes(cue.source)}});
  }
  return list;
}

Json finding_object(const Finding& finding, const Document& document, const Catalogue& catalogue) {
  const RuleInfo& rule = *finding.rule;
  Json object = {{"rule", rule.id},
                 {"family", rule.family},
                 {"kind", name(rule.kind)},
                 {"severity", name(finding.severity)}};
  if (rule.kind == FindingKind::Claim) {
    object["stance"] = name(finding.stance);
    object["cue"] = cues(finding);
  }
  object["message"] = full_message(finding);
  object["why"] = rule.why;
  object["text"] = finding.text;
  object["bytes"] = bytes(finding.source);
  object["line"] = finding.start.line;
  object["column"] = finding.start.column;
  object["end_line"] = finding.stop.line;
  object["end_column"] = finding.stop.column;
  object["sentence"] = bytes(finding.sentence);
  object["block"] = name(finding.block);
  object["authorities"] = authorities(rule, catalogue);
  object["evidence"] = evidence(rule, catalogue);
  object["suggestion"] = rule.suggestion;
  object["fix"] = nullptr;
  if (const Fix* fix = shown_fix(finding, document)) {
    object["fix"] = {{"bytes", bytes(fix->source)},
                     {"replacement", fix->replacement},
                     {"certain", fix->certain}};
  }
  object["fingerprint"] = finding.fingerprint;
  return object;
}

Json counts(const FileReport& file) {
  const Counts counts = count(file);
  return {{"findings", file.findings.size()}, {"errors", counts.errors},
          {"warnings", counts.warnings},      {"suggestions", counts.suggestions},
          {"dismissed", counts.dismissed},    {"suppressed", counts.suppressed},
          {"baselined", counts.baselined},    {"unchanged", counts.unchanged}};
}

Json obligation_object(const ObligationStatus& status) {
  Json object = {{"rule", status.rule->id},
                 {"owed", status.owed},
                 {"satisfied", status.satisfied},
                 {"bytes", nullptr},
                 {"cause", nullptr}};
  if (status.satisfied) object["bytes"] = bytes(status.statement);
  if (status.owed) object["cause"] = bytes(status.cause);
  return object;
}

Json coverage_object(const Coverage& coverage) {
  Json object = {{"bytes", coverage.bytes},
                 {"audited", coverage.audited},
                 {"skipped", Json(coverage.skipped)}};
  if (coverage.skipped.empty()) object["skipped"] = Json::object();
  if (!coverage.note.empty()) object["note"] = coverage.note;
  return object;
}

Json sentence_object(const SentenceClass& sentence, std::span<const GroundCount> counts) {
  using Label = SentenceClass::Label;
  Json object = {{"bytes", bytes(sentence.source)},
                 {"label", sentence.label == Label::Claim    ? "claim"
                           : sentence.label == Label::Hedged ? "hedged"
                                                             : "none"}};
  if (sentence.label != Label::None) {
    object["stance"] = name(sentence.stance);
    object["family"] = sentence.family;
  }
  if (const auto confidence = confidence_of(sentence, counts)) {
    object["confidence"] = std::round(confidence->value * 1000) / 1000;
    object["measured_on"] = confidence->said;
  }
  return object;
}

Json sentences_array(const FileReport& file, const Catalogue& catalogue) {
  std::span<const GroundCount> counts;
  if (catalogue.measured() && is_measured_language(file.document.language)) {
    counts = standard_counts();
  }
  Json sentences = Json::array();
  for (const SentenceClass& sentence : file.sentences) {
    sentences.push_back(sentence_object(sentence, counts));
  }
  return sentences;
}

Json document_head(const FileReport& file) {
  return {{"path", file.document.path},
          {"format", file.document.format},
          {"encoding", file.document.encoding},
          {"language", file.document.language},
          {"verdict", name(file.verdict)},
          {"score", file.score},
          {"counts", counts(file)}};
}

Json document_object(const FileReport& file, const Catalogue& catalogue,
                     const WriterOptions& options) {
  Json object = document_head(file);
  Json& findings = object["findings"] = Json::array();
  for (const Finding& finding : file.findings) {
    findings.push_back(finding_object(finding, file.document, catalogue));
  }
  Json& dismissed = object["dismissed"] = Json::array();
  for (const Dismissal& dismissal : file.dismissed) {
    Json entry = finding_object(dismissal.finding, file.document, catalogue);
    entry["reason"] = name(dismissal.reason);
    entry["detail"] = dismissal.detail;
    dismissed.push_back(std::move(entry));
  }
  Json& obligations = object["obligations"] = Json::array();
  for (const ObligationStatus& status : file.obligations) {
    obligations.push_back(obligation_object(status));
  }
  object["coverage"] = coverage_object(file.coverage);
  if (options.show_sentences) object["sentences"] = sentences_array(file, catalogue);
  return object;
}

Json tool_object(const Report& report) {
  Json packs = Json::array();
  for (const PackInfo& pack : report.packs) {
    packs.push_back({{"name", pack.name}, {"version", pack.version}});
  }
  return {{"name", "caveat"}, {"version", report.tool_version}, {"packs", std::move(packs)}};
}

Json summary_object(const Report& report) {
  const Summary sum = summarise(report);
  return {{"documents", sum.documents},     {"findings", sum.findings},
          {"errors", sum.errors},           {"warnings", sum.warnings},
          {"suggestions", sum.suggestions}, {"dismissed", sum.dismissed},
          {"suppressed", sum.suppressed},   {"baselined", sum.baselined},
          {"unchanged", sum.unchanged},     {"pass", sum.pass},
          {"review", sum.review},           {"block", sum.block}};
}

Json problem_object(const Problem& problem) {
  Json object = {{"code", problem.code}, {"message", problem.message}};
  if (!problem.path.empty()) object["path"] = problem.path;
  if (problem.line > 0) object["line"] = problem.line;
  if (problem.column > 0) object["column"] = problem.column;
  if (!problem.quoted.empty()) object["quoted"] = problem.quoted;
  if (!problem.hint.empty()) object["hint"] = problem.hint;
  return object;
}

Json baseline_object(const BaselineUse& use) {
  Json fixed = Json::array();
  for (const FixedFinding& each : use.fixed) {
    fixed.push_back({{"path", each.path}, {"rule", each.rule}, {"text", each.text}});
  }
  return {{"path", use.path}, {"known", use.known}, {"fixed", std::move(fixed)}};
}

Json run_object(const Report& report, Json documents) {
  Json problems = Json::array();
  for (const Problem& problem : report.problems) problems.push_back(problem_object(problem));
  Json object = {{"schema_version", schema_version},
                 {"tool", tool_object(report)},
                 {"documents", std::move(documents)},
                 {"summary", summary_object(report)},
                 {"problems", std::move(problems)}};
  if (report.baseline) object["baseline"] = baseline_object(*report.baseline);
  return object;
}

}  // namespace

std::string finished_json(std::string_view json) { return escape_what_acts(json) + "\n"; }

std::string document_as_json(const FileReport& file, const Catalogue& catalogue,
                             const WriterOptions& options) {
  return finished_json(dump(document_object(file, catalogue, options), -1));
}

std::string write_json(const Report& report, const WriterOptions& options) {
  const Catalogue catalogue(report);
  Json documents = Json::array();
  for (const FileReport& file : report.documents) {
    documents.push_back(document_object(file, catalogue, options));
  }
  return finished_json(dump(run_object(report, std::move(documents)), 2));
}

std::string write_json_overview(const Report& report, std::span<const std::string> files) {
  Json documents = Json::array();
  for (std::size_t i = 0; i < report.documents.size(); ++i) {
    Json document = document_head(report.documents[i]);
    document["report"] = files[i];
    documents.push_back(std::move(document));
  }
  return finished_json(dump(run_object(report, std::move(documents)), 2));
}

}  // namespace caveat
