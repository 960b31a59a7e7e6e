#include "audit/obligations.h"

#include <algorithm>

#include "audit/claims.h"
#include "audit/match.h"

namespace caveat {
namespace {

struct Place {
  ProseSpan prose;
  std::uint32_t sentence;
};

class DutyReader {
 public:
  DutyReader(const Document& document, const Segmented& text, std::span<const BlockContext> contexts,
             const Rulebook& rulebook, std::span<const Finding> claims)
      : document_(document),
        text_(text),
        contexts_(contexts),
        claims_(claims),
        passage_(rulebook.terms, rulebook.lexicon_names.size()),
        matcher_(rulebook.lexicon("gap-stops")) {}

  void read(const Obligation& obligation, Duties& duties) {
    const std::vector<Place> statements = statements_of(obligation);
    const Finding* cause = nullptr;
    std::optional<Place> cause_text;
    std::size_t causes = 0;
    for (const Finding& claim : claims_) {
      if (std::ranges::find(obligation.owed_for_families, claim.rule->family) ==
          obligation.owed_for_families.end()) {
        continue;
      }
      if (cause == nullptr) cause = &claim;
      ++causes;
    }
    if (!obligation.owed_for_text.empty()) {
      for (const Place& place : matches_of(obligation.owed_for_text, {})) {
        if (!cause_text) cause_text = place;
        ++causes;
      }
    }
    const bool owed = causes >= obligation.owed_at_least && causes > 0;
    if (!owed && statements.empty()) return;
    ProseSpan cause_prose = cause != nullptr ? cause->prose : cause_text ? cause_text->prose : ProseSpan{};
    const Place* statement = best_statement(obligation, statements, owed ? &cause_prose : nullptr);
    ObligationStatus status{.rule = &obligation.info, .owed = owed, .satisfied = statement != nullptr,
                            .statement = {}, .cause = {}};
    if (statement != nullptr) status.statement = document_.map.to_source(statement->prose);
    if (owed) status.cause = document_.map.to_source(cause_prose);
    duties.status.push_back(status);
    if (owed && statement == nullptr) duties.missing.push_back(missing(obligation, cause_prose));
  }

 private:
  // Sentences that make the statement, hidden places (alt text, attributes, code) left out.
  std::vector<Place> statements_of(const Obligation& obligation) {
    std::vector<Place> places = matches_of(obligation.satisfied_by, obligation.not_satisfied_by);
    std::erase_if(places, [&](const Place& place) {
      const BlockKind kind = document_.blocks[text_.sentences[place.sentence].block].kind;
      return kind == BlockKind::AltText || kind == BlockKind::TitleAttribute ||
             kind == BlockKind::MetaDescription || kind == BlockKind::StructuredData ||
             kind == BlockKind::Code;
    });
    if (places.size() < obligation.satisfied_at_least) places.clear();
    return places;
  }

  std::vector<Place> matches_of(std::span<const Pattern> patterns, std::span<const Pattern> spoilers) {
    std::vector<Place> places;
    for (std::uint32_t index = 0; index < text_.sentences.size(); ++index) {
      const Sentence& sentence = text_.sentences[index];
      const BlockContext& context = contexts_[sentence.block];
      std::span<const Token> lead;
      if (sentence.opens_block && context.lead_in != BlockContext::none) {
        lead = text_.words(text_.sentences[context.lead_in]);
      }
      passage_.set(lead, text_.words(sentence), context.runs_on);
      for (const Pattern& pattern : patterns) {
        const auto match = matcher_.find(pattern, passage_);
        if (!match || match->words.end <= passage_.lead() || spoiled(*match, spoilers)) continue;
        const std::uint32_t first = std::max(match->words.begin, passage_.lead());
        places.push_back({{passage_.tokens()[first].span.begin,
                           passage_.tokens()[match->words.end - 1].span.end}, index});
        break;
      }
    }
    return places;
  }

  bool spoiled(const PatternMatch& match, std::span<const Pattern> spoilers) {
    return std::ranges::any_of(spoilers, [&](const Pattern& spoiler) {
      const auto found = matcher_.find(spoiler, passage_);
      return found && found->words.overlaps(match.words);
    });
  }

  const Place* best_statement(const Obligation& obligation, const std::vector<Place>& statements,
                              const ProseSpan* cause) const {
    if (statements.empty()) return nullptr;
    if (obligation.place == Obligation::Place::Page || cause == nullptr) return &statements.front();
    const auto near = std::ranges::find_if(statements, [&](const Place& place) {
      return section_of(place.prose.begin) == section_of(cause->begin);
    });
    return near == statements.end() ? nullptr : &*near;
  }

  std::uint32_t section_of(std::size_t prose) const {
    const auto after = std::ranges::upper_bound(document_.blocks, prose, {}, [](const Block& block) {
      return block.prose.begin;
    });
    if (after == document_.blocks.begin()) return BlockContext::none;
    const auto index = static_cast<std::size_t>(std::prev(after) - document_.blocks.begin());
    return contexts_[index].heading;
  }

  Finding missing(const Obligation& obligation, ProseSpan cause) const {
    Finding finding;
    finding.rule = &obligation.info;
    finding.severity = obligation.info.severity;
    finding.prose = cause;
    const auto after = std::ranges::upper_bound(text_.sentences, cause.begin, {}, [](const Sentence& sentence) {
      return sentence.span.begin;
    });
    if (after != text_.sentences.begin()) {
      const Sentence& sentence = *std::prev(after);
      finding.sentence = document_.map.to_source(sentence.span);
      finding.block = document_.blocks[sentence.block].kind;
    }
    return finding;
  }

  const Document& document_;
  const Segmented& text_;
  std::span<const BlockContext> contexts_;
  std::span<const Finding> claims_;
  Passage passage_;
  Matcher matcher_;
};

}  // namespace

Duties read_obligations(const Document& document, const Segmented& text,
                        std::span<const BlockContext> contexts, const Rulebook& rulebook,
                        std::span<const Finding> claims, bool all_languages) {
  Duties duties;
  DutyReader reader(document, text, contexts, rulebook, claims);
  for (const Obligation& obligation : rulebook.obligations) {
    if (all_languages || speaks(obligation.language, document.language)) reader.read(obligation, duties);
  }
  return duties;
}

}  // namespace caveat
