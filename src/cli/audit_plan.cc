#include "cli/audit_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <thread>

#include "cli/configurations.h"
#include "cli/packs.h"
#include "cli/report_names.h"
#include "model/date.h"

namespace caveat {
namespace {

constexpr Option options[] = {
    {"format", "NAME[=FILE]",
     "How to report (see below); into FILE (or into the folder FILE/, one\n"
     "report a document), or else into the folder of --out, or else to\n"
     "standard output. May be given more than once. Default: text.",
     true},
    {"out", "DIR",
     "Write one report for each document into DIR, in a tree like that\n"
     "of the input, and a summary beside them."},
    {"fail-on", "[FAMILY=]LEVEL",
     "Exit with 1 from this severity on: error, warning, suggestion, or\n"
     "never; for one family where it is named. May be given more than\n"
     "once. Default: what the configuration says, or warning.",
     true},
    {"max-warnings", "N",
     "Tolerate so many warnings, whatever --fail-on says of them; exit\n"
     "with 1 where there are more."},
    {"changed-since", "COMMIT",
     "Audit only documents that git says have changed since, and report\n"
     "on changed lines only; duties are judged on the whole document."},
    {"baseline", "FILE",
     "Report, and fail on, only what this baseline does not hold (see\n"
     "`caveat help baseline`)."},
    config_option,
    no_config_option,
    {"force-exclude", "",
     "Leave out what the configuration excludes even where it is named\n"
     "here, as a commit hook names files."},
    rules_option,
    with_standard_option,
    {"jurisdiction", "LIST",
     "Judge by the severities that rules have for these (uk,us,eu …), the\n"
     "gravest of them, and cite only their authorities. Default: cite all."},
    {"as-of", "DATE", "Take this for today (YYYY-MM-DD) when a page names a date."},
    {"show-dismissed", "", "List what was not reported, and the words that decided it."},
    {"show-sentences", "",
     "Add the class of every sentence, and how sure it is (json and\njsonl)."},
    {"stdin-filename", "NAME",
     "What standard input (-) is called; its extension tells the format."},
    {"color", "WHEN", "Colour the text report: auto, always or never. Default: auto."},
    {"quiet", "", "Print no report; the exit code tells."},
    {"cache", "DIR",
     "Keep audits there and take them from there where neither the document\n"
     "nor rules, configuration, date or program have changed. Several runs\n"
     "may share it; it may be deleted at any time."},
    {"profile", "",
     "Tell at the end, on standard error, where the time went: by stage, by\n"
     "rule, and why the slowest patterns are slow. One document at a time."},
    {"jobs", "N", "Audit so many files at once. Default: one for each processor."},
};

class Planner {
 public:
  explicit Planner(const Values& values) : values_(values) {}

  std::expected<AuditPlan, std::vector<Problem>> plan(const Console& console) {
    plan_.paths.assign(values_.arguments().begin(), values_.arguments().end());
    plan_.stdin_name = values_.one("stdin-filename", "-");
    plan_.out = values_.one("out");
    plan_.changed_since = values_.one("changed-since");
    if (values_.has("baseline")) plan_.baseline = seen_from_here(values_.one("baseline"));
    plan_.force_exclude = values_.has("force-exclude");
    plan_.quiet = values_.has("quiet");
    plan_.profile = values_.has("profile");
    plan_.cache = values_.one("cache");
    plan_.standard_output.show_dismissed = values_.has("show-dismissed");
    plan_.standard_output.show_sentences = values_.has("show-sentences");
    plan_paths();
    plan_targets();
    plan_date();
    plan_terminal(console);
    plan_jobs();
    return settings();
  }

  std::expected<AuditPlan, std::vector<Problem>> settings() {
    plan_.audit.jurisdictions = split_list(values_.one("jurisdiction"));
    plan_thresholds();
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

  void plan_thresholds() {
    for (const std::string& given : values_.all("fail-on")) plan_threshold(given);
    constexpr std::size_t most = 1'000'000'000;
    plan_.max_warnings = number("max-warnings", 0, most);
  }

  // "error", or "pain=never".
  void plan_threshold(std::string_view given) {
    const std::size_t equals = given.find('=');
    const bool general = equals == std::string_view::npos;
    const std::string_view level = general ? given : given.substr(equals + 1);
    Settings& settings = plan_.command_line;
    if (auto problem = check_name("level for --fail-on,", level, threshold_names)) {
      problems_.push_back(std::move(*problem));
    } else if (!general) {
      settings.families.push_back(
          {std::string(given.substr(0, equals)), *threshold_named(level), "--fail-on"});
    } else if (settings.fail_on) {
      bad_value("fail-on", given, "One level for all was given before; name a family: pain=error");
    } else {
      settings.fail_on = {*threshold_named(level), "--fail-on"};
    }
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

  void plan_terminal(const Console& console) {
    static constexpr std::string_view names[] = {"auto", "always", "never"};
    const std::string when = values_.one("color", "auto");
    if (auto problem = check_name("value for --color,", when, names)) {
      problems_.push_back(std::move(*problem));
    }
    plan_.standard_output.colour = when == "always" || (when == "auto" && console.colour);
    // Long lines are hard to read, and in short ones nothing is left beside the labels.
    constexpr std::size_t narrowest = 60, widest = 120;
    if (console.width) {
      plan_.standard_output.width = std::clamp(*console.width, narrowest, widest);
    }
  }

  void plan_jobs() {
    constexpr std::size_t most = 256;
    plan_.jobs =
        number("jobs", 1, most).value_or(std::max(1U, std::thread::hardware_concurrency()));
  }

  // Nothing where the option was not given.
  std::optional<std::size_t> number(std::string_view option, std::size_t least, std::size_t most) {
    if (!values_.has(option)) return std::nullopt;
    const std::string given = values_.one(option);
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), value);
    if (error != std::errc() || end != given.data() + given.size() || value < least ||
        value > most) {
      bad_value(option, given, fmt::format("A number from {} to {} is needed.", least, most));
    }
    return value;
  }

  void bad_value(std::string_view option, std::string_view given, std::string hint) {
    problems_.push_back({.code = "bad-value",
                         .message = fmt::format("--{} cannot be “{}”", option, given),
                         .hint = std::move(hint)});
  }

  const Values& values_;
  AuditPlan plan_;
  std::vector<Problem> problems_;
};

}  // namespace

std::span<const Option> audit_options() { return options; }

std::expected<AuditPlan, std::vector<Problem>> plan_audit(const Values& values,
                                                          const Console& console) {
  return Planner(values).plan(console);
}

std::expected<AuditPlan, std::vector<Problem>> plan_settings(const Values& values) {
  return Planner(values).settings();
}

std::vector<std::string_view> writer_names() {
  std::vector<std::string_view> names;
  for (const Writer& writer : writers()) names.push_back(writer.name);
  return names;
}

}  // namespace caveat
