// JSON text that is safe to show, and the document objects that `json` and `jsonl` share.
#pragma once

#include <string>
#include <string_view>

#include "report/catalogue.h"
#include "report/writers.h"

namespace caveat {

// One document of the contract on one line.
std::string document_as_json(const FileReport& file, const Catalogue& catalogue,
                             const WriterOptions& options);

// What a JSON library printed, with a line break at its end and every character escaped that acts on
// a terminal or begins a command in the log of a build. They can only stand inside of strings, so the
// value stays the same.
std::string finished_json(std::string_view json);

}  // namespace caveat
