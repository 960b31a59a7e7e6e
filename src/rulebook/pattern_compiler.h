// From a pattern's text to its program, and to what it cannot match without.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rulebook/lexicon_table.h"
#include "rulebook/pattern_parser.h"
#include "rulebook/pattern_table.h"

namespace caveat {

// The lexicon that fills the hole <target>.
struct TargetLexicon {
  LexiconId lexicon = 0;
  std::string name;  // "back-pain|neck-pain"
};

// A pattern that was read without a mistake; its lexicons are resolved.
struct PatternSource {
  PatternNode root;
  std::string_view text;  // lives in the pack
  std::uint32_t line = 0, column = 0;
  bool has_hole = false;
};

class PatternCompiler {
 public:
  PatternCompiler(Rulebook& book, LexiconTable& lexicons) : book_(book), lexicons_(lexicons) {}

  // Reports every mistake and gives nothing then. Where `unbound` is not empty, a hole is one of
  // them, and `unbound` says what to do about it.
  std::optional<PatternSource> read(PackFile& file, const YamlNode& node, std::string_view unbound);

  // `target` must be given where the source has a hole.
  PatternDraft compile(const PatternSource& source, const TargetLexicon* target);

 private:
  bool resolve(PatternNode& part, PackFile& file, const YamlNode& node, bool& has_hole,
               std::string_view unbound);
  void emit(const PatternNode& part, const TargetLexicon* target,
            std::vector<Instruction>& program) const;
  void emit_choice(std::span<const PatternNode> branches, const TargetLexicon* target,
                   std::vector<Instruction>& program) const;

  Rulebook& book_;
  LexiconTable& lexicons_;
};

}  // namespace caveat
