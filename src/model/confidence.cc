#include "model/confidence.h"

#include "model/measured_counts.h"

namespace caveat {

std::span<const GroundCount> standard_counts() { return measured_counts; }

std::string_view ground_of(const SentenceClass& sentence) {
  switch (sentence.label) {
    case SentenceClass::Label::Claim:
      if (sentence.several) return "several-families";
      return sentence.block == BlockKind::Heading || sentence.block == BlockKind::Title
                 ? "heading"
                 : "one-family";
    case SentenceClass::Label::Hedged:
      return name(sentence.stance);
    case SentenceClass::Label::None:
      break;
  }
  return sentence.matched ? "matched" : "silent";
}

std::optional<Confidence> confidence_of(const SentenceClass& sentence,
                                        std::span<const GroundCount> counts) {
  constexpr double weight_of_share = 10;
  const std::string_view ground = ground_of(sentence);
  GroundCount here, all;
  for (const GroundCount& count : counts) {
    if (count.label != sentence.label) continue;
    all.said += count.said;
    all.right += count.right;
    if (count.ground == ground) here = count;
  }
  if (all.said == 0) return std::nullopt;
  const double share = static_cast<double>(all.right) / static_cast<double>(all.said);
  return Confidence{(static_cast<double>(here.right) + weight_of_share * share) /
                        (static_cast<double>(here.said) + weight_of_share),
                    here.said};
}

// Copy that tells no language is mostly English, as rules take it, too.
bool is_measured_language(std::string_view language) {
  const std::string_view primary = language.substr(0, language.find('-'));
  return primary == "en" || primary == "und" || primary.empty();
}

}  // namespace caveat
