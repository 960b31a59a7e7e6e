// Reads the pattern language of rulebook/pattern.h into a tree; knows nothing of lexicons yet.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rulebook/lexicon.h"
#include "rulebook/problems.h"

namespace caveat {

struct PatternNode {
  enum class Kind : std::uint8_t {
    Word,
    Lexicon,
    Target,
    Gap,
    Sequence,
    Choice,
    Optional,
    Start,
    End,
    LeadIn,
  };
  Kind kind = Kind::Sequence;
  std::uint32_t value = 0;   // Word: WordId; Gap: its length; Lexicon: LexiconId, once resolved;
                             // LeadIn: of which kind
  std::uint32_t offset = 0;  // of its first byte in the pattern
  std::string_view name;     // Lexicon: as written
  std::vector<PatternNode> items;  // of Sequence, Choice and Optional (one)
};

struct PatternMistake {
  ProblemKind kind;
  std::size_t offset;
  std::string argument, second;
};

struct PatternTree {
  PatternNode root;
  std::vector<PatternMistake> mistakes;  // the tree is good only without any
};

// Keeps views of `text`. Interns the words.
PatternTree parse_pattern(std::string_view text, Vocabulary& vocabulary);

}  // namespace caveat
