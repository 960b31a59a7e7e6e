// Cuts the blocks of a document into sentences of tokens.
//
// A sentence ends at . ! ? … (with closing quotes and brackets) before white space, unless the
// point closes an abbreviation (lexicon `abbreviations`), an initial or a number, or the next word
// starts in lower case; and at a line break inside a block. One that has none of these for some
// thousand bytes is cut.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "audit/tokens.h"
#include "model/document.h"
#include "rulebook/rulebook.h"

namespace caveat {

struct Sentence {
  ProseSpan span;
  std::uint32_t block = 0;        // index into Document::blocks
  std::uint32_t first_token = 0;  // index into Segmented::tokens
  std::uint32_t token_count = 0;
  bool question = false;     // ends with "?"
  bool opens_block = false;  // the first of its block
};

struct Segmented {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<std::uint32_t> first_sentence;  // by block; one more at the end

  std::span<const Token> words(const Sentence& sentence) const {
    return std::span(tokens).subspan(sentence.first_token, sentence.token_count);
  }
  // Of all sentences from `first` to `last`.
  std::span<const Token> words(const Sentence& first, const Sentence& last) const {
    const std::size_t end = last.first_token + last.token_count;
    return std::span(tokens).subspan(first.first_token, end - first.first_token);
  }
};

Segmented segment(const Document& document, const Rulebook& rulebook);

}  // namespace caveat
