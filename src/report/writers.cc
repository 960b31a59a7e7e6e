#include "report/writers.h"

#include "report/formats.h"

namespace caveat {
namespace {

constexpr Writer table[] = {
    {.name = "text",
     .description = "for people: the line, the words underlined, why, the evidence, the remedy",
     .extension = ".txt",
     .unit = Writer::Unit::Document,
     .write = write_text,
     .run_file = "summary.txt",
     .overview = write_text_overview},
    {.name = "concise",
     .description = "one line for each finding",
     .extension = ".txt",
     .unit = Writer::Unit::Run,
     .write = write_concise,
     .run_file = "concise.txt"},
    {.name = "json",
     .description = "everything, as one object (schema: src/report/report.schema.json)",
     .extension = ".json",
     .unit = Writer::Unit::Document,
     .write = write_json,
     .run_file = "summary.json",
     .overview = write_json_overview},
};

}  // namespace

std::span<const Writer> writers() { return table; }

const Writer* writer_named(std::string_view name) {
  for (const Writer& writer : table) {
    if (writer.name == name) return &writer;
  }
  return nullptr;
}

}  // namespace caveat
