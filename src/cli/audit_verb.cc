// `caveat audit`: audits files and folders.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>

#include "audit/profile.h"
#include "cli/audit_run.h"
#include "cli/baselines.h"
#include "cli/delivery.h"
#include "cli/profile_view.h"
#include "cli/verbs.h"
#include "input/formats.h"
#include "report/wording.h"

namespace caveat {
namespace {

int audit(const Values& values, Console& console) {
  auto plan = plan_audit(values, console);
  if (!plan) return refuse(plan.error(), console);
  Profile profile(console.nanoseconds);
  if (plan->profile) plan->audit.profile = &profile;
  Baselines baselines(*plan);
  if (!baselines.read_given()) return refuse(baselines.problems(), console);
  Judgement judgement(*plan);
  Delivery delivery(*plan, console.out);
  // Lines of the source are asked for as well where only what changed is kept.
  plan->needs_text = delivery.quotes() || !plan->changed_since.empty();
  // A cache keeps them for whoever asks next.
  plan->audit.details = delivery.tells_details() || !plan->cache.empty();
  auto run = run_audit(*plan, values, console, [&](AuditRun& running, FileReport& document) {
    baselines.compare(running, document);
    keep_changed(running, *plan, document);
    judgement.take(running, document);
    delivery.take(running.report, document);
    return delivery.keeps() ? Afterwards::Keep : Afterwards::Forget;
  });
  if (!run) return refuse(run.error(), console);
  run->report.baseline = baselines.use();
  std::ranges::move(baselines.problems(), std::back_inserter(run->report.problems));
  delivery.finish(run->report);
  print(run->report.problems, console);
  print(delivery.problems(), console);
  if (plan->profile) console.error << profile_as_text(profile, run->ruling->rulebook());
  const bool whole = run->report.problems.empty() && delivery.problems().empty();
  return finish("",
                run->signal != 0    ? exit_signal + run->signal
                : !whole            ? exit_problems
                : judgement.fails() ? exit_findings
                                    : exit_clean,
                console);
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
         "\nTo accept a finding, write into the document why, in a comment (HTML or Markdown, "
         "where\n"
         "[caveat-ignore]: # (RULE: reason) is one too; in plain text a line %% … %%):\n"
         "  <!-- caveat-ignore RULE[, RULE]... [until YYYY-MM-DD] [owner NAME]: reason -->\n"
         "It speaks for the block in which it stands or which follows it. caveat-ignore-next-line\n"
         "speaks for one line, caveat-ignore-begin up to caveat-ignore-end, caveat-ignore-file "
         "for\n"
         "the document, as does `caveat: {ignore: [{rule, reason, until, owner}]}` in the front\n"
         "matter. RULE is an id, or pack/* for all of a pack.\n"
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
        "standard input. A file that is named itself is read whatever its extension. What is\n"
        "larger than 64 MiB or holds no text is a problem, never a page without findings.\n"
        "Interrupted (Ctrl-C, SIGTERM), the audit ends behind the documents that it is reading:\n"
        "their reports are whole, the summary names what is missing, and the exit code is 128 and\n"
        "the number of the signal. The same command again does it all.\n",
    .more = audit_more,
    .options = audit_options(),
    .run = audit,
};

}  // namespace caveat
