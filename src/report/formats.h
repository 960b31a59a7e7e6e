// What the rows of the table in writers.cc point at; each is defined in the file of its name.
#pragma once

#include <span>
#include <string>

#include "report/writers.h"

namespace caveat {

std::string write_text(const Report& report, const WriterOptions& options);
std::string write_text_overview(const Report& report, std::span<const std::string> files);
std::string write_concise(const Report& report, const WriterOptions& options);
std::string write_json(const Report& report, const WriterOptions& options);
std::string write_json_overview(const Report& report, std::span<const std::string> files);

}  // namespace caveat
