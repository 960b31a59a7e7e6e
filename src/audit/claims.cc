#include "audit/claims.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "audit/profile.h"
#include "audit/stance.h"
#include "rulebook/regex_set.h"

namespace caveat {
namespace {

// Shorter quotations are titles, scare quotes or single words.
constexpr std::size_t least_words_of_speech = 4;

bool block_allowed(const Rule& rule, const Block& block) {
  if (rule.blocks.empty()) {
    if (block.kind == BlockKind::Code || block.kind == BlockKind::FrontMatter) return false;
  } else if (std::ranges::find(rule.blocks, block.kind) == rule.blocks.end()) {
    return false;
  }
  if (rule.regions.empty()) return block.region != Region::Navigation;
  return std::ranges::find(rule.regions, block.region) != rule.regions.end();
}

struct Candidate {
  const Rule* rule;
  PatternMatch match;
  StanceDecision stance;
};

}  // namespace

class ClaimReader::Work {
 public:
  Work(const Document& document, const Segmented& text, std::span<const BlockContext> contexts,
       const Rulebook& rulebook, const ClaimIndexes& indexes, const AuditOptions& options)
      : document_(document),
        text_(text),
        contexts_(contexts),
        rulebook_(rulebook),
        indexes_(indexes),
        jurisdictions_(options.jurisdictions),
        tells_dismissed_(options.details),
        profile_(options.profile),
        matcher_(rulebook.lexicon("gap-stops")),
        stances_(rulebook, indexes.cues, matcher_),
        other_agent_(rulebook.lexicon("other-agent")),
        service_agent_(rulebook.lexicon("service-agent")),
        other_means_(rulebook.lexicon("other-means")),
        beside_agent_(rulebook.lexicon("beside-agent")),
        denials_(rulebook.lexicon("denials")) {
    // Dense copy holds a finding in a hundred bytes. Room that is not used costs nothing; to grow
    // into twice the room would hold them twice.
    constexpr std::size_t bytes_of_a_finding = 64;
    claims_.findings.reserve(document.prose.size() / bytes_of_a_finding);
    applies_.reserve(rulebook.rules.size());
    for (const Rule& rule : rulebook.rules) {
      applies_.push_back(options.all_languages || speaks(rule.language, document.language));
    }
  }

  void read(const Sentence& sentence, const Passage& passage) {
    passage_ = &passage;
    candidates_.clear();
    collect();
    if (candidates_.empty()) return;
    read_stances(sentence);
    read_own_section();
    settle(sentence, contexts_[sentence.block]);
  }

  Claims finish() {
    read_regexes();
    return std::move(claims_);
  }

 private:
  void read_own_section() {
    own_section_ = nullptr;
    indexes_.sections.candidates(*passage_, found_);
    for (const PatternIndex::Entry& entry : found_) {
      if (const auto match = matcher_.find(*entry.pattern, *passage_)) {
        own_section_ = &rulebook_.sections[entry.owner];
        own_section_words_ = match->words;
        return;
      }
    }
  }

  void collect() {
    indexes_.rules.candidates(*passage_, found_);
    for (const PatternIndex::Entry& entry : found_) {
      if (!applies_[entry.owner]) continue;
      if (profile_ == nullptr) {
        collect(entry);
        continue;
      }
      const std::uint64_t begin = profile_->now();
      const std::size_t before = candidates_.size();
      collect(entry);
      profile_->add(*entry.pattern, rulebook_.rules[entry.owner].info.id, profile_->now() - begin,
                    candidates_.size() - before);
    }
  }

  void collect(const PatternIndex::Entry& entry) {
    matcher_.each(*entry.pattern, *passage_, [&](const PatternMatch& match) {
      // A match whose words or core stand within the lead-in belongs to the lead-in's own sentence;
      // what an answer affirms is named by its question.
      const bool own_core = match.core && !passage_->asked();
      const std::uint32_t reach = own_core ? match.core->end : match.words.end;
      if (reach > passage_->lead()) {
        candidates_.push_back({&rulebook_.rules[entry.owner], match, {}});
      }
      return true;
    });
  }

