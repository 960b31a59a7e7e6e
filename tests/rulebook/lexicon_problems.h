// What authors read about mistakes in lexicons.
#pragma once

#include "rulebook/problem_cases.h"

namespace caveat {

inline constexpr ProblemCase lexicon_problems[] = {
    {"DuplicateLexicon", "duplicate-name", R"~(pack: p
lexicons:
  pain: {words: pain}
  ache: {words: ache}
frames:
  f: [<pain> <ache>]
)~",
     R"~(pack: q
lexicons:
  ache: {words: aching}
frames:
  f: [x]
)~",
     R"~(other.yaml:3:3: the lexicon “ache” is already defined in pack.yaml:4
      ache: {words: aching}
      ^
  rename one, or join them
other.yaml:5:3: the frame “f” is already defined in pack.yaml:6
      f: [x]
      ^
  rename one, or join them
)~"},
    {"UnknownLexicons", "unknown-lexicon", R"~(pack: p
lexicons:
  pain: {include: [ache], phrases: ["<back|nek> pain"]}
  neck: {words: neck}
  back: {words: back}
cues: [{pseudo: true, phrases: <pain>}]
)~",
     "",
     R"~(pack.yaml:3:20: there is no lexicon “ache”
      pain: {include: [ache], phrases: ["<back|nek> pain"]}
                       ^
  known: back, neck, pain
pack.yaml:3:44: there is no lexicon “nek”
      pain: {include: [ache], phrases: ["<back|nek> pain"]}
                                               ^
  did you mean “neck”?
)~"},
    {"UnknownVerbForm", "unknown-lexicon", R"~(pack: p
lexicons:
  relieve: {verbs: relieve}
  pain: {words: pain}
cues: [{pseudo: true, phrases: [<relieve.past>, <relieve.edd>, <pain.ing>]}]
)~",
     "",
     R"~(pack.yaml:5:34: there is no lexicon “relieve.past”
    cues: [{pseudo: true, phrases: [<relieve.past>, <relieve.edd>, <pain.ing>]}]
                                     ^
  did you mean “relieve.base”?
pack.yaml:5:50: there is no lexicon “relieve.edd”
    cues: [{pseudo: true, phrases: [<relieve.past>, <relieve.edd>, <pain.ing>]}]
                                                     ^
  did you mean “relieve.ed”?
pack.yaml:5:65: there is no lexicon “pain.ing”
    cues: [{pseudo: true, phrases: [<relieve.past>, <relieve.edd>, <pain.ing>]}]
                                                                    ^
  known: pain, relieve, relieve.base, relieve.s, relieve.ed, relieve.ing
)~"},
    {"Circle", "lexicon-cycle", R"~(pack: p
lexicons:
  a: {words: x, include: b}
  b: {phrases: ["<c> x"]}
  c: {include: [a]}
)~",
     "",
     R"~(pack.yaml:5:17: the lexicon “a” holds itself: a → b → c → a
      c: {include: [a]}
                    ^
  break the circle
)~"},
    {"SelfInclusion", "lexicon-cycle", R"~(pack: p
lexicons:
  pain: {include: pain}
cues: [{pseudo: true, phrases: <pain>}]
)~",
     "",
     R"~(pack.yaml:3:19: the lexicon “pain” holds itself: pain → pain
      pain: {include: pain}
                      ^
  break the circle
)~"},
    {"Unused", "unused-lexicon", R"~(pack: p
lexicons:
  pain: {words: pain}
  ache: {words: ache}
  gap-stops: {words: and}
cues: [{pseudo: true, phrases: <pain>}]
)~",
     "",
     R"~(pack.yaml:4:3: no pattern and no other lexicon uses the lexicon “ache”
      ache: {words: ache}
      ^
  use it or remove it
)~"},
    {"NoTerms", "empty-lexicon", R"~(pack: p
lexicons:
  pain: {words: []}
cues: [{pseudo: true, phrases: <pain>}]
)~",
     "",
     R"~(pack.yaml:3:3: the lexicon “pain” holds no terms
      pain: {words: []}
      ^
)~"},
    {"VerbForms", "bad-forms", R"~(pack: p
lexicons:
  pain: {verbs: [take/took away, take/takes/took/taken/taking]}
cues: [{pseudo: true, phrases: <pain>}]
)~",
     "",
     R"~(pack.yaml:3:18: “take/took” has 2 forms; an irregular verb has four or five
      pain: {verbs: [take/took away, take/takes/took/taken/taking]}
                     ^
  for example make/makes/made/making or take/takes/took/taken/taking
)~"},
    {"NounForms", "bad-forms", R"~(pack: p
lexicons:
  pain: {nouns: [one vertebra/vertebrae/vertebras], adjectives: [good/better]}
cues: [{pseudo: true, phrases: <pain>}]
)~",
     "",
     R"~(pack.yaml:3:18: “vertebra/vertebrae/vertebras” has 3 forms; an irregular noun has two
      pain: {nouns: [one vertebra/vertebrae/vertebras], adjectives: [good/better]}
                     ^
  for example vertebra/vertebrae
