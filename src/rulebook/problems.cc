#include "rulebook/problems.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "rulebook/nearest_name.h"

namespace caveat {
namespace {

using enum ProblemKind;

constexpr ProblemText catalogue[] = {
    {TooLarge, "too-large", "the file has {0} bytes; a pack may have {1}", "divide it by theme"},
    {NotUtf8, "not-utf8", "the file is not UTF-8 here", "save it as UTF-8"},
    {ControlCharacter, "control-character", "a control character (U+{0}) stands here", "delete it"},
    {YamlSyntax, "yaml-syntax", "not valid YAML: {0}", ""},
    {YamlAlias, "yaml-alias", "packs use no anchors (&name) and no aliases (*name)",
     "put a value that begins with & or * in quotation marks; share patterns through frames, words "
     "through lexicons"},
    {YamlTag, "yaml-tag", "packs use no tags; this value has “{0}”",
     "put a value that begins with ! in quotation marks"},
    {SeveralDocuments, "several-documents", "a second YAML document begins here",
     "write one pack per file, without ---"},
    {TooDeep, "too-deep", "this is nested more than {0} deep", ""},
    {TooManyProblems, "too-many-problems", "the pack has more than {0} problems",
     "mend these first"},

    {UnknownKey, "unknown-key", "{0} has no key “{1}”", ""},
    {RepeatedKey, "repeated-key",
     "the key “{0}” stands here a second time; the first is in line {1}", "keep one of them"},
    {MissingKey, "missing-key", "{0} needs the key “{1}”", ""},
    {WrongType, "wrong-type", "{0} must be {1}, not {2}", ""},
    {UnknownValue, "unknown-value", "there is no {0} “{1}”", ""},
    {BadNumber, "bad-number", "“{0}” must be a whole number from {1} to {2}, not “{3}”", ""},
    {BadName, "bad-name", "“{0}” is no name: names are made of a–z, 0–9 and hyphens",
     "for example “{1}”"},
    {BadLanguage, "bad-language", "“{0}” is no language tag",
     "write en, de, tr …; \"\" for all languages"},
    {EmptyValue, "empty-value", "{0} is empty", ""},
    {EmptyPack, "empty-pack", "the pack “{0}” holds nothing",
     "give it rules, lexicons or another list, or remove the file"},

    {DuplicateName, "duplicate-name", "the {0} “{1}” is already defined in {2}",
     "rename one, or join them"},
    {UnknownLexicon, "unknown-lexicon", "there is no lexicon “{0}”", ""},
    {UnknownFrame, "unknown-frame", "there is no frame “{0}”", ""},
    {UnknownAuthority, "unknown-authority", "there is no authority “{0}”", ""},
    {UncitedJurisdiction, "uncited-jurisdiction", "the rule cites no authority of “{0}”",
     "name the law or code that makes it weigh otherwise there, under `authorities`"},
    {UnknownEvidence, "unknown-evidence", "there is no evidence source “{0}”", ""},
    {UnknownRule, "unknown-rule", "there is no other rule “{0}”", "write pack/id, as reports do"},
    {LexiconCycle, "lexicon-cycle", "the lexicon “{0}” holds itself: {1}", "break the circle"},
    {FrameCycle, "frame-cycle", "the frame “{0}” uses itself: {1}", "break the circle"},
    {LongChain, "long-chain", "{0} use each other more than {1} deep here", ""},
    {UnusedLexicon, "unused-lexicon", "no pattern and no other lexicon uses the lexicon “{0}”",
     "use it or remove it"},

    {EmptyLexicon, "empty-lexicon", "the lexicon “{0}” holds no terms", ""},
    {BadForms, "bad-forms", "“{0}” has {1} forms; {2}", "{3}"},
    {IdleExcept, "idle-except",
     "“{0}” is no term of the lexicon “{1}”, so that this removes nothing",
     "a longer phrase that should not be flagged belongs in the `except` of the rule"},
    {TooManyTerms, "too-many-terms", "{0} more than {1} terms",
     "divide it, or write a pattern instead of the product of lexicons"},
    {TermTooLong, "term-too-long", "the lexicon “{0}” has a term of more than {1} words", ""},
    {TooManyLexicons, "too-many-lexicons", "the packs need more than {0} lexicons", ""},

    {BadCharacter, "bad-character", "“{0}” belongs to no word",
     "words are letters, digits, apostrophes and hyphens; % £ € $ & + are words of their own"},
    {UnbalancedParenthesis, "unbalanced-parenthesis", "this “{0}” has no partner", ""},
    {UnclosedSlot, "unclosed-slot", "this “<” begins no name of a lexicon",
     "write <name> or <name|other>"},
    {BadGap, "bad-gap", "“{0}” is no gap",
     "write ..N with N from 1 to 30, or .. for up to 3 words"},
    {LooseBar, "loose-bar",
     "this bar divides nothing: outside of a group bars stand between two words, without spaces",
     "write (get rid of|ease) for sequences, fail|fails for single words"},
    {BadOption, "bad-option", "“?” follows nothing that can be left out",
     "write it right behind a word, a <lexicon> or a (group); put (a|b)? in parentheses"},
    {EmptyGroup, "empty-group", "a branch of this group is empty",
     "write (…)? for a group that may be left out"},
    {LongPattern, "long-pattern", "this pattern has {0} bytes; it may have {1}", "divide it"},
    {MissingSpace, "missing-space", "a space is missing behind “{0}”",
     "the elements of a pattern are separated by spaces"},
    {NotInPhrases, "not-in-phrases", "“{0}” has no place in the phrases of a lexicon",
     "phrases are words, <lexicons>, (groups) and optional? elements; gaps belong in patterns"},
    {MisplacedLeadIn, "misplaced-lead-in", "“=>” or “?=>” may stand once, outside of groups", ""},
    {EmptyMatch, "empty-match", "this pattern can match without any word",
     "at least one word or lexicon must not be optional"},
    {UnboundTarget, "unbound-target", "<target> stands for nothing here", "{0}"},
    {UnusedTarget, "unused-target", "no frame or pattern of this rule has the hole <target>",
     "write <target> where these lexicons belong, or remove the key"},

    {BadRegex, "bad-regex", "this regex cannot be used: {0}", ""},

    {NoMatcher, "no-matcher", "the rule “{0}” has nothing to match with",
     "give it frames (with a target), patterns, regexes or a check"},
    {NoExample, "no-example", "the rule “{0}” has no example to {1}",
     "examples are its tests: add one under `examples: {{1}: […]}`"},
    {ExampleWithoutMarks, "example-without-marks", "the example marks no words",
     "put [[double brackets]] round the words that the rule should flag"},
    {UnbalancedMarks, "unbalanced-marks", "[[ and ]] do not pair in this example", ""},
    {MarksInPass, "marks-in-pass", "an example to pass marks no words",
     "remove the double brackets, or move it to `flag`"},
    {IdleCue, "idle-cue", "a cue needs a stance, or `pseudo: true`, or `terminator: true`", ""},
};

std::string fill(std::string_view text, std::initializer_list<std::string_view> arguments) {
  std::string filled;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool place = text[at] == '{' && at + 2 < text.size() && text[at + 2] == '}' &&
                       text[at + 1] >= '0' && text[at + 1] <= '9';
    if (!place) {
      filled += text[at];
      continue;
    }
    const auto index = static_cast<std::size_t>(text[at + 1] - '0');
    assert(index < arguments.size());
    if (index < arguments.size()) filled += arguments.begin()[index];
    at += 2;
  }
  return filled;
}

}  // namespace

std::span<const ProblemText> problem_catalogue() { return catalogue; }

const ProblemText& problem_text(ProblemKind kind) {
  return *std::ranges::find(catalogue, kind, &ProblemText::kind);
}

Problem make_problem(ProblemKind kind, std::initializer_list<std::string_view> arguments,
                     std::string hint) {
  const ProblemText& text = problem_text(kind);
  Problem problem;
  problem.code = text.code;
  problem.message = fill(text.message, arguments);
  problem.hint = hint.empty() ? fill(text.hint, arguments) : std::move(hint);
  return problem;
}

std::string suggest(std::string_view name, std::span<const std::string_view> candidates) {
  constexpr std::size_t few = 40;
  if (const std::string_view nearest = nearest_name(name, candidates); !nearest.empty()) {
    return std::string("did you mean “").append(nearest).append("”?");
  }
  if (candidates.empty() || candidates.size() > few) return {};
  std::string list = "known: ";
  for (const std::string_view candidate : candidates) {
    if (candidate.data() != candidates.front().data()) list += ", ";
    list += candidate;
  }
  return list;
}

}  // namespace caveat
