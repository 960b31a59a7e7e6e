#include "audit/passage.h"

#include <algorithm>
#include <bit>

namespace caveat {

Passage::Passage(const Rulebook& rulebook)
    : trie_(rulebook.terms),
      numbers_(rulebook),
      starts_(rulebook.lexicon_names.size()),
      feature_blocks_(numbers_.blocks()),
      blocks_met_(numbers_.blocks() + 1) {}

void Passage::clear() {
  for (const Token& token : tokens_) words_like(token.word) = 0;
  for (const Term& term : terms_) starts_[term.lexicon] = {};
  terms_.clear();
  for (const std::uint32_t block : blocks_met()) feature_blocks_[block] = 0;
  block_count_ = 0;
}

void Passage::set(std::span<const Token> lead_in, std::span<const Token> words, Lead kind) {
  begin(lead_in, kind);
  tokens_.insert(tokens_.end(), words.begin(), words.end());
  look_up();
}

void Passage::set(std::span<const Token> lead_in, const Segmented& text, const Sentence& sentence,
                  Lead kind) {
  begin(lead_in, kind);
  text.append_tokens(sentence, tokens_);
  look_up();
}

void Passage::begin(std::span<const Token> lead_in, Lead kind) {
  clear();
  lead_kind_ = kind;
  tokens_.assign(lead_in.begin(), lead_in.end());
  lead_ = static_cast<std::uint32_t>(tokens_.size());
}

void Passage::look_up() {
  ++turn_;
  if (lead_ != 0 && lead_ < tokens_.size()) tokens_[lead_].before = Break::LeadIn;
  find_terms();
  find_breaks();
}

void Passage::find_terms() {
  first_term_.clear();
  const auto count = static_cast<std::uint32_t>(tokens_.size());
  for (std::uint32_t at = 0; at < count; ++at) {
    const auto first = static_cast<std::uint32_t>(terms_.size());
    first_term_.push_back(first);
    words_like(tokens_[at].word) |= place_bit(at);
    if (tokens_[at].word != no_word) meet(numbers_.of_word(tokens_[at].word));
    TermTrie::Node node = TermTrie::root;
    std::uint32_t next = at;
    while (next < count && tokens_[next].word != no_word &&
           (next == at || tokens_[next].before <= Break::Quote)) {
      node = trie_.step(node, tokens_[next].word);
      if (node == TermTrie::none) break;
      add_terms(at, ++next, node);
    }
    if (next > at + 1) std::reverse(terms_.begin() + first, terms_.end());
  }
  first_term_.push_back(static_cast<std::uint32_t>(terms_.size()));
}

void Passage::add_terms(std::uint32_t at, std::uint32_t end, TermTrie::Node node) {
  for (const LexiconId lexicon : trie_.lexicons(node)) {
    terms_.push_back({end, lexicon});
    Starts& starts = starts_[lexicon];
    meet(numbers_.of_lexicon(lexicon));
    (end == at + 1 ? starts.of_words : starts.of_phrases) |= place_bit(at);
  }
}

void Passage::find_breaks() {
  breaks_ = {};
  for (std::uint32_t at = 0; at < tokens_.size(); ++at) {
    breaks_[static_cast<std::size_t>(tokens_[at].before)] |= place_bit(at);
  }
  for (std::size_t i = 1; i < breaks_.size(); ++i) breaks_[i] |= breaks_[i - 1];
}

bool Passage::meets(const Pattern& pattern) const {
  bool met = false;
  for (const Instruction& step : pattern.needs) {
    if (step.op == Instruction::Op::Accept) {
      if (!met) return false;
      met = false;
    } else if (!met) {
      met = step.op == Instruction::Op::Word ? word_starts(step.argument) != 0
                                             : holds(static_cast<LexiconId>(step.argument));
    }
  }
  return true;
}

void Passage::term_ends(std::uint32_t at, LexiconId lexicon,
                        std::vector<std::uint32_t>& ends) const {
  ends.clear();
  for (std::uint32_t i = first_term_[at]; i < first_term_[at + 1]; ++i) {
    if (terms_[i].lexicon == lexicon) ends.push_back(terms_[i].end);
  }
}

bool Passage::lists_term(std::uint32_t at, LexiconId lexicon) const {
  for (std::uint32_t i = first_term_[at]; i < first_term_[at + 1]; ++i) {
    if (terms_[i].lexicon == lexicon) return true;
  }
  return false;
}

std::optional<TokenRange> Passage::first_term(LexiconId lexicon, TokenRange within) const {
  if (!holds(lexicon)) return std::nullopt;
  for (std::uint32_t at = within.begin; at < within.end; ++at) {
    for (std::uint32_t i = first_term_[at]; i < first_term_[at + 1]; ++i) {
      if (terms_[i].lexicon == lexicon && terms_[i].end <= within.end) {
        return TokenRange{at, terms_[i].end};
      }
    }
  }
  return std::nullopt;
}

PlaceBits Passage::only(WordId word, PlaceBits places) const {
  for (PlaceBits left = places; left != 0; left &= left - 1) {
    bool stands = false;
    for (auto at = static_cast<std::size_t>(std::countr_zero(left)); at < tokens_.size() && !stands;
         at += place_count) {
      stands = tokens_[at].word == word;
    }
    if (!stands) places &= ~(left & -left);
  }
  return places;
}

PlaceBits Passage::term_ends(PlaceBits from, LexiconId lexicon) const {
  const Starts& starts = starts_[lexicon];
  PlaceBits ends = (from & starts.of_words) << 1;
  for (PlaceBits left = from & starts.of_phrases; left != 0; left &= left - 1) {
    const auto at = static_cast<std::size_t>(std::countr_zero(left));
    for (std::uint32_t i = first_term_[at]; i < first_term_[at + 1]; ++i) {
      if (terms_[i].lexicon == lexicon) ends |= place_bit(terms_[i].end);
    }
  }
  return ends;
}

}  // namespace caveat
