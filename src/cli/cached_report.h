// A report as bytes of a cache, and back.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/report.h"
#include "rulebook/rulebook.h"

namespace caveat {

// Everything but the path and the text of the document; of use with an equal rulebook only.
std::string bytes_of(const FileReport& report, const Rulebook& rulebook);
// Nothing where the bytes are no such report, or name a rule that the rulebook lacks.
std::optional<FileReport> report_of(std::string_view bytes, const Rulebook& rulebook);

}  // namespace caveat
