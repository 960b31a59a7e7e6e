// `caveat config`: what is in force for a document, and where each value comes from.
// `caveat init`: a commented configuration to start from.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <filesystem>

#include "cli/audit_run.h"
#include "cli/packs.h"
#include "cli/verbs.h"
#include "model/display.h"
#include "report/wording.h"

namespace caveat {
namespace {

constexpr Option options[] = {
    config_option,
    no_config_option,
    rules_option,
    with_standard_option,
    {"jurisdiction", "LIST", "As for `caveat audit`."},
    {"fail-on", "[FAMILY=]LEVEL", "As for `caveat audit`.", true},
    {"max-warnings", "N", "As for `caveat audit`."},
};

constexpr std::string_view no_place = "default";

class View {
 public:
  View(const Configuration* configuration, const Policy& policy, const AuditPlan& plan,
       const Values& values)
      : configuration_(configuration), policy_(policy), plan_(plan), values_(values) {}

  std::string write(const std::string& path) {
    row("document", path, "");
    row("configuration", configuration_ == nullptr ? "none" : configuration_->path, "");
    write_packs();
    write_jurisdictions();
    row("language", policy_.language ? policy_.language->value : "as the document says",
        policy_.language ? policy_.language->place : no_place);
    row("fail-on", name(policy_.fail_on.value), policy_.fail_on.place);
    for (const FamilyThreshold& each : policy_.families) {
      row("  " + each.family, name(each.threshold), each.place);
    }
    write_max_warnings();
    if (configuration_ != nullptr && configuration_->baseline) {
      row("baseline", configuration_->baseline->value, configuration_->baseline->place);
    }
    write_paths(path);
    write_rules();
    return std::move(text_);
  }

 private:
  void row(std::string_view label, std::string_view value, std::string_view place) {
    std::string line = fmt::format("{:<16}{:<32}  {}", label, printable(value), printable(place));
    line.erase(line.find_last_not_of(' ') + 1);
    text_ += line + "\n";
  }

  void write_packs() {
    if (values_.has(rules_option.name)) {
      row("packs", fmt::format("{}", fmt::join(values_.all(rules_option.name), ", ")), "--rules");
      if (values_.has(with_standard_option.name)) row("", standard_packs, "--with-standard");
    } else if (configuration_ != nullptr && configuration_->packs) {
      row("packs", fmt::format("{}", fmt::join(configuration_->packs->value, ", ")),
          configuration_->packs->place);
    } else {
      row("packs", standard_packs, no_place);
    }
  }

  void write_jurisdictions() {
    if (!plan_.audit.jurisdictions.empty()) {
      row("jurisdictions", fmt::format("{}", fmt::join(plan_.audit.jurisdictions, ", ")),
          "--jurisdiction");
    } else if (configuration_ != nullptr && configuration_->jurisdictions) {
      row("jurisdictions", fmt::format("{}", fmt::join(configuration_->jurisdictions->value, ", ")),
          configuration_->jurisdictions->place);
    } else {
      row("jurisdictions", "all", no_place);
    }
  }

  void write_max_warnings() {
    if (plan_.max_warnings) {
      row("max-warnings", fmt::format("{}", *plan_.max_warnings), "--max-warnings");
    } else if (configuration_ != nullptr && configuration_->max_warnings) {
      row("max-warnings", fmt::format("{}", configuration_->max_warnings->value),
          configuration_->max_warnings->place);
    } else {
      row("max-warnings", "not counted", no_place);
    }
  }

  void write_paths(const std::string& path) {
    if (configuration_ == nullptr) return;
    for (const PathList* list : {&configuration_->include, &configuration_->exclude}) {
      if (list->place.empty()) continue;
      row(list == &configuration_->include ? "include" : "exclude",
          fmt::format("{}", fmt::join(list->patterns, ", ")), list->place);
    }
    const std::string inside = Configurations::inside(*configuration_, path);
    const bool out = configuration_->leaves_out(inside, std::filesystem::is_directory(path));
    row("audited", out ? "no, it is left out" : "yes", "");
  }

  void write_rules() {
    if (!policy_.rules.empty()) text_ += "rules\n";
    for (const RuleSetting& each : policy_.rules) {
      text_ += fmt::format("  {:<44}  {:<10}  {}\n", each.rules, name(each.level), each.place);
      if (!each.reason.empty()) text_ += "      " + printable(each.reason) + "\n";
    }
    if (!policy_.allowed.empty()) text_ += "allowed terms\n";
    for (const auto& [term, place] : policy_.allowed) {
      text_ += fmt::format("  {:<44}  {:<10}  {}\n", printable(term.text), "", place);
      if (!term.detail.empty()) text_ += "      " + printable(term.detail) + "\n";
    }
    if (!policy_.statements.empty()) text_ += "statements\n";
    for (const auto& [statement, place] : policy_.statements) {
      text_ += fmt::format("  {:<44}  {:<10}  {}\n", statement.obligation, "", place);
      for (const std::string& line : wrapped(printable(statement.text), 80)) {
        text_ += "      " + line + "\n";
      }
    }
  }

