#include "cli/files.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <istream>
#include <set>

#include "cli/report_names.h"
#include "input/formats.h"

namespace caveat {
namespace {

namespace fs = std::filesystem;

Problem unreadable(const std::string& path, const std::error_code& error) {
  if (error == std::errc::no_such_file_or_directory) {
    return {.code = "no-such-file", .message = "there is no such file or folder", .path = path};
  }
  return {.code = "unreadable-file",
          .message = fmt::format("cannot be read: {}", error.message()),
          .path = path};
}

bool is_hidden(const fs::path& path) { return path.filename().native().starts_with('.'); }

// As strings: a path of four folders takes ten times the room.
std::expected<std::vector<std::string>, std::error_code> sorted_entries(const fs::path& folder) {
  std::error_code error;
  std::vector<std::string> entries;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    entries.push_back(it->path().native());
  }
  if (error) return std::unexpected(error);
  std::ranges::sort(entries);
  return entries;
}

// Also of what does not exist yet; without a slash at its end.
fs::path real_path(const fs::path& path) {
  std::error_code error;
  const fs::path real = fs::weakly_canonical(path, error);
  return real.has_filename() ? real : real.parent_path();
}

// Walks folders; calls `take` with each file that `wanted` accepts.
template <class Wanted, class Take>
class Walk {
 public:
  // `except`: the reports of an earlier run are not copy.
  Walk(std::span<const fs::path> except, Wanted wanted, Take take, LeavesOut leaves_out = {})
      : wanted_(std::move(wanted)), take_(std::move(take)), leaves_out_(std::move(leaves_out)) {
    for (const fs::path& path : except) except_.insert(real_path(path));
  }

  // Whether there was anything new to walk. A folder that is named itself is walked even where it
  // is the excepted one.
  bool start(const fs::path& folder) {
    std::error_code error;
    const fs::path real = fs::canonical(folder, error);
    except_.erase(real);
    const bool known = entered_.contains(real);
    enter(folder);
    return !known;
  }

  std::vector<Problem> problems;
  std::size_t taken = 0, left_out = 0;

 private:
  void enter(const fs::path& folder) {
    std::error_code error;
    const fs::path real = fs::canonical(folder, error);
    if (error) {
      problems.push_back(unreadable(folder.native(), error));
      return;
    }
    if (except_.contains(real) || !entered_.insert(real).second) return;
    const auto entries = sorted_entries(folder);
    if (!entries) {
      problems.push_back(unreadable(folder.native(), entries.error()));
      return;
    }
    for (const fs::path entry : *entries) {
      if (is_hidden(entry)) continue;
      const fs::file_status status = fs::status(entry, error);
      const bool is_folder = fs::is_directory(status);
      if (!is_folder && (!wanted_(entry) || except_.contains(real / entry.filename()))) continue;
      if (leaves_out_ && leaves_out_(entry, is_folder)) {
        ++left_out;
      } else if (is_folder) {
        enter(entry);
      } else if (fs::is_regular_file(status)) {
        ++taken;
        take_(entry);
      } else if (!fs::exists(status)) {  // a link that leads nowhere
        problems.push_back(unreadable(entry.native(), error));
      }
    }
  }

  Wanted wanted_;
  Take take_;
  LeavesOut leaves_out_;
  std::set<fs::path> except_;
  std::set<fs::path> entered_;
};

Problem no_documents(const std::string& path, bool left_out) {
  if (left_out) {
    return {.code = "no-documents",
            .message = "holds no document that the configuration lets in",
            .path = path,
            .hint = "`caveat config` shows `include` and `exclude`, and where they were set."};
  }
  return {.code = "no-documents",
          .message = "holds no document that Caveat reads",
          .path = path,
          .hint =
              "`caveat help audit` lists the extensions; a file that is named itself is read "
              "whatever its extension."};
}

const Format* format_or_text(std::string_view path) {
  const Format* format = format_for(path);
  return format != nullptr ? format : format_named("text");
}

}  // namespace

FoundFiles find_documents(std::span<const std::string> paths, std::string_view stdin_name,
                          std::span<const fs::path> except, const LeavesOut& leaves_out) {
  FoundFiles found;
  std::vector<std::string> named(paths.begin(), paths.end());
  if (std::ranges::find(named, "-") != named.end()) named.emplace_back(stdin_name);
  const ReportNames names(named);
  std::set<std::string> seen, taken;  // a folder alone holds nothing twice
  const bool several = paths.size() > 1;
  const auto add = [&](const fs::path& path, bool standard_input) {
    std::error_code error;
    const fs::path whole = fs::absolute(path, error).lexically_normal();
    if (several && !seen.insert(standard_input ? "-" : whole.native()).second) return;
    std::string name = names.of(path);
    if (several && !taken.insert(name).second) taken.insert(name = seen_from_here(path));
    const bool leads_there = name == path.generic_string() || !path.is_absolute();
    found.files.push_back({.path = name,
                           .format = format_or_text(name),
                           .standard_input = standard_input,
                           .elsewhere = leads_there ? "" : path.native()});
  };
  Walk walk(
      except, [](const fs::path& path) { return format_for(path.native()) != nullptr; },
      [&](const fs::path& file) { add(file, false); }, leaves_out);
  for (const std::string& path : paths) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (path == "-") {
      add(stdin_name, true);
    } else if (!fs::exists(status)) {
      found.problems.push_back(unreadable(path, error));
    } else if (!fs::is_directory(status)) {
      add(path, false);
    } else {
      const std::size_t problems = walk.problems.size();
      walk.taken = walk.left_out = 0;
      const bool walked = walk.start(path);
      if (walked && walk.taken == 0 && walk.problems.size() == problems) {
        found.problems.push_back(no_documents(path, walk.left_out > 0));
      }
    }
  }
  found.problems.insert(found.problems.end(), walk.problems.begin(), walk.problems.end());
  for (Problem& problem : found.problems) problem.path = names.of(problem.path);
  return found;
}

std::expected<std::vector<std::string>, Problem> find_files(
    const std::string& path, std::span<const std::string_view> extensions) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) return std::unexpected(unreadable(path, error));
  if (!fs::is_directory(status)) return std::vector{path};
  std::vector<std::string> files;
  Walk walk(
      {},
      [extensions](const fs::path& file) {
        return std::ranges::find(extensions, file.extension().native()) != extensions.end();
      },
      [&files](const fs::path& file) { files.push_back(without_dot(file)); });
  walk.start(path);
  if (!walk.problems.empty()) return std::unexpected(walk.problems.front());
  return files;
}

fs::path mirrored(std::string_view path, std::string_view extension) {
  fs::path inside;
  for (const fs::path& part : fs::path(path).lexically_normal().relative_path()) {
    inside /= part == ".." ? fs::path("__up__") : part;
  }
  if (path == "-") inside = "stdin";
  inside += extension;
  return inside;
}

}  // namespace caveat
