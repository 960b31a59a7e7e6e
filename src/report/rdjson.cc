// Reviewdog's diagnostic format. Its columns count bytes of UTF-8, unlike everybody else's.
#include <nlohmann/json.hpp>

#include "model/line_index.h"
#include "report/formats.h"
#include "report/json_text.h"
#include "report/wording.h"

namespace caveat {
namespace {

using Json = nlohmann::ordered_json;

std::string_view severity(Severity value) {
  switch (value) {
    case Severity::Error:
      return "ERROR";
    case Severity::Warning:
      return "WARNING";
    case Severity::Suggestion:
      return "INFO";
  }
  return "UNKNOWN_SEVERITY";
}

class Places {
 public:
  explicit Places(const Document& document)
      : document_(document), lines_(document.source, document.code_units()) {}

  Json range(SourceSpan span) const {
    return {{"start", place(span.begin)}, {"end", place(span.end)}};
  }

 private:
  Json place(std::size_t offset) const {
    const LineColumn at = lines_.at(offset);
    if (document_.code_units() != CodeUnits::Utf8) {
      return {{"line", at.line}, {"column", at.column}};
    }
    const char* const begin = lines_.line(at.line).data();
    const auto start = static_cast<std::size_t>(begin - document_.source.data());
    return {{"line", at.line}, {"column", std::max(offset, start) - start + 1}};
  }

  const Document& document_;
  LineIndex lines_;
};

Json diagnostic(const FileReport& file, const Places& places, const Finding& finding) {
  Json object = {
      {"message", full_message(finding)},
      {"location", {{"path", file.document.path}, {"range", places.range(finding.source)}}},
      {"severity", severity(finding.severity)},
      {"code", {{"value", finding.rule->id}}}};
  if (const Fix* fix = shown_fix(finding, file.document)) {
    object["suggestions"].push_back(
        {{"range", places.range(fix->source)}, {"text", fix->replacement}});
  }
  return object;
}

}  // namespace

std::string write_rdjson(const Report& report, const WriterOptions&) {
  Json diagnostics = Json::array();
  for (const FileReport& file : report.documents) {
    const Places places(file.document);
    for (const Finding& finding : file.findings) {
      diagnostics.push_back(diagnostic(file, places, finding));
    }
  }
  const Json object = {{"source", {{"name", "caveat"}}}, {"diagnostics", std::move(diagnostics)}};
  return finished_json(object.dump(2, ' ', false, Json::error_handler_t::replace));
}

}  // namespace caveat
