// What authors read about mistakes in the file as YAML, keys and values.
#pragma once

#include "rulebook/problem_cases.h"

namespace caveat {

inline constexpr ProblemCase file_problems[] = {
    {"UnclosedQuote", "yaml-syntax", R"~(pack: p
rules: []
version: "1
)~",
     "",
     R"~(pack.yaml:3:10: not valid YAML: this quotation mark is never closed
    version: "1
             ^
)~"},
    {"BadIndentation", "yaml-syntax", R"~(pack: p
rules:
  - id: a
   family: b
)~",
     "",
     R"~(pack.yaml:4:4: not valid YAML: this line fits no list above it
       family: b
       ^
  indent with spaces, all entries of a list or mapping alike
)~"},
    {"ColonInText", "yaml-syntax", R"~(pack: p
description: Claims: all of them
)~",
     "",
     R"~(pack.yaml:2:20: not valid YAML: a colon stands here in the middle of a value
    description: Claims: all of them
                       ^
  put the value in quotation marks: it holds or begins with one of : # [ ] { } , & * ? | > ! % @
)~"},
    {"UnquotedSign", "yaml-syntax", R"~(pack: p
cues: [{pseudo: true, phrases: [@home]}]
)~",
     "",
     R"~(pack.yaml:2:33: not valid YAML: a value cannot begin like this
    cues: [{pseudo: true, phrases: [@home]}]
                                    ^
  put the value in quotation marks: it holds or begins with one of : # [ ] { } , & * ? | > ! % @
)~"},
    {"TabIndent", "yaml-syntax", R"~(pack: p
rules:
	- id: a
)~",
     "",
     R"~(pack.yaml:3:2: not valid YAML: a list item cannot stand here
    	- id: a
    	^
  indent with spaces, all entries of a list or mapping alike
)~"},
    {"Anchor", "yaml-alias", R"~(pack: p
version: &v 1.0.0
rules: []
)~",
     "",
     R"~(pack.yaml:2:10: packs use no anchors (&name) and no aliases (*name)
    version: &v 1.0.0
             ^
  put a value that begins with & or * in quotation marks; share patterns through frames, words through lexicons
)~"},
    {"Alias", "yaml-alias", R"~(pack: &a p
version: *a
)~",
     "",
     R"~(pack.yaml:1:7: packs use no anchors (&name) and no aliases (*name)
    pack: &a p
          ^
  put a value that begins with & or * in quotation marks; share patterns through frames, words through lexicons
pack.yaml:2:10: packs use no anchors (&name) and no aliases (*name)
    version: *a
             ^
  put a value that begins with & or * in quotation marks; share patterns through frames, words through lexicons
)~"},
    {"UndefinedAlias", "yaml-alias", R"~(pack: p
version: *a
)~",
     "",
     R"~(pack.yaml:2:10: packs use no anchors (&name) and no aliases (*name)
    version: *a
             ^
  put a value that begins with & or * in quotation marks; share patterns through frames, words through lexicons
)~"},
    {"Tag", "yaml-tag", R"~(pack: p
version: !semver 1.0.0
)~",
     "",
     R"~(pack.yaml:2:10: packs use no tags; this value has “!semver”
    version: !semver 1.0.0
             ^
  put a value that begins with ! in quotation marks
)~"},
    {"SecondDocument", "several-documents", R"~(pack: p
---
pack: q
)~",
     "",
     R"~(pack.yaml:2:1: a second YAML document begins here
    ---
    ^
  write one pack per file, without ---
)~"},
    {"DeepNesting", "too-deep", R"~(pack: p
version: [[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]
)~",
     "",
     R"~(pack.yaml:2:29: this is nested more than 20 deep
    version: [[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]
                                ^
)~"},
    {"NotAMapping", "wrong-type", R"~(- pack: p
)~",
     "",
     R"~(pack.yaml:1:1: a pack must be a mapping, not a list
    - pack: p
    ^
)~"},
    {"EmptyFile", "wrong-type", R"~(# nothing
)~",
     "",
     R"~(pack.yaml:1:1: a pack must be a mapping, not nothing
    # nothing
    ^
)~"},
    {"UnknownPackKey", "unknown-key", R"~(pack: p
lexicon: {}
cues: [{pseudo: true, phrases: x}]
)~",
     "",
     R"~(pack.yaml:2:1: a pack has no key “lexicon”
    lexicon: {}
    ^
  did you mean “lexicons”?
)~"},
    {"UnknownKeyInList", "unknown-key", R"~(pack: p
rules:
  - id: r
    family: f
    severity: warning
    message: M.
    why: W.
    suggestion: S.
    patterns: [x]
    examples: {flags: '[[x]]', pass: y}
    sevirity: error
)~",
     "",
     R"~(pack.yaml:10:16: “examples” has no key “flags”
        examples: {flags: '[[x]]', pass: y}
                   ^
  did you mean “flag”?
