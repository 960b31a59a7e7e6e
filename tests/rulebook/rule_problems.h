// What authors read about mistakes in rules and the entries beside them.
#pragma once

#include "rulebook/problem_cases.h"

namespace caveat {

inline constexpr ProblemCase rule_problems[] = {
    {"DuplicateRules", "duplicate-name", R"~(pack: p
rules:
  - id: r
    family: f
    severity: warning
    message: M.
    why: W.
    suggestion: S.
    patterns: [x]
    examples: {flag: '[[x]]', pass: y}
  - id: r
    family: f
    severity: warning
    message: N.
    why: W.
    suggestion: S.
    patterns: [x]
    examples: {flag: '[[x]]', pass: y}
)~",
     "",
     R"~(pack.yaml:11:9: the rule “p/r” is already defined in pack.yaml:3
      - id: r
            ^
  rename one, or join them
)~"},
    {"DuplicateSources", "duplicate-name", R"~(pack: p
authorities:
  - {id: uk-cap, name: N, jurisdiction: uk}
  - {id: uk-cap, name: N, jurisdiction: uk}
evidence:
  - {id: furlan, citation: C}
  - {id: furlan, citation: C, certainty: heard}
)~",
     "",
     R"~(pack.yaml:4:10: the authority “uk-cap” is already defined in pack.yaml:3
      - {id: uk-cap, name: N, jurisdiction: uk}
             ^
  rename one, or join them
pack.yaml:7:10: the evidence source “furlan” is already defined in pack.yaml:6
      - {id: furlan, citation: C, certainty: heard}
             ^
  rename one, or join them
pack.yaml:7:42: there is no certainty “heard”
      - {id: furlan, citation: C, certainty: heard}
                                             ^
  known: seen, seen-2nd
)~"},
    {"DuplicatePack", "duplicate-name", R"~(pack: p
cues: [{pseudo: true, phrases: x}]
)~",
     R"~(pack: p
cues: [{pseudo: true, phrases: x}]
)~",
     R"~(pack.yaml:1:7: the pack “p” is already defined in other.yaml
    pack: p
          ^
  rename one, or join them
)~"},
    {"UnknownSources", "unknown-authority", R"~(pack: p
authorities: [{id: uk-cap, name: N, jurisdiction: uk}]
evidence: [{id: furlan-2015, citation: C}]
rules:
  - id: r
    family: f
    severity: warning
    message: M.
    why: W.
    suggestion: S.
    patterns: [x]
    examples: {flag: '[[x]]', pass: y}
    authorities: [uk-cpa, uk-cap]
    evidence: {verdict: weak-mixed, sources: [furlan-2005, gao-2014]}
)~",
     "",
     R"~(pack.yaml:13:19: there is no authority “uk-cpa”
        authorities: [uk-cpa, uk-cap]
                      ^
  did you mean “uk-cap”?
pack.yaml:14:47: there is no evidence source “furlan-2005”
        evidence: {verdict: weak-mixed, sources: [furlan-2005, gao-2014]}
                                                  ^
  did you mean “furlan-2015”?
pack.yaml:14:60: there is no evidence source “gao-2014”
        evidence: {verdict: weak-mixed, sources: [furlan-2005, gao-2014]}
                                                               ^
  known: furlan-2015
)~"},
    {"UnknownEvidence", "unknown-evidence", R"~(pack: p
rules:
  - id: r
    family: f
    severity: warning
    message: M.
    why: W.
    suggestion: S.
    patterns: [x]
    examples: {flag: '[[x]]', pass: y}
    evidence: {verdict: weak-mixed, sources: [furlan-2015]}
)~",
     "",
     R"~(pack.yaml:11:47: there is no evidence source “furlan-2015”
        evidence: {verdict: weak-mixed, sources: [furlan-2015]}
                                                  ^
)~"},
    {"UnknownCoveredRule", "unknown-rule", R"~(pack: p
rules:
  - id: eases-pain
    family: f
    severity: warning
    message: M.
    why: W.
    suggestion: S.
    patterns: [x]
    except: [{use: pains, with: x}, {used: pains}, {use: pains}]
    covers: [p/ends-pain, p/eases-pain, p/end-pain]
    examples: {flag: '[[x]]', pass: y}
  - id: ends-pain
    family: f
    severity: warning
    message: M.
    why: W.
    suggestion: S.
    patterns: [x]
    examples: {flag: '[[x]]', pass: y}
)~",
     "",
     R"~(pack.yaml:10:20: there is no frame “pains”
        except: [{use: pains, with: x}, {used: pains}, {use: pains}]
                       ^
