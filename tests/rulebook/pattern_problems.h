// What authors read about mistakes in patterns, frames and regexes.
#pragma once

#include "rulebook/problem_cases.h"

namespace caveat {

inline constexpr ProblemCase pattern_problems[] = {
    {"UnknownLexicon", "unknown-lexicon", R"~(pack: p
lexicons:
  pain: {words: pain}
cues:
  - pseudo: true
    phrases:
      - "no more (of|with) <pian>"
      - <pain>
)~",
     "",
     R"~(pack.yaml:7:29: there is no lexicon “pian”
          - "no more (of|with) <pian>"
                                ^
  did you mean “pain”?
)~"},
    {"UnknownLexiconBehindEscapes", "unknown-lexicon", R"~(pack: p
lexicons:
  pain: {words: pain}
cues:
  - pseudo: true
    phrases:
      - 'it''s <pian>'
      - <pain>
      - "don\u2019t \"<pian>"
)~",
     "",
     R"~(pack.yaml:7:17: there is no lexicon “pian”
          - 'it''s <pian>'
                    ^
  did you mean “pain”?
pack.yaml:9:21: “"” belongs to no word
          - "don\u2019t \"<pian>"
                        ^
  words are letters, digits, apostrophes and hyphens; % £ € $ & + are words of their own
pack.yaml:9:24: there is no lexicon “pian”
          - "don\u2019t \"<pian>"
                           ^
  did you mean “pain”?
)~"},
    {"UnknownLexiconInFoldedText", "unknown-lexicon", R"~(pack: p
lexicons:
  pain: {words: pain}
cues:
  - pseudo: true
    phrases:
      - >-
        no more
        of <pian>
      - <pain>
)~",
     "",
     R"~(pack.yaml:9:13: there is no lexicon “pian”
            of <pian>
                ^
  did you mean “pain”?
)~"},
    {"Parentheses", "unbalanced-parenthesis", R"~(pack: p
lexicons:
  pain: {words: pain}
cues:
  - pseudo: true
    phrases:
      - "(a|b <pain>"
      - <pain>
      - "a) b"
      - "(a (b) c"
)~",
     "",
     R"~(pack.yaml:7:10: this “(” has no partner
          - "(a|b <pain>"
             ^
pack.yaml:9:11: this “)” has no partner
          - "a) b"
              ^
pack.yaml:10:10: this “(” has no partner
          - "(a (b) c"
             ^
)~"},
    {"Slots", "unclosed-slot", R"~(pack: p
lexicons:
  pain: {words: pain}
cues:
  - pseudo: true
    phrases:
      - "a <pain b"
      - <pain>
      - "a <>"
      - "<pain|>"
      - "a <pain"
)~",
     "",
     R"~(pack.yaml:7:12: this “<” begins no name of a lexicon
          - "a <pain b"
               ^
  write <name> or <name|other>
pack.yaml:9:12: this “<” begins no name of a lexicon
          - "a <>"
               ^
  write <name> or <name|other>
pack.yaml:10:10: this “<” begins no name of a lexicon
          - "<pain|>"
             ^
  write <name> or <name|other>
pack.yaml:11:12: this “<” begins no name of a lexicon
          - "a <pain"
               ^
  write <name> or <name|other>
)~"},
    {"Gaps", "bad-gap", R"~(pack: p
lexicons:
  pain: {words: pain}
cues:
  - pseudo: true
    phrases:
      - "a ..31 b"
      - <pain>
      - "a ..0 b"
      - "a ... b"
      - "a ..x b"
      - "a ..3? b"
)~",
     "",
     R"~(pack.yaml:7:12: “..31” is no gap
          - "a ..31 b"
               ^
  write ..N with N from 1 to 30, or .. for up to 3 words
pack.yaml:9:12: “..0” is no gap
          - "a ..0 b"
               ^
  write ..N with N from 1 to 30, or .. for up to 3 words
pack.yaml:10:12: “...” is no gap
          - "a ... b"
               ^
  write ..N with N from 1 to 30, or .. for up to 3 words
pack.yaml:11:12: “..x” is no gap
          - "a ..x b"
               ^
  write ..N with N from 1 to 30, or .. for up to 3 words
pack.yaml:12:12: “..3?” is no gap
          - "a ..3? b"
               ^
  write ..N with N from 1 to 30, or .. for up to 3 words
)~"},
    {"Bars", "loose-bar", R"~(pack: p
lexicons:
  pain: {words: pain}
cues:
  - pseudo: true
    phrases:
      - "a | b"
      - <pain>
      - "| a"
      - "a| b"
)~",
     "",
     R"~(pack.yaml:7:12: this bar divides nothing: outside of a group bars stand between two words, without spaces
          - "a | b"
               ^
  write (get rid of|ease) for sequences, fail|fails for single words
pack.yaml:9:10: this bar divides nothing: outside of a group bars stand between two words, without spaces
          - "| a"
             ^
  write (get rid of|ease) for sequences, fail|fails for single words