  void read_stances(const Sentence& sentence) {
    const Block& block = document_.blocks[sentence.block];
    StanceSetting setting;
    setting.question = sentence.question;
    setting.quote_block = block.kind == BlockKind::Quote;
    setting.quotations = quotations_in(sentence);
    setting.denied = block.kind == BlockKind::Heading && is_denied(sentence, block);
    stances_.read(*passage_, setting);
    for (Candidate& candidate : candidates_) candidate.stance = stances_.decide(candidate.match);
  }

  // A heading in quotation marks, "It flushes toxins", with a text that opens with a denial.
  bool is_denied(const Sentence& heading, const Block& block) {
    if (!denials_ || quotations(document_.prose, block.prose, 1).empty()) return false;
    const auto next = static_cast<std::size_t>(&heading - text_.sentences.data()) + 1;
    if (next == text_.sentences.size()) return false;
    if (!opening_) opening_.emplace(rulebook_);
    opening_->set({}, text_, text_.sentences[next]);
    constexpr std::uint32_t most_before = 2;
    const auto count = static_cast<std::uint32_t>(opening_->tokens().size());
    for (std::uint32_t at = 0; at < std::min(count, most_before); ++at) {
      if (opening_->term_starts(at, *denials_)) return true;
    }
    return false;
  }

  // The quotations that reach into the sentence; those of a block are looked for once.
  std::vector<ProseSpan> quotations_in(const Sentence& sentence) {
    if (sentence.block != quoting_block_) {
      quoting_block_ = sentence.block;
      quotations_ = quotations(document_.prose, document_.blocks[sentence.block].prose,
                               least_words_of_speech);
      std::ranges::sort(quotations_, {}, &ProseSpan::begin);
      longest_quotation_ = 0;
      for (const ProseSpan each : quotations_) {
        longest_quotation_ = std::max(longest_quotation_, each.size());
      }
    }
    const std::size_t reach = std::min<std::size_t>(sentence.span.begin, longest_quotation_);
    auto at =
        std::ranges::lower_bound(quotations_, sentence.span.begin - reach, {}, &ProseSpan::begin);
    std::vector<ProseSpan> found;
    for (; at != quotations_.end() && at->begin < sentence.span.end; ++at) {
      if (at->end > sentence.span.begin) found.push_back(*at);
    }
    return found;
  }

  // Reports the best match of each rule and of each core; all others are dismissed by name.
  void settle(const Sentence& sentence, const BlockContext& context) {
    std::ranges::sort(candidates_,
                      [](const Candidate& a, const Candidate& b) { return rank(a) < rank(b); });
    std::vector<const Candidate*> kept, silent;
    exceptions_.clear();
    for (const Candidate& candidate : candidates_) {
      // The same words matched by a sister pattern of the same rule say nothing new.
      const auto is_sister = [&](const Candidate* other) {
        return other->rule == candidate.rule && other->match.words.overlaps(candidate.match.words);
      };
      if (std::ranges::any_of(kept, is_sister) || std::ranges::any_of(silent, is_sister)) continue;
      if (const auto exception = exception_of(candidate)) {
        dismiss(sentence, candidate, DismissalReason::Excepted, words(*exception));
        continue;
      }
      const auto rival = std::ranges::find_if(
          kept, [&](const Candidate* other) { return covers(*other, candidate); });
      if (rival != kept.end()) {
        dismiss(sentence, candidate, DismissalReason::Covered, (*rival)->rule->info.id);
      } else {
        (report(sentence, context, candidate) ? kept : silent).push_back(&candidate);
      }
    }
    take_in(kept);
  }

  // Dismisses those of the last findings, made of `kept`, that another of them takes in: the lowest
  // in rank first. One that is taken in takes in none: of two that could, one speaks.
  void take_in(std::vector<const Candidate*>& kept) {
    const std::size_t first = claims_.findings.size() - kept.size();
    for (std::size_t at = kept.size(); at-- > 0;) {
      const auto finding = claims_.findings.begin() + static_cast<std::ptrdiff_t>(first + at);
      const auto winner = std::ranges::find_if(
          claims_.findings.begin() + static_cast<std::ptrdiff_t>(first), claims_.findings.end(),
          [&](const Finding& other) {
            const auto place = static_cast<std::size_t>(&other - &claims_.findings[first]);
            return place != at && says_it_too(*kept[place], other, *kept[at], *finding);
          });
      if (winner == claims_.findings.end()) continue;
      dismiss([&] { return std::move(*finding); }, DismissalReason::Covered, winner->rule->id);
      claims_.findings.erase(finding);
      kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(at));
    }
  }