pack.yaml:10:27: an entry of “except” has no key “with”
        except: [{use: pains, with: x}, {used: pains}, {use: pains}]
                              ^
  known: use
pack.yaml:10:38: an entry of “except” has no key “used”
        except: [{use: pains, with: x}, {used: pains}, {use: pains}]
                                         ^
  did you mean “use”?
pack.yaml:10:58: there is no frame “pains”
        except: [{use: pains, with: x}, {used: pains}, {use: pains}]
                                                             ^
pack.yaml:11:27: there is no other rule “p/eases-pain”
        covers: [p/ends-pain, p/eases-pain, p/end-pain]
                              ^
  did you mean “p/ends-pain”?
pack.yaml:11:41: there is no other rule “p/end-pain”
        covers: [p/ends-pain, p/eases-pain, p/end-pain]
                                            ^
  did you mean “p/ends-pain”?
)~"},
    {"UncitedJurisdiction", "uncited-jurisdiction", R"~(pack: p
authorities:
  - {id: uk-cap, name: N, jurisdiction: uk}
  - {id: us-ftc, name: N, jurisdiction: us}
rules:
  - id: r
    family: f
    severity: warning
    severity_in: {uk: error, us: grave, eu: error}
    message: M.
    why: W.
    suggestion: S.
    patterns: [x]
    examples: {flag: '[[x]]', pass: y}
    authorities: [uk-cap]
  - id: s
    family: f
    severity: warning
    severity_in: error
    message: M.
    why: W.
    suggestion: S.
    patterns: [x]
    examples: {flag: '[[x]]', pass: y}
)~",
     "",
     R"~(pack.yaml:9:30: the rule cites no authority of “us”
        severity_in: {uk: error, us: grave, eu: error}
                                 ^
  name the law or code that makes it weigh otherwise there, under `authorities`
pack.yaml:9:34: there is no severity “grave”
        severity_in: {uk: error, us: grave, eu: error}
                                     ^
  known: suggestion, warning, error
pack.yaml:9:41: the rule cites no authority of “eu”
        severity_in: {uk: error, us: grave, eu: error}
                                            ^
  name the law or code that makes it weigh otherwise there, under `authorities`
pack.yaml:19:18: “severity_in” must be a mapping, not a text
        severity_in: error
                     ^
)~"},
    {"NoMatcher", "no-matcher", R"~(pack: p
rules:
  - id: r
    family: f
    severity: warning
    message: M.
    why: W.
    suggestion: S.
    examples: {flag: '[[x]]', pass: y}
)~",
     "",
     R"~(pack.yaml:3:5: the rule “p/r” has nothing to match with
      - id: r
        ^
  give it frames (with a target), patterns, regexes or a check
)~"},
    {"NoExamples", "no-example", R"~(pack: p
rules:
  - id: r
    family: f
    severity: warning
    message: M.
    why: W.
    suggestion: S.
    patterns: [x]
)~",
     "",
     R"~(pack.yaml:3:5: the rule “p/r” has no example to flag
      - id: r
        ^
  examples are its tests: add one under `examples: {flag: […]}`
pack.yaml:3:5: the rule “p/r” has no example to pass
      - id: r
        ^
  examples are its tests: add one under `examples: {pass: […]}`
)~"},
    {"NoPassExample", "no-example", R"~(pack: p
rules:
  - id: r
    family: f
    severity: warning
    message: M.
    why: W.
    suggestion: S.
    patterns: [x]
    examples: {flag: '[[x]]'}
)~",
     "",
     R"~(pack.yaml:10:15: the rule “p/r” has no example to pass
        examples: {flag: '[[x]]'}
                  ^
  examples are its tests: add one under `examples: {pass: […]}`
)~"},
    {"Marks", "unbalanced-marks", R"~(pack: p
rules:
  - id: r
    family: f
    severity: warning
    message: M.
    why: W.
    suggestion: S.
    patterns: [x]
    examples: {flag: ['a [[x', 'x]] a', '[[[[x]]', 'a [[]]', "it's [[x"], pass: y}
)~",
     "",
     R"~(pack.yaml:10:26: [[ and ]] do not pair in this example
        examples: {flag: ['a [[x', 'x]] a', '[[[[x]]', 'a [[]]', "it's [[x"], pass: y}
                             ^