pack.yaml:11:5: a rule has no key “sevirity”
        sevirity: error
        ^
  did you mean “severity”?
)~"},
    {"RepeatedKey", "repeated-key", R"~(pack: p
version: 1.0.0
cues: [{pseudo: true, phrases: x}]
version: 1.0.1
)~",
     "",
     R"~(pack.yaml:4:1: the key “version” stands here a second time; the first is in line 2
    version: 1.0.1
    ^
  keep one of them
)~"},
    {"MissingPack", "missing-key", R"~(version: 1.0.0
cues: [{pseudo: true, phrases: x}]
)~",
     "",
     R"~(pack.yaml:1:1: a pack needs the key “pack”
    version: 1.0.0
    ^
)~"},
    {"MissingKeys", "missing-key", R"~(pack: p
rules:
  - patterns: [x]
    examples: {flag: '[[x]]', pass: y}
)~",
     "",
     R"~(pack.yaml:3:5: a rule needs the key “id”
      - patterns: [x]
        ^
pack.yaml:3:5: a rule needs the key “family”
      - patterns: [x]
        ^
pack.yaml:3:5: a rule needs the key “severity”
      - patterns: [x]
        ^
pack.yaml:3:5: a rule needs the key “message”
      - patterns: [x]
        ^
pack.yaml:3:5: a rule needs the key “why”
      - patterns: [x]
        ^
pack.yaml:3:5: a rule needs the key “suggestion”
      - patterns: [x]
        ^
)~"},
    {"WrongTypes", "wrong-type", R"~(pack: p
rules:
  - id: r
    family: 
    severity: warning
    message: [M.]
    why: {because: W.}
    suggestion: S.
    patterns: {x: y}
    examples: {flag: '[[x]]', pass: y}
)~",
     "",
     R"~(pack.yaml:5:5: “family” must be a text, not nothing
        severity: warning
        ^
pack.yaml:6:14: “message” must be a text, not a list
        message: [M.]
                 ^
pack.yaml:7:10: “why” must be a text, not a mapping
        why: {because: W.}
             ^
pack.yaml:9:15: “patterns” must be a list, not a mapping
        patterns: {x: y}
                  ^
)~"},
    {"ScalarForMapping", "wrong-type", R"~(pack: p
lexicons: [pain]
frames: many
cues: [{pseudo: true, phrases: x}]
)~",
     "",
     R"~(pack.yaml:2:11: “lexicons” must be a mapping, not a list
    lexicons: [pain]
              ^