  // Whether `winner` says in its words all that `other` does: it is of the same family and no less
  // grave, or of a rule that names the other's and as flat as it.
  static bool says_it_too(const Candidate& winner, const Finding& finding, const Candidate& other,
                          const Finding& finding_of_other) {
    const RuleInfo& info = other.rule->info;
    const std::vector<std::string>& named = winner.rule->covers;
    const bool of_family = info.kind == FindingKind::Claim &&
                           info.family == winner.rule->info.family &&
                           std::pair(finding.severity, winner.rule->info.severity) >=
                               std::pair(finding_of_other.severity, info.severity);
    const bool by_name = finding.stance == finding_of_other.stance &&
                         std::ranges::find(named, info.id) != named.end();
    return (of_family || by_name) &&
           winner.match.words.overlaps(other.match.core.value_or(other.match.words));
  }

  // The order in which rivals win: the longer core first, then the graver rule, the earlier and
  // longer match, the name.
  static std::tuple<std::uint32_t, int, std::uint32_t, std::uint32_t, std::string_view> rank(
      const Candidate& candidate) {
    const std::uint32_t core = candidate.match.core ? candidate.match.core->size() : 0;
    return {std::numeric_limits<std::uint32_t>::max() - core,
            -static_cast<int>(candidate.rule->info.severity), candidate.match.words.begin,
            std::numeric_limits<std::uint32_t>::max() - candidate.match.words.size(),
            candidate.rule->info.id};
  }

  static bool covers(const Candidate& winner, const Candidate& other) {
    if (winner.rule == other.rule) return true;
    if (winner.rule->info.kind != other.rule->info.kind) return false;
    return winner.match.core && other.match.core && winner.match.core->overlaps(*other.match.core);
  }

  std::optional<TokenRange> exception_of(const Candidate& candidate) {
    if (candidate.rule->exceptions.empty()) return std::nullopt;
    for (const TokenRange words : exceptions_of(*candidate.rule)) {
      if (words.overlaps(candidate.match.words)) return words;
    }
    return std::nullopt;
  }

  // Where the exceptions of a rule stand in the sentence; looked up once for all its candidates.
  const std::vector<TokenRange>& exceptions_of(const Rule& rule) {
    const auto known = std::ranges::find(exceptions_, &rule, [](const auto& e) { return e.first; });
    if (known != exceptions_.end()) return known->second;
    if (exceptions_.empty()) indexes_.exceptions.candidates(*passage_, possible_exceptions_);
    std::vector<TokenRange>& found =
        exceptions_.emplace_back(&rule, std::vector<TokenRange>()).second;
    const auto number = static_cast<std::uint32_t>(&rule - rulebook_.rules.data());
    for (const PatternIndex::Entry& entry :
         std::ranges::equal_range(possible_exceptions_, number, {}, &PatternIndex::Entry::owner)) {
      matcher_.each(*entry.pattern, *passage_, [&](const PatternMatch& match) {
        found.push_back(match.words);
        return true;
      });
    }
    return found;
  }

