#include "cli/rule_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/pack_tests.h"
#include "cli/rule_facts.h"
#include "model/display.h"
#include "report/json_text.h"
#include "report/wording.h"
#include "rulebook/values.h"

namespace caveat {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t page_width = 96;

// "  Title\n    text, wrapped".
void section(std::string& page, std::string_view title, std::string_view text) {
  if (text.empty()) return;
  page += fmt::format("\n{}\n", title);
  for (const std::string& line : wrapped(printable(text), page_width - 2))
    page += fmt::format("  {}\n", line);
}

void item(std::string& page, std::string_view text) {
  std::string_view mark = "- ";
  for (const std::string& line : wrapped(printable(text), page_width - 4)) {
    page += fmt::format("  {}{}\n", mark, line);
    mark = "  ";
  }
}

void example_list(std::string& page, std::string_view title, std::span<const Example> examples) {
  if (examples.empty()) return;
  page += fmt::format("\n{}\n", title);
  for (const Example& example : examples) {
    item(page, with_unseen_named(with_marks(example)) +
                   (example.stance ? fmt::format(" ({})", name(*example.stance)) : ""));
  }
}

void write_evidence(std::string& page, const RuleFacts& facts) {
  const Evidence& evidence = facts.info->evidence;
  if (evidence.verdict.empty()) return;
  section(page, "Evidence",
          evidence.note.empty() ? evidence.verdict : evidence.verdict + ". " + evidence.note);
  for (const EvidenceSource* source : facts.sources) {
    item(page, fmt::format("{} {}", source->citation, source->url));
    item(page, fmt::format("{} ({})", source->finding, certainty_in_words(source->certainty)));
  }
}

void write_authorities(std::string& page, const RuleFacts& facts) {
  if (facts.authorities.empty()) return;
  page += "\nAuthorities\n";
  for (const Authority* authority : facts.authorities) {
    item(page,
         fmt::format("{} ({}) {} {} ({})", authority->name, authority->jurisdiction, authority->url,
                     authority->note, certainty_in_words(authority->certainty)));
  }
}

Json examples_json(std::span<const Example> examples) {
  Json list = Json::array();
  for (const Example& example : examples) {
    Json entry = {{"text", with_marks(example)}};
    if (example.stance) entry["stance"] = name(*example.stance);
    list.push_back(std::move(entry));
  }
  return list;
}

Json stances_json(const StanceSeverities& on_stance) {
  Json stances = Json::object();
  for (std::size_t i = 0; i < stance_count; ++i) {
    if (const auto severity = on_stance[i]) {
      stances[std::string(name(static_cast<Stance>(i)))] = name(*severity);
    }
  }
  return stances;
}

Json evidence_json(const RuleFacts& facts) {
  const Evidence& evidence = facts.info->evidence;
  if (evidence.verdict.empty()) return nullptr;
  Json sources = Json::array();
  for (const EvidenceSource* source : facts.sources) {
    sources.push_back({{"id", source->id},
                       {"citation", source->citation},
                       {"finding", source->finding},
                       {"url", source->url},
                       {"certainty", name(source->certainty)}});
  }
  return {{"verdict", evidence.verdict}, {"note", evidence.note}, {"sources", std::move(sources)}};
}

Json authorities_json(const RuleFacts& facts) {
  Json authorities = Json::array();
  for (const Authority* authority : facts.authorities) {
    authorities.push_back({{"id", authority->id},
                           {"name", authority->name},
                           {"jurisdiction", authority->jurisdiction},
                           {"url", authority->url},
                           {"note", authority->note},
                           {"certainty", name(authority->certainty)}});
  }
  return authorities;
}

template <class Value>
Json names_json(const std::vector<Value>& values) {
  Json names = Json::array();
  for (const Value value : values) names.push_back(name(value));
  return names;
}

// Empty lists stand for everywhere, and for no cause of that kind.
void add_conditions(Json& object, const RuleFacts& facts) {
  if (facts.rule != nullptr) {
    object["blocks"] = names_json(facts.rule->blocks);
    object["regions"] = names_json(facts.rule->regions);
    object["outside_links"] = facts.rule->outside_links;
  }
  if (facts.duty == nullptr) return;
  const Obligation& duty = *facts.duty;
  object["owed_for"] = {{"families", duty.owed_for_families},
                        {"stances", names_json(duty.owed_for_stances)},
                        {"at_least", duty.owed_at_least},
                        {"pages", name(duty.owed_by)}};
  object["place"] = name(duty.place);
  object["contradicted_by"] = duty.contradicted_by;
}

Json rule_json(const RuleFacts& facts) {
  const RuleInfo& rule = *facts.info;
  Json severity_in = Json::object();
  for (const JurisdictionSeverity& entry : rule.severity_in) {
    severity_in[entry.jurisdiction] = name(entry.severity);
  }
  Json object = {{"rule", rule.id},
                 {"pack", rule.pack},
                 {"family", rule.family},
                 {"kind", name(rule.kind)},
                 {"conduct", rule.conduct},
                 {"severity", name(rule.severity)},
                 {"severity_in", std::move(severity_in)},
                 {"status", name(rule.status)},
                 {"language", facts.language},
                 {"message", rule.message},
                 {"why", rule.why},
                 {"suggestion", rule.suggestion}};
  if (facts.is_claim()) object["on_stance"] = stances_json(rule.on_stance);
  add_conditions(object, facts);
  object["evidence"] = evidence_json(facts);
  object["authorities"] = authorities_json(facts);
  const bool duty = facts.duty != nullptr;
  object[duty ? "satisfies" : "flag"] = examples_json(facts.wanted);
  object[duty ? "fails" : "pass"] = examples_json(facts.unwanted);
  return object;
}

}  // namespace

