#include "audit/stance.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>
#include <utility>

namespace caveat {
namespace {

// Which stance decides where several cues govern a match. Denial is stronger than doubt. A source
// that is named says more about a claim than the doubt that it utters ("A Cochrane review found
// that massage may …"); doubt says more than a client's voice.
constexpr std::array precedence = {Stance::Negated, Stance::Asked,       Stance::Attributed,
                                   Stance::Hedged,  Stance::Conditional, Stance::Quoted};

bool governs(TokenRange match, const std::optional<TokenRange>& core, std::uint32_t begin,
             std::uint32_t end, TokenRange cue, Stance stance) {
  if (begin <= match.begin && match.begin < end) return true;
  // … or its verb follows at once: "Better circulation may help the heart".
  if (stance == Stance::Hedged && match.end == cue.begin) return true;
  if (!match.contains(cue)) return false;
  // A doubt or another's voice inside the match governs it: "pain may settle", "clients say they
  // stand taller".
  if (stance != Stance::Negated) return true;
  // A denial there ("eases, but does not cure, arthritis") governs where the core follows; one that
  // opens the match, or stands in a match without a core, is part of what it says ("no more pain",
  // "tablets don't address it").
  return core && cue.begin != match.begin && begin <= core->begin && core->begin < end;
}

}  // namespace

StanceReader::StanceReader(const Rulebook& rulebook, const PatternIndex& cues, Matcher& matcher)
    : rulebook_(rulebook),
      index_(cues),
      matcher_(matcher),
      clause_openers_(rulebook.lexicon("clause-openers")),
      subordinators_(rulebook.lexicon("subordinators")) {}

void StanceReader::read(const Passage& passage, const StanceSetting& setting) {
  passage_ = &passage;
  setting_ = setting;
  collect(passage);
  keep_longest();
  set_reach(passage);
}

void StanceReader::collect(const Passage& passage) {
  cues_.clear();
  index_.candidates(passage, found_);
  for (const PatternIndex::Entry& entry : found_) {
    matcher_.each(*entry.pattern, passage, [&](const PatternMatch& match) {
      cues_.push_back({&rulebook_.cues[entry.owner], match.words, 0, 0});
      return true;
    });
  }
}

void StanceReader::keep_longest() {
  std::ranges::sort(cues_, [](const Cue& a, const Cue& b) {
    // The order of the packs decides where length does not.
    return std::tuple(b.words.size(), b.rule->pseudo, a.rule, a.words.begin) <
           std::tuple(a.words.size(), a.rule->pseudo, b.rule, b.words.begin);
  });
  std::vector<Cue> kept;
  for (const Cue& cue : cues_) {
    // Sentence-wide cues hold whole phrases and do not compete with the cues inside them; only a
    // pseudo-cue around them consumes them.
    const bool wide = cue.rule->direction == CueRule::Direction::Sentence && !cue.rule->pseudo;
    const bool taken = std::ranges::any_of(kept, [&](const Cue& other) {
      if (wide) return other.rule->pseudo && other.words.contains(cue.words);
      const bool other_wide =
          other.rule->direction == CueRule::Direction::Sentence && !other.rule->pseudo;
      return !other_wide && other.words.overlaps(cue.words);
    });
    if (!taken) kept.push_back(cue);
  }
  cues_ = std::move(kept);
}

// "If you do not drink, the toxins settle": where the main clause begins after one that a
// subordinator opens; none where the sentence opens otherwise.
std::uint32_t StanceReader::main_clause_after_opening(const Passage& passage) const {
  constexpr std::uint32_t none = ~std::uint32_t{0};
  const auto tokens = passage.tokens();
  if (!subordinators_ || passage.lead() == tokens.size()) return none;
  if (!passage.term_starts(passage.lead(), *subordinators_)) return none;
  for (auto at = passage.lead() + 1; at < tokens.size(); ++at) {
    if (tokens[at].before == Break::Comma) return at;
  }
  return none;
}

void StanceReader::set_reach(const Passage& passage) {
  const auto tokens = passage.tokens();
  const auto count = static_cast<std::uint32_t>(tokens.size());
  const std::uint32_t main_clause = main_clause_after_opening(passage);
  const auto ends_clause = [&](std::uint32_t at) {
    if (caveat::ends_clause(tokens[at].before) || at == main_clause) return true;
    if (tokens[at].before == Break::Comma && clause_openers_ &&
        passage.term_starts(at, *clause_openers_)) {
      return true;
    }
    return std::ranges::any_of(
        cues_, [&](const Cue& cue) { return cue.rule->terminator && cue.words.begin == at; });
  };
  for (Cue& cue : cues_) {
    if (cue.rule->direction == CueRule::Direction::Sentence) {
      cue.reach_begin = 0;
      cue.reach_end = count;
    } else if (cue.rule->direction == CueRule::Direction::Forward) {
      const std::uint32_t limit =
          cue.rule->reach == 0 ? count : std::min(count, cue.words.end + cue.rule->reach);
      std::uint32_t end = cue.words.end;
      // "Five ways massage helps (and one it doesn't)" denies none of what stands below it.
      const bool ends_heading = end == passage.lead() && !passage.joins(end) && !passage.asked();
      while (!ends_heading && end < limit && !ends_clause(end)) ++end;
      // A match may begin inside its cue: "is no cure for insomnia".
      cue.reach_begin = cue.words.begin + 1;
      cue.reach_end = end;
    } else {
      const std::uint32_t least = cue.rule->reach == 0 || cue.rule->reach > cue.words.begin
                                      ? 0
                                      : cue.words.begin - cue.rule->reach;
      std::uint32_t begin = cue.words.begin;
      while (begin > least && !ends_clause(begin)) --begin;
      cue.reach_begin = begin;
      cue.reach_end = cue.words.begin;
    }
  }
}

StanceDecision StanceReader::decide(const PatternMatch& match) const {
  const auto tokens = passage_->tokens();
  const ProseSpan span = tokens[match.words.begin].span.hull(tokens[match.words.end - 1].span);
  bool asked = setting_.question;
  bool quoted =
      setting_.quote_block || std::ranges::any_of(setting_.quotations, [&](ProseSpan quotation) {
        return quotation.contains(tokens[match.words.end - 1].span) && quotation.overlaps(span);
      });
  std::array<std::vector<TokenRange>, stance_count> by_stance;
  for (const Cue& cue : cues_) {
    if (cue.rule->terminator) continue;
    if (cue.rule->pseudo) {
      if (cue.rule->stance == Stance::Asked) asked = false;
      continue;
    }
    // Who asks "Does it help my insomnia?" does not give the answer as well.
    const bool others_voice = cue.rule->stance == Stance::Quoted && passage_->asked() &&
                              cue.words.end <= passage_->lead();
    if (others_voice) continue;
    const bool applies =
        cue.rule->direction == CueRule::Direction::Backward
            ? match.words.end <= cue.reach_end && match.words.begin >= cue.reach_begin
            : cue.rule->direction == CueRule::Direction::Sentence ||
                  governs(match.words, match.core, cue.reach_begin, cue.reach_end, cue.words,
                          cue.rule->stance);
    if (applies) by_stance[static_cast<std::size_t>(cue.rule->stance)].push_back(cue.words);
  }
  for (const Stance stance : precedence) {
    auto& cues = by_stance[static_cast<std::size_t>(stance)];
    const bool by_layout = (stance == Stance::Asked && asked) ||
                           (stance == Stance::Quoted && quoted) ||
                           (stance == Stance::Negated && setting_.denied);
    if (!cues.empty() || by_layout) return {stance, std::move(cues)};
  }
  return {};
}

std::vector<ProseSpan> quotations(std::string_view prose, ProseSpan block,
                                  std::size_t least_words) {
  std::vector<ProseSpan> found;
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> pairs = {
      {{"“", "”"}, {"«", "»"}, {"\"", "\""}}};
  const std::string_view text = slice(prose, block);
  for (const auto& [open, close] : pairs) {
    std::size_t at = 0;
    while ((at = text.find(open, at)) != std::string_view::npos) {
      const std::size_t begin = at + open.size();
      const std::size_t end = text.find(close, begin);
      if (end == std::string_view::npos) break;
      const std::string_view inside = text.substr(begin, end - begin);
      if (static_cast<std::size_t>(std::ranges::count(inside, ' ')) + 1 >= least_words) {
        found.push_back({block.begin + begin, block.begin + end});
      }
      at = end + close.size();
    }
  }
  return found;
}

}  // namespace caveat
