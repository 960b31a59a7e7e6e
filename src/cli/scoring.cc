#include "cli/scoring.h"

#include <algorithm>
#include <cstdint>

#include "model/confidence.h"

namespace caveat {
namespace {

// The same numbers on every machine, which std::uniform_int_distribution does not promise.
class Dice {
 public:
  std::size_t below(std::size_t bound) {
    state_ ^= state_ << 13U;
    state_ ^= state_ >> 7U;
    state_ ^= state_ << 17U;
    return static_cast<std::size_t>(state_ % bound);
  }

 private:
  std::uint64_t state_ = 0x9E3779B97F4A7C15U;
};

bool is_right_family(const UnitOutcome& outcome) {
  const auto found = [&outcome](const std::string& family) {
    return std::ranges::find(outcome.families, family) != outcome.families.end();
  };
  return found(outcome.unit->family) || std::ranges::any_of(outcome.unit->also, found);
}

Tally claim_tally(const UnitOutcome& outcome) {
  const bool there = outcome.unit->label == Label::Claim;
  const bool said = outcome.predicted == Label::Claim;
  return {.right = there && said ? 1U : 0U, .said = said ? 1U : 0U, .there = there ? 1U : 0U};
}

std::string ground_of(const UnitOutcome& outcome) {
  return std::string(ground_of(SentenceClass{.prose = {},
                                             .source = {},
                                             .label = outcome.predicted,
                                             .stance = outcome.stance.value_or(Stance::Asserted),
                                             .family = {},
                                             .block = outcome.block,
                                             .several = outcome.families.size() > 1,
                                             .matched = outcome.matched}));
}

void add(UnitScores& scores, const UnitOutcome& outcome) {
  const LabelledUnit& unit = *outcome.unit;
  const Tally tally = claim_tally(outcome);
  ++scores.units;
  scores.borderline += unit.borderline;
  scores.unlocated += !outcome.prose;
  scores.claims += tally;
  ++scores
        .labels[static_cast<std::size_t>(unit.label)][static_cast<std::size_t>(outcome.predicted)];
  scores.grounds[static_cast<std::size_t>(outcome.predicted)][ground_of(outcome)] +=
      {.right = unit.label == outcome.predicted ? 1U : 0U, .said = 1, .there = 0};
  if (unit.stance && outcome.stance) {
    ++scores.stances[static_cast<std::size_t>(*unit.stance)]
                    [static_cast<std::size_t>(*outcome.stance)];
  }
  if (unit.label != Label::Claim) return;
  const bool right = tally.right > 0 && is_right_family(outcome);
  scores.right_family += right;
  FamilyScore& family = scores.families[unit.family];
  ++family.there;
  family.found += tally.right;
  family.right += right;
}

Interval middle(std::vector<double> values) {
  constexpr double tail = 0.025;
  std::ranges::sort(values);
  const auto last = static_cast<double>(values.size() - 1);
  const auto at = [&](double share) {
    return values[static_cast<std::size_t>(share * last + 0.5)];
  };
  return {at(tail), at(1 - tail)};
}

// Sentences of one page are alike, so pages are drawn and not sentences.
void bootstrap(UnitScores& scores, std::span<const Tally> pages) {
  constexpr std::size_t draws = 2000;
  if (pages.empty()) return;
  Dice dice;
  std::vector<double> precision, recall, f1;
  for (std::size_t draw = 0; draw < draws; ++draw) {
    Tally drawn;
    for (std::size_t i = 0; i < pages.size(); ++i) drawn += pages[dice.below(pages.size())];
    precision.push_back(drawn.precision());
    recall.push_back(drawn.recall());
    f1.push_back(drawn.f1());
  }
  scores.precision = middle(std::move(precision));
  scores.recall = middle(std::move(recall));
  scores.f1 = middle(std::move(f1));
}

void compare_sets(std::map<std::string, Tally>& tallies, const std::set<std::string>& there,
                  const std::set<std::string>& said) {
  for (const std::string& id : there) {
    tallies[id] += {.right = said.contains(id) ? 1U : 0U, .said = 0, .there = 1};
  }
  for (const std::string& id : said) tallies[id] += {.right = 0, .said = 1, .there = 0};
}

// A reader who was asked for some statements only says nothing of the others that are not labelled.
std::set<std::string> judged(std::set<std::string> said, const std::set<std::string>& asked,
                             const std::set<std::string>& labelled) {
  if (asked.empty()) return said;
  std::erase_if(
      said, [&](const std::string& id) { return !asked.contains(id) && !labelled.contains(id); });
  return said;
}

std::set<std::string> without(std::set<std::string> all, const std::set<std::string>& some) {
  std::erase_if(all, [&](const std::string& id) { return some.contains(id); });
  return all;
}

}  // namespace

Tally& Tally::operator+=(const Tally& other) {
  right += other.right;
  said += other.said;
  there += other.there;
  return *this;
}

UnitScores score_units(std::span<const DocumentOutcome> documents, bool with_borderline) {
  UnitScores scores;
  std::vector<Tally> pages;
  for (const DocumentOutcome& document : documents) {
    Tally page;
    for (const UnitOutcome& outcome : document.units) {
      if (outcome.unit->borderline && !with_borderline) continue;
      add(scores, outcome);
      page += claim_tally(outcome);
    }
    pages.push_back(page);
  }
  bootstrap(scores, pages);
  return scores;
}

PageScores score_pages(std::span<const DocumentOutcome> documents) {
  PageScores scores;
  for (const DocumentOutcome& document : documents) {
    if (document.expected == nullptr) continue;
    ++scores.pages;
    scores.right_verdict += document.deserved.holds(document.verdict);
    scores.readers_verdicts += !document.expected->verdict.empty();
    scores.readers_agree += document.expected->verdict == document.predicted.verdict;
    const LabelledPage& expected = *document.expected;
    const auto sure = [&](const std::set<std::string>& ids) {
      return without(ids, expected.doubtful);
    };
    const auto judged_of = [&](const std::set<std::string>& said,
                               const std::set<std::string>& labels) {
      return sure(judged(said, expected.owes_judged, labels));
    };
    compare_sets(scores.states, sure(expected.states),
                 judged_of(document.predicted.states, expected.states));
    compare_sets(scores.owes, sure(expected.owes),
                 judged_of(document.predicted.owes, expected.owes));
    compare_sets(scores.damage, document.expected->damage, document.predicted.damage);
    compare_sets(scores.residue, document.expected->residue, document.predicted.residue);
  }
  return scores;
}

Tally sum(const std::map<std::string, Tally>& tallies) {
  Tally total;
  for (const auto& [id, tally] : tallies) total += tally;
  return total;
}

}  // namespace caveat
