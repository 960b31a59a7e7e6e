#include "rulebook/pattern_compiler.h"

#include <gtest/gtest.h>

#include "rulebook/packs.h"
#include "rulebook/program_text.h"

namespace caveat {
namespace {

// A pack with three lexicons, one frame and one rule that has `pattern`.
LoadedRulebook load_pattern(std::string_view pattern) {
  std::string yaml = R"(
pack: tests
lexicons:
  relieve: {verbs: [relieve]}
  pain: {words: [pain, aches]}
  back: {words: [back, "lower back", spine]}
frames:
  relieves: ["<relieve> <target>"]
rules:
  - id: rule
    family: family
    severity: warning
    message: Message.
    why: Why.
    suggestion: Suggestion.
    target: [pain, back]
    frames: relieves
    examples: {flag: "[[x]]", pass: y}
    patterns: [')";
  for (const char c : pattern) yaml += c == '\'' ? "''" : std::string(1, c);
  return load_text(yaml + "']\n");
}

std::string compiled(std::string_view pattern) {
  const LoadedRulebook loaded = load_pattern(pattern);
  if (!loaded.rulebook) return texts_of(loaded.problems);
  return program_text(*loaded.rulebook, loaded.rulebook->rules.front().patterns.back());
}

std::string needs(std::string_view pattern) {
  const LoadedRulebook loaded = load_pattern(pattern);
  if (!loaded.rulebook) return texts_of(loaded.problems);
  return needs_text(*loaded.rulebook, loaded.rulebook->rules.front().patterns.back());
}

TEST(PatternCompiler, Words) {
  EXPECT_EQ(compiled("say goodbye"), "say goodbye");
  EXPECT_EQ(compiled("Pain-free days"), "pain free days");
  EXPECT_EQ(compiled("don’t don't"), "don't don't");
  EXPECT_EQ(compiled("your body's 100% £40"), "your body 100 % £ 40");
  EXPECT_EQ(compiled("fails|failed to"), "either{fails | failed} to");
  EXPECT_EQ(compiled("a|b|pain-free"), "either{either{a | b} | pain free}");
  EXPECT_EQ(compiled("  spaced \t out "), "spaced out");
}

TEST(PatternCompiler, Lexicons) {
  EXPECT_EQ(compiled("<relieve> pain"), "lex(relieve) pain");
  EXPECT_EQ(compiled("<pain|back>"), "either{lex(pain) | lex(back)}");
  EXPECT_EQ(compiled("<relieve.ing>"), "lex(relieve.ing)");
  EXPECT_EQ(compiled("<pain>|ease"), "either{lex(pain) | ease}");
}

TEST(PatternCompiler, TargetsAreTheCore) {
  EXPECT_EQ(compiled("no <target>"), "no core{lex(#back|pain)}");
  EXPECT_EQ(compiled("<target|relieve>"), "either{core{lex(#back|pain)} | lex(relieve)}");
  EXPECT_EQ(compiled("no <target>?"), "no maybe{core{lex(#back|pain)}}");
}

TEST(PatternCompiler, Gaps) {
  EXPECT_EQ(compiled("<relieve> ..5 pain"), "lex(relieve) gap5 pain");
  EXPECT_EQ(compiled("<relieve> .. pain"), "lex(relieve) gap3 pain");
  EXPECT_EQ(compiled("<relieve> (..2 pain|..30 aches)"),
            "lex(relieve) either{gap2 pain | gap30 aches}");
}

TEST(PatternCompiler, Groups) {
  EXPECT_EQ(compiled("(get rid of|ease) it"), "either{get rid of | ease} it");
  EXPECT_EQ(compiled("( get rid of | ease ) it"), "either{get rid of | ease} it");
  EXPECT_EQ(compiled("(a|b|c) d"), "either{a | b | c} d");
  EXPECT_EQ(compiled("(a b) c"), "a b c");
  EXPECT_EQ(compiled("(a (b|c)|d) e"), "either{a either{b | c} | d} e");
}

TEST(PatternCompiler, Options) {
  EXPECT_EQ(compiled("the? pain"), "maybe{the} pain");
  EXPECT_EQ(compiled("(the|your)? pain"), "maybe{either{the | your}} pain");
  EXPECT_EQ(compiled("<back>? pain"), "maybe{lex(back)} pain");
  EXPECT_EQ(compiled("<back|relieve>? pain"), "maybe{either{lex(back) | lex(relieve)}} pain");
  EXPECT_EQ(compiled("pain-free? days"), "maybe{pain free} days");
  EXPECT_EQ(compiled("(in (the)?)? pain"), "maybe{in maybe{the}} pain");
}

TEST(PatternCompiler, SentencesAndLeadIns) {
  EXPECT_EQ(compiled("^ pain $"), "start pain end");
  EXPECT_EQ(compiled("^pain$"), "start pain end");
  EXPECT_EQ(compiled("(^|and) pain"), "either{start | and} pain");
  EXPECT_EQ(compiled("helps with => <target>"), "helps with lead-in core{lex(#back|pain)}");
  EXPECT_EQ(compiled("<target> ?=> ^ yes"), "core{lex(#back|pain)} question start yes");
}

TEST(PatternCompiler, JumpsAreSetRight) {
  const LoadedRulebook loaded = load_pattern("(a|b c|d|e)? f");
  const auto& program = loaded.rulebook->rules.front().patterns.back().program;
  using Op = Instruction::Op;
  const struct {
    Op op;
    std::uint32_t argument;
  } expected[] = {{Op::Split, 11}, {Op::Split, 4}, {Op::Word, 0}, {Op::Jump, 11},
                  {Op::Split, 8},  {Op::Word, 0},  {Op::Word, 0}, {Op::Jump, 11},
                  {Op::OneOf, 2},  {Op::Word, 0},  {Op::Word, 0}, {Op::Word, 0},
                  {Op::Accept, 0}};
  ASSERT_EQ(program.size(), std::size(expected));
  for (std::size_t i = 0; i < program.size(); ++i) {
    EXPECT_EQ(program[i].op, expected[i].op) << i;
    if (expected[i].argument != 0) {
      EXPECT_EQ(program[i].argument, expected[i].argument) << i;
    }
  }
}

TEST(PatternCompiler, NeedsWhatEveryMatchHolds) {
  EXPECT_EQ(needs("<relieve> ..5 <target>"), "lex(relieve) & lex(#back|pain)");
  EXPECT_EQ(needs("<relieve> <back>? me"), "lex(relieve) & me");
  EXPECT_EQ(needs("say goodbye"), "say & goodbye");
  EXPECT_EQ(needs("optional? the day ..2 the"), "the & day");
}

TEST(PatternCompiler, NeedsOneOfTheBranches) {
  EXPECT_EQ(needs("<pain|relieve>"), "lex(pain)|lex(relieve)");
  EXPECT_EQ(needs("(goodbye|farewell)"), "goodbye|farewell");
  EXPECT_EQ(needs("(no more <pain>|goodbye)"), "goodbye|lex(pain)");
  EXPECT_EQ(needs("(<back>|the)? <pain>"), "lex(pain)");
}

TEST(PatternCompiler, UnionsHoldTheTermsOfAll) {
  const LoadedRulebook loaded = load_pattern("no <target>");
  EXPECT_EQ(terms_of(*loaded.rulebook, "#back|pain"),
            (std::vector<std::string>{"aches", "back", "lower back", "pain", "spine"}));
}

TEST(PatternCompiler, KeepsTheTextAndItsPlace) {
  const LoadedRulebook loaded = load_pattern("no <target|relieve> target");
  const Pattern& pattern = loaded.rulebook->rules.front().patterns.back();
  EXPECT_EQ(pattern.text(), "no <back|pain|relieve> target");
  EXPECT_EQ(pattern.line, 19u);
  EXPECT_EQ(pattern.column, 17u);
  const Pattern& framed = loaded.rulebook->rules.front().patterns.front();
  EXPECT_EQ(framed.text(), "<relieve> <back|pain>");
  EXPECT_EQ(framed.line, 8u);
}

// A pattern must not be able to exhaust the stack or the memory of whoever loads it.
TEST(PatternCompiler, HostilePatternsAreProblems) {
  for (const std::size_t size : {std::size_t{9'000}, std::size_t{50'000}}) {
    for (const char sign : std::string_view("()<|?.^=a")) {
      const LoadedRulebook loaded = load_pattern(std::string(size, sign));
      if (sign == 'a' && size == 9'000) {
        EXPECT_TRUE(loaded.problems.empty());
      } else {
        EXPECT_FALSE(loaded.problems.empty()) << sign;
      }
    }
  }
}

}  // namespace
}  // namespace caveat
