// Words of the prose, and what stands between them.
//
// Invariant: tokens are in prose order and do not overlap; a token's span covers the word as the
// reader sees it, invisible characters included. Punctuation is no token: it is the *break* before
// the next token, so that patterns speak of words only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "audit/fold.h"
#include "model/span.h"
#include "rulebook/lexicon.h"

namespace caveat {

// What separates a token from the one before it; a stronger break has a higher value.
enum class Break : std::uint8_t {
  Space,   // white space, a full stop inside an abbreviation
  Hyphen,  // "pain-free", "and/or"
  Quote,   // quotation marks
  Comma,   // commas, colons, brackets, and what stands between items of a row: "·", "•"
  Dash,    // also a hyphen between spaces
  Clause,  // ; bullets and other marks
  LeadIn,  // the boundary between a lead-in and its item; the last
};

inline constexpr std::size_t break_count = static_cast<std::size_t>(Break::LeadIn) + 1;
constexpr bool ends_clause(Break mark) { return mark == Break::Dash || mark == Break::Clause; }

struct Token {
  ShortProseSpan span;
  WordId word = no_word;
  Break before = Break::Space;
};

// Appends the words of `prose[span]`.
void append_words(std::string_view prose, ProseSpan span, Casing casing,
                  const Vocabulary& vocabulary, std::vector<WordId>& out);
// Appends its tokens.
void tokenize(std::string_view prose, ProseSpan span, Casing casing, const Vocabulary& vocabulary,
              std::vector<Token>& out);
// The same for a span whose words are known: only their places are read.
void tokenize_again(std::string_view prose, ProseSpan span, Casing casing,
                    std::span<const WordId> words, std::vector<Token>& out);

}  // namespace caveat
