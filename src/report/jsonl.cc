// One document a line: what a batch of thousands is read from.
#include "report/formats.h"
#include "report/json.h"

namespace caveat {

std::string write_jsonl(const Report& report, const WriterOptions& options) {
  const Catalogue catalogue(report);
  std::string lines;
  for (const FileReport& file : report.documents) {
    lines += document_as_json(file, catalogue, options);
  }
  return lines;
}

}  // namespace caveat