pack.yaml:3:9: “frames” must be a mapping, not a text
    frames: many
            ^
)~"},
    {"UnknownSeverity", "unknown-value", R"~(pack: p
rules:
  - id: r
    family: f
    severity: warnign
    message: M.
    why: W.
    suggestion: S.
    patterns: [x]
    examples: {flag: '[[x]]', pass: y}
)~",
     "",
     R"~(pack.yaml:5:15: there is no severity “warnign”
        severity: warnign
                  ^
  did you mean “warning”?
)~"},
    {"UnknownStance", "unknown-value", R"~(pack: p
rules:
  - id: r
    family: f
    severity: warning
    message: M.
    why: W.
    suggestion: S.
    patterns: [x]
    examples: {flag: [{text: '[[x]]', stance: doubted}], pass: y}
)~",
     "",
     R"~(pack.yaml:10:47: there is no stance “doubted”
        examples: {flag: [{text: '[[x]]', stance: doubted}], pass: y}
                                                  ^
  known: asserted, hedged, negated, attributed, quoted, asked, conditional
)~"},
    {"UnknownStanceKey", "unknown-key", R"~(pack: p
rules:
  - id: r
    family: f
    severity: warning
    message: M.
    why: W.
    suggestion: S.
    patterns: [x]
    examples: {flag: '[[x]]', pass: y}
    stances: {hegded: none}
)~",
     "",
     R"~(pack.yaml:11:15: “stances” has no key “hegded”
        stances: {hegded: none}
                  ^
  did you mean “hedged”?
)~"},
    {"UnknownStanceSeverity", "unknown-value", R"~(pack: p
rules:
  - id: r
    family: f
    severity: warning
    message: M.
    why: W.
    suggestion: S.
    patterns: [x]
    examples: {flag: '[[x]]', pass: y}
    stances: {hedged: nothing}
)~",
     "",
     R"~(pack.yaml:11:23: there is no severity “nothing”
        stances: {hedged: nothing}
                          ^
  known: none, suggestion, warning, error
)~"},
    {"UnknownBlockKind", "unknown-value", R"~(pack: p
rules:
  - id: r
    family: f
    severity: warning
    message: M.
    why: W.
    suggestion: S.
    patterns: [x]
    examples: {flag: '[[x]]', pass: y}
    blocks: [heading, listitem]
    regions: [boddy]
)~",
     "",
     R"~(pack.yaml:11:23: there is no block kind “listitem”
        blocks: [heading, listitem]
                          ^
  did you mean “list-item”?
pack.yaml:12:15: there is no region “boddy”
        regions: [boddy]
                  ^
  did you mean “body”?
)~"},
    {"UnknownCheck", "unknown-value", R"~(pack: p
rules:
  - id: r
    family: f
    severity: warning
    message: M.
    why: W.
    suggestion: S.
    patterns: [x]
    examples: {flag: '[[x]]', pass: y}
    check: mojibakes
)~",
     "",
     R"~(pack.yaml:11:12: there is no check “mojibakes”
        check: mojibakes
               ^
  did you mean “mojibake”?
)~"},
    {"UnknownKindAndStatus", "unknown-value", R"~(pack: p
rules:
  - id: r
    family: f
    severity: warning
    message: M.
    why: W.
    suggestion: S.
    patterns: [x]
    examples: {flag: '[[x]]', pass: y}
    kind: obligation
    status: beta
)~",
     "",
     R"~(pack.yaml:11:11: there is no kind “obligation”
        kind: obligation
              ^
  known: claim, damage, residue, trust
pack.yaml:12:13: there is no status “beta”
        status: beta
                ^
  known: stable, preview, deprecated
)~"},
    {"UnknownVerdict", "unknown-value", R"~(pack: p
rules:
  - id: r
    family: f
    severity: warning
    message: M.
    why: W.
    suggestion: S.
    patterns: [x]
    examples: {flag: '[[x]]', pass: y}
    evidence: {verdict: weak}
)~",
     "",
     R"~(pack.yaml:11:25: there is no verdict “weak”
        evidence: {verdict: weak}
                            ^
  known: contradicted, no-evidence, weak-mixed, supported-with-limits, not-reviewed
)~"},
    {"BadNumbers", "bad-number", R"~(pack: p
cues:
  - {stance: negated, reach: far, phrases: x}
  - {stance: negated, reach: 101, phrases: x}
)~",
     "",
     R"~(pack.yaml:3:30: “reach” must be a whole number from 0 to 100, not “far”
      - {stance: negated, reach: far, phrases: x}
                                 ^
