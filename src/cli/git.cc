#include "cli/git.h"

#include <fmt/format.h>

#include <filesystem>

#include "cli/process.h"

namespace caveat {
namespace {

namespace fs = std::filesystem;

fs::path real_path(const fs::path& path) {
  std::error_code error;
  return fs::weakly_canonical(fs::absolute(path), error);
}

std::string_view line_of(std::string_view text) { return text.substr(0, text.find('\n')); }

// A work tree, and what changed in it.
class Repository {
 public:
  explicit Repository(fs::path root) : root_(std::move(root)) {}

  std::expected<void, Problem> read(const std::string& ref) {
    const auto base = base_of(ref);
    if (!base) return std::unexpected(base.error());
    // Its users' settings change what git prints; so does a diff program of their own.
    const auto diff =
        git({"-c", "core.quotePath=false", "diff", "--unified=0", "--no-color", "--no-ext-diff",
             "--no-textconv", "--text", "--find-renames", "--ignore-submodules",
             "--inter-hunk-context=0", "--src-prefix=a/", "--dst-prefix=b/", *base, "--"});
    if (!diff) return std::unexpected(diff.error());
    for (ChangedFile& file : read_diff(*diff)) changed_[file.path] = std::move(file.lines);
    const auto untracked = git({"ls-files", "--others", "--exclude-standard", "-z"});
    if (!untracked) return std::unexpected(untracked.error());
    for (std::string_view rest = *untracked; !rest.empty();) {
      const std::string_view name = rest.substr(0, rest.find('\0'));
      changed_[std::string(name)].all = true;
      rest.remove_prefix(std::min(name.size() + 1, rest.size()));
    }
    return {};
  }

  // Null where the document did not change.
  const ChangedLines* of(const fs::path& real) const {
    const auto found = changed_.find(real.lexically_relative(root_).generic_string());
    return found == changed_.end() ? nullptr : &found->second;
  }

 private:
  // Where the branch at hand left `ref`: what others did there since is no change of ours.
  std::expected<std::string, Problem> base_of(const std::string& ref) {
    const auto commit = run({"rev-parse", "--verify", "--quiet", ref + "^{commit}"});
    if (!commit) return std::unexpected(no_git());
    if (commit->code > 1) return std::unexpected(refused(*commit));
    if (ref.starts_with('-') || commit->code != 0) {
      return std::unexpected(Problem{
          .code = "unknown-commit",
          .message = fmt::format("git knows no commit “{}”", ref),
          .hint = "A shallow clone lacks older commits and other branches: in GitHub Actions, "
                  "`fetch-depth: 0` brings them."});
    }
    const std::string_view id = line_of(commit->out);
    const auto base = run({"merge-base", std::string(id), "HEAD"});
    return std::string(base && base->code == 0 ? line_of(base->out) : id);
  }

  std::optional<Ended> run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"git", "-C", root_.native()});
    return run_program(arguments);
  }

  std::expected<std::string, Problem> git(std::vector<std::string> arguments) const {
    auto ended = run(std::move(arguments));
    if (!ended) return std::unexpected(no_git());
    if (ended->code == 0) return std::move(ended->out);
    return std::unexpected(refused(*ended));
  }

  static Problem refused(const Ended& ended) {
    return {.code = "git-failed",
            .message = fmt::format("git says: {}", line_of(ended.error)),
            .hint = "--changed-since needs git's answer."};
  }

  static Problem no_git() {
    return {.code = "no-git",
            .message = "--changed-since needs git, which cannot be started",
            .hint = "Install it, or put it into PATH."};
  }

  fs::path root_;
  std::map<std::string, ChangedLines> changed_;
};

// The folder that holds ".git", or nothing.
fs::path root_above(fs::path folder) {
  std::error_code error;
  while (!fs::exists(folder / ".git", error)) {
    if (folder == folder.parent_path()) return {};
    folder = folder.parent_path();
  }
  return folder;
}

}  // namespace

std::expected<std::map<std::string, ChangedLines>, Problem> changed_since(
    const std::string& ref, std::span<const InputFile> files) {
  std::map<fs::path, Repository> repositories;
  std::map<fs::path, fs::path> roots;  // by folder
  std::map<std::string, ChangedLines> changed;
  for (const InputFile& file : files) {
    if (file.standard_input) {
      changed[file.path].all = true;
      continue;
    }
    const fs::path real = real_path(file.location());
    const auto [root, fresh] = roots.try_emplace(real.parent_path());
    if (fresh) root->second = root_above(real.parent_path());
    if (root->second.empty()) {
      return std::unexpected(Problem{.code = "no-repository",
                                     .message = "lies in no git repository",
                                     .path = file.path,
                                     .hint = "--changed-since needs one; leave it out to audit "
                                             "everything."});
    }
    const auto [repository, unread] = repositories.try_emplace(root->second, root->second);
    if (unread) {
      if (auto read = repository->second.read(ref); !read) return std::unexpected(read.error());
    }
    if (const ChangedLines* lines = repository->second.of(real)) changed[file.path] = *lines;
  }
  return changed;
}

}  // namespace caveat
