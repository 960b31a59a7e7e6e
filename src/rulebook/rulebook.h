// The compiled packs: immutable, shared by all threads.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/problem.h"
#include "model/report.h"
#include "model/rule.h"
#include "rulebook/flat.h"
#include "rulebook/lexicon.h"
#include "rulebook/pattern_table.h"

namespace caveat {

class RegexSet;  // rulebook/regex_set.h

// An example inside a pack: "[[flagged words]]" marks the expected span.
struct Example {
  std::string text;                                        // without the marks
  std::vector<std::pair<std::size_t, std::size_t>> spans;  // half-open byte ranges in `text`
  std::optional<Stance> stance;                            // expected, where the pack says so
  std::uint32_t line = 0;
};

struct Rule {
  RuleInfo info;
  std::string language;  // "en", "tr"; "" for all languages
  PatternList patterns;
  PatternList exceptions;            // a match that overlaps one is dismissed
  std::vector<std::string> covers;   // ids of rules whose findings in the same words say no more
  std::vector<std::string> regexes;  // RE2 syntax, over the prose
  std::string check;                 // a built-in check of audit/damage, "" for none
  std::vector<BlockKind> blocks;     // empty: every kind but Code
  std::vector<Region> regions;       // empty: Body, Head, Header, Aside, Footer (not Navigation)
  bool outside_links = false;        // a match in a link that leads somewhere is none
  std::vector<Example> flag, pass;
  std::uint32_t line = 0;  // in its pack
  std::string file;
};

// A statement that takes more than one sentence: "When should I not book?", then the conditions.
struct StatementInParts {
  PatternList first;         // a sentence that opens it …
  PatternList then;          // … and words that complete it, later in the same section
  std::size_t within = 3;    // so many sentences later at most
  std::size_t at_least = 1;  // so many matches of `then` are needed
};

// A duty of the whole document.
struct Obligation {
  RuleInfo info;
  std::string language;
  std::vector<std::string> owed_for_families;  // a finding of these creates the duty …
  std::vector<Stance> owed_for_stances;        // … or a claim of these stances
  PatternList owed_for_text;                   // … or a match of these
  PatternList not_owed_for;                    // … but not in a sentence of these
  PatternList satisfied_by;
  std::vector<StatementInParts> satisfied_in_parts;
  PatternList not_satisfied_by;              // an overlapping match spoils it
  std::vector<std::string> contradicted_by;  // families of claims that a page with it must not make
  enum class Place : std::uint8_t {
    Page,
    Near
  } place = Place::Page;  // Near: within the same section
  enum class Pages : std::uint8_t { All, Articles } owed_by = Pages::All;
  std::size_t owed_at_least = 1;          // so many findings or matches create the duty
  std::size_t satisfied_at_least = 1;     // distinct matches of satisfied_by that are needed
  std::vector<Example> satisfies, fails;  // example statements
  std::uint32_t line = 0;
  std::string file;
};

// Words that decide the stance of a match.
struct CueRule {
  Stance stance = Stance::Negated;
  enum class Direction : std::uint8_t {
    Forward,
    Backward,
    Sentence
  } direction = Direction::Forward;
  // How many words a forward or backward cue reaches; 0: to the clause's end.
  std::uint32_t reach = 0;
  bool pseudo = false;      // looks like a cue and is none: its words are consumed
  bool terminator = false;  // ends the scope of every cue before it
  PatternList pattern;      // one
};

// Sections whose headings (or lead-ins) change what their text means, and sentences that do so for
// themselves alone ("Please tell us about …").
//
// `Offer`: the heading ("Conditions we treat") leads in every list of its section, also below
// headings in between. `Part`: a heading ("Shoulder and arm") that goes on with the section before
// it, as in plain text, where all headings look alike.
struct SectionRule {
  std::string name;  // "contraindications", "myths"
  enum class Effect : std::uint8_t { Dismiss, Negate, Quote, Ask, Offer, Part };
  Effect effect = Effect::Dismiss;
  // What the pattern reads: a heading or lead-in, which speaks for its section; a sentence, which
  // speaks for itself; an item, which tells what kind of list it stands in; a paragraph that is a
  // list in a row ("Back pain, sciatica, migraine").
  enum class Reads : std::uint8_t { Heading, Sentence, Item, Row };
  Reads reads = Reads::Heading;
  PatternList pattern;            // one, over the words of what it reads
  std::vector<WordId> led_in_by;  // of items: their list reads as if its lead-in ended so
};

struct Rulebook {
  Rulebook() = default;
  Rulebook(const Rulebook&) = delete;  // its lists of patterns point into its table
  Rulebook& operator=(const Rulebook&) = delete;

  Vocabulary vocabulary;
  TermTrie terms;
  PatternTable patterns;                   // of all rules, obligations, cues and sections
  std::vector<std::string> lexicon_names;  // by LexiconId; internal ones start with "#"
  std::vector<Rule> rules;
  std::vector<Obligation> obligations;
  std::vector<CueRule> cues;
  std::vector<SectionRule> sections;
  std::vector<Authority> authorities;
  std::vector<EvidenceSource> evidence;
  std::vector<PackInfo> packs;
  std::vector<const RuleInfo*> all;         // rules and obligations, by id
  std::shared_ptr<const RegexSet> regexes;  // of all rules, numbered in the order of `rules`

  // What others made of it ahead, and understand (audit/audit.h); empty where nothing was.
  Flat<std::uint64_t> prepared;

  // Fills `all`; after the last change of `rules` and `obligations`.
  void index_rules();
  const RuleInfo* find(std::string_view id) const;
  std::optional<LexiconId> lexicon(std::string_view name) const;
};

struct PackSource {
  std::string path;  // for messages; "embedded:NAME" for those in the binary
  std::string text;  // YAML
};

struct LoadedRulebook {
  std::unique_ptr<Rulebook> rulebook;  // null where there are problems
  std::vector<Problem> problems;       // all mistakes of all packs, in order
};

// Compiles packs. Later packs may use lexicons and frames of earlier and later ones; the order of
// the result does not depend on the order of the arguments.
LoadedRulebook load(std::span<const PackSource> packs);

}  // namespace caveat
