// Finds, reads and writes files: everything that Caveat asks of the file system.
#pragma once

#include <expected>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/problem.h"

namespace caveat {

struct Configuration;
struct Format;
struct Policy;

struct InputFile {
  std::string path;                // as reports name it
  const Format* format = nullptr;  // never null
  bool standard_input = false;
  const Configuration* configuration = nullptr;  // the one nearest to it, if any
  const Policy* policy = nullptr;                // what is in force for it; null: the defaults
  std::string elsewhere = {};                    // where it lies, if `path` does not lead there
  const std::string& location() const { return elsewhere.empty() ? path : elsewhere; }
};

struct FoundFiles {
  std::vector<InputFile> files;
  std::vector<Problem> problems;
};

// The documents under `paths`, in their order, each once. Folders are walked in the order of their
// entries' names, down to files whose extension the table of formats knows; hidden entries and what
// `except` names are left out, and a folder is entered once, so that links cannot make a circle. A
// file that is named itself is read whatever its extension. "-" is standard input, known as
// `stdin_name`. What lies in a folder is there only where `leaves_out` does not leave it out.
using LeavesOut = std::function<bool(const std::filesystem::path& path, bool is_folder)>;
FoundFiles find_documents(std::span<const std::string> paths, std::string_view stdin_name,
                          std::span<const std::filesystem::path> except = {},
                          const LeavesOut& leaves_out = {});

// The files under `path` with one of `extensions`, sorted; `path` itself if it is a file.
std::expected<std::vector<std::string>, Problem> find_files(
    const std::string& path, std::span<const std::string_view> extensions);

std::expected<std::string, Problem> read_file(const std::string& path);
std::expected<std::string, Problem> read_standard_input(std::istream& in, std::string_view name);

// Writes a file whole or not at all: under a temporary name beside it, flushed, then renamed. The
// folders above it are made. What is no regular file (/dev/stdout, a pipe) is written to directly.
std::optional<Problem> write_file(const std::filesystem::path& path, std::string_view bytes);

// Puts `after` in the place of `before`, all of it or none, in the file that `path` leads to: its
// mode and its owner stay, and so does the file where it no longer holds `before`.
std::optional<Problem> replace_file(const std::string& path, std::string_view before,
                                    std::string_view after);

// Where the report of a document belongs under an output folder: its own path, without the root or
// a way upwards, and the extension behind it.
std::filesystem::path mirrored(std::string_view path, std::string_view extension);

}  // namespace caveat
