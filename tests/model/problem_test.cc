#include "model/problem.h"

#include <gtest/gtest.h>

namespace caveat {
namespace {

TEST(ProblemText, HoldsPlaceLineCaretAndHint) {
  const Problem problem{.code = "unknown-key",
                        .message = "there is no key “rulez”",
                        .path = "a.yaml",
                        .line = 3,
                        .column = 5,
                        .quoted = "    rulez: []",
                        .hint = "did you mean “rules”?"};
  EXPECT_EQ(to_text(problem),
            "a.yaml:3:5: there is no key “rulez”\n"
            "        rulez: []\n"
            "        ^\n"
            "  did you mean “rules”?\n");
}

TEST(ProblemText, LeavesOutWhatIsNotThere) {
  EXPECT_EQ(to_text({.code = "c", .message = "wrong"}), "wrong\n");
  EXPECT_EQ(to_text({.code = "c", .message = "wrong", .path = "a"}), "a: wrong\n");
  EXPECT_EQ(to_text({.code = "c", .message = "wrong", .path = "a", .line = 2}), "a:2: wrong\n");
}

TEST(ProblemText, PutsTheCaretUnderWideCharactersAndTabs) {
  const Problem problem{
      .code = "c", .message = "m", .path = "a", .line = 1, .column = 5, .quoted = "\t漢e\u0301x"};
  EXPECT_EQ(to_text(problem),
            "a:1:5: m\n"
            "    \t漢e\u0301x\n"
            "    \t   ^\n");
}

TEST(ProblemText, LetsNothingActOnTheTerminal) {
  const Problem problem{.code = "c",
                        .message = "m\x1B[2J",
                        .path = "a\x1B]0;x\x07.yaml\nb",
                        .quoted = "q\u202Er\n",
                        .hint = "h\x07"};
  EXPECT_EQ(to_text(problem), "a.yaml b: m\n    qr \n  h\n");
}

}  // namespace
}  // namespace caveat
