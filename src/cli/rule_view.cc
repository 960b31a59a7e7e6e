#include "cli/rule_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/pack_tests.h"
#include "report/json.h"
#include "report/wording.h"

namespace caveat {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t page_width = 96;

struct RuleExamples {
  std::span<const Example> wanted, unwanted;
  std::string_view wanted_title = "Flags", unwanted_title = "Passes";
  std::string language;
};

RuleExamples examples_of(const RuleInfo& info, const Rulebook& rulebook) {
  for (const Rule& rule : rulebook.rules) {
    if (&rule.info == &info) return {rule.flag, rule.pass, "Flags", "Passes", rule.language};
  }
  for (const Obligation& duty : rulebook.obligations) {
    if (&duty.info == &info) {
      return {duty.satisfies, duty.fails, "Satisfied by", "Not satisfied by", duty.language};
    }
  }
  return {};
}

template <class Entry>
std::vector<const Entry*> named(const std::vector<Entry>& all,
                                const std::vector<std::string>& ids) {
  std::vector<const Entry*> found;
  for (const std::string& id : ids) {
    const auto entry = std::ranges::find(all, id, &Entry::id);
    if (entry != all.end()) found.push_back(&*entry);
  }
  return found;
}

// "  Title\n    text, wrapped".
void section(std::string& page, std::string_view title, std::string_view text) {
  if (text.empty()) return;
  page += fmt::format("\n{}\n", title);
  for (const std::string& line : wrapped(text, page_width - 2)) page += fmt::format("  {}\n", line);
}

void item(std::string& page, std::string_view text) {
  std::string_view mark = "- ";
  for (const std::string& line : wrapped(text, page_width - 4)) {
    page += fmt::format("  {}{}\n", mark, line);
    mark = "  ";
  }
}

void example_list(std::string& page, std::string_view title, std::span<const Example> examples) {
  if (examples.empty()) return;
  page += fmt::format("\n{}\n", title);
  for (const Example& example : examples) {
    item(page,
         with_marks(example) + (example.stance ? fmt::format(" ({})", name(*example.stance)) : ""));
  }
}

std::string stances_in_words(const RuleInfo& rule) {
  std::string fires, silent;
  for (std::size_t i = 0; i < stance_count; ++i) {
    const std::string_view stance = name(static_cast<Stance>(i));
    if (const auto severity = rule.on_stance[i]) {
      fires += fmt::format("{}{} ({})", fires.empty() ? "" : ", ", stance, name(*severity));
    } else {
      silent += fmt::format("{}{}", silent.empty() ? "" : ", ", stance);
    }
  }
  if (!silent.empty()) fires += fmt::format("; dismissed when {}", silent);
  return "Fires when " + fires + ".";
}

std::string_view reading(Certainty certainty) {
  return certainty == Certainty::Seen ? "read at the source" : "known from a summary";
}

void write_evidence(std::string& page, const RuleInfo& rule, const Rulebook& rulebook) {
  if (rule.evidence.verdict.empty()) return;
  section(page, "Evidence",
          rule.evidence.note.empty() ? rule.evidence.verdict
                                     : rule.evidence.verdict + ". " + rule.evidence.note);
  for (const EvidenceSource* source : named(rulebook.evidence, rule.evidence.sources)) {
    item(page, fmt::format("{} {}", source->citation, source->url));
    item(page, fmt::format("{} ({})", source->finding, reading(source->certainty)));
  }
}

void write_authorities(std::string& page, const RuleInfo& rule, const Rulebook& rulebook) {
  const auto authorities = named(rulebook.authorities, rule.authorities);
  if (authorities.empty()) return;
  page += "\nAuthorities\n";
  for (const Authority* authority : authorities) {
    item(page, fmt::format("{} ({}) {} {} ({})", authority->name, authority->jurisdiction,
                           authority->url, authority->note, reading(authority->certainty)));
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

Json rule_json(const RuleInfo& rule, const Rulebook& rulebook) {
  Json stances = Json::object();
  for (std::size_t i = 0; i < stance_count; ++i) {
    if (const auto severity = rule.on_stance[i]) {
      stances[std::string(name(static_cast<Stance>(i)))] = name(*severity);
    }
  }
  Json authorities = Json::array();
  for (const Authority* authority : named(rulebook.authorities, rule.authorities)) {
    authorities.push_back({{"id", authority->id},
                           {"name", authority->name},
                           {"jurisdiction", authority->jurisdiction},
                           {"url", authority->url},
                           {"note", authority->note},
                           {"certainty", name(authority->certainty)}});
  }
  Json sources = Json::array();
  for (const EvidenceSource* source : named(rulebook.evidence, rule.evidence.sources)) {
    sources.push_back({{"id", source->id},
                       {"citation", source->citation},
                       {"finding", source->finding},
                       {"url", source->url},
                       {"certainty", name(source->certainty)}});
  }
  const RuleExamples examples = examples_of(rule, rulebook);
  const bool duty = rule.kind == FindingKind::Obligation;
  Json object = {{"rule", rule.id},
                 {"pack", rule.pack},
                 {"family", rule.family},
                 {"kind", name(rule.kind)},
                 {"severity", name(rule.severity)},
                 {"status", name(rule.status)},
                 {"language", examples.language},
                 {"message", rule.message},
                 {"why", rule.why},
                 {"suggestion", rule.suggestion}};
  if (rule.kind == FindingKind::Claim) object["on_stance"] = std::move(stances);
  object["evidence"] = nullptr;
  if (!rule.evidence.verdict.empty()) {
    object["evidence"] = {{"verdict", rule.evidence.verdict},
                          {"note", rule.evidence.note},
                          {"sources", std::move(sources)}};
  }
  object["authorities"] = std::move(authorities);
  object[duty ? "satisfies" : "flag"] = examples_json(examples.wanted);
  object[duty ? "fails" : "pass"] = examples_json(examples.unwanted);
  return object;
}

}  // namespace

std::string rule_list(std::span<const RuleInfo* const> rules) {
  std::size_t width = 0;
  for (const RuleInfo* rule : rules) width = std::max(width, rule->id.size());
  std::string list;
  for (const RuleInfo* rule : rules) {
    const std::string status =
        rule->status == RuleStatus::Stable ? "" : fmt::format(" ({})", name(rule->status));
    list += fmt::format("{:<{}}  {:<10}  {:<10}  {}{}\n", rule->id, width, name(rule->severity),
                        name(rule->kind), rule->message, status);
  }
  return list + quantity(rules.size(), "rule") + "\n";
}

std::string rule_list_as_json(std::span<const RuleInfo* const> rules, const Rulebook& rulebook) {
  Json list = Json::array();
  for (const RuleInfo* rule : rules) list.push_back(rule_json(*rule, rulebook));
  return finished_json(list.dump(2));
}

std::string explanation(const RuleInfo& rule, const Rulebook& rulebook) {
  std::string page = fmt::format("{}  ({}, {}, {}; family {})\n", rule.id, name(rule.kind),
                                 name(rule.severity), name(rule.status), rule.family);
  section(page, "What it says", rule.message);
  section(page, "Why it matters", rule.why);
  section(page, suggestion_title(rule), rule.suggestion);
  if (rule.kind == FindingKind::Claim) section(page, "When", stances_in_words(rule));
  write_evidence(page, rule, rulebook);
  write_authorities(page, rule, rulebook);
  const RuleExamples examples = examples_of(rule, rulebook);
  example_list(page, examples.wanted_title, examples.wanted);
  example_list(page, examples.unwanted_title, examples.unwanted);
  return page;
}

std::string explanation_as_json(const RuleInfo& rule, const Rulebook& rulebook) {
  return finished_json(rule_json(rule, rulebook).dump(2));
}

}  // namespace caveat
