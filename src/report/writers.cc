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
    {.name = "html",
     .description = "for editors: the text with its findings marked, the reasons beside it",
     .extension = ".html",
     .unit = Writer::Unit::Document,
     .write = write_html,
     .run_file = "index.html",
     .overview = write_html_overview},
    {.name = "json",
     .description = "everything, as one object (schema: src/report/report.schema.json)",
     .extension = ".json",
     .unit = Writer::Unit::Document,
     .write = write_json,
     .run_file = "summary.json",
     .overview = write_json_overview},
    {.name = "jsonl",
     .description = "the documents of json, one a line",
     .extension = ".jsonl",
     .unit = Writer::Unit::Run,
     .write = write_jsonl,
     .run_file = "report.jsonl"},
    {.name = "markdown",
     .description = "for a pull request or a wiki",
     .extension = ".md",
     .unit = Writer::Unit::Document,
     .write = write_markdown,
     .run_file = "summary.md",
     .overview = write_markdown_overview},
    {.name = "csv",
     .description = "a table of all findings",
     .extension = ".csv",
     .unit = Writer::Unit::Run,
     .write = write_csv,
     .run_file = "findings.csv"},
    {.name = "sarif",
     .description = "SARIF 2.1.0, for code scanning",
     .extension = ".sarif",
     .unit = Writer::Unit::Run,
     .write = write_sarif,
     .run_file = "report.sarif"},
    {.name = "github",
     .description = "annotations of GitHub Actions",
     .extension = ".txt",
     .unit = Writer::Unit::Run,
     .write = write_github,
     .run_file = "github.txt"},
    {.name = "gitlab",
     .description = "GitLab's code quality report",
     .extension = ".json",
     .unit = Writer::Unit::Run,
     .write = write_gitlab,
     .run_file = "gl-code-quality-report.json"},
    {.name = "junit",
     .description = "JUnit XML, a suite for each document",
     .extension = ".xml",
     .unit = Writer::Unit::Run,
     .write = write_junit,
     .run_file = "junit.xml"},
    {.name = "checkstyle",
     .description = "Checkstyle XML",
     .extension = ".xml",
     .unit = Writer::Unit::Run,
     .write = write_checkstyle,
     .run_file = "checkstyle.xml"},
    {.name = "rdjson",
     .description = "reviewdog's diagnostics",
     .extension = ".json",
     .unit = Writer::Unit::Run,
     .write = write_rdjson,
     .run_file = "rdjson.json"},
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
