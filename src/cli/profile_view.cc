#include "cli/profile_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <vector>

#include "model/display.h"
#include "rulebook/regex_set.h"

namespace caveat {
namespace {

constexpr std::size_t most_rules = 20, most_patterns = 10;

double milliseconds(std::uint64_t nanoseconds) { return static_cast<double>(nanoseconds) / 1e6; }

// The steps of the rarest need, as the pack's author knows them.
std::string rarest_need(const Pattern& pattern, const Rulebook& rulebook) {
  constexpr std::size_t most_steps = 4;
  std::string text;
  const auto need = in_turn(pattern.needs).front();
  for (std::size_t i = 0; i < std::min(need.size(), most_steps); ++i) {
    text.append(i == 0 ? "" : "|");
    if (need[i].op == Instruction::Op::Word) {
      text.append(rulebook.vocabulary.text(need[i].argument));
    } else {
      text.append(fmt::format("<{}>", rulebook.lexicon_names[need[i].argument]));
    }
  }
  return need.size() > most_steps ? text + "|…" : text;
}

std::vector<std::string> reasons(const Pattern& pattern, const Profile::Cost& cost,
                                 const Profile& profile, const Rulebook& rulebook) {
  constexpr std::uint32_t wide = 8;
  constexpr std::size_t often = 50;  // one sentence of so many
  std::vector<std::string> found;
  if (cost.tried * often > profile.sentences()) {
    found.push_back(
        fmt::format("what it needs is frequent, {} above all", rarest_need(pattern, rulebook)));
  }
  if (pattern.openers.empty()) found.emplace_back("it may begin with any word");
  std::uint32_t widest = 0;
  for (const Instruction& step : pattern.program) {
    if (step.op == Instruction::Op::Gap) widest = std::max(widest, step.argument);
  }
  if (widest >= wide) found.push_back(fmt::format("a gap of {} words", widest));
  if (found.empty()) found.emplace_back("it is long");
  return found;
}

struct Row {
  std::string_view rule;
  Profile::Cost cost;
};

// Dearest first; alike ones by name.
std::vector<Row> by_rule(const Profile& profile) {
  std::map<std::string_view, Profile::Cost> rules = profile.checks();
  for (const auto& [pattern, cost] : profile.patterns()) {
    Profile::Cost& sum = rules[cost.rule];
    sum.time += cost.time;
    sum.tried += cost.tried;
    sum.matched += cost.matched;
  }
  std::vector<Row> rows;
  for (const auto& [rule, cost] : rules) rows.push_back({rule, cost});
  std::ranges::sort(rows, [](const Row& a, const Row& b) {
    return std::tuple(b.cost.time, a.rule) < std::tuple(a.cost.time, b.rule);
  });
  return rows;
}

std::string stages_as_text(const Profile& profile) {
  std::uint64_t total = 0;
  for (std::size_t i = 0; i < stage_count; ++i) total += profile.time(static_cast<Stage>(i));
  std::string text =
      fmt::format("profile: {} documents, {} bytes, {} sentences\n\n{:>10}  {:>6}  stage\n",
                  profile.documents(), profile.bytes(), profile.sentences(), "ms", "share");
  for (std::size_t i = 0; i < stage_count; ++i) {
    const auto stage = static_cast<Stage>(i);
    const double share =
        total == 0 ? 0
                   : 100 * static_cast<double>(profile.time(stage)) / static_cast<double>(total);
    text += fmt::format("{:>10.2f}  {:>5.1f}%  {}\n", milliseconds(profile.time(stage)), share,
                        name(stage));
  }
  return text;
}

std::string patterns_as_text(const Profile& profile, const Rulebook& rulebook) {
  using Entry = std::pair<const Pattern*, Profile::PatternCost>;
  std::vector<Entry> entries(profile.patterns().begin(), profile.patterns().end());
  std::ranges::sort(entries, [](const Entry& a, const Entry& b) {
    return std::tuple(b.second.time, a.second.rule, a.first->line, a.first->text()) <
           std::tuple(a.second.time, b.second.rule, b.first->line, b.first->text());
  });
  if (entries.size() > most_patterns) entries.resize(most_patterns);
  std::string text = entries.empty() ? "" : "\nslowest patterns\n";
  for (const auto& [pattern, cost] : entries) {
    text += fmt::format("{:>10.2f}  {}, line {}: {}\n", milliseconds(cost.time), cost.rule,
                        pattern->line, printable(pattern->text()));
    for (const std::string& reason : reasons(*pattern, cost, profile, rulebook)) {
      text += fmt::format("{:>10}  {}\n", "", reason);
    }
  }
  return text;
}

std::string regexes_as_text(const Rulebook& rulebook) {
  std::vector<std::pair<std::string_view, std::string_view>> owners;
  for (const Rule& rule : rulebook.rules) {
    for (const std::string& regex : rule.regexes) owners.emplace_back(rule.info.id, regex);
  }
  std::string text;
  for (const std::uint32_t index : rulebook.regexes->table().without_literals) {
    if (text.empty()) text = "\nregexes without a literal: they read every document whole\n";
    text +=
        fmt::format("{:>10}  {}: {}\n", "", owners[index].first, printable(owners[index].second));
  }
  return text;
}

}  // namespace

std::string profile_as_text(const Profile& profile, const Rulebook& rulebook) {
  std::string text = stages_as_text(profile);
  text += fmt::format("\n{:>10}  {:>8}  {:>8}  rule\n", "ms", "tried", "matched");
  const std::vector<Row> rows = by_rule(profile);
  for (std::size_t i = 0; i < std::min(rows.size(), most_rules); ++i) {
    text += fmt::format("{:>10.2f}  {:>8}  {:>8}  {}\n", milliseconds(rows[i].cost.time),
                        rows[i].cost.tried, rows[i].cost.matched, rows[i].rule);
  }
  if (rows.size() > most_rules) {
    text += fmt::format("{:>10}  and {} rules that cost less\n", "", rows.size() - most_rules);
  }
  return text + patterns_as_text(profile, rulebook) + regexes_as_text(rulebook);
}

}  // namespace caveat
