// `caveat audit`: audits files and folders.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "cli/audit_plan.h"
#include "cli/delivery.h"
#include "cli/files.h"
#include "cli/packs.h"
#include "cli/pipeline.h"
#include "cli/verbs.h"
#include "input/formats.h"
#include "report/wording.h"

namespace caveat {
namespace {

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

// Reports name only authorities that they are given.
std::vector<Authority> authorities_of(std::span<const std::string> jurisdictions,
                                      const Rulebook& rulebook) {
  std::vector<Authority> kept;
  for (const Authority& authority : rulebook.authorities) {
    if (jurisdictions.empty() ||
        std::ranges::find(jurisdictions, authority.jurisdiction) != jurisdictions.end()) {
      kept.push_back(authority);
    }
  }
  return kept;
}

int exit_code(const Report& report, std::optional<Severity> threshold) {
  if (!report.problems.empty()) return exit_problems;
  if (!threshold) return exit_clean;
  for (const FileReport& file : report.documents) {
    const auto counts = [&](const Finding& finding) { return finding.severity >= *threshold; };
    if (std::ranges::any_of(file.findings, counts)) return exit_findings;
  }
  return exit_clean;
}

int run_audit(const Values& values, Console& console) {
  const auto plan = plan_audit(values, console);
  if (!plan) return refuse(plan.error(), console);
  const auto rulebook = load_rulebook(values);
  if (!rulebook) return refuse(rulebook.error(), console);
  const std::vector<Problem> mistakes = check_jurisdictions(plan->audit.jurisdictions, **rulebook);
  if (!mistakes.empty()) return refuse(mistakes, console);

  const FoundFiles found = find_documents(plan->paths, plan->stdin_name, plan->out);
  const std::vector<Authority> authorities = authorities_of(plan->audit.jurisdictions, **rulebook);
  Report report = {.tool_version = CAVEAT_VERSION,
                   .packs = (*rulebook)->packs,
                   .authorities = &authorities,
                   .evidence = &(*rulebook)->evidence,
                   .rules = &(*rulebook)->all,
                   .documents = {},
                   .problems = found.problems};
  audit_files(found.files, Auditor(**rulebook), plan->audit, plan->jobs, console.in, report);

  const Delivery delivery = deliver(report, *plan);
  print(report.problems, console);
  print(delivery.problems, console);
  const int code =
      delivery.problems.empty() ? exit_code(report, plan->threshold) : int{exit_problems};
  return finish(delivery.standard_output, code, console);
}

std::string audit_more() {
  std::string more = "\nReport formats:\n";
  for (const Writer& writer : writers()) {
    more += fmt::format("  {:<12} {}\n", writer.name, writer.description);
  }
  more += "\nDocuments:\n";
  for (const Format& format : formats()) {
    const std::string line =
        fmt::format("{} ({})", format.description, fmt::join(format.extensions, " "));
    std::string_view label = format.name;
    for (const std::string& row : wrapped(line, 80)) {
      more += fmt::format("  {:<12} {}\n", label, row);
      label = "";
    }
  }
  return more +
         "\nExamples:\n"
         "  caveat audit page.html\n"
         "  caveat audit content/ --out reports --format json\n"
         "  caveat audit content/ --format github --format json=caveat.json --fail-on error\n"
         "  pandoc page.docx -t html | caveat audit - --stdin-filename page.html\n";
}

}  // namespace

extern const Verb audit_verb = {
    .name = "audit",
    .summary = "Audit files and folders and report what is wrong with them.",
    .arguments = "[OPTIONS] PATH...",
    .help =
        "PATH is a file, a folder (walked through with its folders, documents only), or - for\n"
        "standard input. A file that is named itself is read whatever its extension.\n",
    .more = audit_more,
    .options = audit_options(),
    .run = run_audit,
};

}  // namespace caveat
