// `caveat rules` and `caveat explain`: what Caveat looks for, and all of one rule.
#include <fmt/format.h>

#include <algorithm>

#include "cli/nearest.h"
#include "cli/packs.h"
#include "cli/rule_reference.h"
#include "cli/rule_view.h"
#include "cli/verbs.h"

namespace caveat {
namespace {

constexpr std::string_view list_formats[] = {"text", "json", "markdown"};
constexpr std::string_view explain_formats[] = {"text", "json"};

constexpr Option list_options[] = {
    {"family", "NAME", "Only the rules of this family."},
    {"kind", "NAME", "Only claim, obligation, damage, residue or trust rules."},
    {"severity", "NAME", "Only error, warning or suggestion."},
    {"status", "NAME", "Only stable, preview or deprecated."},
    {"jurisdiction", "NAME",
     "Only rules that cite an authority of this one (uk, us …), with the\n"
     "severity that they have there."},
    {"format", "NAME", "text, json or markdown. Default: text."},
    rules_option,
    with_standard_option,
};

constexpr Option explain_options[] = {
    {"format", "NAME", "text or json. Default: text."}, rules_option, with_standard_option};

// The filters of `caveat rules`. A value that no rule has is a mistyped one.
class Filter {
 public:
  Filter(const Values& values, const Rulebook& rulebook) : values_(values), rulebook_(rulebook) {}

  std::vector<const RuleInfo*> keep() {
    std::vector<const RuleInfo*> rules = rulebook_.all;
    narrow(rules, "family", [](const RuleInfo& rule) { return Names{rule.family}; });
    narrow(rules, "kind", [](const RuleInfo& rule) { return Names{name(rule.kind)}; },
           {"claim", "obligation", "damage", "residue", "trust"});
    narrow(rules, "severity",
           [this](const RuleInfo& rule) {
             return Names{name(severity_of(rule, values_.all("jurisdiction")))};
           },
           {"error", "warning", "suggestion"});
    narrow(rules, "status", [](const RuleInfo& rule) { return Names{name(rule.status)}; },
           {"stable", "preview", "deprecated"});
    narrow(rules, "jurisdiction", [this](const RuleInfo& rule) { return jurisdictions(rule); });
    return rules;
  }

  std::vector<Problem> problems;

 private:
  using Names = std::vector<std::string_view>;

  Names jurisdictions(const RuleInfo& rule) const {
    Names names;
    for (const std::string& id : rule.authorities) {
      const auto authority = std::ranges::find(rulebook_.authorities, id, &Authority::id);
      if (authority != rulebook_.authorities.end()) names.push_back(authority->jurisdiction);
    }
    return names;
  }

  template <class NamesOf>
  void narrow(std::vector<const RuleInfo*>& rules, std::string_view option, NamesOf names_of,
              Names known = {}) {
    if (!values_.has(option)) return;
    const std::string wanted = values_.one(option);
    for (const RuleInfo* rule : rulebook_.all)
      std::ranges::copy(names_of(*rule), std::back_inserter(known));
    std::ranges::sort(known);
    known.erase(std::ranges::unique(known).begin(), known.end());
    if (auto problem = check_name(option, wanted, known)) problems.push_back(std::move(*problem));
    std::erase_if(rules, [&](const RuleInfo* rule) {
      const Names names = names_of(*rule);
      return std::ranges::find(names, wanted) == names.end();
    });
  }

  const Values& values_;
  const Rulebook& rulebook_;
};

std::optional<Problem> unexpected_argument(const Values& values, std::size_t expected) {
  if (values.arguments().size() <= expected) return std::nullopt;
  return Problem{
      .code = "extra-argument",
      .message = fmt::format("there is nothing to do with “{}”", values.arguments()[expected])};
}

int run_rules(const Values& values, Console& console) {
  const std::string format = values.one("format", "text");
  if (const auto problem = check_name("format", format, list_formats)) {
    return refuse({{*problem}}, console);
  }
  if (const auto problem = unexpected_argument(values, 0)) return refuse({{*problem}}, console);
  const auto rulebook = load_rulebook(values);
  if (!rulebook) return refuse(rulebook.error(), console);
  Filter filter(values, **rulebook);
  const std::vector<const RuleInfo*> rules = filter.keep();
  if (!filter.problems.empty()) return refuse(filter.problems, console);
  return finish(format == "json"       ? rule_list_as_json(rules, **rulebook)
                : format == "markdown" ? rule_reference(rules, **rulebook)
                                       : rule_list(rules, values.all("jurisdiction")),
                exit_clean, console);
}

int run_explain(const Values& values, Console& console) {
  const std::string format = values.one("format", "text");
  if (const auto problem = check_name("format", format, explain_formats)) {
    return refuse({{*problem}}, console);
  }
  if (values.arguments().empty()) {
    return refuse({{Problem{.code = "no-rule",
                            .message = "no rule was named",
                            .hint = "`caveat rules` lists them."}}},
                  console);
  }
  if (const auto problem = unexpected_argument(values, 1)) return refuse({{*problem}}, console);
  const auto rulebook = load_rulebook(values);
  if (!rulebook) return refuse(rulebook.error(), console);
  const std::string& id = values.arguments().front();
  const RuleInfo* rule = (*rulebook)->find(id);
  if (rule == nullptr) {
    std::vector<std::string_view> ids;
    for (const RuleInfo* each : (*rulebook)->all) ids.push_back(each->id);
    Problem problem = *check_name("rule", id, ids);
    if (problem.hint.empty()) problem.hint = "`caveat rules` lists them.";
    return refuse({{problem}}, console);
  }
  return finish(
      format == "json" ? explanation_as_json(*rule, **rulebook) : explanation(*rule, **rulebook),
      exit_clean, console);
}

std::string rules_more() {
  return "\nExamples:\n"
         "  caveat rules --kind obligation\n"
         "  caveat rules --jurisdiction uk --severity error\n"
         "  caveat rules --format markdown > rules.md\n";
}

std::string explain_more() { return "\nExample:\n  caveat explain fluids/flushes-toxins\n"; }

}  // namespace

extern const Verb rules_verb = {
    .name = "rules",
    .summary = "List the rules.",
    .arguments = "[OPTIONS]",
    .help =
        "One line a rule: its id, its severity when asserted, its kind, what it says. As JSON\n"
        "it is everything that `caveat explain` tells, as Markdown a reference page.\n",
    .more = rules_more,
    .options = list_options,
    .run = run_rules,
};

extern const Verb explain_verb = {
    .name = "explain",
    .summary = "Explain one rule: why, on which evidence, by which authority, what to write.",
    .arguments = "[OPTIONS] RULE",
    .help = "RULE is the id that stands in [ ] behind a finding.\n",
    .more = explain_more,
    .options = explain_options,
    .run = run_explain,
};

}  // namespace caveat
