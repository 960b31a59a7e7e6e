#include "cli/audit_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <numeric>

#include "cli/git.h"
#include "cli/interruption.h"
#include "cli/packs.h"
#include "cli/pipeline.h"
#include "cli/progress.h"
#include "cli/verbs.h"
#include "rulebook/compiled.h"
#include "rulebook/embedded.h"

namespace caveat {
namespace {

std::vector<Problem> check_families(std::span<const FamilyThreshold> wanted,
                                    const Rulebook& rulebook) {
  std::set<std::string_view> known;
  for (const RuleInfo* rule : rulebook.all) known.insert(rule->family);
  const std::vector<std::string_view> names(known.begin(), known.end());
  std::vector<Problem> problems;
  for (const FamilyThreshold& each : wanted) {
    if (auto problem = check_name("family", each.family, names)) {
      problems.push_back(std::move(*problem));
    }
  }
  return problems;
}

std::vector<Problem> check_jurisdictions(std::span<const std::string> wanted,
                                         const Rulebook& rulebook) {
  std::vector<std::string_view> known;
  for (const Authority& authority : rulebook.authorities) known.push_back(authority.jurisdiction);
  std::ranges::sort(known);
  known.erase(std::ranges::unique(known).begin(), known.end());
  std::vector<Problem> problems;
  for (const std::string& jurisdiction : wanted) {
    if (auto problem = check_name("jurisdiction", jurisdiction, known)) {
      problems.push_back(std::move(*problem));
    }
  }
  return problems;
}

// Reports name only authorities that they are given: those of the command line, or of every
// configuration in use; all of them where one has no list.
std::vector<Authority> citable(const AuditPlan& plan, const std::set<const Configuration*>& used,
                               const Rulebook& rulebook) {
  std::set<std::string> wanted(plan.audit.jurisdictions.begin(), plan.audit.jurisdictions.end());
  if (wanted.empty()) {
    for (const Configuration* configuration : used) {
      if (configuration == nullptr || !configuration->jurisdictions) return rulebook.authorities;
      const auto& list = configuration->jurisdictions->value;
      wanted.insert(list.begin(), list.end());
    }
  }
  std::vector<Authority> kept;
  std::ranges::copy_if(rulebook.authorities, std::back_inserter(kept), [&](const Authority& each) {
    return wanted.empty() || wanted.contains(each.jurisdiction);
  });
  return kept;
}

FoundFiles find_files_of(const AuditPlan& plan, Configurations& configurations) {
  const auto leaves_out = [&](const std::filesystem::path& path, bool is_folder) {
    const Configuration* configuration = configurations.of(path, false);
    return configuration != nullptr &&
           configuration->leaves_out(Configurations::inside(*configuration, path), is_folder);
  };
  std::vector<std::filesystem::path> reports;  // of an earlier run like this one
  if (!plan.out.empty()) reports.push_back(plan.out);
  for (const Target& target : plan.targets) {
    if (!target.file.empty()) reports.push_back(target.file);
  }
  FoundFiles found = find_documents(plan.paths, plan.stdin_name, reports, leaves_out);
  if (plan.force_exclude) {
    std::erase_if(found.files,
                  [&](const InputFile& file) { return leaves_out(file.location(), false); });
  }
  return found;
}

// Standard input may be a person's keyboard, where Ctrl-C ends the waiting.
bool may_be_interrupted_softly(std::span<const InputFile> files) {
  return std::ranges::none_of(files, &InputFile::standard_input);
}

Problem interrupted(const InputFile& first_missing, std::size_t missing) {
  return {.code = "interrupted",
          .message = missing == 1
                         ? "was not audited: the run was interrupted"
                         : fmt::format("and the {} documents behind it were not audited: the run "
                                       "was interrupted",
                                       missing - 1),
          .path = first_missing.path,
          .hint = "Run it again; what has been reported is whole."};
}

std::size_t warnings_in(const FileReport& report) {
  return static_cast<std::size_t>(
      std::ranges::count(report.findings, Severity::Warning, &Finding::severity));
}

}  // namespace

std::expected<std::unique_ptr<Ruling>, std::vector<Problem>> Ruling::load(
    const Values& values, Settings command_line, const std::set<const Configuration*>& used) {
  std::unique_ptr<Ruling> ruling(new Ruling);
  ruling->command_line_ = std::move(command_line);
  std::expected<std::unique_ptr<const Rulebook>, std::vector<Problem>> rulebook;
  if (values.has(rules_option.name)) {
    rulebook = load_rulebook(values);
  } else {
    bool standard = false;
    std::vector<Problem> problems = ruling->read_packs_of(used, standard);
    if (!problems.empty()) return std::unexpected(std::move(problems));
    if (standard && ruling->sources_.empty()) {
      rulebook = standard_rulebook(Examples::Without);
    } else {
      if (standard) add_standard_packs(ruling->sources_);
      rulebook = load_rulebook(ruling->sources_);
    }
  }
  if (!rulebook) return std::unexpected(std::move(rulebook.error()));
  ruling->rulebook_ = std::move(*rulebook);
  ruling->standard_ = !values.has(rules_option.name) && ruling->sources_.empty();
  std::vector<Problem> problems =
      check_families(ruling->command_line_.families, *ruling->rulebook_);
  for (const Configuration* configuration : used) {
    if (configuration == nullptr) continue;
    std::ranges::move(check_names(*configuration, *ruling->rulebook_),
                      std::back_inserter(problems));
    ruling->turn_off_other_packs(*configuration);
  }
  std::ranges::sort(problems, {}, &Problem::path);
  if (!problems.empty()) return std::unexpected(std::move(problems));
  return ruling;
}

std::string Ruling::identity() const {
  // The compiled rulebook begins with its checksum.
  constexpr std::size_t head = 64;
  return standard_ ? std::string(embedded_rulebook().substr(0, head)) : write_compiled(*rulebook_);
}

std::vector<Problem> Ruling::read_packs_of(const std::set<const Configuration*>& used,
                                           bool& standard) {
  std::vector<Problem> problems;
  std::set<std::string> taken;
  standard = used.empty();
  for (const Configuration* configuration : used) {
    if (configuration == nullptr || !configuration->packs) {
      standard = true;
      continue;
    }
    for (const std::string& pack : configuration->packs->value) {
      if (pack == standard_packs) {
        standard = true;
        for (const PackSource& source : embedded_packs()) {
          pack_files_[configuration].insert(source.path);
        }
        continue;
      }
      const std::string path = Configurations::outside(*configuration, pack);
      auto sources = read_packs({&path, 1});
      if (!sources) {
        for (Problem& problem : sources.error()) {
          problem.hint = fmt::format("{} names it.", configuration->packs->place);
          problems.push_back(std::move(problem));
        }
        continue;
      }
      for (PackSource& source : *sources) {
        pack_files_[configuration].insert(source.path);
        if (taken.insert(source.path).second) sources_.push_back(std::move(source));
      }
    }
  }
  return problems;
}

// Documents of other configurations may bring packs that this one does not have.
void Ruling::turn_off_other_packs(const Configuration& configuration) {
  const auto files = pack_files_.find(&configuration);
  const bool standard = !configuration.packs;
  const auto in_use = [&](const std::string& file) {
    return standard ? file.starts_with("embedded:") : files->second.contains(file);
  };
  if (!standard && files == pack_files_.end()) return;  // --rules replaces what it names
  Settings& settings = other_packs_[&configuration];
  const auto turn_off = [&](const RuleInfo& rule, const std::string& file) {
    if (in_use(file) || sources_.empty()) return;
    settings.rules.push_back({.rules = rule.id,
                              .level = RuleSetting::Level::Off,
                              .reason = "its pack is not in use here",
                              .place = standard ? "default" : configuration.packs->place});
  };
  for (const Rule& rule : rulebook_->rules) turn_off(rule.info, rule.file);
  for (const Obligation& duty : rulebook_->obligations) turn_off(duty.info, duty.file);
}

const Policy& Ruling::policy(const Configuration* configuration, const std::string& path) {
  std::vector<bool> matched;
  std::vector<const Settings*> settings;
  if (configuration != nullptr) {
    matched = overrides_for(*configuration, Configurations::inside(*configuration, path));
    settings = {&other_packs_[configuration], &configuration->settings};
    for (std::size_t i = 0; i < matched.size(); ++i) {
      if (matched[i]) settings.push_back(&configuration->overrides[i].settings);
    }
  }
  settings.push_back(&command_line_);
  const auto [entry, fresh] = policies_.try_emplace({configuration, std::move(matched)});
  if (fresh) {
    entry->second = policy_of(settings, *rulebook_);
    if (configuration != nullptr && configuration->jurisdictions) {
      entry->second.jurisdictions = configuration->jurisdictions->value;
    }
  }
  return entry->second;
}

std::expected<AuditRun, std::vector<Problem>> run_audit(const AuditPlan& plan, const Values& values,
                                                        Console& console, const Each& each) {
  AuditRun run;
  run.configurations = std::make_unique<Configurations>(values);
  FoundFiles found = find_files_of(plan, *run.configurations);
  if (!plan.changed_since.empty()) {
    auto changed = changed_since(plan.changed_since, found.files);
    if (!changed) return std::unexpected(std::vector{std::move(changed.error())});
    run.changed = std::move(*changed);
    std::erase_if(found.files,
                  [&run](const InputFile& file) { return !run.changed.contains(file.path); });
  }
  run.files = std::move(found.files);
  run.index_files();
  std::set<const Configuration*> used;
  for (InputFile& file : run.files) {
    file.configuration = run.configurations->of(file.location());
    used.insert(file.configuration);
  }
  if (!run.configurations->problems().empty()) {
    return std::unexpected(run.configurations->problems());
  }
  auto ruling = Ruling::load(values, plan.command_line, used);
  if (!ruling) return std::unexpected(std::move(ruling.error()));
  run.ruling = std::move(*ruling);
  const Rulebook& rulebook = run.ruling->rulebook();
  std::vector<Problem> mistakes = check_jurisdictions(plan.audit.jurisdictions, rulebook);
  if (!mistakes.empty()) return std::unexpected(std::move(mistakes));

  for (InputFile& file : run.files) {
    file.policy = &run.ruling->policy(file.configuration, file.location());
  }
  run.authorities = std::make_unique<const std::vector<Authority>>(citable(plan, used, rulebook));
  run.report = {.tool_version = CAVEAT_VERSION,
                .packs = rulebook.packs,
                .authorities = run.authorities.get(),
                .evidence = &rulebook.evidence,
                .rules = &rulebook.all,
                .measured = run.ruling->is_standard(),
                .documents = {},
                .problems = std::move(found.problems)};
  Progress progress(console.progress && !plan.quiet ? &console.error : nullptr, run.files.size());
  std::optional<Cache> cache;
  if (!plan.cache.empty()) cache.emplace(plan.cache, rulebook, run.ruling->identity());
  const Manner manner{plan.jobs, cache ? &*cache : nullptr, plan.needs_text};
  std::optional<Interruption> interruption;
  if (may_be_interrupted_softly(run.files)) interruption.emplace();
  std::size_t audited_files = 0;
  audit_files(run.files, Auditor(rulebook), plan.audit, manner, console.in,
              [&](std::expected<FileReport, Problem> audited) {
                progress.step();
                ++audited_files;
                if (!audited) {
                  run.report.problems.push_back(std::move(audited.error()));
                  return;
                }
                if (each(run, *audited) == Afterwards::Keep) {
                  run.report.documents.push_back(std::move(*audited));
                }
              });
  if (interruption) run.signal = Interruption::signal();
  if (audited_files < run.files.size()) {
    run.report.problems.push_back(
        interrupted(run.files[audited_files], run.files.size() - audited_files));
  }
  return run;
}

void AuditRun::index_files() {
  by_path_.resize(files.size());
  std::iota(by_path_.begin(), by_path_.end(), 0u);
  std::ranges::sort(by_path_, {}, [this](std::uint32_t index) -> const std::string& {
    return files[index].path;
  });
}

const InputFile& AuditRun::file(std::string_view path) const {
  return files[*std::ranges::lower_bound(by_path_, path, {}, [this](std::uint32_t index) {
    return std::string_view(files[index].path);
  })];
}

void keep_changed(const AuditRun& run, const AuditPlan& plan, FileReport& document) {
  if (plan.changed_since.empty()) return;
  keep_changed(run.changed.at(document.document.path), plan.changed_since, document);
}

void Judgement::take(const AuditRun& run, const FileReport& document) {
  const InputFile& file = run.file(document.document.path);
  const Configuration* const configuration = file.configuration;
  const std::optional<std::size_t> allowed =
      plan_.max_warnings ? plan_.max_warnings
      : configuration != nullptr && configuration->max_warnings
          ? std::optional(configuration->max_warnings->value)
          : std::nullopt;
  if (caveat::fails(document, *file.policy, allowed.has_value())) fails_ = true;
  if (!allowed) return;
  std::size_t& count = warnings_[plan_.max_warnings ? nullptr : configuration];
  count += warnings_in(document);
  if (count > *allowed) fails_ = true;
}

}  // namespace caveat
