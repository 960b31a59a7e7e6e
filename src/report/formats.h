// What the rows of the table in writers.cc point at; each is defined in the file of its name.
#pragma once

#include <span>
#include <string>

#include "report/writers.h"

namespace caveat {

std::string write_text(const Report& report, const WriterOptions& options);
std::string write_text_piece(const Report& report, const WriterOptions& options);
std::string write_text_end(const Report& report, const WriterOptions& options);
std::string write_text_overview(const Report& report, std::span<const std::string> files);
std::string write_concise(const Report& report, const WriterOptions& options);
std::string write_grouped(const Report& report, const WriterOptions& options);
std::string write_statistics(const Report& report, const WriterOptions& options);
std::string write_json(const Report& report, const WriterOptions& options);
std::string write_json_overview(const Report& report, std::span<const std::string> files);
std::string write_jsonl(const Report& report, const WriterOptions& options);
std::string write_markdown(const Report& report, const WriterOptions& options);
std::string write_markdown_overview(const Report& report, std::span<const std::string> files);
std::string write_html(const Report& report, const WriterOptions& options);
std::string write_html_overview(const Report& report, std::span<const std::string> files);
std::string write_csv(const Report& report, const WriterOptions& options);
std::string write_summary_csv(const Report& report, const WriterOptions& options);
std::string write_summary_json(const Report& report, const WriterOptions& options);
std::string write_sarif(const Report& report, const WriterOptions& options);
std::string write_github(const Report& report, const WriterOptions& options);
std::string write_gitlab(const Report& report, const WriterOptions& options);
std::string write_junit(const Report& report, const WriterOptions& options);
std::string write_checkstyle(const Report& report, const WriterOptions& options);
std::string write_rdjson(const Report& report, const WriterOptions& options);

}  // namespace caveat
