// Gathers the packs that a run uses and compiles them.
#pragma once

#include <expected>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "cli/options.h"
#include "rulebook/compiled.h"
#include "rulebook/rulebook.h"

namespace caveat {

// The two options that every verb with rules has.
inline constexpr Option rules_option{
    "rules", "FILE|DIR",
    "Use these packs in place of the standard ones: a YAML file, or\n"
    "every one in a folder. May be given more than once.",
    true};
inline constexpr Option with_standard_option{"with-standard", "",
                                             "Keep the standard packs beside those of --rules."};

// The packs of `paths` (files and folders), in order.
std::expected<std::vector<PackSource>, std::vector<Problem>> read_packs(
    std::span<const std::string> paths);

// The packs inside the binary, compiled when it was built.
std::unique_ptr<const Rulebook> standard_rulebook(Examples examples = Examples::With);

// Puts the packs inside the binary before those in `sources`.
void add_standard_packs(std::vector<PackSource>& sources);

// Where packs that were loaded without the standard ones name what these may have, tells the
// option.
void point_to_standard(std::vector<Problem>& problems);

// The rulebook of --rules and --with-standard, or everything that is wrong with it. A rulebook
// without rules is wrong.
std::expected<std::unique_ptr<const Rulebook>, std::vector<Problem>> load_rulebook(
    const Values& values);
std::expected<std::unique_ptr<const Rulebook>, std::vector<Problem>> load_rulebook(
    std::span<const PackSource> sources);

}  // namespace caveat