pack.yaml:4:30: “reach” must be a whole number from 0 to 100, not “101”
      - {stance: negated, reach: 101, phrases: x}
                                 ^
)~"},
    {"BadBoolean", "wrong-type", R"~(pack: p
cues: [{pseudo: yes, phrases: x}]
)~",
     "",
     R"~(pack.yaml:2:17: “pseudo” must be true or false, not “yes”
    cues: [{pseudo: yes, phrases: x}]
                    ^
)~"},
    {"BadNames", "bad-name", R"~(pack: My Pack
frames:
  Offers_Relief: [x]
  target: [x]
cues: [{pseudo: true, phrases: x}]
)~",
     "",
     R"~(pack.yaml:1:7: “My Pack” is no name: names are made of a–z, 0–9 and hyphens
    pack: My Pack
          ^
  for example “my-pack”
pack.yaml:3:3: “Offers_Relief” is no name: names are made of a–z, 0–9 and hyphens
      Offers_Relief: [x]
      ^
  for example “offers-relief”
pack.yaml:4:3: “target” is no name: names are made of a–z, 0–9 and hyphens
      target: [x]
      ^
  <target> is the hole of frames: choose another name
)~"},
    {"BadLanguage", "bad-language", R"~(pack: p
language: English
cues: [{pseudo: true, phrases: x}]
)~",
     "",
     R"~(pack.yaml:2:11: “English” is no language tag
    language: English
              ^
  write en, de, tr …; "" for all languages
)~"},
    {"EmptyValues", "empty-value", R"~(pack: p
rules:
  - id: r
    family: f
    severity: warning
    message: ''
    why: ' '
    suggestion: S.
    patterns: [x, '']
    examples: {flag: '[[x]]', pass: y}
)~",
     "",
     R"~(pack.yaml:6:14: “message” is empty
        message: ''
                 ^
pack.yaml:7:11: “why” is empty
        why: ' '
              ^
pack.yaml:9:19: a pattern is empty
        patterns: [x, '']
                      ^
)~"},
    {"MisspeltKeys", "unknown-key", R"~(pack: p
rules:
  - id: r
    family: f
    message: M.
    why: W.
    suggestion: S.
    patterns: [x]
    examples: {flag: '[[x]]', pass: y}
    sevrity: warning
)~",
     "",
     R"~(pack.yaml:10:5: a rule has no key “sevrity”
        sevrity: warning
        ^
  did you mean “severity”?
)~"},
    {"UnclosedBracket", "yaml-syntax", R"~(pack: p
rules: [a, b
)~",
     "",
     R"~(pack.yaml:3:1: not valid YAML: a “[” is not closed
)~"},
    {"StrayBracket", "yaml-syntax", R"~(pack: p]
rules: ]
)~",
     "",
     R"~(pack.yaml:2:8: not valid YAML: this closes nothing
    rules: ]
           ^
)~"},
    {"BadEscape", "yaml-syntax", R"~(pack: p
version: "\d+"
)~",
     "",
     R"~(pack.yaml:2:13: not valid YAML: unknown escape character: d
    version: "\d+"
                ^
)~"},
    {"EmptyFrame", "empty-value", R"~(pack: p
frames:
  f: []
)~",
     "",
     R"~(pack.yaml:3:6: a frame is empty
      f: []
         ^
)~"},
    {"EmptyPack", "empty-pack", R"~(pack: p
version: 1.0.0
rules: []
)~",
     "",
     R"~(pack.yaml:1:7: the pack “p” holds nothing
    pack: p
          ^
  give it rules, lexicons or another list, or remove the file
)~"},
};

}  // namespace caveat
