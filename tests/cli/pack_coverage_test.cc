// `caveat test --coverage` and `--corpus`: what no text exercises.
#include <gtest/gtest.h>

#include "support/workspace.h"

namespace caveat {
namespace {

using test::Ran;
using test::run_caveat;
using test::Workspace;

constexpr std::string_view pack = R"(pack: knots
language: en
lexicons:
  melt:
    verbs: [melt, dissolve, {base: wring out, past: wrung out}]
    phrases: ["take the (sting|edge) out of"]
    except: [melts]
  knot:
    nouns: [knot, tangle]
    words: [lumpz]
    include: [bump]
  bump: {nouns: [bump]}
rules:
  - id: melts-knots
    family: knots
    severity: warning
    message: Says that massage dissolves knots.
    why: Nobody has shown it.
    suggestion: Softer.
    patterns: ["<melt> ..4 <knot>"]
    examples:
      flag: ["It [[dissolves knots]]."]
      pass: ["A bump in the road."]
  - id: in-minutes
    family: speed
    severity: warning
    message: Promises speed.
    why: Nobody has shown it.
    suggestion: Slowly.
    patterns: ["in minutes"]
    examples: {flag: "Gone [[in minutes]].", pass: "Ten minutes."}
  - id: for-ever
    family: duration
    severity: warning
    message: Promises duration.
    why: Nobody has shown it.
    suggestion: For a while.
    patterns: ["for ever"]
    examples: {flag: "Gone [[for ever]].", pass: "Ever so nice."}
)";

class Coverage : public ::testing::Test {
 protected:
  Coverage() { work.write("knots.yaml", pack); }
  Workspace work;
};

TEST_F(Coverage, IsToldOnRequest) {
  EXPECT_EQ(run_caveat({"test", "knots.yaml"}).out, "6 examples of 3 rules: all as expected\n");
  EXPECT_EQ(run_caveat({"test", "knots.yaml", "--strict"}).code, 0);
}

// An entry is exercised where any of its terms stands; what another lexicon lends is counted there.
TEST_F(Coverage, ListsTermsThatStandInNoExample) {
  const Ran ran = run_caveat({"test", "knots.yaml", "--coverage"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.out,
            "6 examples of 3 rules: all as expected\n"
            "\nTerms in none of 6 examples: 5 of 8\n"
            "knots.yaml:9: 2 of 3 terms of the lexicon “knot”\n"
            "    tangle, lumpz\n"
            "knots.yaml:5: 3 of 4 terms of the lexicon “melt”\n"
            "    melt, wring out, take the (sting|edge) out of\n");
  EXPECT_EQ(run_caveat({"test", "knots.yaml", "--coverage", "--strict"}).code, 1);
}

TEST_F(Coverage, CountsTheDocumentsOfACorpus) {
  for (const char* name : {"a", "b", "c"}) {
    work.write(std::string("corpus/") + name + ".md",
               "It wrings out tangles in minutes.\n\nTake the edge out of life.\n");
  }
  const Ran ran = run_caveat({"test", "knots.yaml", "--corpus", "corpus"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.out,
            "6 examples of 3 rules: all as expected\n"
            "\nTerms in none of 6 examples and 3 documents: 2 of 8\n"
            "knots.yaml:10: 1 of 3 terms of the lexicon “knot”\n"
            "    lumpz\n"
            "knots.yaml:5: 1 of 4 terms of the lexicon “melt”\n"
            "    melt\n"
            "\nRules that fire in none of 3 documents: 1 of 3\n"
            "    knots/for-ever\n"
            "\nRules that never fire without another in the sentence: 1\n"
            "    knots/in-minutes and knots/melts-knots (3 times)\n");
  EXPECT_EQ(run_caveat({"test", "knots.yaml", "--corpus", "corpus", "--strict"}).code, 1);
  // Elsewhere it fires alone: only one of the two needs the other now.
  work.write("corpus/d.md", "It melts and dissolves knots.\n");
  EXPECT_TRUE(run_caveat({"test", "knots.yaml", "--corpus", "corpus"})
                  .out.contains("    knots/in-minutes with knots/melts-knots (3 times)\n"));
}

// A rule that is silent on a question has met its words all the same.
TEST_F(Coverage, CountsMatchesThatAreDismissedForTheirStance) {
  work.write("corpus/a.md", "Does it dissolve knots?\n\nGone for ever, it says.\n");
  const std::string out = run_caveat({"test", "knots.yaml", "--corpus", "corpus"}).out;
  EXPECT_TRUE(out.contains("Rules that fire in none of 1 document: 1 of 3\n    knots/in-minutes\n"))
      << out;
}

TEST_F(Coverage, OfAWholePackIsNothing) {
  work.write("whole.yaml", R"(pack: whole
lexicons: {knot: {nouns: [knot]}}
rules:
  - id: melts-knots
    family: knots
    severity: warning
    message: Says that massage melts knots.
    why: Nobody has shown it.
    suggestion: Softer.
    patterns: ["melts <knot>"]
    examples: {flag: "It [[melts knots]].", pass: "A knot."}
)");
  work.write("corpus/a.md", "It melts knots.\n");
  EXPECT_EQ(run_caveat({"test", "whole.yaml", "--corpus", "corpus", "--strict"}).code, 0);
}

TEST_F(Coverage, NeedsACorpusThatIsThere) {
  const Ran ran = run_caveat({"test", "knots.yaml", "--corpus", "nowhere"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_TRUE(ran.error.contains("nowhere")) << ran.error;
}

}  // namespace
}  // namespace caveat
