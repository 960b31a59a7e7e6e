#include "cli/cached_report.h"

#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

namespace caveat {
namespace {

using Json = nlohmann::json;

template <class Space>
Json written(Span<Space> span) {
  return {span.begin, span.end};
}

template <class Space>
void read(const Json& from, Span<Space>& span) {
  span = {from.at(0).get<std::size_t>(), from.at(1).get<std::size_t>()};
}

template <class Enum>
Json number(Enum value) {
  return static_cast<unsigned>(value);
}

template <class Enum>
void read(const Json& from, Enum& value)
  requires std::is_enum_v<Enum>
{
  value = static_cast<Enum>(from.get<unsigned>());
}

const RuleInfo* rule_named(const Json& from, const Rulebook& rulebook) {
  const RuleInfo* rule = rulebook.find(from.get_ref<const std::string&>());
  if (rule == nullptr) throw Json::other_error::create(0, "unknown rule", nullptr);
  return rule;
}

Json written(const Finding& finding) {
  Json cues = Json::array(), fixes = Json::array();
  for (const Cue& cue : finding.cues) cues.push_back({cue.text, written(cue.source)});
  for (const Fix& fix : finding.fixes) {
    // Legacy bytes are no UTF-8, which CBOR's texts must be.
    const std::vector<std::uint8_t> replacement(fix.replacement.begin(), fix.replacement.end());
    fixes.push_back(
        {written(fix.source), Json::binary(replacement), fix.text, fix.certain, fix.refusal});
  }
  return {finding.rule->id,
          number(finding.severity),
          number(finding.stance),
          std::move(cues),
          written(finding.prose),
          written(finding.source),
          written(finding.sentence),
          Json{finding.start.line, finding.start.column, finding.stop.line, finding.stop.column},
          Json::binary({finding.text.begin(), finding.text.end()}),
          finding.detail,
          number(finding.block),
          std::move(fixes),
          finding.fingerprint};
}

std::string text_of(const Json& binary) {
  const auto& bytes = binary.get_binary();
  return {bytes.begin(), bytes.end()};
}

Finding finding_of(const Json& from, const Rulebook& rulebook) {
  Finding finding;
  finding.rule = rule_named(from.at(0), rulebook);
  read(from.at(1), finding.severity);
  read(from.at(2), finding.stance);
  for (const Json& cue : from.at(3)) {
    read(cue.at(1), finding.cues.emplace_back(Cue{cue.at(0).get<std::string>(), {}}).source);
  }
  read(from.at(4), finding.prose);
  read(from.at(5), finding.source);
  read(from.at(6), finding.sentence);
  finding.start.line = from.at(7).at(0).get<std::size_t>();
  finding.start.column = from.at(7).at(1).get<std::size_t>();
  finding.stop.line = from.at(7).at(2).get<std::size_t>();
  finding.stop.column = from.at(7).at(3).get<std::size_t>();
  finding.text = text_of(from.at(8));
  finding.detail = from.at(9).get<std::string>();
  read(from.at(10), finding.block);
  for (const Json& each : from.at(11)) {
    Fix& fix = finding.fixes.emplace_back();
    read(each.at(0), fix.source);
    fix.replacement = text_of(each.at(1));
    fix.text = each.at(2).get<std::string>();
    fix.certain = each.at(3).get<bool>();
    fix.refusal = each.at(4).get<std::string>();
  }
  finding.fingerprint = from.at(12).get<std::string>();
  return finding;
}

Json written(const Coverage& coverage) {
  return {coverage.bytes, coverage.audited, coverage.skipped, coverage.note};
}

void read(const Json& from, Coverage& coverage) {
  coverage.bytes = from.at(0).get<std::size_t>();
  coverage.audited = from.at(1).get<std::size_t>();
  coverage.skipped = from.at(2).get<std::map<std::string, std::size_t>>();
  coverage.note = from.at(3).get<std::string>();
}

}  // namespace

std::string bytes_of(const FileReport& report) {
  Json findings = Json::array(), dismissed = Json::array(), obligations = Json::array(),
       sentences = Json::array();
  for (const Finding& finding : report.findings) findings.push_back(written(finding));
  for (const Dismissal& each : report.dismissed) {
    dismissed.push_back({written(each.finding), number(each.reason), each.detail});
  }
  for (const ObligationStatus& each : report.obligations) {
    obligations.push_back(
        {each.rule->id, each.owed, each.satisfied, written(each.statement), written(each.cause)});
  }
  for (const SentenceClass& each : report.sentences) {
    sentences.push_back({written(each.prose), written(each.source), number(each.label),
                         number(each.stance), each.family, number(each.block), each.several,
                         each.matched});
  }
  const Document& document = report.document;
  const std::vector<std::uint8_t> bytes = Json::to_cbor(
      {Json{document.format, document.encoding, document.language}, std::move(findings),
       std::move(dismissed), std::move(obligations), std::move(sentences), written(report.coverage),
       number(report.verdict), report.score});
  return {bytes.begin(), bytes.end()};
}

std::optional<FileReport> report_of(std::string_view bytes, const Rulebook& rulebook) {
  try {
    const Json from = Json::from_cbor(bytes);
    FileReport report;
    report.document.format = from.at(0).at(0).get<std::string>();
    report.document.encoding = from.at(0).at(1).get<std::string>();
    report.document.language = from.at(0).at(2).get<std::string>();
    for (const Json& each : from.at(1)) report.findings.push_back(finding_of(each, rulebook));
    for (const Json& each : from.at(2)) {
      Dismissal& dismissal = report.dismissed.emplace_back();
      dismissal.finding = finding_of(each.at(0), rulebook);
      read(each.at(1), dismissal.reason);
      dismissal.detail = each.at(2).get<std::string>();
    }
    for (const Json& each : from.at(3)) {
      ObligationStatus& status = report.obligations.emplace_back();
      status.rule = rule_named(each.at(0), rulebook);
      status.owed = each.at(1).get<bool>();
      status.satisfied = each.at(2).get<bool>();
      read(each.at(3), status.statement);
      read(each.at(4), status.cause);
    }
    for (const Json& each : from.at(4)) {
      SentenceClass& sentence = report.sentences.emplace_back();
      read(each.at(0), sentence.prose);
      read(each.at(1), sentence.source);
      read(each.at(2), sentence.label);
      read(each.at(3), sentence.stance);
      sentence.family = each.at(4).get<std::string>();
      read(each.at(5), sentence.block);
      sentence.several = each.at(6).get<bool>();
      sentence.matched = each.at(7).get<bool>();
    }
    read(from.at(5), report.coverage);
    read(from.at(6), report.verdict);
    report.score = from.at(7).get<int>();
    return report;
  } catch (const Json::exception&) {
    return std::nullopt;
  }
}

}  // namespace caveat