  // Reports or dismisses; true where the candidate was reported.
  bool report(const Sentence& sentence, const BlockContext& context, const Candidate& candidate) {
    const RuleInfo& info = candidate.rule->info;
    const bool claim = info.kind == FindingKind::Claim;
    if (!block_allowed(*candidate.rule, document_.blocks[sentence.block])) {
      return dismiss(sentence, candidate, DismissalReason::Scope,
                     name(document_.blocks[sentence.block].kind));
    }
    Candidate judged = candidate;
    const SectionRule* section =
        context.section != BlockContext::none ? &rulebook_.sections[context.section] : own_section_;
    if (claim && section != nullptr) {
      using Effect = SectionRule::Effect;
      switch (section->effect) {
        case Effect::Dismiss:
          return dismiss(
              sentence, candidate, DismissalReason::Scope,
              section == own_section_ ? words(own_section_words_) : section_words(context));
        case Effect::Negate:
          judged.stance.stance = Stance::Negated;
          break;
        case Effect::Ask:
          judged.stance.stance = Stance::Asked;
          break;
        case Effect::Quote:
          // "What our clients say" is no doubt of theirs.
          if (judged.stance.stance == Stance::Asserted || judged.stance.stance == Stance::Hedged) {
            judged.stance.stance = Stance::Quoted;
          }
          break;
        case Effect::Offer:  // of lead-ins only: see structure.cc
        case Effect::Part:
          break;
      }
    }
    if (claim && judged.stance.stance == Stance::Asserted) {
      if (const auto agent = other_agent(candidate.match)) {
        return dismiss(sentence, judged, DismissalReason::OtherAgent, words(*agent));
      }
    }
    const auto severity = severity_of(info, judged.stance.stance, jurisdictions_);
    if (!severity) {
      // A rule that hears only doubts and denials has nothing to say of a flat statement.
      if (judged.stance.stance == Stance::Asserted) return false;
      return dismiss(sentence, judged, DismissalReason::Stance,
                     judged.stance.cues.empty() ? std::string(name(judged.stance.stance))
                                                : words(judged.stance.cues.front()));
    }
    Finding finding = make(sentence, judged);
    finding.severity = *severity;
    claims_.findings.push_back(std::move(finding));
    return true;
  }

  // The words that name another agent as the subject of the claim, or as its means ("treated with
  // antibiotics"), where no service is named.
  std::optional<TokenRange> other_agent(const PatternMatch& match) const {
    if (!other_agent_) return std::nullopt;
    const std::uint32_t lead = passage_->lead();
    // The agent of an answer that takes up its question stands in the answer.
    const bool answers = passage_->asked() && match.words.begin < lead;
    const std::uint32_t begin = answers ? match.words.end : match.words.begin;
    const TokenRange before{lead, std::max(begin, lead)};
    const auto tokens = passage_->tokens();
    const auto count = static_cast<std::uint32_t>(tokens.size());
    if (other_means_ && match.words.end < count && tokens[match.words.end].before <= Break::Quote) {
      const auto means = passage_->first_term(*other_means_, {match.words.end, count});
      if (means && means->begin == match.words.end && !names_service({lead, count}, *means))
        return means;
    }
    const auto agent = passage_->first_term(*other_agent_, before);
    if (!agent) return std::nullopt;
    for (std::uint32_t at = agent->end; at < before.end; ++at) {
      if (ends_clause(tokens[at].before)) return std::nullopt;
    }
    if (is_compared(*agent) || names_service(before, *agent)) return std::nullopt;
    return agent;
  }

  // "Just like exercise, massage …": the service is likened to the agent.
  bool is_compared(TokenRange agent) const {
    if (!beside_agent_) return false;
    constexpr std::uint32_t most_between = 2;
    const std::uint32_t from =
        std::max(passage_->lead(), agent.begin > most_between ? agent.begin - most_between - 1 : 0);
    return passage_->first_term(*beside_agent_, {from, agent.begin}).has_value();
  }

  // Whether the service stands in `within` outside of the agent's own name ("talking therapy").
  bool names_service(TokenRange within, TokenRange agent) const {
    if (!service_agent_) return false;
    for (const TokenRange part :
         {TokenRange{within.begin, agent.begin}, TokenRange{agent.end, within.end}}) {
      if (passage_->first_term(*service_agent_, part)) return true;
    }
    return false;
  }

  bool dismiss(const Sentence& sentence, const Candidate& candidate, DismissalReason reason,
               std::string_view detail) {
    dismiss([&] { return make(sentence, candidate); }, reason, detail);
    return false;
  }

  // Keeps what `finding()` gives where a report tells of it, and counts it otherwise.
  template <class MakeFinding>
  void dismiss(MakeFinding finding, DismissalReason reason, std::string_view detail) {
    if (tells_dismissed_) {
      claims_.dismissed.push_back({finding(), reason, std::string(detail)});
    } else {
      ++claims_.more_dismissed;
    }
  }