pack.yaml:10:34: [[ and ]] do not pair in this example
        examples: {flag: ['a [[x', 'x]] a', '[[[[x]]', 'a [[]]', "it's [[x"], pass: y}
                                     ^
pack.yaml:10:44: [[ and ]] do not pair in this example
        examples: {flag: ['a [[x', 'x]] a', '[[[[x]]', 'a [[]]', "it's [[x"], pass: y}
                                               ^
pack.yaml:10:57: [[ and ]] do not pair in this example
        examples: {flag: ['a [[x', 'x]] a', '[[[[x]]', 'a [[]]', "it's [[x"], pass: y}
                                                            ^
pack.yaml:10:68: [[ and ]] do not pair in this example
        examples: {flag: ['a [[x', 'x]] a', '[[[[x]]', 'a [[]]', "it's [[x"], pass: y}
                                                                       ^
)~"},
    {"NoMarks", "example-without-marks", R"~(pack: p
rules:
  - id: r
    family: f
    severity: warning
    message: M.
    why: W.
    suggestion: S.
    patterns: [x]
    examples: {flag: [x, '[[x]]'], pass: y}
)~",
     "",
     R"~(pack.yaml:10:23: the example marks no words
        examples: {flag: [x, '[[x]]'], pass: y}
                          ^
  put [[double brackets]] round the words that the rule should flag
)~"},
    {"UnquotedExample", "wrong-type", R"~(pack: p
rules:
  - id: r
    family: f
    severity: warning
    message: M.
    why: W.
    suggestion: S.
    patterns: [x]
    examples: {flag: [[x]], pass: [[y]]}
)~",
     "",
     R"~(pack.yaml:10:23: an example must be a text, not a list
        examples: {flag: [[x]], pass: [[y]]}
                          ^
  put it in quotation marks: YAML takes [[…]] for a list in a list
pack.yaml:10:36: an example must be a text, not a list
        examples: {flag: [[x]], pass: [[y]]}
                                       ^
  put it in quotation marks: YAML takes [[…]] for a list in a list
)~"},
    {"MarksInPass", "marks-in-pass", R"~(pack: p
rules:
  - id: r
    family: f
    severity: warning
    message: M.
    why: W.
    suggestion: S.
    patterns: [x]
    examples: {flag: '[[x]]', pass: 'a [[y]]'}
)~",
     "",
     R"~(pack.yaml:10:40: an example to pass marks no words
        examples: {flag: '[[x]]', pass: 'a [[y]]'}
                                           ^
  remove the double brackets, or move it to `flag`
)~"},
    {"IdleCue", "idle-cue", R"~(pack: p
cues: [{phrases: x, direction: backwards}]
)~",
     "",
     R"~(pack.yaml:2:8: a cue needs a stance, or `pseudo: true`, or `terminator: true`
    cues: [{phrases: x, direction: backwards}]
           ^
pack.yaml:2:32: there is no direction “backwards”
    cues: [{phrases: x, direction: backwards}]
                                   ^
  did you mean “backward”?
)~"},
    {"Obligation", "missing-key", R"~(pack: p
obligations:
  - id: o
    severity: warning
    owed_for: {at_least: 0}
    place: nearby
)~",
     "",
     R"~(pack.yaml:3:5: an obligation needs the key “message”
      - id: o
        ^
pack.yaml:3:5: an obligation needs the key “why”
      - id: o
        ^
pack.yaml:3:5: an obligation needs the key “suggestion”
      - id: o
        ^
pack.yaml:3:5: an obligation needs the key “satisfied_by”
      - id: o
        ^
pack.yaml:5:15: “owed_for” needs the key “families”
        owed_for: {at_least: 0}
                  ^
pack.yaml:5:26: “at_least” must be a whole number from 1 to 100, not “0”
        owed_for: {at_least: 0}
                             ^
pack.yaml:6:12: there is no place “nearby”
        place: nearby
               ^
  did you mean “near”?
)~"},
    {"Section", "missing-key", R"~(pack: p
sections:
  - {name: s, effect: hide, headings: ['^ myths $']}
  - {effect: ask}
)~",
     "",
     R"~(pack.yaml:3:23: there is no effect “hide”
      - {name: s, effect: hide, headings: ['^ myths $']}
                          ^
  known: dismiss, negate, quote, ask, offer, part
pack.yaml:4:5: a section needs the key “name”
      - {effect: ask}
        ^
pack.yaml:4:5: a section needs the key “headings”
      - {effect: ask}
        ^
)~"},
};

}  // namespace caveat
