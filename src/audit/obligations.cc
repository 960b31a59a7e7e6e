#include "audit/obligations.h"

#include <algorithm>

#include "audit/article.h"
#include "audit/claims.h"
#include "audit/phrases.h"
#include "audit/profile.h"

namespace caveat {
namespace {

// Places where a reader does not see a statement.
bool is_hidden(BlockKind kind) {
  return kind == BlockKind::AltText || kind == BlockKind::TitleAttribute ||
         kind == BlockKind::MetaDescription || kind == BlockKind::StructuredData ||
         kind == BlockKind::Code;
}

}  // namespace

void DutyIndex::build(const Rulebook& rulebook) {
  for (std::uint32_t duty = 0; duty < rulebook.obligations.size(); ++duty) {
    const Obligation& obligation = rulebook.obligations[duty];
    add(obligation.satisfied_by, {duty, Role::Statement, 0});
    add(obligation.owed_for_text, {duty, Role::Cause, 0});
    add(obligation.not_owed_for, {duty, Role::NoCause, 0});
    const auto& in_parts = obligation.satisfied_in_parts;
    for (std::uint32_t index = 0; index < in_parts.size(); ++index) {
      add(in_parts[index].first, {duty, Role::First, index});
      add(in_parts[index].then, {duty, Role::Then, index});
    }
  }
  patterns.build(rulebook);
}

void DutyIndex::add(const PatternList& of, Part part) {
  for (const Pattern& pattern : of) patterns.add(pattern, static_cast<std::uint32_t>(parts.size()));
  parts.edit().push_back(part);
}

DutyReader::DutyReader(const Document& document, const Segmented& text,
                       std::span<const BlockContext> contexts, const Rulebook& rulebook,
                       const DutyIndex& index, const AuditOptions& options)
    : document_(document),
      text_(text),
      contexts_(contexts),
      rulebook_(rulebook),
      index_(index),
      profile_(options.profile),
      // What ends a claim carries a statement: "not if you …", "a clot, a fever: please wait".
      matcher_(std::nullopt, Break::Clause),
      notes_(rulebook.obligations.size()) {
  for (std::size_t duty = 0; duty < notes_.size(); ++duty) {
    const Obligation& obligation = rulebook.obligations[duty];
    applies_.push_back(options.all_languages || speaks(obligation.language, document.language));
    notes_[duty].first.resize(obligation.satisfied_in_parts.size());
    notes_[duty].then.resize(obligation.satisfied_in_parts.size());
  }
}

DutyReader::Places& DutyReader::places_of(const DutyIndex::Part& part) {
  Notes& notes = notes_[part.duty];
  switch (part.role) {
    case DutyIndex::Role::First:
      return notes.first[part.parts];
    case DutyIndex::Role::Then:
      return notes.then[part.parts];
    case DutyIndex::Role::Cause:
      return notes.causes;
    case DutyIndex::Role::NoCause:
      return notes.no_cause;
    case DutyIndex::Role::Statement:
      break;
  }
  return notes.statements;
}

void DutyReader::read(std::uint32_t sentence, const Passage& passage) {
  const bool hidden = is_hidden(document_.blocks[text_.sentences[sentence].block].kind);
  index_.patterns.candidates(passage, found_);
  for (const PatternIndex::Entry& entry : found_) {
    const DutyIndex::Part& part = index_.parts[entry.owner];
    if (!applies_[part.duty] || (hidden && part.states())) continue;
    if (profile_ == nullptr) {
      read(entry, sentence, passage);
      continue;
    }
    const std::uint64_t begin = profile_->now();
    const std::size_t before = places_of(part).size();
    read(entry, sentence, passage);
    profile_->add(*entry.pattern, rulebook_.obligations[part.duty].info.id, profile_->now() - begin,
                  places_of(part).size() - before);
  }
}

void DutyReader::read(const PatternIndex::Entry& entry, std::uint32_t sentence,
                      const Passage& passage) {
  const DutyIndex::Part& part = index_.parts[entry.owner];
  Places& places = places_of(part);
  // One place a sentence is enough, but what completes a statement is counted.
  const bool counted = part.role == DutyIndex::Role::Then;
  if (!counted && !places.empty() && places.back().sentence == sentence) return;
  matcher_.each(*entry.pattern, passage, [&](const PatternMatch& match) {
    if (match.words.end <= passage.lead()) return true;
    if (part.states() && spoiled(part.duty, match, passage)) return true;
    const auto tokens = passage.tokens();
    const std::uint32_t first = std::max(match.words.begin, passage.lead());
    const ProseSpan prose{tokens[first].span.begin, tokens[match.words.end - 1].span.end};
    // Places are in order: those of other sentences stand elsewhere.
    const auto near = std::find_if(places.rbegin(), places.rend(), [&](const Place& place) {
      return place.sentence != sentence || place.prose.overlaps(prose);
    });
    if (near == places.rend() || near->sentence != sentence) places.push_back({prose, sentence});
    return counted;
  });
}

void DutyReader::accept(std::span<const HouseStatement> statements) {
  if (statements.empty()) return;
  const PhraseFinder finder(document_, text_);
  for (std::size_t duty = 0; duty < notes_.size(); ++duty) {
    Notes& notes = notes_[duty];
    for (const HouseStatement& statement : statements) {
      if (statement.obligation != rulebook_.obligations[duty].info.id) continue;
      for (const ProseSpan found : finder.find(statement.text)) {
        const std::uint32_t sentence = sentence_at(found.begin);
        if (is_hidden(document_.blocks[text_.sentences[sentence].block].kind)) continue;
        notes.statements.push_back({found, sentence});
        notes.settled = true;
      }
    }
    std::ranges::sort(notes.statements, {}, [](const Place& place) { return place.prose; });
  }
}

bool DutyReader::spoiled(std::uint32_t duty, const PatternMatch& match, const Passage& passage) {
  if (spoiled_duty_ != duty || spoiled_turn_ != passage.turn()) {
    spoiled_duty_ = duty;
    spoiled_turn_ = passage.turn();
    spoilers_.clear();
    for (const Pattern& spoiler : rulebook_.obligations[duty].not_satisfied_by) {
      if (!passage.meets(spoiler)) continue;
      if (const auto found = matcher_.find(spoiler, passage)) spoilers_.push_back(found->words);
    }
  }
  return std::ranges::any_of(spoilers_,
                             [&](TokenRange spoiler) { return spoiler.overlaps(match.words); });
}

Duties DutyReader::finish(std::span<const Finding> claims) const {
  Duties duties;
  for (std::size_t duty = 0; duty < notes_.size(); ++duty) {
    if (applies_[duty]) judge(rulebook_.obligations[duty], notes_[duty], claims, duties);
  }
  return duties;
}

// All that the page states, in order of the prose.
DutyReader::Places DutyReader::statements(const Obligation& obligation, const Notes& notes) const {
  Places all = notes.statements;
  for (std::size_t index = 0; index < obligation.satisfied_in_parts.size(); ++index) {
    put_together(obligation.satisfied_in_parts[index], notes.first[index], notes.then[index], all);
  }
  std::ranges::sort(all, {}, [](const Place& place) { return place.prose; });
  return all;
}

void DutyReader::put_together(const StatementInParts& rule, const Places& first, const Places& then,
                              Places& statements) const {
  for (const Place& opening : first) {
    Place whole = opening;
    std::size_t met = 0;
    const auto behind = std::ranges::upper_bound(then, opening.sentence, {}, &Place::sentence);
    for (const Place& later : std::ranges::subrange(behind, then.end())) {
      if (later.sentence > opening.sentence + rule.within || !same_section(opening, later)) break;
      whole.prose.end = std::max(whole.prose.end, later.prose.end);
      if (++met == rule.at_least) break;
    }
    if (met == rule.at_least) statements.push_back(whole);
  }
}

// A heading opens its own section.
bool DutyReader::same_section(const Place& opening, const Place& later) const {
  const std::uint32_t block = text_.sentences[opening.sentence].block;
  const std::uint32_t section = section_of(later.prose.begin);
  return section == section_of(opening.prose.begin) || section == block;
}

std::uint32_t DutyReader::sentence_at(std::size_t prose) const {
  const auto begins = [](const Sentence& sentence) { return sentence.span.begin; };
  const auto after = std::ranges::upper_bound(text_.sentences, prose, {}, begins);
  return static_cast<std::uint32_t>(after - text_.sentences.begin()) - 1;
}

bool DutyReader::is_cause(const Notes& notes, ProseSpan prose) const {
  return notes.no_cause.empty() ||
         !std::ranges::binary_search(notes.no_cause, sentence_at(prose.begin), {},
                                     &Place::sentence);
}

void DutyReader::judge(const Obligation& obligation, const Notes& notes,
                       std::span<const Finding> claims, Duties& duties) const {
  const auto& families = obligation.owed_for_families;
  const auto& stances = obligation.owed_for_stances;
  const auto creates_duty = [&](const Finding& claim) {
    // A page that hedges, denies or quotes a source promises nothing.
    const bool flat = claim.stance == Stance::Asserted || claim.stance == Stance::Quoted;
    const bool named =
        (flat && std::ranges::find(families, claim.rule->family) != families.end()) ||
        (claim.rule->kind == FindingKind::Claim && !claim.rule->conduct &&
         std::ranges::find(stances, claim.stance) != stances.end());
    return named && is_cause(notes, claim.prose);
  };
  std::vector<ShortProseSpan> causes;  // claims first: they say more than other words
  for (const Finding& claim : claims) {
    if (creates_duty(claim)) causes.push_back(claim.prose);
  }
  for (const Place& place : notes.causes) {
    if (is_cause(notes, place.prose)) causes.push_back(place.prose);
  }
  const bool owed =
      !causes.empty() && causes.size() >= obligation.owed_at_least &&
      (obligation.owed_by == Obligation::Pages::All || is_article(document_, text_, rulebook_));
  const Places made = statements(obligation, notes);
  const bool stated =
      !made.empty() && (notes.settled || made.size() >= obligation.satisfied_at_least);
  if (!owed && !stated) return;
  if (!owed) causes.clear();
  const Place* statement = stated ? best_statement(obligation, made, causes) : nullptr;
  ObligationStatus status{.rule = &obligation.info,
                          .owed = owed,
                          .satisfied = statement != nullptr,
                          .statement = {},
                          .cause = {}};
  if (statement != nullptr) status.statement = document_.map.to_source(statement->prose);
  if (owed) status.cause = document_.map.to_source(causes.front());
  duties.status.push_back(status);
  if (owed && statement == nullptr) duties.missing.push_back(missing(obligation, causes.front()));
}

const DutyReader::Place* DutyReader::best_statement(const Obligation& obligation,
                                                    const Places& statements,
                                                    std::span<const ShortProseSpan> causes) const {
  if (obligation.place == Obligation::Place::Page || causes.empty()) return &statements.front();
  // Clients are quoted here and there; one word beside some of them is the statement.
  std::vector<std::uint32_t> sections;
  for (const ShortProseSpan cause : causes) sections.push_back(section_of(cause.begin));
  std::ranges::sort(sections);
  const auto near = std::ranges::find_if(statements, [&](const Place& place) {
    return std::ranges::binary_search(sections, section_of(place.prose.begin));
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
