#include "cli/rule_reference.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "cli/rule_facts.h"
#include "report/markdown_text.h"
#include "report/wording.h"

namespace caveat {
namespace {

constexpr std::size_t most_examples = 2;

// The anchor that GitHub gives to a heading which holds this id alone.
std::string link_to(std::string_view id) {
  std::string anchor;
  for (const char letter : id) {
    if (letter != '/') anchor += letter;
  }
  return fmt::format("[{}](#{})", markdown(id), anchor);
}

void point(std::string& page, std::string_view label, std::string_view value) {
  if (!value.empty()) page += fmt::format("- **{}**: {}\n", label, value);
}

// The flagged words are bold; two that adjoin are so together.
std::string with_bold_words(const Example& example) {
  const std::string_view words = example.text;
  std::string text;
  std::size_t at = 0;
  for (std::size_t i = 0; i < example.spans.size();) {
    const std::size_t begin = example.spans[i].first;
    std::size_t end = example.spans[i].second;
    for (++i; i < example.spans.size() && example.spans[i].first == end; ++i) {
      end = example.spans[i].second;
    }
    text += markdown(with_unseen_named(words.substr(at, begin - at)));
    text += fmt::format("**{}**", markdown(with_unseen_named(words.substr(begin, end - begin))));
    at = end;
  }
  return text + markdown(with_unseen_named(words.substr(at)));
}

void add_examples(std::string& page, std::string_view title, std::span<const Example> examples) {
  if (examples.empty()) return;
  page += fmt::format("- **{}**:\n", title);
  for (const Example& example : examples.first(std::min(most_examples, examples.size()))) {
    page += fmt::format("  - {}{}\n", with_bold_words(example),
                        example.stance ? fmt::format(" *({})*", name(*example.stance)) : "");
  }
}

std::string weight(const RuleFacts& facts) {
  const RuleInfo& rule = *facts.info;
  std::string text =
      facts.is_claim() ? stances_in_words(rule.on_stance) : std::string(name(rule.severity));
  if (!rule.severity_in.empty()) text += fmt::format("; {}", severity_in_words(rule));
  return text;
}

void add_evidence(std::string& page, const RuleFacts& facts) {
  const Evidence& evidence = facts.info->evidence;
  if (evidence.verdict.empty()) return;
  point(
      page, "Evidence",
      markdown(evidence.note.empty() ? evidence.verdict : evidence.verdict + ". " + evidence.note));
  for (const EvidenceSource* source : facts.sources) {
    page += fmt::format("  - {}\n", markdown_link(source->citation, source->url));
  }
}

void add_authorities(std::string& page, const RuleFacts& facts) {
  if (facts.authorities.empty()) return;
  page += "- **Authorities**:\n";
  for (const Authority* authority : facts.authorities) {
    page += fmt::format("  - {}: {}\n", markdown(authority->jurisdiction),
                        markdown_link(authority->name, authority->url));
  }
}

void add_rule(std::string& page, const RuleFacts& facts, bool tell_language) {
  const RuleInfo& rule = *facts.info;
  page += fmt::format("\n### {}\n\n{}\n\n", markdown(rule.id), markdown(rule.message));
  point(page, "Severity", weight(facts));
  point(
      page, "Kind",
      fmt::format("{}, family {}{}", name(rule.kind), markdown_code(rule.family),
                  rule.status == RuleStatus::Stable ? "" : fmt::format(", {}", name(rule.status))));
  if (facts.duty != nullptr) point(page, "When", markdown(duty_in_words(*facts.duty)));
  point(page, "Looks only at", markdown(scope_in_words(facts)));
  if (tell_language) point(page, "Language of the pages", facts.language);
  point(page, "Why", markdown(rule.why));
  add_evidence(page, facts);
  add_authorities(page, facts);
  point(page, suggestion_title(rule), markdown(rule.suggestion));
  add_examples(page, facts.wanted_title, facts.wanted);
  add_examples(page, facts.unwanted_title, facts.unwanted);
}

// The one language of all the pages that the rules are for; "" where there are several.
std::string_view language_of(std::span<const RuleFacts> rules) {
  const std::string_view first = rules.front().language;
  const bool same = std::ranges::all_of(
      rules, [first](const RuleFacts& facts) { return facts.language == first; });
  return same ? first : "";
}

void add_pack(std::string& page, std::string_view pack, std::span<const RuleFacts> rules) {
  page += fmt::format("\n## Pack {}\n", pack);
  const std::string_view language = language_of(rules);
  if (!language.empty()) page += fmt::format("\nFor pages in the language {}.\n", language);
  for (const RuleFacts& facts : rules) add_rule(page, facts, language.empty());
}

using ByName = std::map<std::string_view, std::vector<const RuleInfo*>>;

void add_index(std::string& page, const ByName& families) {
  page += "\n## Families\n\n| Family | Rules |\n| --- | --- |\n";
  for (const auto& [family, rules] : families) {
    std::string links;
    for (const RuleInfo* rule : rules) links += (links.empty() ? "" : ", ") + link_to(rule->id);
    page += fmt::format("| {} | {} |\n", markdown(family), links);
  }
}

}  // namespace

std::string rule_reference(std::span<const RuleInfo* const> rules, const Rulebook& rulebook) {
  ByName packs, families;
  for (const RuleInfo* rule : rules) {
    packs[rule->pack].push_back(rule);
    families[rule->family].push_back(rule);
  }
  std::string page = fmt::format(
      "# Rules\n\n{} in {}, as `caveat rules --format markdown` lists them. “Severity” tells on "
      "which stances of a claim a rule fires; in examples the flagged words are bold.\n\n",
      quantity(rules.size(), "rule"), quantity(packs.size(), "pack"));
  for (const auto& [pack, members] : packs) {
    page += fmt::format("- [{0}](#pack-{0}): {1}\n", pack, quantity(members.size(), "rule"));
  }
  page += "- [Families](#families): which rules speak of what\n";
  for (const auto& [pack, members] : packs) {
    std::vector<RuleFacts> facts;
    for (const RuleInfo* rule : members) facts.push_back(facts_of(*rule, rulebook));
    add_pack(page, pack, facts);
  }
  add_index(page, families);
  return page;
}

}  // namespace caveat
