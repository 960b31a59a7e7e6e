// JSON text that is safe to show, and the document objects that `json` and `jsonl` share.
#pragma once

#include <string>

#include "report/catalogue.h"
#include "report/writers.h"

namespace caveat {

// One document of the contract on one line, without a line break at its end.
std::string document_as_json(const FileReport& file, const Catalogue& catalogue,
                             const WriterOptions& options);

// JSON text with every character that acts on a terminal escaped. They can only stand inside of
// strings, so the value stays the same.
std::string escape_terminal_characters(std::string json);

}  // namespace caveat
