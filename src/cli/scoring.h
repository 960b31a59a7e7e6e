// How well the audits of labelled documents agree with their labels.
#pragma once

#include <array>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "cli/outcomes.h"

namespace caveat {

// Right and wrong answers about one question, as counts of what was there and what was said.
struct Tally {
  std::size_t right = 0;  // said and there
  std::size_t said = 0;
  std::size_t there = 0;

  double precision() const { return ratio(right, said); }
  double recall() const { return ratio(right, there); }
  double f1() const { return ratio(2 * right, said + there); }
  Tally& operator+=(const Tally& other);

  static double ratio(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
  }
};

// The middle 95 % of what the measure is when documents are drawn again with replacement.
struct Interval {
  double low = 0, high = 0;
};

struct FamilyScore {
  std::size_t there = 0;  // claims labelled with it
  std::size_t found = 0;  // of them taken for claims
  std::size_t right = 0;  // of them with a right family
};

constexpr std::size_t label_count = 3;

// By ground_of() (model/confidence.h); nothing is counted as there.
using GroundTallies = std::map<std::string, Tally>;

struct UnitScores {
  std::size_t units = 0, borderline = 0, unlocated = 0;
  Tally claims;
  Interval precision, recall, f1;
  std::size_t right_family = 0;  // of claims.right
  std::map<std::string, FamilyScore> families;
  std::array<GroundTallies, label_count> grounds;  // by what was predicted
  // [labelled][predicted], in the order of the enumerators.
  std::array<std::array<std::size_t, label_count>, label_count> labels{};
  // [labelled][predicted] of units where both see a claim, hedged or not.
  std::array<std::array<std::size_t, stance_count>, stance_count> stances{};
};

struct PageScores {
  std::size_t pages = 0;
  // As the formula gives it to the labels.
  std::size_t right_verdict = 0;
  // Pages whose reader gave a verdict of his own, and those on which ours is the same.
  std::size_t readers_verdicts = 0, readers_agree = 0;
  std::map<std::string, Tally> states, owes, damage, residue;  // by id
};

UnitScores score_units(std::span<const DocumentOutcome> documents, bool with_borderline);
PageScores score_pages(std::span<const DocumentOutcome> documents);
Tally sum(const std::map<std::string, Tally>& tallies);

}  // namespace caveat
