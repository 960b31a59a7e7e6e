// What git knows of the documents: which changed since a commit, and on which lines.
#pragma once

#include <expected>
#include <map>
#include <string>

#include "cli/files.h"
#include "policy/changes.h"

namespace caveat {

// The changed lines of those of `files` that changed since `ref`, or since the branch at hand left
// it, by the path of the document. What git does not track is new; standard input is taken for
// new as well.
std::expected<std::map<std::string, ChangedLines>, Problem> changed_since(
    const std::string& ref, std::span<const InputFile> files);

}  // namespace caveat
