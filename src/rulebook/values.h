// The closed sets of values that packs may name, with the names that packs give them.
//
// Enumerations of model/ bring their names along; those of rulebook.h get theirs here.
#pragma once

#include <array>
#include <string_view>

#include "model/document.h"
#include "model/rule.h"
#include "rulebook/rulebook.h"

namespace caveat {

inline constexpr FindingKind rule_kinds[] = {  // obligations have a list of their own
    FindingKind::Claim, FindingKind::Damage, FindingKind::Residue, FindingKind::Trust};
inline constexpr Severity all_severities[] = {Severity::Suggestion, Severity::Warning,
                                              Severity::Error};
inline constexpr Stance all_stances[] = {Stance::Asserted,   Stance::Hedged, Stance::Negated,
                                         Stance::Attributed, Stance::Quoted, Stance::Asked,
                                         Stance::Conditional};
inline constexpr RuleStatus all_rule_statuses[] = {RuleStatus::Stable, RuleStatus::Preview,
                                                   RuleStatus::Deprecated};
// By the value of Certainty; packs write the second shorter than reports do.
inline constexpr std::string_view certainty_names[] = {"seen", "seen-2nd"};
inline constexpr BlockKind all_block_kinds[] = {
    BlockKind::Title,          BlockKind::MetaDescription, BlockKind::Heading,
    BlockKind::Paragraph,      BlockKind::ListItem,        BlockKind::TableHeader,
    BlockKind::TableCell,      BlockKind::Quote,           BlockKind::Caption,
    BlockKind::AltText,        BlockKind::TitleAttribute,  BlockKind::Button,
    BlockKind::StructuredData, BlockKind::FrontMatter,     BlockKind::Code};
inline constexpr Region all_regions[] = {Region::Head,   Region::Body,   Region::Navigation,
                                         Region::Header, Region::Footer, Region::Aside};

inline constexpr Obligation::Place all_places[] = {Obligation::Place::Page,
                                                   Obligation::Place::Near};
constexpr std::string_view name(Obligation::Place place) {
  return place == Obligation::Place::Page ? "page" : "near";
}

inline constexpr Obligation::Pages all_pages[] = {Obligation::Pages::All,
                                                  Obligation::Pages::Articles};
constexpr std::string_view name(Obligation::Pages pages) {
  return pages == Obligation::Pages::All ? "all" : "articles";
}

inline constexpr CueRule::Direction all_directions[] = {
    CueRule::Direction::Forward, CueRule::Direction::Backward, CueRule::Direction::Sentence};
constexpr std::string_view name(CueRule::Direction direction) {
  constexpr std::array<std::string_view, 3> names = {"forward", "backward", "sentence"};
  return names[static_cast<std::size_t>(direction)];
}

inline constexpr SectionRule::Effect all_effects[] = {
    SectionRule::Effect::Dismiss, SectionRule::Effect::Negate, SectionRule::Effect::Quote,
    SectionRule::Effect::Ask,     SectionRule::Effect::Offer,  SectionRule::Effect::Part};
constexpr std::string_view name(SectionRule::Effect effect) {
  constexpr std::array<std::string_view, 6> names = {"dismiss", "negate", "quote",
                                                     "ask",     "offer",  "part"};
  return names[static_cast<std::size_t>(effect)];
}

inline constexpr std::string_view evidence_verdicts[] = {
    "contradicted", "no-evidence", "weak-mixed", "supported-with-limits", "not-reviewed"};

}  // namespace caveat
