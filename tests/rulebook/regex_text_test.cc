#include "rulebook/regex_text.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

namespace caveat {
namespace {

TEST(WithoutTail, CutsWhatMayBeEmpty) {
  const struct {
    const char *regex, *cut;
  } rows[] = {
      {"hope this helps[^.\\n]{0,200}[.?!]?", "hope this helps"},
      {"ab*", "a"},
      {"ab+c??", "ab+"},
      {"a(b|c)?(d{1,3})*", "a"},
      {"a{0,3}b{2}", "a{0,3}b{2}"},
      {"a\\b.{0,9}?$", "a\\b.{0,9}?$"},
      {"one.{0,80}|two[^|]{0,8}|three", "one|two|three"},
      {"(x|y.{0,9})", "(x|y.{0,9})"},
      {"a\\?", "a\\?"},
      {"a[?*]", "a[?*]"},
      {"a[]?]*", "a"},
      {"[[:alpha:]]x\\x{3F}?", "[[:alpha:]]x"},
      {"\\Qa?|b?\\E", "\\Qa?|b?\\E"},
      {"a{x}?", "a{x"},
      {"a{0,", "a{0,"},
      {"(?m)^a( .{0,9})?", "(?m)^a"},
      {"\\((a|\\)b)c?", "\\((a|\\)b)"},
      // Nothing is left of a branch: the whole stays.
      {"a|b?", "a|b?"},
      {"a*", "a*"},
      {"", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(without_tail(row.regex), row.cut);
}

// The promise behind the cut: it changes where a match ends, never whether there is one.
TEST(WithoutTail, MatchesWhereTheWholeMatches) {
  const char* pieces[] = {"a", "b?", "[ab]", "(a|b)*", "c{0,2}", "|", "(b|c)", ".", "\\b", "a{2}"};
  const char* texts[] = {"", "a", "b", "c", "ab", "aab", "abc", "cab", "cc", "a b", "bbaac"};
  for (const char* first : pieces) {
    for (const char* second : pieces) {
      for (const char* third : pieces) {
        const std::string regex = std::string(first) + second + third;
        const RE2 whole(regex, RE2::Quiet), cut(without_tail(regex), RE2::Quiet);
        if (!whole.ok()) continue;
        ASSERT_TRUE(cut.ok()) << regex;
        for (const char* text : texts) {
          EXPECT_EQ(RE2::PartialMatch(text, whole), RE2::PartialMatch(text, cut)) << regex;
        }
      }
    }
  }
}

}  // namespace
}  // namespace caveat