pack.yaml:3:66: “good/better” has 2 forms; an irregular adjective has three
      pain: {nouns: [one vertebra/vertebrae/vertebras], adjectives: [good/better]}
                                                                     ^
  for example good/better/best
)~"},
    {"VerbMapping", "unknown-key", R"~(pack: p
lexicons:
  pain: {verbs: [{base: take, third: takes}]}
cues: [{pseudo: true, phrases: <pain>}]
)~",
     "",
     R"~(pack.yaml:3:31: a verb has no key “third”
      pain: {verbs: [{base: take, third: takes}]}
                                  ^
  known: base, s, past, participle, ing
)~"},
    {"IdleExcept", "idle-except", R"~(pack: p
lexicons:
  pain: {words: [pain, ease], except: [easement, ease]}
cues: [{pseudo: true, phrases: <pain>}]
)~",
     "",
     R"~(pack.yaml:3:40: “easement” is no term of the lexicon “pain”, so that this removes nothing
      pain: {words: [pain, ease], except: [easement, ease]}
                                           ^
  a longer phrase that should not be flagged belongs in the `except` of the rule
)~"},
    {"TermCharacters", "bad-character", R"~(pack: p
lexicons:
  pain: {words: ['pain!', "it\u2019s (great)", '!'], nouns: ['a, b'], verbs: ['<x>']}
cues: [{pseudo: true, phrases: <pain>}]
)~",
     "",
     R"~(pack.yaml:3:23: “!” belongs to no word
      pain: {words: ['pain!', "it\u2019s (great)", '!'], nouns: ['a, b'], verbs: ['<x>']}
                          ^
  words are letters, digits, apostrophes and hyphens; % £ € $ & + are words of their own
pack.yaml:3:38: “(” belongs to no word
      pain: {words: ['pain!', "it\u2019s (great)", '!'], nouns: ['a, b'], verbs: ['<x>']}
                                         ^
  words are letters, digits, apostrophes and hyphens; % £ € $ & + are words of their own
pack.yaml:3:49: “!” belongs to no word
      pain: {words: ['pain!', "it\u2019s (great)", '!'], nouns: ['a, b'], verbs: ['<x>']}
                                                    ^
  words are letters, digits, apostrophes and hyphens; % £ € $ & + are words of their own
pack.yaml:3:64: “,” belongs to no word
      pain: {words: ['pain!', "it\u2019s (great)", '!'], nouns: ['a, b'], verbs: ['<x>']}
                                                                   ^
  words are letters, digits, apostrophes and hyphens; % £ € $ & + are words of their own
pack.yaml:3:80: “<” belongs to no word
      pain: {words: ['pain!', "it\u2019s (great)", '!'], nouns: ['a, b'], verbs: ['<x>']}
                                                                                   ^
  words are letters, digits, apostrophes and hyphens; % £ € $ & + are words of their own
)~"},
    {"TermTypes", "wrong-type", R"~(pack: p
lexicons:
  pain: {words: [null, [pain], {a: b}], verbs: [[x]]}
cues: [{pseudo: true, phrases: <pain>}]
)~",
     "",
     R"~(pack.yaml:3:18: a term must be a text, not nothing
      pain: {words: [null, [pain], {a: b}], verbs: [[x]]}
                     ^
pack.yaml:3:24: a term must be a text, not a list
      pain: {words: [null, [pain], {a: b}], verbs: [[x]]}
                           ^
pack.yaml:3:32: a term must be a text, not a mapping
      pain: {words: [null, [pain], {a: b}], verbs: [[x]]}
                                   ^
pack.yaml:3:49: a term must be a text, not a list
      pain: {words: [null, [pain], {a: b}], verbs: [[x]]}
                                                    ^
)~"},
    {"GapInPhrase", "not-in-phrases", R"~(pack: p
lexicons:
  pain: {words: x, phrases: ["sore ..2 neck", "^ (sore|$)", "a => b", "<target> a"]}
cues: [{pseudo: true, phrases: <pain>}]
)~",
     "",
     R"~(pack.yaml:3:36: “..2” has no place in the phrases of a lexicon
      pain: {words: x, phrases: ["sore ..2 neck", "^ (sore|$)", "a => b", "<target> a"]}
                                       ^
  phrases are words, <lexicons>, (groups) and optional? elements; gaps belong in patterns
pack.yaml:3:48: “^” has no place in the phrases of a lexicon
      pain: {words: x, phrases: ["sore ..2 neck", "^ (sore|$)", "a => b", "<target> a"]}
                                                   ^
  phrases are words, <lexicons>, (groups) and optional? elements; gaps belong in patterns
pack.yaml:3:56: “$” has no place in the phrases of a lexicon
      pain: {words: x, phrases: ["sore ..2 neck", "^ (sore|$)", "a => b", "<target> a"]}
                                                           ^
  phrases are words, <lexicons>, (groups) and optional? elements; gaps belong in patterns
pack.yaml:3:64: “=>” has no place in the phrases of a lexicon
      pain: {words: x, phrases: ["sore ..2 neck", "^ (sore|$)", "a => b", "<target> a"]}
                                                                   ^
  phrases are words, <lexicons>, (groups) and optional? elements; gaps belong in patterns
pack.yaml:3:73: <target> stands for nothing here
      pain: {words: x, phrases: ["sore ..2 neck", "^ (sore|$)", "a => b", "<target> a"]}
                                                                            ^
  the hole belongs in frames and in patterns of rules with a `target`
)~"},
    {"EmptyPhrase", "empty-match", R"~(pack: p
lexicons:
  pain: {words: x, phrases: ["a? b?"]}
cues: [{pseudo: true, phrases: <pain>}]
)~",
     "",
     R"~(pack.yaml:3:31: this pattern can match without any word
      pain: {words: x, phrases: ["a? b?"]}
                                  ^
  at least one word or lexicon must not be optional
)~"},
};

}  // namespace caveat
