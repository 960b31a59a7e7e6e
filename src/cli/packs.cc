#include "cli/packs.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>

#include "cli/files.h"
#include "rulebook/embedded.h"

namespace caveat {

std::expected<std::vector<PackSource>, std::vector<Problem>> read_packs(
    std::span<const std::string> paths) {
  static constexpr std::string_view extensions[] = {".yaml", ".yml"};
  std::vector<PackSource> sources;
  std::vector<Problem> problems;
  for (const std::string& path : paths) {
    const auto files = find_files(path, extensions);
    if (!files) {
      problems.push_back(files.error());
      continue;
    }
    if (files->empty()) {
      problems.push_back(
          {.code = "no-packs", .message = "holds no pack (a .yaml file)", .path = path});
    }
    for (const std::string& file : *files) {
      if (auto text = read_file(file)) {
        sources.push_back({file, std::move(*text)});
      } else {
        problems.push_back(std::move(text.error()));
      }
    }
  }
  if (!problems.empty()) return std::unexpected(std::move(problems));
  return sources;
}

void add_standard_packs(std::vector<PackSource>& sources) {
  auto standard = embedded_packs();
  sources.insert(sources.begin(), std::move_iterator(standard.begin()),
                 std::move_iterator(standard.end()));
}

std::expected<std::unique_ptr<const Rulebook>, std::vector<Problem>> load_rulebook(
    std::span<const PackSource> sources) {
  LoadedRulebook loaded = load(sources);
  if (loaded.rulebook == nullptr) return std::unexpected(std::move(loaded.problems));
  if (loaded.rulebook->all.empty()) {
    return std::unexpected(std::vector{Problem{
        .code = "no-rules", .message = "the packs hold no rule, so nothing could be found"}});
  }
  return std::move(loaded.rulebook);
}

void point_to_standard(std::vector<Problem>& problems) {
  static constexpr std::string_view codes[] = {"unknown-lexicon", "unknown-frame",
                                               "unknown-authority", "unknown-evidence"};
  for (Problem& problem : problems) {
    const bool name = std::ranges::find(codes, problem.code) != std::end(codes);
    if (!name || problem.hint.starts_with("did you mean")) continue;
    if (!problem.hint.empty()) problem.hint += "; ";
    problem.hint += "--with-standard adds those of the standard packs";
  }
}

std::unique_ptr<const Rulebook> standard_rulebook(Examples examples) {
  auto rulebook = read_compiled(embedded_rulebook(), Trust::Own, examples);
  if (rulebook == nullptr) throw std::logic_error("the rulebook inside the program is damaged");
  return rulebook;
}

std::expected<std::unique_ptr<const Rulebook>, std::vector<Problem>> load_rulebook(
    const Values& values) {
  if (!values.has(rules_option.name)) return standard_rulebook();
  auto sources = read_packs(values.all(rules_option.name));
  if (!sources) return std::unexpected(std::move(sources.error()));
  const bool with_standard = values.has(with_standard_option.name);
  if (with_standard) add_standard_packs(*sources);
  auto rulebook = load_rulebook(*sources);
  if (!rulebook && !with_standard) point_to_standard(rulebook.error());
  return rulebook;
}

}  // namespace caveat