  const Configuration* configuration_;
  const Policy& policy_;
  const AuditPlan& plan_;
  const Values& values_;
  std::string text_;
};

int show(const Values& values, Console& console) {
  const auto plan = plan_settings(values);
  if (!plan) return refuse(plan.error(), console);
  Configurations configurations(values);
  static const std::string here = ".";
  std::span<const std::string> paths = values.arguments();
  if (paths.empty()) paths = {&here, 1};
  std::set<const Configuration*> used;
  const auto configuration_of = [&](const std::string& path) {
    return configurations.of(path, std::filesystem::is_directory(path));
  };
  for (const std::string& path : paths) used.insert(configuration_of(path));
  if (!configurations.problems().empty()) return refuse(configurations.problems(), console);
  const auto ruling = Ruling::load(values, plan->command_line, used);
  if (!ruling) return refuse(ruling.error(), console);
  std::string text;
  for (const std::string& path : paths) {
    const Configuration* configuration = configuration_of(path);
    const Policy& policy = (*ruling)->policy(configuration, path);
    if (!text.empty()) text += "\n";
    text += View(configuration, policy, *plan, values).write(path);
  }
  return finish(text, exit_clean, console);
}

std::string config_more() {
  return "\nExamples:\n"
         "  caveat config\n"
         "  caveat config content/blog/page.md --fail-on error\n";
}

constexpr std::string_view start =
    R"(# What Caveat does in this folder and below. The nearest .caveat.yaml above a document counts alone;
# `caveat config PATH` shows what is in force, and from which line.

# The rules: those inside of Caveat, and packs of your own (files or folders of this repository,
# relative to this one).
# packs: [standard, rules/our-clinic.yaml]

# Whose law the pages answer to: uk, us, au, nz, ca, eu, de, ie, tr, platform. It decides severities and
# which authorities reports cite. Default: all are cited.
# jurisdictions: [uk]

# Take every document for one in this language. Default: what the document says.
# language: en

# Which paths are audited when a folder is, in the syntax of .gitignore.
# include: ["*.md", "*.html"]
# exclude: [drafts/, "CHANGELOG.md"]

# From which severity on a finding makes exit code 1: error, warning, suggestion, never.
fail-on: warning
# fail-on-family: {mojibake: suggestion}
# Tolerate so many warnings.
# max-warnings: 0

# Findings that were known before (`caveat baseline create .caveat-baseline.json content/`).
# baseline: .caveat-baseline.json

# Single rules, or all of a pack: off, on, suggestion, warning, error; say why.
# rules:
#   promises/*: {level: suggestion, reason: "Reviewed by hand each quarter."}
#   residue/missing-sources: off

# vocabulary:
#   # Names that are never findings.
#   allow: ["Deep Detox Ritual"]
#   # Your own wording of a statement that pages owe their readers.
#   statements:
#     - satisfies: statements/not-medical-advice-disclaimer
#       text: "We are therapists and not doctors."

# Other settings for some paths.
# overrides:
#   - paths: [blog/]
#     fail-on: error
#     rules: {residue/missing-sources: error}
)";

int init(const Values& values, Console& console) {
  const std::filesystem::path folder =
      values.arguments().empty() ? "." : values.arguments().front();
  const std::filesystem::path file = (folder / configuration_name).lexically_normal();
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error)) {
    return refuse({{Problem{.code = "no-such-folder",
                            .message = "there is no such folder",
                            .path = folder.native()}}},
                  console);
  }
  if (std::filesystem::exists(std::filesystem::symlink_status(file, error))) {
    return refuse({{Problem{.code = "file-exists",
                            .message = "is there already, and was not changed",
                            .path = file.native(),
                            .hint = "`caveat config` shows what it sets."}}},
                  console);
  }
  if (const auto problem = write_file(file, start)) return refuse({{*problem}}, console);
  return finish(fmt::format("{} was written; everything in it is as it would be without it.\n",
                            printable(file.native())),
                exit_clean, console);
}

std::string init_more() {
  return "\nExamples:\n"
         "  caveat init\n"
         "  caveat init website/\n";
}

}  // namespace

extern const Verb config_verb = {
    .name = "config",
    .summary = "Show what is in force for a document, and where each value comes from.",
    .arguments = "[OPTIONS] [PATH...]",
    .help =
        "PATH is a document or a folder, by default this folder. Values come from the options,\n"
        "from the nearest .caveat.yaml upwards from PATH (up to the root of its repository), or\n"
        "are defaults. `caveat init` writes a .caveat.yaml with every key explained.\n",
    .more = config_more,
    .options = options,
    .run = show,
};

extern const Verb init_verb = {
    .name = "init",
    .summary = "Write a commented .caveat.yaml to start from.",
    .arguments = "[FOLDER]",
    .help = "An existing file is never overwritten.\n",
    .more = init_more,
    .options = {},
    .run = init,
};

}  // namespace caveat
