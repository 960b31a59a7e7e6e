// The labels beside a document of the corpus: what a careful reader says of each unit and of the
// page. corpus/README describes the format.
#pragma once

#include <expected>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/problem.h"
#include "model/report.h"

namespace caveat {

using Label = SentenceClass::Label;
std::string_view name(Label label);  // "none", "claim", "hedged"

struct LabelledUnit {
  std::string text;
  Label label = Label::None;
  std::optional<Stance> stance;
  std::string family;             // empty for None
  std::vector<std::string> also;  // further families that would be right
  bool borderline = false;
  std::size_t line = 0;  // of the labels' file
};

struct LabelledPage {
  std::string verdict;
  std::set<std::string> states, owes, damage, residue;
  std::set<std::string> owes_judged;  // of which `owes` speaks; empty for all
  std::set<std::string> doubtful;     // statements about which a second reader could differ
};

struct Labels {
  std::vector<LabelledUnit> units;  // in the order of the document
  std::optional<LabelledPage> page;
};

inline constexpr std::string_view labels_suffix = ".labels.jsonl";

// Every mistake at once, or the labels. Keys that the format does not know are notes for people.
std::expected<Labels, std::vector<Problem>> parse_labels(std::string_view text,
                                                         const std::string& path);

}  // namespace caveat