  std::string words(TokenRange range) const {
    const auto tokens = passage_->tokens();
    std::string text;
    for (std::uint32_t at = range.begin; at < range.end; ++at) {
      if (!text.empty()) text += ' ';
      text += document_.text(tokens[at].span);
    }
    return text;
  }

  std::string section_words(const BlockContext& context) const {
    return std::string(document_.text(document_.blocks[context.section_block].prose));
  }

  Finding make(const Sentence& sentence, const Candidate& candidate) const {
    const auto tokens = passage_->tokens();
    const std::uint32_t first = std::max(candidate.match.words.begin, passage_->lead());
    Finding finding;
    finding.rule = &candidate.rule->info;
    finding.severity = severity_of(*finding.rule, jurisdictions_);
    finding.stance = candidate.stance.stance;
    finding.prose = {tokens[first].span.begin, tokens[candidate.match.words.end - 1].span.end};
    finding.sentence = document_.map.to_source(sentence.span);
    finding.block = document_.blocks[sentence.block].kind;
    for (const TokenRange cue : candidate.stance.cues) {
      const ProseSpan span{tokens[cue.begin].span.begin, tokens[cue.end - 1].span.end};
      finding.cues.push_back({words(cue), document_.map.to_source(span)});
    }
    return finding;
  }

  void read_regexes() {
    if (rulebook_.regexes == nullptr) return;
    std::vector<const Rule*> owner;
    for (const Rule& rule : rulebook_.rules) owner.insert(owner.end(), rule.regexes.size(), &rule);
    std::vector<std::size_t> reported(rulebook_.rules.size(), 0);  // by rule: up to where
    // Some blocks at a time: the list of a long document's would be long, too.
    constexpr std::size_t at_a_time = 1024;
    std::vector<ProseSpan> blocks;
    for (const Block& block : document_.blocks) {
      blocks.push_back(block.prose);
      if (blocks.size() < at_a_time && &block != &document_.blocks.back()) continue;
      for (const RegexMatch& match : rulebook_.regexes->matches(document_.prose, blocks)) {
        report(match, *owner[match.regex], reported);
      }
      blocks.clear();
    }
  }

  void report(const RegexMatch& match, const Rule& rule, std::vector<std::size_t>& reported) {
    const auto number = static_cast<std::size_t>(&rule - rulebook_.rules.data());
    if (!applies_[number]) return;
    const Sentence* sentence = sentence_at(match.span.begin);
    if (sentence == nullptr || match.span.empty()) return;
    // Code is shown as it is typed: nothing in it is left over.
    const bool claim = rule.info.kind == FindingKind::Claim;
    if (!claim && document_.is_code(match.span.begin)) return;
    // "Read more" that leads somewhere is no leftover.
    if (rule.outside_links && is_link(match.span)) return;
    if (rule.info.kind == FindingKind::Residue && holds_picture(match.span, sentence->block)) {
      return;  // readers see the picture between the words
    }
    // Two regexes of one rule may meet in the same words.
    if (reported[number] > match.span.begin) return;
    Finding finding;
    finding.rule = &rule.info;
    finding.severity = severity_of(rule.info, jurisdictions_);
    finding.prose = match.span;
    finding.sentence = document_.map.to_source(sentence->span);
    finding.block = document_.blocks[sentence->block].kind;
    if (block_allowed(rule, document_.blocks[sentence->block])) {
      reported[number] = match.span.end;
      claims_.findings.push_back(std::move(finding));
    } else {
      dismiss([&] { return std::move(finding); }, DismissalReason::Scope,
              name(document_.blocks[sentence->block].kind));
    }
  }

  bool is_link(ProseSpan words) const {
    return std::ranges::any_of(document_.links, [&](const Link& link) {
      return link.prose.contains(words) && !link.target.empty() && link.target != "#";
    });
  }

