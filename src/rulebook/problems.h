// The catalogue of all that can be wrong with a pack: a stable code, the sentence, the remedy.
//
// Messages are declared here and nowhere else; a test demands an example of each.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/problem.h"

namespace caveat {

enum class ProblemKind : std::uint8_t {
  // The file as YAML.
  TooLarge,
  NotUtf8,
  ControlCharacter,
  YamlSyntax,
  YamlAlias,
  YamlTag,
  SeveralDocuments,
  TooDeep,
  TooManyProblems,
  // Keys and values.
  UnknownKey,
  RepeatedKey,
  MissingKey,
  WrongType,
  UnknownValue,
  BadNumber,
  BadName,
  BadLanguage,
  EmptyValue,
  EmptyPack,
  // Names between packs.
  DuplicateName,
  UnknownLexicon,
  UnknownFrame,
  UnknownAuthority,
  UncitedJurisdiction,
  UnknownEvidence,
  UnknownRule,
  LexiconCycle,
  FrameCycle,
  LongChain,
  UnusedLexicon,
  // Lexicons.
  EmptyLexicon,
  BadForms,
  IdleExcept,
  TooManyTerms,
  TermTooLong,
  TooManyLexicons,
  // Patterns.
  BadCharacter,
  UnbalancedParenthesis,
  UnclosedSlot,
  BadGap,
  LooseBar,

  BadOption,
  EmptyGroup,
  LongPattern,
  MissingSpace,
  NotInPhrases,
  MisplacedLeadIn,
  EmptyMatch,
  UnboundTarget,
  UnusedTarget,
  // Regexes.
  BadRegex,
  // Rules.
  NoMatcher,
  NoExample,
  ExampleWithoutMarks,
  UnbalancedMarks,
  MarksInPass,
  IdleCue,
};

// Places are {0}, {1}, … in both texts.
struct ProblemText {
  ProblemKind kind;
  std::string_view code;
  std::string_view message;
  std::string_view hint;  // empty where only the place can tell
};

std::span<const ProblemText> problem_catalogue();
const ProblemText& problem_text(ProblemKind kind);

// The words of a problem, its place still to be filled in. A `hint` replaces the catalogue's.
Problem make_problem(ProblemKind kind, std::initializer_list<std::string_view> arguments,
                     std::string hint = {});

// "did you mean “relieve”?", or a list of the candidates where none is near and they are few.
std::string suggest(std::string_view name, std::span<const std::string_view> candidates);

}  // namespace caveat
