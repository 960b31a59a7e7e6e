// The document objects that `json` and `jsonl` share.
#pragma once

#include <string>

#include "report/catalogue.h"
#include "report/writers.h"

namespace caveat {

// One document of the contract on one line.
std::string document_as_json(const FileReport& file, const Catalogue& catalogue,
                             const WriterOptions& options);

}  // namespace caveat
