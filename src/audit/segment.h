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
  ShortProseSpan span;
  std::uint32_t block = 0;        // index into Document::blocks
  std::uint32_t first_token = 0;  // index into Segmented::words
  std::uint16_t token_count = 0;
  bool question = false;     // ends with "?"
  bool opens_block = false;  // the first of its block
};

struct Segmented {
  std::vector<WordId> words;  // of all tokens: where they stand is read again from the prose
  std::vector<Sentence> sentences;
  std::vector<std::uint32_t> first_sentence;  // by block; one more at the end
  std::string_view prose;                     // the document's, which must outlive this
  Casing casing = Casing::Common;

  std::span<const WordId> words_of(const Sentence& sentence) const {
    return std::span(words).subspan(sentence.first_token, sentence.token_count);
  }
  void append_tokens(const Sentence& sentence, std::vector<Token>& out) const;
  // The last tokens of the sentences from `first` to `last`, at most so many.
  void append_last_tokens(std::uint32_t first, std::uint32_t last, std::size_t most,
                          std::vector<Token>& out) const;
};

Segmented segment(const Document& document, const Rulebook& rulebook);

}  // namespace caveat
