#include "cli/audit_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <thread>

#include "cli/dates.h"
#include "cli/packs.h"

namespace caveat {
namespace {

constexpr Option options[] = {
    {"format", "NAME[=FILE]",
     "How to report (see below); into FILE, or else into the folder of\n"
     "--out, or else to standard output. May be given more than once.\n"
     "Default: text.",
     true},
    {"out", "DIR",
     "Write one report for each document into DIR, in a tree like that\n"
     "of the input, and a summary beside them."},
    {"fail-on", "LEVEL",
     "Exit with 1 from this severity on: error, warning, suggestion, or\n"
     "never. Default: warning."},
    rules_option,
    with_standard_option,
    {"jurisdiction", "LIST", "Cite only the authorities of these (uk,us,eu …). Default: all."},
    {"as-of", "DATE", "Take this for today (YYYY-MM-DD) when a page names a date."},
    {"show-dismissed", "", "List what was not reported, and the words that decided it."},
    {"show-sentences", "", "Add the class of every sentence (json and jsonl)."},
    {"stdin-filename", "NAME",
     "What standard input (-) is called; its extension tells the format."},
    {"color", "WHEN", "Colour the text report: auto, always or never. Default: auto."},
    {"quiet", "", "Print no report; the exit code tells."},
    {"jobs", "N", "Audit so many files at once. Default: one for each processor."},
};

class Planner {
 public:
  Planner(const Values& values, const Console& console) : values_(values), console_(console) {}

  std::expected<AuditPlan, std::vector<Problem>> plan() {
    plan_.paths.assign(values_.arguments().begin(), values_.arguments().end());
    plan_.stdin_name = values_.one("stdin-filename", "-");
    plan_.out = values_.one("out");
    plan_.quiet = values_.has("quiet");
    plan_.audit.jurisdictions = split_list(values_.one("jurisdiction"));
    plan_.standard_output.show_dismissed = values_.has("show-dismissed");
    plan_.standard_output.show_sentences = values_.has("show-sentences");
    plan_paths();
    plan_targets();
    plan_threshold();
    plan_date();
    plan_colour();
    plan_jobs();
    if (!problems_.empty()) return std::unexpected(std::move(problems_));
    return std::move(plan_);
  }

 private:
  void plan_paths() {
    if (!plan_.paths.empty()) return;
    problems_.push_back({.code = "no-paths",
                         .message = "no file or folder to audit was named",
                         .hint = "For example: caveat audit page.html, or - for standard input."});
  }

  void plan_targets() {
    static const std::string text = "text";
    std::span<const std::string> formats = values_.all("format");
    if (formats.empty()) formats = {&text, 1};
    const std::vector<std::string_view> names = writer_names();
    for (const std::string& format : formats) {
      const std::string name = format.substr(0, format.find('='));
      if (auto problem = check_name("format", name, names)) {
        problems_.push_back(std::move(*problem));
        continue;
      }
      Target target{writer_named(name), {}};
      if (name.size() < format.size()) {
        target.file = format.substr(name.size() + 1);
        if (target.file.empty()) bad_value("format", format, "There is no file name behind the =.");
      }
      plan_.targets.push_back(std::move(target));
    }
    const auto without_file = [](const Target& target) { return target.file.empty(); };
    if (plan_.out.empty() && std::ranges::count_if(plan_.targets, without_file) > 1) {
      problems_.push_back({.code = "two-reports",
                           .message = "two reports cannot both go to standard output",
                           .hint = "Name a file: --format json=report.json"});
    }
  }

  void plan_threshold() {
    static constexpr std::string_view names[] = {"error", "warning", "suggestion", "never"};
    const std::string level = values_.one("fail-on", "warning");
    if (auto problem = check_name("level for --fail-on,", level, names)) {
      problems_.push_back(std::move(*problem));
    }
    plan_.threshold = severity_named(level);
  }

  // The only place where Caveat asks for the time.
  void plan_date() {
    using namespace std::chrono;
    plan_.audit.as_of = floor<days>(system_clock::now());
    if (!values_.has("as-of")) return;
    const std::string given = values_.one("as-of");
    if (const auto date = parse_date(given)) {
      plan_.audit.as_of = *date;
    } else {
      bad_value("as-of", given, "A date is written 2026-01-31.");
    }
  }

  void plan_colour() {
    static constexpr std::string_view names[] = {"auto", "always", "never"};
    const std::string when = values_.one("color", "auto");
    if (auto problem = check_name("value for --color,", when, names)) {
      problems_.push_back(std::move(*problem));
    }
    plan_.standard_output.colour = when == "always" || (when == "auto" && console_.colour);
  }

  void plan_jobs() {
    constexpr std::size_t most = 256;
    plan_.jobs = std::max(1U, std::thread::hardware_concurrency());
    if (!values_.has("jobs")) return;
    const std::string given = values_.one("jobs");
    const auto [end, error] =
        std::from_chars(given.data(), given.data() + given.size(), plan_.jobs);
    if (error != std::errc() || end != given.data() + given.size() || plan_.jobs < 1 ||
        plan_.jobs > most) {
      bad_value("jobs", given, fmt::format("A number from 1 to {} is needed.", most));
    }
  }

  void bad_value(std::string_view option, std::string_view given, std::string hint) {
    problems_.push_back({.code = "bad-value",
                         .message = fmt::format("--{} cannot be “{}”", option, given),
                         .hint = std::move(hint)});
  }

  const Values& values_;
  const Console& console_;
  AuditPlan plan_;
  std::vector<Problem> problems_;
};

}  // namespace

std::span<const Option> audit_options() { return options; }

std::expected<AuditPlan, std::vector<Problem>> plan_audit(const Values& values,
                                                          const Console& console) {
  return Planner(values, console).plan();
}

std::vector<std::string_view> writer_names() {
  std::vector<std::string_view> names;
  for (const Writer& writer : writers()) names.push_back(writer.name);
  return names;
}

}  // namespace caveat
