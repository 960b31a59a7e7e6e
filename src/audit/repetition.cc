#include "audit/repetition.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_map>

#include "audit/fold.h"

namespace caveat {
namespace {

constexpr std::size_t least_paragraph = 12;  // words

bool is_copy(const Block& block) {
  if (block.region != Region::Body) return false;
  switch (block.kind) {
    case BlockKind::Paragraph:
    case BlockKind::ListItem:
    case BlockKind::Quote:
      return true;
    default:
      return false;
  }
}

std::span<const Token> words_of(const CheckInput& input, std::size_t block) {
  const auto& first = input.text.first_sentence;
  const auto& sentences = input.text.sentences;
  if (first[block] == first[block + 1]) return {};
  const Sentence& begin = sentences[first[block]];
  const Sentence& end = sentences[first[block + 1] - 1];
  return std::span(input.text.tokens)
      .subspan(begin.first_token, end.first_token + end.token_count - begin.first_token);
}

std::string folded(const CheckInput& input, std::span<const Token> words) {
  std::string text, word;
  for (const Token& token : words) {
    fold(input.document.text(token.span), Casing::Common, word);
    text += word;
    text += ' ';
  }
  return text;
}

// Words that carry no topic of their own: a phrase neither begins nor ends with one.
bool is_light(std::string_view word) { return word.size() < 4; }

struct Phrase {
  std::size_t count = 0;
  ProseSpan first;
};

}  // namespace

std::vector<Trouble> find_duplicate_paragraphs(const CheckInput& input) {
  const Document& document = input.document;
  std::vector<Trouble> found;
  std::unordered_map<std::string, std::size_t> seen;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    if (!is_copy(document.blocks[i])) continue;
    const auto words = words_of(input, i);
    if (words.size() < least_paragraph) continue;
    if (seen.emplace(folded(input, words), i).second) continue;
    found.push_back({.prose = document.blocks[i].prose, .source = {}, .detail = {}, .fixes = {}});
  }
  return found;
}

std::vector<Trouble> find_keyword_stuffing(const CheckInput& input) {
  constexpr std::size_t least_words = 200, least_count = 8;
  constexpr double least_share = 0.03;
  const std::size_t total = input.text.tokens.size();
  if (total < least_words) return {};
  std::map<std::string, Phrase> phrases;
  std::vector<std::string> words;
  for (const Sentence& sentence : input.text.sentences) {
    if (input.document.blocks[sentence.block].region == Region::Navigation) continue;
    const auto tokens = input.text.words(sentence);
    words.clear();
    for (const Token& token : tokens) {
      fold(input.document.text(token.span), Casing::Common, words.emplace_back());
    }
    for (std::size_t begin = 0; begin < words.size(); ++begin) {
      if (is_light(words[begin])) continue;
      std::string phrase = words[begin];
      for (std::size_t end = begin + 1; end < std::min(words.size(), begin + 5); ++end) {
        if (tokens[end].before > Break::Hyphen) break;
        phrase += ' ' + words[end];
        if (end < begin + 2 || is_light(words[end])) continue;
        Phrase& entry = phrases[phrase];
        if (entry.count++ == 0) entry.first = {tokens[begin].span.begin, tokens[end].span.end};
      }
    }
  }
  // The worst one only: its parts repeat as often.
  const std::pair<const std::string, Phrase>* worst = nullptr;
  double worst_share = least_share;
  for (const auto& entry : phrases) {
    const auto length = static_cast<double>(std::ranges::count(entry.first, ' ') + 1);
    const double share =
        length * static_cast<double>(entry.second.count) / static_cast<double>(total);
    if (entry.second.count >= least_count && share > worst_share) {
      worst = &entry;
      worst_share = share;
    }
  }
  if (worst == nullptr) return {};
  return {{.prose = worst->second.first,
           .source = {},
           .detail = fmt::format("\u201C{}\u201D stands {} times in {} words.", worst->first,
                                 worst->second.count, total),
           .fixes = {}}};
}

std::vector<Trouble> find_duplicate_claims(const CheckInput& input) {
  constexpr std::size_t least_sentences = 4;
  std::map<std::string_view, std::vector<const Finding*>> by_rule;
  for (const Finding& finding : input.claims) {
    if (finding.rule->kind != FindingKind::Claim || finding.stance != Stance::Asserted) continue;
    auto& claims = by_rule[finding.rule->id];
    const bool same_sentence =
        !claims.empty() && claims.back()->sentence == finding.sentence && !finding.sentence.empty();
    if (!same_sentence) claims.push_back(&finding);
  }
  std::vector<Trouble> found;
  for (const auto& [rule, claims] : by_rule) {
    if (claims.size() < least_sentences) continue;
    found.push_back({.prose = claims.back()->prose,
                     .source = {},
                     .detail = fmt::format("{} sentences of the page make it.", claims.size()),
                     .fixes = {}});
  }
  std::ranges::sort(found, {}, [](const Trouble& t) { return t.prose.begin; });
  return found;
}

}  // namespace caveat
