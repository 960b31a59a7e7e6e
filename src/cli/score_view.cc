#include "cli/score_view.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <nlohmann/json.hpp>

#include "model/display.h"
#include "report/json_text.h"
#include "report/wording.h"

namespace caveat {
namespace {

using Json = nlohmann::ordered_json;

bool is_miss(const UnitOutcome& outcome) {
  if (outcome.unit->label == Label::Hedged) return outcome.predicted == Label::None;
  return outcome.unit->label == Label::Claim && outcome.predicted != Label::Claim;
}
bool is_alarm(const UnitOutcome& outcome) {
  return outcome.unit->label != Label::Claim && outcome.predicted == Label::Claim;
}
bool is_unlocated(const UnitOutcome& outcome) { return !outcome.prose; }

std::string measure(std::string_view label, double value, Interval interval, std::string_view of) {
  return fmt::format("  {:<10} {:.3f}  [{:.3f}, {:.3f}]  {}\n", label, value, interval.low,
                     interval.high, of);
}

std::string unit_text(const UnitScores& scores, std::string_view title) {
  const Tally& claims = scores.claims;
  std::string text = fmt::format("{} ({} units, {} borderline, {} not found in the page)\n", title,
                                 scores.units, scores.borderline, scores.unlocated);
  text += measure("precision", claims.precision(), scores.precision,
                  fmt::format("{} of {}", claims.right, claims.said));
  text += measure("recall", claims.recall(), scores.recall,
                  fmt::format("{} of {}", claims.right, claims.there));
  text += measure("F1", claims.f1(), scores.f1, "");
  text += fmt::format("  {:<10} {:.3f}  {} of the claims found\n", "family",
                      Tally::ratio(scores.right_family, claims.right), scores.right_family);
  text +=
      fmt::format("\n  {:<10}{:>8}{:>8}{:>8}  predicted\n", "labelled", "none", "claim", "hedged");
  for (const Label label : {Label::None, Label::Claim, Label::Hedged}) {
    const auto& row = scores.labels[static_cast<std::size_t>(label)];
    text += fmt::format("  {:<10}{:>8}{:>8}{:>8}\n", name(label), row[0], row[1], row[2]);
  }
  return text + "\n";
}

std::string family_text(const UnitScores& scores) {
  std::string text = fmt::format("{:<34}{:>5}{:>7}{:>8}{:>7}\n", "Family of the claims", "n",
                                 "found", "recall", "right");
  for (const auto& [family, score] : scores.families) {
    text += fmt::format("  {:<32}{:>5}{:>7}{:>8.2f}{:>7}\n", family, score.there, score.found,
                        Tally::ratio(score.found, score.there), score.right);
  }
  return text + "\n";
}

std::string ground_text(const UnitScores& scores) {
  std::string text =
      fmt::format("{:<34}{:>5}{:>7}{:>11}\n", "Class and its ground", "said", "right", "precision");
  for (const Label label : {Label::Claim, Label::Hedged, Label::None}) {
    for (const auto& [ground, tally] : scores.grounds[static_cast<std::size_t>(label)]) {
      text += fmt::format("  {:<7}{:<25}{:>5}{:>7}{:>11.2f}\n", name(label), ground, tally.said,
                          tally.right, tally.precision());
    }
  }
  return text + "\n";
}

std::string stance_text(const UnitScores& scores) {
  std::string text = fmt::format("{:<14}", "Stance");
  for (std::size_t i = 0; i < stance_count; ++i) {
    text += fmt::format("{:>12}", name(static_cast<Stance>(i)));
  }
  text += "  predicted\n";
  for (std::size_t i = 0; i < stance_count; ++i) {
    text += fmt::format("  {:<12}", name(static_cast<Stance>(i)));
    for (std::size_t j = 0; j < stance_count; ++j) {
      text += fmt::format("{:>12}", scores.stances[i][j]);
    }
    text += "\n";
  }
  return text + "\n";
}

std::string tally_text(std::string_view title, const std::map<std::string, Tally>& tallies) {
  if (tallies.empty()) return "";
  const auto row = [](std::string_view label, const Tally& tally) {
    return fmt::format("  {:<32}{:>5}{:>7}{:>7}{:>11.2f}{:>8.2f}\n", label, tally.there, tally.said,
                       tally.right, tally.precision(), tally.recall());
  };
  std::string text = fmt::format("{:<34}{:>5}{:>7}{:>7}{:>11}{:>8}\n", title, "n", "said", "right",
                                 "precision", "recall");
  for (const auto& [id, tally] : tallies) text += row(id, tally);
  return text + row("together", sum(tallies)) + "\n";
}

template <class Wanted>
std::string unit_list(std::string_view title, std::span<const DocumentOutcome> documents,
                      Wanted wanted) {
  std::string text;
  for (const DocumentOutcome& document : documents) {
    for (const UnitOutcome& outcome : document.units) {
      if (!wanted(outcome)) continue;
      text += fmt::format(
          "  {}{}: {}{} → {}{}\n    {}\n", printable(document.path),
          outcome.line == 0 ? "" : fmt::format(":{}", outcome.line), name(outcome.unit->label),
          outcome.unit->family.empty() ? "" : " " + outcome.unit->family, name(outcome.predicted),
          outcome.rules.empty() ? "" : fmt::format(" {}", fmt::join(outcome.rules, ", ")),
          printable(outcome.unit->text));
    }
  }
  return text.empty() ? text : fmt::format("{}\n{}\n", title, text);
}

Json measure_json(double value, Interval interval) {
  return {{"value", value}, {"low", interval.low}, {"high", interval.high}};
}

Json unit_json(const UnitScores& scores) {
  const Tally& claims = scores.claims;
  Json families = Json::object(), labels = Json::object(), stances = Json::object();
  for (const auto& [family, score] : scores.families) {
    families[family] = {{"n", score.there}, {"found", score.found}, {"right", score.right}};
  }
  Json grounds = Json::object();
  constexpr Label all[] = {Label::None, Label::Claim, Label::Hedged};
  for (const Label label : all) {
    Json& given = grounds[std::string(name(label))] = Json::object();
    for (const auto& [ground, tally] : scores.grounds[static_cast<std::size_t>(label)]) {
      given[ground] = {{"said", tally.said}, {"right", tally.right}};
    }
    for (const Label predicted : all) {
      labels[std::string(name(label))][std::string(name(predicted))] =
          scores.labels[static_cast<std::size_t>(label)][static_cast<std::size_t>(predicted)];
    }
  }
  for (std::size_t i = 0; i < stance_count; ++i) {
    for (std::size_t j = 0; j < stance_count; ++j) {
      if (scores.stances[i][j] == 0) continue;
      stances[std::string(name(static_cast<Stance>(i)))]
             [std::string(name(static_cast<Stance>(j)))] = scores.stances[i][j];
    }
  }
  return {{"units", scores.units},
          {"borderline", scores.borderline},
          {"unlocated", scores.unlocated},
          {"claims", {{"there", claims.there}, {"said", claims.said}, {"right", claims.right}}},
          {"precision", measure_json(claims.precision(), scores.precision)},
          {"recall", measure_json(claims.recall(), scores.recall)},
          {"f1", measure_json(claims.f1(), scores.f1)},
          {"right_family", scores.right_family},
          {"labels", std::move(labels)},
          {"grounds", std::move(grounds)},
          {"stances", std::move(stances)},
          {"families", std::move(families)}};
}

Json tally_json(const std::map<std::string, Tally>& tallies) {
  Json object = Json::object();
  for (const auto& [id, tally] : tallies) {
    object[id] = {{"there", tally.there}, {"said", tally.said}, {"right", tally.right}};
  }
  return object;
}

template <class Wanted>
Json unit_list_json(std::span<const DocumentOutcome> documents, Wanted wanted) {
  Json list = Json::array();
  for (const DocumentOutcome& document : documents) {
    for (const UnitOutcome& outcome : document.units) {
      if (!wanted(outcome)) continue;
      list.push_back({{"path", document.path},
                      {"line", outcome.line},
                      {"text", outcome.unit->text},
                      {"label", name(outcome.unit->label)},
                      {"family", outcome.unit->family},
                      {"borderline", outcome.unit->borderline},
                      {"predicted", name(outcome.predicted)},
                      {"rules", outcome.rules}});
    }
  }
  return list;
}

}  // namespace

std::string scores_as_text(std::span<const DocumentOutcome> documents, ScoreLists lists) {
  const UnitScores all = score_units(documents, true);
  const PageScores pages = score_pages(documents);
  std::string text = quantity(documents.size(), "document") + "; intervals are 95 %\n\n";
  text += unit_text(all, "Claims, every unit");
  text += unit_text(score_units(documents, false), "Claims, without borderline units");
  text += family_text(all) + ground_text(all) + stance_text(all);
  if (pages.pages > 0) {
    text +=
        fmt::format("Verdicts: {} of {} as their labels give, {} of {} as the reader gave\n\n",
                    pages.right_verdict, pages.pages, pages.readers_agree, pages.readers_verdicts);
  }
  text += tally_text("Statements that the page makes", pages.states);
  text += tally_text("Statements that it owes", pages.owes);
  text += tally_text("Damage", pages.damage);
  text += tally_text("Residue", pages.residue);
  if (lists.misses) text += unit_list("Misses", documents, is_miss);
  if (lists.misses) text += unit_list("Not found in the page", documents, is_unlocated);
  if (lists.alarms) text += unit_list("False alarms", documents, is_alarm);
  return text;
}

std::string scores_as_json(std::span<const DocumentOutcome> documents, ScoreLists lists) {
  const PageScores pages = score_pages(documents);
  Json object = {{"documents", documents.size()},
                 {"all", unit_json(score_units(documents, true))},
                 {"without_borderline", unit_json(score_units(documents, false))},
                 {"verdicts",
                  {{"pages", pages.pages},
                   {"right", pages.right_verdict},
                   {"readers", pages.readers_verdicts},
                   {"readers_agree", pages.readers_agree}}},
                 {"states", tally_json(pages.states)},
                 {"owes", tally_json(pages.owes)},
                 {"damage", tally_json(pages.damage)},
                 {"residue", tally_json(pages.residue)}};
  if (lists.misses) {
    object["misses"] = unit_list_json(documents, is_miss);
    object["unlocated"] = unit_list_json(documents, is_unlocated);
  }
  if (lists.alarms) object["alarms"] = unit_list_json(documents, is_alarm);
  return finished_json(object.dump(2, ' ', false, Json::error_handler_t::replace));
}

}  // namespace caveat
