#include "audit/phrases.h"

#include <algorithm>

namespace caveat {
namespace {

std::vector<Token> tokens_of(const Segmented& text) {
  std::vector<Token> tokens;
  tokens.reserve(text.words.size());
  for (const Sentence& sentence : text.sentences) text.append_tokens(sentence, tokens);
  return tokens;
}

std::vector<std::string> folded(std::string_view prose, std::span<const Token> tokens,
                                Casing casing) {
  std::vector<std::string> words(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    fold(slice(prose, tokens[i].span), casing, words[i]);
  }
  return words;
}

}  // namespace

PhraseFinder::PhraseFinder(const Document& document, const Segmented& text)
    : tokens_(tokens_of(text)),
      casing_(document.language == "tr" ? Casing::Turkish : Casing::Common),
      words_(folded(document.prose, tokens_, casing_)) {}

std::vector<ProseSpan> PhraseFinder::find(std::string_view phrase) const {
  static const Vocabulary none;
  std::vector<Token> tokens;
  tokenize(phrase, {0, phrase.size()}, casing_, none, tokens);
  const std::vector<std::string> wanted = folded(phrase, tokens, casing_);
  std::vector<ProseSpan> found;
  if (wanted.empty()) return found;
  for (auto at = words_.begin();; ++at) {
    at = std::search(at, words_.end(), wanted.begin(), wanted.end());
    if (at == words_.end()) return found;
    const auto first = static_cast<std::size_t>(at - words_.begin());
    found.push_back({tokens_[first].span.begin, tokens_[first + wanted.size() - 1].span.end});
  }
}

}  // namespace caveat
