// `caveat fix`: repairs damaged text in place.
#include <fmt/format.h>

#include <algorithm>

#include "cli/dates.h"
#include "cli/files.h"
#include "cli/packs.h"
#include "cli/repair.h"
#include "cli/unified_diff.h"
#include "cli/verbs.h"
#include "model/display.h"
#include "report/wording.h"

namespace caveat {
namespace {

constexpr Option options[] = {
    {"dry-run", "", "Change nothing; print the changes as a unified diff."},
    {"unsafe", "", "Make the probable repairs too, not only the certain ones."},
    rules_option,
    with_standard_option,
    {"stdin-filename", "NAME",
     "What standard input (-) is called; its extension tells the format."},
    {"quiet", "", "Do not list the repairs."},
};

std::string shown(std::string_view text) {
  const std::string words = printable(text);
  return display_width(words) == 0 ? "an invisible character" : fmt::format("“{}”", words);
}

std::string in_words(const Repair& repair, const InputFile& file) {
  std::string line = fmt::format("{}:{}:{}: {} ", printable(file.path), repair.start.line,
                                 repair.start.column, shown(repair.before));
  if (!repair.refusal.empty()) {
    line += fmt::format("is not repaired: {}.", printable(repair.refusal));
  } else {
    line += repair.after.empty() ? "is removed." : fmt::format("becomes {}.", shown(repair.after));
  }
  line += fmt::format(" {}", repair.rule->message);
  if (!repair.detail.empty()) line += fmt::format(" {}", printable(repair.detail));
  return line + fmt::format(" [{}]\n", repair.rule->id);
}

// A diff as a terminal may show it: what would act there shows its number. Anywhere else it stays
// as it is, for `patch`.
std::string shown_on_terminal(std::string_view diff) {
  std::string text;
  for (std::size_t at = 0; at < diff.size();) {
    const CodePoint point = code_point_at(diff, at);
    at += point.bytes;
    if (point.value == '\r' && diff.substr(at).starts_with('\n')) continue;
    if (point.value == '\n' || point.value == '\t' || !acts_on_terminal(point.value)) {
      append_utf8(text, point.value);
    } else {
      text += fmt::format("<U+{:04X}>", static_cast<unsigned>(point.value));
    }
  }
  return text;
}

class Mender {
 public:
  Mender(const Values& values, const Auditor& auditor, Console& console)
      : auditor_(auditor),
        console_(console),
        dry_run_(values.has("dry-run")),
        quiet_(values.has("quiet")),
        sureness_(values.has("unsafe") ? Sureness::Probable : Sureness::Certain) {
    options_.as_of = fixed_today;  // no repair depends on the day
  }

  void mend(const InputFile& file) {
    const auto bytes = file.standard_input ? read_standard_input(console_.in, file.path)
                                           : read_file(file.location());
    if (!bytes) {
      problems_.push_back(bytes.error());
      return;
    }
    const Repaired repaired = repair(*bytes, file, auditor_, options_, sureness_);
    if (dry_run_) {
      const std::string diff = unified_diff(file.path, *bytes, repaired.bytes);
      output_ += console_.width ? shown_on_terminal(diff) : diff;
    } else if (file.standard_input) {
      output_ += repaired.bytes;
    } else if (repaired.bytes != *bytes) {
      if (auto problem = replace_file(file.location(), *bytes, repaired.bytes)) {
        problems_.push_back(std::move(*problem));
        return;
      }
    }
    tell(repaired, file);
  }

  // Lists go where nothing else is printed.
  int finish(bool standard_input) {
    if (!quiet_) list_ += summary();
    if (dry_run_ || standard_input) {
      console_.error << list_;
    } else {
      output_ = std::move(list_);
    }
    print(problems_, console_);
    const int code = !problems_.empty()          ? exit_problems
                     : dry_run_ && repaired_ > 0 ? exit_findings
                                                 : exit_clean;
    return caveat::finish(output_, code, console_);
  }

  void add(std::vector<Problem> problems) { problems_ = std::move(problems); }

 private:
  void tell(const Repaired& repaired, const InputFile& file) {
    repairs_ += repaired.repairs.size();
    repaired_ += repaired.repairs.empty() ? 0 : 1;
    left_ += repaired.damaged_still + repaired.refused.size();
    if (quiet_) return;
    for (const Repair& repair : repaired.repairs) list_ += in_words(repair, file);
    for (const Repair& repair : repaired.refused) list_ += in_words(repair, file);
  }

  std::string summary() const {
    std::string line =
        repairs_ == 0 ? "nothing to repair"
                      : fmt::format("{} in {}{}", quantity(repairs_, "repair"),
                                    quantity(repaired_, "file"), dry_run_ ? " to be made" : "");
    if (left_ > 0) {
      line += fmt::format("; {} left that {} no {} repair: caveat audit lists {}",
                          quantity(left_, "damaged place"), left_ == 1 ? "has" : "have",
                          sureness_ == Sureness::Certain ? "certain" : "probable",
                          left_ == 1 ? "it" : "them");
    }
    return line + '\n';
  }

  const Auditor& auditor_;
  Console& console_;
  bool dry_run_, quiet_;
  Sureness sureness_;
  AuditOptions options_;
  std::string output_, list_;
  std::vector<Problem> problems_;
  std::size_t repairs_ = 0, repaired_ = 0, left_ = 0;
};

int run_fix(const Values& values, Console& console) {
  if (values.arguments().empty()) {
    return refuse({{{.code = "no-paths",
                     .message = "no file or folder to repair was named",
                     .hint = "For example: caveat fix page.html --dry-run"}}},
                  console);
  }
  const auto rulebook = load_rulebook(values);
  if (!rulebook) return refuse(rulebook.error(), console);
  const Auditor auditor(**rulebook);
  const FoundFiles found = find_documents(values.arguments(), values.one("stdin-filename", "-"));
  Mender mender(values, auditor, console);
  mender.add(found.problems);
  for (const InputFile& file : found.files) mender.mend(file);
  return mender.finish(std::ranges::any_of(found.files, &InputFile::standard_input));
}

std::string fix_more() {
  return "\nExamples:\n"
         "  caveat fix content/ --dry-run\n"
         "  caveat fix page.html\n"
         "  caveat fix - --stdin-filename page.html < page.html > repaired.html\n";
}

}  // namespace

extern const Verb fix_verb = {
    .name = "fix",
    .summary = "Repair damaged text in place.",
    .arguments = "[OPTIONS] PATH...",
    .help =
        "Puts the characters that were meant in the place of mojibake, invisible and control\n"
        "characters, look-alike letters and references shown as text, where the repair is\n"
        "certain. PATH is a file, a folder (walked through as `audit` does), or - for standard\n"
        "input, whose repaired text goes to standard output. Encoding, byte order mark, line\n"
        "ends, mode and owner stay; a file is replaced whole or not at all; what a link leads to\n"
        "is repaired. Claims are never rewritten. Running it again changes nothing.\n\n"
        "Exit codes: 0 done or nothing to do, 1 --dry-run would change something, 2 a problem.\n",
    .more = fix_more,
    .options = options,
    .run = run_fix,
};

}  // namespace caveat
