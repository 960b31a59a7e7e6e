#include "audit/obligations.h"

#include <algorithm>

#include "audit/claims.h"
#include "audit/phrases.h"

namespace caveat {
namespace {

// Places where a reader does not see a statement.
bool is_hidden(BlockKind kind) {
  return kind == BlockKind::AltText || kind == BlockKind::TitleAttribute ||
         kind == BlockKind::MetaDescription || kind == BlockKind::StructuredData ||
         kind == BlockKind::Code;
}

}  // namespace

DutyIndex::DutyIndex(const Rulebook& rulebook) : statements(rulebook), causes(rulebook) {
  for (std::uint32_t duty = 0; duty < rulebook.obligations.size(); ++duty) {
    const Obligation& obligation = rulebook.obligations[duty];
    for (const Pattern& pattern : obligation.satisfied_by) statements.add(pattern, duty);
    for (const Pattern& pattern : obligation.owed_for_text) causes.add(pattern, duty);
  }
  statements.build();
  causes.build();
}

DutyReader::DutyReader(const Document& document, const Segmented& text,
                       std::span<const BlockContext> contexts, const Rulebook& rulebook,
                       const DutyIndex& index, bool all_languages)
    : document_(document),
      text_(text),
      contexts_(contexts),
      rulebook_(rulebook),
      index_(index),
      matcher_(rulebook.lexicon("gap-stops")),
      notes_(rulebook.obligations.size()) {
  for (const Obligation& obligation : rulebook.obligations) {
    applies_.push_back(all_languages || speaks(obligation.language, document.language));
  }
}

void DutyReader::read(std::uint32_t sentence, const Passage& passage) {
  const auto note = [&](const PatternIndex::Entry& entry, std::vector<Place>& places, bool spoils) {
    // One place a sentence is enough.
    if (!applies_[entry.owner] || (!places.empty() && places.back().sentence == sentence)) return;
    const auto match = matcher_.find(*entry.pattern, passage);
    if (!match || match->words.end <= passage.lead()) return;
    if (spoils && spoiled(rulebook_.obligations[entry.owner], *match, passage)) return;
    const auto tokens = passage.tokens();
    const std::uint32_t first = std::max(match->words.begin, passage.lead());
    places.push_back({{tokens[first].span.begin, tokens[match->words.end - 1].span.end}, sentence});
  };
  if (!is_hidden(document_.blocks[text_.sentences[sentence].block].kind)) {
    index_.statements.candidates(passage, [&](const PatternIndex::Entry& entry) {
      note(entry, notes_[entry.owner].statements, true);
    });
  }
  index_.causes.candidates(passage, [&](const PatternIndex::Entry& entry) {
    note(entry, notes_[entry.owner].causes, false);
  });
}

void DutyReader::accept(std::span<const HouseStatement> statements) {
  if (statements.empty()) return;
  const PhraseFinder finder(document_, text_);
  const auto begins = [](const Sentence& sentence) { return sentence.span.begin; };
  for (std::size_t duty = 0; duty < notes_.size(); ++duty) {
    Notes& notes = notes_[duty];
    for (const HouseStatement& statement : statements) {
      if (statement.obligation != rulebook_.obligations[duty].info.id) continue;
      for (const ProseSpan found : finder.find(statement.text)) {
        const auto after = std::ranges::upper_bound(text_.sentences, found.begin, {}, begins);
        const auto sentence = static_cast<std::uint32_t>(after - text_.sentences.begin()) - 1;
        if (is_hidden(document_.blocks[text_.sentences[sentence].block].kind)) continue;
        notes.statements.push_back({found, sentence});
        notes.settled = true;
      }
    }
    std::ranges::sort(notes.statements, {}, [](const Place& place) { return place.prose; });
  }
}

bool DutyReader::spoiled(const Obligation& obligation, const PatternMatch& match,
                         const Passage& passage) {
  return std::ranges::any_of(obligation.not_satisfied_by, [&](const Pattern& spoiler) {
    const auto found = matcher_.find(spoiler, passage);
    return found && found->words.overlaps(match.words);
  });
}

Duties DutyReader::finish(std::span<const Finding> claims) const {
  Duties duties;
  for (std::size_t duty = 0; duty < notes_.size(); ++duty) {
    if (applies_[duty]) judge(rulebook_.obligations[duty], notes_[duty], claims, duties);
  }
  return duties;
}

void DutyReader::judge(const Obligation& obligation, const Notes& notes,
                       std::span<const Finding> claims, Duties& duties) const {
  const auto& families = obligation.owed_for_families;
  const auto creates_duty = [&](const Finding& claim) {
    return std::ranges::find(families, claim.rule->family) != families.end();
  };
  const auto first = std::ranges::find_if(claims, creates_duty);
  const auto causes =
      static_cast<std::size_t>(std::ranges::count_if(claims, creates_duty)) + notes.causes.size();
  const bool owed = causes > 0 && causes >= obligation.owed_at_least;
  const bool stated = !notes.statements.empty() &&
                      (notes.settled || notes.statements.size() >= obligation.satisfied_at_least);
  if (!owed && !stated) return;
  ProseSpan cause;
  if (owed) cause = first != claims.end() ? first->prose : notes.causes.front().prose;
  const Place* statement =
      stated ? best_statement(obligation, notes.statements, owed ? &cause : nullptr) : nullptr;
  ObligationStatus status{.rule = &obligation.info,
                          .owed = owed,
                          .satisfied = statement != nullptr,
                          .statement = {},
                          .cause = {}};
  if (statement != nullptr) status.statement = document_.map.to_source(statement->prose);
  if (owed) status.cause = document_.map.to_source(cause);
  duties.status.push_back(status);
  if (owed && statement == nullptr) duties.missing.push_back(missing(obligation, cause));
}

const DutyReader::Place* DutyReader::best_statement(const Obligation& obligation,
                                                    const std::vector<Place>& statements,
                                                    const ProseSpan* cause) const {
  if (obligation.place == Obligation::Place::Page || cause == nullptr) return &statements.front();
  const auto near = std::ranges::find_if(statements, [&](const Place& place) {
    return section_of(place.prose.begin) == section_of(cause->begin);
  });
  return near == statements.end() ? nullptr : &*near;
}

std::uint32_t DutyReader::section_of(std::size_t prose) const {
  const auto after = std::ranges::upper_bound(document_.blocks, prose, {},
                                              [](const Block& block) { return block.prose.begin; });
  if (after == document_.blocks.begin()) return BlockContext::none;
  return contexts_[static_cast<std::size_t>(std::prev(after) - document_.blocks.begin())].heading;
}

Finding DutyReader::missing(const Obligation& obligation, ProseSpan cause) const {
  Finding finding;
  finding.rule = &obligation.info;
  finding.severity = obligation.info.severity;
  finding.prose = cause;
  const auto after = std::ranges::upper_bound(text_.sentences, cause.begin, {},
                                              [](const Sentence& s) { return s.span.begin; });
  if (after != text_.sentences.begin()) {
    finding.sentence = document_.map.to_source(std::prev(after)->span);
    finding.block = document_.blocks[std::prev(after)->block].kind;
  }
  return finding;
}

}  // namespace caveat
