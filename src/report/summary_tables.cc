// One row for each document of a run: what an analyst sorts and counts.
#include <nlohmann/json.hpp>

#include "report/csv_cells.h"
#include "report/formats.h"
#include "report/json_text.h"
#include "report/sites.h"
#include "report/wording.h"

namespace caveat {

std::string write_summary_csv(const Report& report, const WriterOptions&) {
  std::string table =
      csv_row({"path", "site", "verdict", "score", "errors", "warnings", "suggestions", "dismissed",
               "missing_statements", "format", "language", "encoding", "bytes", "audited_bytes"});
  const std::vector<std::string> site = sites(report);
  for (std::size_t i = 0; i < report.documents.size(); ++i) {
    const FileReport& file = report.documents[i];
    const Counts counts = count(file);
    table += csv_row({csv_cell(file.document.path), csv_cell(site[i]),
                      std::string(name(file.verdict)), std::to_string(file.score),
                      std::to_string(counts.errors), std::to_string(counts.warnings),
                      std::to_string(counts.suggestions), std::to_string(counts.dismissed),
                      std::to_string(missing_statements(file)), csv_cell(file.document.format),
                      csv_cell(file.document.language), csv_cell(file.document.encoding),
                      std::to_string(file.coverage.bytes), std::to_string(file.coverage.audited)});
  }
  return table;
}

std::string write_summary_json(const Report& report, const WriterOptions&) {
  using Json = nlohmann::ordered_json;
  Json rows = Json::array();
  const std::vector<std::string> site = sites(report);
  for (std::size_t i = 0; i < report.documents.size(); ++i) {
    const FileReport& file = report.documents[i];
    const Counts counts = count(file);
    rows.push_back({{"path", file.document.path},
                    {"site", site[i]},
                    {"verdict", name(file.verdict)},
                    {"score", file.score},
                    {"errors", counts.errors},
                    {"warnings", counts.warnings},
                    {"suggestions", counts.suggestions},
                    {"dismissed", counts.dismissed},
                    {"missing_statements", missing_statements(file)},
                    {"format", file.document.format},
                    {"language", file.document.language},
                    {"encoding", file.document.encoding},
                    {"bytes", file.coverage.bytes},
                    {"audited_bytes", file.coverage.audited}});
  }
  return finished_json(rows.dump(2, ' ', false, Json::error_handler_t::replace));
}

}  // namespace caveat
