#include <gtest/gtest.h>

#include <algorithm>

#include "rulebook/embedded.h"
#include "rulebook/packs.h"
#include "rulebook/program_text.h"
#include "rulebook/regex_set.h"

namespace caveat {
namespace {

constexpr std::string_view whole_pack = R"(
pack: pain
version: 1.2.3
language: en
description: A pack that uses every key.
lexicons:
  relieve: {verbs: [relieve]}
  back-pain: {nouns: [backache]}
frames:
  relieves:
    - "<relieve> ..5 <target>"
    - use: listed
  listed: ["helps with => <target>"]
rules:
  - id: relieves-back-pain
    family: back-pain-relief
    kind: claim
    conduct: true
    severity: error
    status: preview
    language: ""
    message: Says that massage relieves back pain.
    why: It may, for a while.
    suggestion: Say that it may ease back pain for a while.
    target: back-pain
    frames: [relieves, listed]
    patterns: ["cures your back"]
    except: ["<relieve> no <target>", {use: listed}, {use: relieves}]
    covers: pain/mojibake
    regexes: ["back pain {1,3}gone", "it's gone"]
    blocks: [heading, list-item]
    regions: body
    outside_links: true
    stances: {hedged: warning, negated: warning, attributed: none}
    evidence: {verdict: weak-mixed, note: Small trials., sources: [furlan-2015]}
    authorities: [uk-cap-12-1]
    examples:
      flag: ["Massage [[relieves backache]] and [[backaches]].", {text: "[[x]]", stance: hedged}]
      pass: ["A massage."]
  - id: mojibake
    kind: damage
    severity: warning
    message: Damaged.
    why: It cannot be read.
    check: mojibake
obligations:
  - id: not-medical-advice
    family: disclaimer
    severity: warning
    message: Lacks a disclaimer.
    why: Readers may put off seeing a doctor.
    suggestion: This is no medical advice.
    owed_for: {families: [back-pain-relief], stances: [quoted], patterns: [<back-pain>], except: [my back], pages: articles, at_least: 2}
    satisfied_by: ["no medical advice"]
    satisfied_in_parts: [{first: [no advice], then: [<back-pain>, ask], within: 5, at_least: 2}]
    satisfied_at_least: 3
    not_satisfied_by: ["is no joke"]
    contradicted_by: [back-pain-relief, cancer]
    place: near
    examples: {satisfies: ["This is [[no medical advice]]."], fails: ["Advice."]}
cues:
  - {stance: negated, direction: backward, reach: 4, phrases: ["(do|does) not", never]}
  - {pseudo: true, phrases: ["not only"]}
  - {terminator: true, phrases: [but]}
sections:
  - {name: contraindications, effect: ask, headings: ["^ contraindications $"], sentences: tell us}
  - {name: complaints, effect: offer, items: ["^ migraine $"], rows: ["^ migraine ..2 sciatica $"], led_in_by: We treat}
authorities:
  - {id: uk-cap-12-1, name: CAP Code 12.1, jurisdiction: uk, url: "https://x.uk", note: N., certainty: seen-2nd}
evidence:
  - {id: furlan-2015, citation: Furlan 2015, finding: Short relief., url: "https://y", certainty: seen}
)";

TEST(Load, ReadsEveryKey) {
  const LoadedRulebook loaded = load_text(whole_pack);
  ASSERT_TRUE(loaded.rulebook) << texts_of(loaded.problems);
  const Rulebook& book = *loaded.rulebook;
  ASSERT_EQ(book.packs.size(), 1u);
  EXPECT_EQ(book.packs[0].name, "pain");
  EXPECT_EQ(book.packs[0].version, "1.2.3");

  ASSERT_EQ(book.rules.size(), 2u);
  const Rule& rule = book.rules[0];
  EXPECT_EQ(rule.info.id, "pain/relieves-back-pain");
  EXPECT_EQ(rule.info.pack, "pain");
  EXPECT_EQ(rule.info.family, "back-pain-relief");
  EXPECT_EQ(rule.info.kind, FindingKind::Claim);
  EXPECT_TRUE(rule.info.conduct);
  EXPECT_EQ(rule.info.severity, Severity::Error);
  EXPECT_EQ(rule.info.status, RuleStatus::Preview);
  EXPECT_EQ(rule.info.message, "Says that massage relieves back pain.");
  EXPECT_EQ(rule.info.why, "It may, for a while.");
  EXPECT_EQ(rule.info.suggestion, "Say that it may ease back pain for a while.");
  EXPECT_EQ(rule.info.evidence.verdict, "weak-mixed");
  EXPECT_EQ(rule.info.evidence.note, "Small trials.");
  EXPECT_EQ(rule.info.evidence.sources, std::vector<std::string>{"furlan-2015"});
  EXPECT_EQ(rule.info.authorities, std::vector<std::string>{"uk-cap-12-1"});
  EXPECT_EQ(rule.language, "");
  EXPECT_EQ(rule.blocks, (std::vector{BlockKind::Heading, BlockKind::ListItem}));
  EXPECT_EQ(rule.regions, std::vector{Region::Body});
  EXPECT_TRUE(rule.outside_links);
  EXPECT_EQ(rule.regexes.size(), 2u);
  EXPECT_EQ(rule.file, "pack.yaml");
  EXPECT_EQ(rule.line, 15u);

  // "listed" comes through "relieves" and by its own name, and is compiled once.
  ASSERT_EQ(rule.patterns.size(), 3u);
  EXPECT_EQ(program_text(book, rule.patterns[0]), "lex(relieve) gap5 core{lex(back-pain)}");
  EXPECT_EQ(program_text(book, rule.patterns[1]), "helps with lead-in core{lex(back-pain)}");
  EXPECT_EQ(program_text(book, rule.patterns[2]), "cures your back");
  // Each pattern of the two frames once.
  ASSERT_EQ(rule.exceptions.size(), 3u);
  EXPECT_EQ(program_text(book, rule.exceptions[1]), "helps with lead-in core{lex(back-pain)}");
  EXPECT_EQ(program_text(book, rule.exceptions[2]), "lex(relieve) gap5 core{lex(back-pain)}");
  EXPECT_EQ(rule.covers, std::vector<std::string>{"pain/mojibake"});

  ASSERT_EQ(rule.flag.size(), 2u);
  EXPECT_EQ(rule.flag[0].text, "Massage relieves backache and backaches.");
  EXPECT_EQ(rule.flag[0].spans,
            (std::vector<std::pair<std::size_t, std::size_t>>{{8, 25}, {30, 39}}));
  EXPECT_EQ(rule.flag[0].stance, std::nullopt);
  EXPECT_EQ(rule.flag[0].line, 38u);
  EXPECT_EQ(rule.flag[1].stance, Stance::Hedged);
  ASSERT_EQ(rule.pass.size(), 1u);
}

TEST(Load, SetsTheSeverityOfEachStance) {
  const LoadedRulebook loaded = load_text(whole_pack);
  ASSERT_TRUE(loaded.rulebook);
  const auto& claim = loaded.rulebook->rules[0].info.on_stance;
  const auto of = [](const auto& on_stance, Stance stance) {
    return on_stance[static_cast<std::size_t>(stance)];
  };
  EXPECT_EQ(of(claim, Stance::Asserted), Severity::Error);
  EXPECT_EQ(of(claim, Stance::Quoted), Severity::Error);
  EXPECT_EQ(of(claim, Stance::Conditional), Severity::Suggestion);
  EXPECT_EQ(of(claim, Stance::Asked), std::nullopt);
  EXPECT_EQ(of(claim, Stance::Hedged), Severity::Warning);  // the pack's own
  EXPECT_EQ(of(claim, Stance::Negated), Severity::Warning);
  EXPECT_EQ(of(claim, Stance::Attributed), std::nullopt);
  // Damage is damage however the sentence is meant.
  for (const auto& severity : loaded.rulebook->rules[1].info.on_stance) {
    EXPECT_EQ(severity, Severity::Warning);
  }
}

TEST(Load, SetsTheSeverityOfEachJurisdiction) {
  const LoadedRulebook loaded = load_text(R"(pack: p
authorities: [{id: uk-cap, name: N, jurisdiction: uk}]
rules:
  - id: r
    family: f
    severity: warning
    severity_in: {uk: error}
    message: M.
    why: W.
    suggestion: S.
    patterns: [x]
    stances: {attributed: none}
    authorities: uk-cap
    examples: {flag: '[[x]]', pass: y}
)");
  EXPECT_EQ(texts_of(loaded.problems), "");
  ASSERT_TRUE(loaded.rulebook);
  const RuleInfo& rule = loaded.rulebook->rules[0].info;
  EXPECT_EQ(rule.severity, Severity::Warning);
  ASSERT_EQ(rule.severity_in.size(), 1U);
  const JurisdictionSeverity& uk = rule.severity_in[0];
  EXPECT_EQ(uk.jurisdiction, "uk");
  EXPECT_EQ(uk.severity, Severity::Error);
  const auto on = [&uk](Stance stance) { return uk.on_stance[static_cast<std::size_t>(stance)]; };
  EXPECT_EQ(on(Stance::Quoted), Severity::Error);
  EXPECT_EQ(on(Stance::Hedged), Severity::Suggestion);
  EXPECT_EQ(on(Stance::Negated), std::nullopt);
  EXPECT_EQ(on(Stance::Attributed), std::nullopt);  // the rule's own stances hold everywhere
}

TEST(Load, ReadsTheOtherEntries) {
  const LoadedRulebook loaded = load_text(whole_pack);
  ASSERT_TRUE(loaded.rulebook);
  const Rulebook& book = *loaded.rulebook;
  EXPECT_EQ(book.rules[1].info.family, "mojibake");  // not claims: named like the rule
  EXPECT_EQ(book.rules[1].check, "mojibake");

  ASSERT_EQ(book.obligations.size(), 1u);
  const Obligation& duty = book.obligations[0];
  EXPECT_EQ(duty.info.id, "pain/not-medical-advice");
  EXPECT_EQ(duty.info.kind, FindingKind::Obligation);
  EXPECT_EQ(duty.language, "en");
  EXPECT_EQ(duty.owed_for_families, std::vector<std::string>{"back-pain-relief"});
  EXPECT_EQ(duty.owed_for_text.size(), 1u);
  EXPECT_EQ(duty.contradicted_by, (std::vector<std::string>{"back-pain-relief", "cancer"}));
  EXPECT_EQ(duty.owed_for_stances, std::vector<Stance>{Stance::Quoted});
  EXPECT_EQ(duty.not_owed_for.size(), 1u);
  EXPECT_EQ(duty.owed_by, Obligation::Pages::Articles);
  EXPECT_EQ(duty.owed_at_least, 2u);
  EXPECT_EQ(duty.satisfied_by.size(), 1u);
  ASSERT_EQ(duty.satisfied_in_parts.size(), 1u);
  EXPECT_EQ(duty.satisfied_in_parts[0].first.size(), 1u);
  EXPECT_EQ(duty.satisfied_in_parts[0].then.size(), 2u);
  EXPECT_EQ(duty.satisfied_in_parts[0].within, 5u);
  EXPECT_EQ(duty.satisfied_in_parts[0].at_least, 2u);
  EXPECT_EQ(duty.satisfied_at_least, 3u);
  EXPECT_EQ(duty.not_satisfied_by.size(), 1u);
  EXPECT_EQ(duty.place, Obligation::Place::Near);
  EXPECT_EQ(duty.satisfies.size(), 1u);
  EXPECT_EQ(duty.fails.size(), 1u);

  ASSERT_EQ(book.cues.size(), 4u);
  EXPECT_EQ(book.cues[0].stance, Stance::Negated);
  EXPECT_EQ(book.cues[0].direction, CueRule::Direction::Backward);
  EXPECT_EQ(book.cues[0].reach, 4u);
  EXPECT_EQ(program_text(book, book.cues[0].pattern.front()), "either{do | does} not");
  EXPECT_TRUE(book.cues[2].pseudo);
  EXPECT_TRUE(book.cues[3].terminator);

  ASSERT_EQ(book.sections.size(), 4u);
  EXPECT_EQ(book.sections[0].reads, SectionRule::Reads::Heading);
  EXPECT_EQ(book.sections[1].reads, SectionRule::Reads::Sentence);
  EXPECT_EQ(book.sections[0].name, "contraindications");
  EXPECT_EQ(book.sections[0].effect, SectionRule::Effect::Ask);
  EXPECT_EQ(book.sections[2].reads, SectionRule::Reads::Item);
  EXPECT_EQ(book.sections[2].led_in_by,
            (std::vector{book.vocabulary.find("we"), book.vocabulary.find("treat")}));
  EXPECT_EQ(book.sections[3].reads, SectionRule::Reads::Row);
  EXPECT_EQ(book.sections[3].led_in_by, std::vector<WordId>{});

  ASSERT_EQ(book.authorities.size(), 1u);
  EXPECT_EQ(book.authorities[0].certainty, Certainty::SeenSecondHand);
  ASSERT_EQ(book.evidence.size(), 1u);
  EXPECT_EQ(book.evidence[0].finding, "Short relief.");
}

TEST(Load, FindsByName) {
  const LoadedRulebook loaded = load_text(whole_pack);
  ASSERT_TRUE(loaded.rulebook);
  const Rulebook& book = *loaded.rulebook;
  ASSERT_EQ(book.all.size(), 3u);
  EXPECT_EQ(book.find("pain/mojibake"), &book.rules[1].info);
  EXPECT_EQ(book.find("pain/not-medical-advice"), &book.obligations[0].info);
  EXPECT_EQ(book.find("pain/nothing"), nullptr);
  ASSERT_TRUE(book.lexicon("relieve"));
  EXPECT_EQ(book.lexicon_names[*book.lexicon("relieve")], "relieve");
  EXPECT_EQ(book.lexicon("nothing"), std::nullopt);
}

TEST(Load, NumbersRegexesInTheOrderOfTheRules) {
  const LoadedRulebook loaded = load_text(whole_pack);
  ASSERT_TRUE(loaded.rulebook);
  const std::string_view prose = "It’s gone. Back  pain gone.";
  const ProseSpan whole{0, prose.size()};
  const auto matches = loaded.rulebook->regexes->matches(prose, {&whole, 1});
  ASSERT_EQ(matches.size(), 2u);
  EXPECT_EQ(matches[0].regex, 1u);
  EXPECT_EQ(matches[1].regex, 0u);
}

// Everything of a rulebook that a report could depend on.
std::string text_of(const Rulebook& book) {
  std::string text;
  const auto add = [&](const PatternList& patterns) {
    for (const Pattern& pattern : patterns) {
      text += "  " + program_text(book, pattern) + " / " + needs_text(book, pattern) + "\n";
    }
  };
  for (std::size_t i = 0; i < book.lexicon_names.size(); ++i) {
    text += std::to_string(i) + " " + book.lexicon_names[i] + "\n";
  }
  for (WordId id = 1; id < book.vocabulary.size(); ++id) {
    text += std::string(book.vocabulary.text(id)) + "\n";
  }
  for (const PackInfo& pack : book.packs) text += pack.name + "\n";
  for (const Rule& rule : book.rules) {
    text += rule.info.id + "\n";
    add(rule.patterns);
    for (const std::string& regex : rule.regexes) text += regex + "\n";
  }
  for (const Obligation& duty : book.obligations) {
    text += duty.info.id + "\n";
    add(duty.satisfied_by);
  }
  for (const CueRule& cue : book.cues) text += program_text(book, cue.pattern.front()) + "\n";
  for (const RuleInfo* rule : book.all) text += rule->id + "\n";
  for (const Authority& authority : book.authorities) text += authority.id + "\n";
  return text;
}

TEST(Load, DoesNotDependOnTheOrderOfItsArguments) {
  std::vector<PackSource> packs = {
      {"1.yaml", std::string(whole_pack)},
      {"2.yaml",
       "pack: necks\nlexicons: {neck: {words: [neck]}, both: {include: [neck, back-pain]}}\n"
       "frames: {eases: ['eases <target>', {use: relieves}]}\n"
       "cues: [{pseudo: true, phrases: ['<both>', 'a neck|head b']}]\n"},
      {"3.yaml",
       "pack: heads\nlexicons: {head: {words: [head]}}\n"
       "authorities: [{id: a, name: A, jurisdiction: uk}]\n"
       "rules: [{id: r, family: f, severity: error, message: M, why: W, suggestion: S,\n"
       "  target: [neck, head], frames: [eases], authorities: [a, uk-cap-12-1],\n"
       "  covers: [pain/mojibake], except: [{use: listed}],\n"
       "  regexes: [gone], examples: {flag: '[[x]]', pass: y}}]\n"},
  };
  const auto by_path = [](const PackSource& a, const PackSource& b) { return a.path < b.path; };
  std::string first;
  do {
    const LoadedRulebook loaded = load(packs);
    ASSERT_TRUE(loaded.rulebook) << texts_of(loaded.problems);
    const std::string text = text_of(*loaded.rulebook);
    if (first.empty()) first = text;
    EXPECT_EQ(text, first);
  } while (std::next_permutation(packs.begin(), packs.end(), by_path));
}

TEST(Load, ProblemsDoNotDependOnTheOrderEither) {
  std::vector<PackSource> packs = {
      {"b.yaml", "pack: p\nlexicons: {x: {words: x}}\nrules: 7\n"},
      {"a.yaml", "pack: p\nlexicons: {x: {words: y}}\ncues: [{phrases: <z>}]\n"},
  };
  const std::string text = texts_of(load(packs).problems);
  std::swap(packs[0], packs[1]);
  EXPECT_EQ(texts_of(load(packs).problems), text);
  EXPECT_TRUE(text.starts_with("a.yaml:")) << text;
}

// What stands in a pack that cannot be read is not reported as missing in the others.
TEST(Load, ABrokenPackDoesNotMakeTheOthersWrong) {
  const PackSource packs[] = {
      {"broken.yaml", "pack: broken\nlexicons: {pain: {words: pain}}\nrules: ]\n"},
      {"sound.yaml",
       "pack: sound\nlexicons: {unused: {words: x}}\nframes: {f: [{use: other}]}\n"
       "rules: [{id: r, family: f, severity: error, message: M, why: W, suggestion: S,\n"
       "  target: pain, frames: [f, other], patterns: [<pain>], authorities: [a],\n"
       "  covers: [broken/r], except: [{use: other}],\n"
       "  evidence: {sources: [e]}, examples: {flag: '[[x]]', pass: y}}]\n"},
  };
  EXPECT_EQ(texts_of(load(packs).problems),
            "broken.yaml:3:8: not valid YAML: this closes nothing\n    rules: ]\n           ^\n");
}

TEST(Load, WithoutPacksThereIsAnEmptyRulebook) {
  const LoadedRulebook loaded = load({});
  ASSERT_TRUE(loaded.rulebook);
  EXPECT_TRUE(loaded.rulebook->all.empty());
}

TEST(Load, TheStandardPacksAreSound) {
  std::vector<PackSource> packs = embedded_packs();
  const LoadedRulebook loaded = load(packs);
  EXPECT_EQ(texts_of(loaded.problems), "");
  std::ranges::reverse(packs);
  const LoadedRulebook reversed = load(packs);
  ASSERT_TRUE(loaded.rulebook && reversed.rulebook);
  EXPECT_TRUE(text_of(*loaded.rulebook) == text_of(*reversed.rulebook));
}

}  // namespace
}  // namespace caveat
