#include "cli/rule_facts.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "model/display.h"
#include "model/utf8.h"
#include "report/wording.h"
#include "rulebook/values.h"

namespace caveat {
namespace {

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

template <class Value>
std::vector<std::string_view> names_of(const std::vector<Value>& values) {
  std::vector<std::string_view> names;
  for (const Value value : values) names.push_back(name(value));
  return names;
}

void add_part(std::string& text, std::string part) {
  if (part.empty()) return;
  if (!text.empty()) text += "; ";
  text += part;
}

}  // namespace

RuleFacts facts_of(const RuleInfo& info, const Rulebook& rulebook) {
  RuleFacts facts;
  facts.info = &info;
  facts.authorities = named(rulebook.authorities, info.authorities);
  facts.sources = named(rulebook.evidence, info.evidence.sources);
  const auto is_it = [&info](const auto& entry) { return &entry.info == &info; };
  const auto rule = std::ranges::find_if(rulebook.rules, is_it);
  if (rule != rulebook.rules.end()) {
    facts.rule = &*rule;
    facts.wanted = rule->flag;
    facts.unwanted = rule->pass;
    facts.wanted_title = "Flags";
    facts.unwanted_title = "Passes";
    facts.language = rule->language;
    return facts;
  }
  const auto duty = std::ranges::find_if(rulebook.obligations, is_it);
  if (duty == rulebook.obligations.end()) return facts;
  facts.duty = &*duty;
  facts.wanted = duty->satisfies;
  facts.unwanted = duty->fails;
  facts.wanted_title = "Satisfied by";
  facts.unwanted_title = "Not satisfied by";
  facts.language = duty->language;
  return facts;
}

std::string stances_in_words(const StanceSeverities& on_stance) {
  std::string words;
  for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Suggestion}) {
    std::vector<std::string_view> names;
    for (const Stance stance : all_stances) {
      if (on_stance[static_cast<std::size_t>(stance)] == severity) names.push_back(name(stance));
    }
    if (names.empty()) continue;
    words +=
        fmt::format("{}{} ({})", words.empty() ? "" : ", ", fmt::join(names, ", "), name(severity));
  }
  std::vector<std::string_view> silent;
  for (const Stance stance : all_stances) {
    if (!on_stance[static_cast<std::size_t>(stance)]) silent.push_back(name(stance));
  }
  if (words.empty()) words = "never";
  if (!silent.empty()) words += fmt::format("; silent when {}", fmt::join(silent, ", "));
  return words;
}

std::string severity_in_words(const RuleInfo& rule) {
  std::string words;
  for (const JurisdictionSeverity& entry : rule.severity_in) {
    words += fmt::format("{}{}: {}", words.empty() ? "" : ", ", entry.jurisdiction,
                         name(entry.severity));
  }
  return words;
}

std::string scope_in_words(const RuleFacts& facts) {
  std::string words;
  if (facts.rule != nullptr) {
    if (!facts.rule->blocks.empty()) {
      words = fmt::format("blocks: {}", fmt::join(names_of(facts.rule->blocks), ", "));
    }
    if (!facts.rule->regions.empty()) {
      add_part(words, fmt::format("regions: {}", fmt::join(names_of(facts.rule->regions), ", ")));
    }
    if (facts.rule->outside_links) add_part(words, "outside links");
  }
  return words;
}

std::string with_unseen_named(std::string_view text) {
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Step step = utf8_step(text, at);
    const char32_t value = step.valid ? utf8_code_point(text, at) : U'\uFFFD';
    if (value == '\n') {
      shown += ' ';
    } else if (acts_on_terminal(value) || is_invisible(value)) {
      shown += fmt::format("<U+{:04X}>", static_cast<unsigned>(value));
    } else {
      append_utf8(shown, value);
    }
    at += step.length;
  }
  return shown;
}

std::string duty_in_words(const Obligation& duty) {
  std::string cause;
  if (!duty.owed_for_families.empty()) {
    cause = fmt::format("claims of the families {}", fmt::join(duty.owed_for_families, ", "));
  }
  if (!duty.owed_for_stances.empty()) {
    add_part(cause,
             fmt::format("claims that are {}", fmt::join(names_of(duty.owed_for_stances), ", ")));
  }
  if (!duty.owed_for_text.empty()) {
    add_part(cause, quantity(duty.owed_for_text.size(), "pattern") + " of words");
  }
  std::string words = fmt::format("Owed for {}", cause);
  if (duty.owed_at_least > 1) words += fmt::format("; for {} of them at least", duty.owed_at_least);
  if (duty.owed_by == Obligation::Pages::Articles) words += "; by articles only";
  words +=
      fmt::format(". Settled by {}", duty.satisfied_at_least > 1
                                         ? fmt::format("{} statements", duty.satisfied_at_least)
                                         : "a statement");
  words += duty.place == Obligation::Place::Near ? " in the section of the claim."
                                                 : " anywhere on the page.";
  if (!duty.contradicted_by.empty()) {
    words += fmt::format(" Contradicted by flat errors of the families {}.",
                         fmt::join(duty.contradicted_by, ", "));
  }
  return words;
}

}  // namespace caveat