std::string rule_list(std::span<const RuleInfo* const> rules,
                      std::span<const std::string> jurisdictions) {
  std::size_t width = 0;
  for (const RuleInfo* rule : rules) width = std::max(width, rule->id.size());
  std::string list;
  for (const RuleInfo* rule : rules) {
    const std::string status =
        rule->status == RuleStatus::Stable ? "" : fmt::format(" ({})", name(rule->status));
    list += fmt::format("{:<{}}  {:<10}  {:<10}  {}{}\n", rule->id, width,
                        name(severity_of(*rule, jurisdictions)), name(rule->kind),
                        printable(rule->message), status);
  }
  return list + quantity(rules.size(), "rule") + "\n";
}

std::string rule_list_as_json(std::span<const RuleInfo* const> rules, const Rulebook& rulebook) {
  Json list = Json::array();
  for (const RuleInfo* rule : rules) list.push_back(rule_json(facts_of(*rule, rulebook)));
  return finished_json(list.dump(2));
}

std::string explanation(const RuleInfo& rule, const Rulebook& rulebook) {
  const RuleFacts facts = facts_of(rule, rulebook);
  std::string page = fmt::format("{}  ({}, {}, {}; family {})\n", rule.id, name(rule.kind),
                                 name(rule.severity), name(rule.status), rule.family);
  section(page, "What it says", rule.message);
  section(page, "Why it matters", rule.why);
  section(page, suggestion_title(rule), rule.suggestion);
  if (facts.is_claim()) {
    section(page, "When", fmt::format("Fires when {}.", stances_in_words(rule.on_stance)));
  }
  if (facts.duty != nullptr) section(page, "When", duty_in_words(*facts.duty));
  section(page, "Where it weighs otherwise", severity_in_words(rule));
  section(page, "Looks only at", scope_in_words(facts));
  section(page, "Language of the pages", facts.language);
  write_evidence(page, facts);
  write_authorities(page, facts);
  example_list(page, facts.wanted_title, facts.wanted);
  example_list(page, facts.unwanted_title, facts.unwanted);
  return page;
}

std::string explanation_as_json(const RuleInfo& rule, const Rulebook& rulebook) {
  return finished_json(rule_json(facts_of(rule, rulebook)).dump(2));
}

}  // namespace caveat
