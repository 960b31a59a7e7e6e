#include "policy/path_patterns.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include "support/workspace.h"

namespace caveat {
namespace {

bool says(std::vector<std::string> lines, std::string_view path, bool is_folder = false) {
  return PathPatterns(lines).matches(path, is_folder);
}

TEST(PathPatterns, MatchANameInAnyFolder) {
  EXPECT_TRUE(says({"draft.md"}, "draft.md"));
  EXPECT_TRUE(says({"draft.md"}, "a/b/draft.md"));
  EXPECT_FALSE(says({"draft.md"}, "a/draft.md.bak"));
  EXPECT_TRUE(says({"*.html"}, "a/b.html"));
  EXPECT_FALSE(says({"a*c"}, "ab/c"));
}

TEST(PathPatterns, AnchorAtASlash) {
  EXPECT_TRUE(says({"/draft.md"}, "draft.md"));
  EXPECT_FALSE(says({"/draft.md"}, "a/draft.md"));
  EXPECT_TRUE(says({"a/draft.md"}, "a/draft.md"));
  EXPECT_FALSE(says({"a/draft.md"}, "b/a/draft.md"));
}

TEST(PathPatterns, TakeFoldersWithAllThatLiesInThem) {
  EXPECT_TRUE(says({"drafts/"}, "drafts/a/b.md"));
  EXPECT_TRUE(says({"drafts"}, "x/drafts/b.md"));
  EXPECT_FALSE(says({"drafts/"}, "drafts")) << "a file of that name";
  EXPECT_TRUE(says({"drafts/"}, "drafts", true));
}

TEST(PathPatterns, CrossFoldersWithTwoStars) {
  EXPECT_TRUE(says({"**/a/b"}, "a/b"));
  EXPECT_TRUE(says({"**/a/b"}, "x/y/a/b"));
  EXPECT_TRUE(says({"a/**/b"}, "a/b"));
  EXPECT_TRUE(says({"a/**/b"}, "a/x/y/b"));
  EXPECT_FALSE(says({"a/**/b"}, "ab"));
  EXPECT_TRUE(says({"a/**"}, "a/x"));
  EXPECT_FALSE(says({"a/**"}, "a", true));
  EXPECT_FALSE(says({"x/a**b"}, "x/a/b")) << "two stars inside a name are one";
}

TEST(PathPatterns, TakeBack) {
  EXPECT_FALSE(says({"*.md", "!keep.md"}, "keep.md"));
  EXPECT_TRUE(says({"!keep.md", "*.md"}, "keep.md"));
  EXPECT_TRUE(says({"a/", "!a/keep.md"}, "a/keep.md")) << "its folder is out";
  EXPECT_FALSE(says({"a/*", "!a/keep.md"}, "a/keep.md"));
}

TEST(PathPatterns, ReadBracketsAndEscapes) {
  EXPECT_TRUE(says({"[a-c]x"}, "bx"));
  EXPECT_FALSE(says({"[!a-c]x"}, "bx"));
  EXPECT_TRUE(says({"[]x]"}, "]"));
  EXPECT_TRUE(says({"[[:digit:]]*"}, "2026.md"));
  EXPECT_FALSE(says({"[ab"}, "a"));
  EXPECT_TRUE(says({"\\!odd"}, "!odd"));
  EXPECT_TRUE(says({"\\#odd"}, "#odd"));
  EXPECT_TRUE(says({"a\\*"}, "a*"));
  EXPECT_FALSE(says({"a\\*"}, "ab"));
  EXPECT_TRUE(says({"a   "}, "a")) << "blanks at the end are dropped";
  EXPECT_FALSE(says({"# a", "", "/"}, "a"));
}

TEST(PathPatterns, TakeLittleTimeForManyStars) {
  const std::string text(400, 'a');
  EXPECT_FALSE(matches_glob("*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b", text));
}

// Random lists and paths; git itself tells what they mean.
class Generator {
 public:
  std::string pattern() {
    static constexpr std::string_view parts[] = {"a", "b",     "ab",   "*",   "?",    "**",  "/",
                                                 "/", "[a-b]", "[!a]", "\\a", "c.md", "*.md"};
    std::string text = below(5) == 0 ? "!" : "";
    for (std::size_t i = 0, n = 1 + below(5); i < n; ++i) text += parts[below(std::size(parts))];
    return text;
  }
  std::string path() {
    static constexpr std::string_view names[] = {"a", "b", "ab", "c.md", "ba"};
    std::string text(names[below(std::size(names))]);
    for (std::size_t i = 0, n = below(4); i < n; ++i) {
      text += "/" + std::string(names[below(std::size(names))]);
    }
    return text;
  }
  std::size_t below(std::size_t bound) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>(state_ >> 33U) % bound;
  }

 private:
  std::uint64_t state_ = 20260131;
};

TEST(PathPatterns, AgreeWithGit) {
  if (std::system("git --version >/dev/null 2>&1") != 0) GTEST_SKIP() << "git is not installed";
  const test::Workspace work;
  ASSERT_EQ(std::system("git init -q . 2>/dev/null"), 0);
  Generator generator;
  std::size_t matches = 0;
  for (int round = 0; round < 60; ++round) {
    std::vector<std::string> lines, paths;
    for (std::size_t i = 0, n = 1 + generator.below(3); i < n; ++i) {
      lines.push_back(generator.pattern());
    }
    std::string list, asked, expected;
    for (const std::string& line : lines) list += line + "\n";
    const PathPatterns patterns(lines);
    for (int i = 0; i < 40; ++i) {
      const std::string path = generator.path();
      asked += path + "\n";
      if (patterns.matches(path)) expected += path + "\n";
    }
    work.write(".git/info/exclude", list);
    work.write("asked", asked);
    // The index is left out of it; exit code 1 only says that no path matched.
    std::ignore = std::system("git check-ignore --no-index --stdin <asked >told 2>/dev/null");
    EXPECT_EQ(work.read("told"), expected) << list;
    matches += static_cast<std::size_t>(std::ranges::count(expected, '\n'));
  }
  EXPECT_GT(matches, 300U) << "too few of them to mean much";
}

}  // namespace
}  // namespace caveat