pack.yaml:10:11: this bar divides nothing: outside of a group bars stand between two words, without spaces
          - "a| b"
              ^
  write (get rid of|ease) for sequences, fail|fails for single words
)~"},
    {"Options", "bad-option", R"~(pack: p
lexicons:
  pain: {words: pain}
cues:
  - pseudo: true
    phrases:
      - "a|b? c"
      - <pain>
      - "? a"
      - "a? ?"
      - "a?? b"
      - "^? a"
)~",
     "",
     R"~(pack.yaml:7:13: “?” follows nothing that can be left out
          - "a|b? c"
                ^
  write it right behind a word, a <lexicon> or a (group); put (a|b)? in parentheses
pack.yaml:9:10: “?” follows nothing that can be left out
          - "? a"
             ^
  write it right behind a word, a <lexicon> or a (group); put (a|b)? in parentheses
pack.yaml:10:13: “?” follows nothing that can be left out
          - "a? ?"
                ^
  write it right behind a word, a <lexicon> or a (group); put (a|b)? in parentheses
pack.yaml:11:11: “?” follows nothing that can be left out
          - "a?? b"
              ^
  write it right behind a word, a <lexicon> or a (group); put (a|b)? in parentheses
pack.yaml:12:11: “?” follows nothing that can be left out
          - "^? a"
              ^
  write it right behind a word, a <lexicon> or a (group); put (a|b)? in parentheses
)~"},
    {"EmptyBranches", "empty-group", R"~(pack: p
lexicons:
  pain: {words: pain}
cues:
  - pseudo: true
    phrases:
      - "() a"
      - <pain>
      - "(a|) b"
      - "(|a) b"
)~",
     "",
     R"~(pack.yaml:7:11: a branch of this group is empty
          - "() a"
              ^
  write (…)? for a group that may be left out
pack.yaml:9:13: a branch of this group is empty
          - "(a|) b"
                ^
  write (…)? for a group that may be left out
pack.yaml:10:11: a branch of this group is empty
          - "(|a) b"
              ^
  write (…)? for a group that may be left out
)~"},
    {"MissingSpaces", "missing-space", R"~(pack: p
lexicons:
  pain: {words: pain}
cues:
  - pseudo: true
    phrases:
      - "re(gain|store) it"
      - <pain>
      - "(pain)free"
      - "<pain>free"
      - "costs $50"
)~",
     "",
     R"~(pack.yaml:7:12: a space is missing behind “re”
          - "re(gain|store) it"
               ^
  the elements of a pattern are separated by spaces
pack.yaml:9:16: a space is missing behind “(pain)”
          - "(pain)free"
                   ^
  the elements of a pattern are separated by spaces
pack.yaml:10:16: a space is missing behind “<pain>”
          - "<pain>free"
                   ^
  the elements of a pattern are separated by spaces
pack.yaml:11:17: a space is missing behind “$”
          - "costs $50"
                    ^
  the elements of a pattern are separated by spaces
)~"},
    {"Characters", "bad-character", R"~(pack: p
lexicons:
  pain: {words: pain}
cues:
  - pseudo: true
    phrases:
      - "what, now"
      - <pain>
      - "now!"
      - "a > b"
      - "“so”"
      - "— a"
      - "=a"
)~",
     "",
     R"~(pack.yaml:7:14: “,” belongs to no word
          - "what, now"
                 ^
  words are letters, digits, apostrophes and hyphens; % £ € $ & + are words of their own
pack.yaml:9:13: “!” belongs to no word
          - "now!"
                ^
  words are letters, digits, apostrophes and hyphens; % £ € $ & + are words of their own
pack.yaml:10:12: “>” belongs to no word
          - "a > b"
               ^
  words are letters, digits, apostrophes and hyphens; % £ € $ & + are words of their own
pack.yaml:11:10: ““” belongs to no word
          - "“so”"
             ^
  words are letters, digits, apostrophes and hyphens; % £ € $ & + are words of their own
pack.yaml:12:10: “—” belongs to no word
          - "— a"
             ^
  words are letters, digits, apostrophes and hyphens; % £ € $ & + are words of their own
pack.yaml:13:10: “=” belongs to no word
          - "=a"
             ^
  words are letters, digits, apostrophes and hyphens; % £ € $ & + are words of their own
)~"},
    {"LeadIns", "misplaced-lead-in", R"~(pack: p
lexicons:
  pain: {words: pain}
cues:
  - pseudo: true
    phrases:
      - "(a => b) c"
      - <pain>
      - "a => b => c"
)~",
     "",
     R"~(pack.yaml:7:13: “=>” or “?=>” may stand once, outside of groups
          - "(a => b) c"
                ^
pack.yaml:9:17: “=>” or “?=>” may stand once, outside of groups
          - "a => b => c"
                    ^
)~"},
    {"EmptyMatches", "empty-match", R"~(pack: p
lexicons:
  pain: {words: pain}
cues:
  - pseudo: true
    phrases:
      - "a? b?"
      - <pain>
      - "^ ..5 $"
      - "(a?|b)"
)~",
     "",
     R"~(pack.yaml:7:10: this pattern can match without any word
          - "a? b?"
             ^
  at least one word or lexicon must not be optional
