// What changed between two runs, for programs.
#include <nlohmann/json.hpp>

#include "report/comparison.h"
#include "report/json_text.h"

namespace caveat {
namespace {

using Json = nlohmann::ordered_json;

Json place(const RecordedFinding& finding) {
  return {{"path", finding.path}, {"line", finding.line}, {"column", finding.column}};
}

Json object(const RecordedFinding& finding) {
  Json result = place(finding);
  result["rule"] = finding.rule;
  result["severity"] = name(finding.severity);
  result["message"] = finding.message;
  result["text"] = finding.text;
  result["fingerprint"] = finding.fingerprint;
  return result;
}

Json list(const std::vector<RecordedFinding>& findings) {
  Json result = Json::array();
  for (const RecordedFinding& finding : findings) result.push_back(object(finding));
  return result;
}

Json judged(const std::optional<RecordedDocument>& document) {
  if (!document) return nullptr;
  return {{"verdict", name(document->verdict)}, {"score", document->score}};
}

}  // namespace

std::string comparison_as_json(const Comparison& comparison) {
  Json moved = Json::array();
  for (const auto& [before, after] : comparison.moved) {
    Json one = object(after);
    one["before"] = place(before);
    moved.push_back(std::move(one));
  }
  Json documents = Json::array();
  for (const DocumentChange& change : comparison.documents) {
    documents.push_back({{"path", change.path},
                         {"before", judged(change.before)},
                         {"after", judged(change.after)},
                         {"new", change.added},
                         {"gone", change.gone}});
  }
  const Json result = {{"schema_version", 1},
                       {"documents", std::move(documents)},
                       {"new", list(comparison.added)},
                       {"gone", list(comparison.gone)},
                       {"moved", std::move(moved)},
                       {"summary",
                        {{"new", comparison.added.size()},
                         {"gone", comparison.gone.size()},
                         {"moved", comparison.moved.size()},
                         {"unchanged", comparison.unchanged}}}};
  return finished_json(result.dump(2, ' ', false, Json::error_handler_t::replace));
}

}  // namespace caveat