  // Alternative texts stand behind the block that holds their picture.
  bool holds_picture(ProseSpan words, std::uint32_t block) const {
    constexpr std::size_t most = 32;  // no sentence holds more
    const SourceSpan source = document_.map.to_source(words);
    const std::size_t end = std::min(document_.blocks.size(), block + 1 + most);
    for (std::size_t next = block + 1; next < end; ++next) {
      const Block& aside = document_.blocks[next];
      if (aside.kind != BlockKind::AltText && aside.kind != BlockKind::TitleAttribute) return false;
      if (source.contains(document_.map.to_source(aside.prose))) return true;
    }
    return false;
  }

  const Sentence* sentence_at(std::size_t prose) const {
    const auto after = std::ranges::upper_bound(
        text_.sentences, prose, {}, [](const Sentence& sentence) { return sentence.span.begin; });
    return after == text_.sentences.begin() ? nullptr : &*std::prev(after);
  }

  const Document& document_;
  const Segmented& text_;
  std::span<const BlockContext> contexts_;
  const Rulebook& rulebook_;
  const ClaimIndexes& indexes_;
  std::span<const std::string> jurisdictions_;
  bool tells_dismissed_;
  Profile* profile_;
  const Passage* passage_ = nullptr;  // of the sentence at hand
  Matcher matcher_;
  StanceReader stances_;
  std::optional<LexiconId> other_agent_, service_agent_, other_means_, beside_agent_, denials_;
  std::optional<Passage> opening_;  // of the text below a quoted heading; reuses its memory
  std::vector<char> applies_;       // by rule
  PatternIndex::Candidates found_;  // the last answer of an index
  std::vector<Candidate> candidates_;
  PatternIndex::Candidates possible_exceptions_;  // of the sentence, once one was asked for
  std::vector<std::pair<const Rule*, std::vector<TokenRange>>> exceptions_;  // those that match
  std::uint32_t quoting_block_ = BlockContext::none;
  std::vector<ProseSpan> quotations_;  // of that block, in order
  std::size_t longest_quotation_ = 0;
  const SectionRule* own_section_ = nullptr;  // what the sentence says of itself
  TokenRange own_section_words_;
  Claims claims_;
};

bool speaks(std::string_view rule_language, std::string_view document_language) {
  if (rule_language.empty()) return true;
  const std::string_view primary = document_language.substr(0, document_language.find('-'));
  // Most copy that tells no language is English; other languages have words that tell.
  return primary == rule_language || (primary == "und" && rule_language == "en") || primary.empty();
}

ClaimIndexes::ClaimIndexes(const Rulebook& rulebook)
    : rules(rulebook),
      exceptions(rulebook),
      cues(rulebook),
      sections(rulebook),
      headings(rulebook),
      items(rulebook) {}

void ClaimIndexes::build(const Rulebook& rulebook) {
  for (std::uint32_t rule = 0; rule < rulebook.rules.size(); ++rule) {
    for (const Pattern& pattern : rulebook.rules[rule].patterns) rules.add(pattern, rule);
    for (const Pattern& pattern : rulebook.rules[rule].exceptions) exceptions.add(pattern, rule);
  }
  for (std::uint32_t cue = 0; cue < rulebook.cues.size(); ++cue) {
    cues.add(rulebook.cues[cue].pattern.front(), cue);
  }
  for (std::uint32_t section = 0; section < rulebook.sections.size(); ++section) {
    const SectionRule& rule = rulebook.sections[section];
    PatternIndex& index = rule.reads == SectionRule::Reads::Heading    ? headings
                          : rule.reads == SectionRule::Reads::Sentence ? sections
                                                                       : items;
    index.add(rule.pattern.front(), section);
  }
  for (PatternIndex* index : {&rules, &exceptions, &cues, &sections, &headings, &items}) {
    index->build(rulebook);
  }
}

ClaimReader::ClaimReader(const Document& document, const Segmented& text,
                         std::span<const BlockContext> contexts, const Rulebook& rulebook,
                         const ClaimIndexes& indexes, const AuditOptions& options)
    : work_(std::make_unique<Work>(document, text, contexts, rulebook, indexes, options)) {}

ClaimReader::~ClaimReader() = default;

void ClaimReader::read(const Sentence& sentence, const Passage& passage) {
  work_->read(sentence, passage);
}

Claims ClaimReader::finish() { return work_->finish(); }

}  // namespace caveat