pack.yaml:9:10: this pattern can match without any word
          - "^ ..5 $"
             ^
  at least one word or lexicon must not be optional
pack.yaml:10:10: this pattern can match without any word
          - "(a?|b)"
             ^
  at least one word or lexicon must not be optional
)~"},
    {"DeepGroups", "too-deep", R"~(pack: p
lexicons:
  pain: {words: pain}
cues:
  - pseudo: true
    phrases:
      - "(((((((((((((((((((((a)))))))))))))))))))))"
      - <pain>
)~",
     "",
     R"~(pack.yaml:7:30: this is nested more than 20 deep
          - "(((((((((((((((((((((a)))))))))))))))))))))"
                                 ^
)~"},
    {"TargetWithoutTarget", "unbound-target", R"~(pack: p
frames:
  f: ["no <target>"]
rules:
  - id: r
    family: f
    severity: warning
    message: M.
    why: W.
    suggestion: S.
    patterns: ['more <target>']
    examples: {flag: '[[x]]', pass: y}
    frames: f
    except: ['<target> x']
)~",
     "",
     R"~(pack.yaml:11:23: <target> stands for nothing here
        patterns: ['more <target>']
                          ^
  give the rule a `target`, or name the lexicon here
pack.yaml:13:13: <target> stands for nothing here
        frames: f
                ^
  give the rule a `target`: the lexicons that fill the frame's hole
pack.yaml:14:16: <target> stands for nothing here
        except: ['<target> x']
                   ^
  give the rule a `target`, or name the lexicon here
)~"},
    {"TargetInCue", "unbound-target", R"~(pack: p
lexicons:
  pain: {words: pain}
cues:
  - pseudo: true
    phrases:
      - "no <target>"
      - <pain>
)~",
     "",
     R"~(pack.yaml:7:14: <target> stands for nothing here
          - "no <target>"
                 ^
  only frames and patterns of rules have holes
)~"},
    {"UnusedTarget", "unused-target", R"~(pack: p
lexicons:
  pain: {words: pain}
rules:
  - id: r
    family: f
    severity: warning
    message: M.
    why: W.
    suggestion: S.
    patterns: [x]
    examples: {flag: '[[x]]', pass: y}
    target: pain
)~",
     "",
     R"~(pack.yaml:13:13: no frame or pattern of this rule has the hole <target>
        target: pain
                ^
  write <target> where these lexicons belong, or remove the key
)~"},
    {"UnknownFrame", "unknown-frame", R"~(pack: p
lexicons:
  pain: {words: pain}
frames:
  relieves: ["relieves <target>", {use: treat}, {include: relieves}]
  treats: ["treats <target>"]
rules:
  - id: r
    family: f
    severity: warning
    message: M.
    why: W.
    suggestion: S.
    patterns: [x]
    examples: {flag: '[[x]]', pass: y}
    target: pain
    frames: [releives, treats]
)~",
     "",
     R"~(pack.yaml:5:41: there is no frame “treat”
      relieves: ["relieves <target>", {use: treat}, {include: relieves}]
                                            ^
  did you mean “treats”?
pack.yaml:5:49: an entry of a frame needs the key “use”
      relieves: ["relieves <target>", {use: treat}, {include: relieves}]
                                                    ^
pack.yaml:5:50: an entry of a frame has no key “include”
      relieves: ["relieves <target>", {use: treat}, {include: relieves}]
                                                     ^
  known: use
pack.yaml:17:14: there is no frame “releives”
        frames: [releives, treats]
                 ^
  did you mean “relieves”?
)~"},
    {"FrameCircle", "frame-cycle", R"~(pack: p
frames:
  a: [x, {use: b}]
  b: [{use: a}]
)~",
     "",
     R"~(pack.yaml:4:13: the frame “a” uses itself: a → b → a
      b: [{use: a}]
                ^
  break the circle
)~"},
    {"Regexes", "bad-regex", R"~(pack: p
rules:
  - id: r
    family: f
    severity: warning
    message: M.
    why: W.
    suggestion: S.
    patterns: [x]
    examples: {flag: '[[x]]', pass: y}
    regexes: ['(oops', 'x**', 'a(?!b)', 'x*']
)~",
     "",
     R"~(pack.yaml:11:16: this regex cannot be used: missing ): (oops
        regexes: ['(oops', 'x**', 'a(?!b)', 'x*']
                   ^
pack.yaml:11:25: this regex cannot be used: bad repetition operator: **
        regexes: ['(oops', 'x**', 'a(?!b)', 'x*']
                            ^
pack.yaml:11:32: this regex cannot be used: invalid perl operator: (?!
        regexes: ['(oops', 'x**', 'a(?!b)', 'x*']
                                   ^
pack.yaml:11:42: this regex cannot be used: it matches the empty text
        regexes: ['(oops', 'x**', 'a(?!b)', 'x*']
                                             ^
)~"},
};

}  // namespace caveat
