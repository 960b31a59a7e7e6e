// How sure the class of a sentence is: how often the standard rules were right about the pages of
// corpus/test, which no rule was written from, where they gave that class on the same ground.
//
// The ground of a claim is whether one family of rules speaks ("one-family", and in headings and
// titles "heading") or several do, that of a hedged claim its stance, and that of no claim whether
// rules met words of a claim that turned out to be none ("matched") or met nothing ("silent"). The
// family itself is no ground: which families were right about some pages says nothing of other
// pages, while these grounds do.
//
//   confidence = (right + 10 × share) / (said + 10)
//
// where `said` units were given the class on that ground, `right` of them are labelled with it, and
// `share` is that of the right ones among all units of the class: what was met rarely is believed
// to be as sure as the rest of its class. Borderline units are left out. Packs that were not
// measured have no confidence, nor have pages in other languages than those of the corpus.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "model/report.h"

namespace caveat {

struct GroundCount {
  SentenceClass::Label label = SentenceClass::Label::None;
  std::string_view ground;
  std::size_t said = 0;
  std::size_t right = 0;
};

struct Confidence {
  double value = 0;      // 0 to 1
  std::size_t said = 0;  // the units on that ground that it was measured with
};

// The counts of the standard packs, which scripts/score --update writes.
std::span<const GroundCount> standard_counts();

std::string_view ground_of(const SentenceClass& sentence);

// None where nothing was measured for the class.
std::optional<Confidence> confidence_of(const SentenceClass& sentence,
                                        std::span<const GroundCount> counts);

// Whether a page in that language is like those of the corpus.
bool is_measured_language(std::string_view language);

}  // namespace caveat
