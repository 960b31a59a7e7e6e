// Hostile packs and configurations: each is refused with a problem, in time, and loads nothing.
#include <gtest/gtest.h>

#include <ctime>
#include <functional>
#include <string>

#include "policy/configuration.h"
#include "rulebook/rulebook.h"
#include "support/workspace.h"

namespace caveat::hostile {
namespace {

std::string many(std::string_view text, std::size_t count) {
  std::string result;
  for (std::size_t i = 0; i < count; ++i) result += text;
  return result;
}

constexpr std::string_view head =
    "pack: evil\nversion: 1.0.0\nlanguage: en\ndescription: For tests\n";

std::string rule(std::string_view body) {
  return "rules:\n  - id: r\n    family: pain\n    severity: warning\n    message: Says so.\n"
         "    why: Because.\n    suggestion: Else.\n    " +
         std::string(body) + "\n    examples: {flag: [\"It [[cures]].\"], pass: [\"No.\"]}\n";
}

struct HostilePack {
  std::string name, text, told;
};

void PrintTo(const HostilePack& pack, std::ostream* out) { *out << pack.name; }

std::string exploding_aliases() {
  std::string text = "a0: &a0 [x, x]\n";
  for (int i = 1; i < 30; ++i) {
    const std::string above = "*a" + std::to_string(i - 1);
    text.append("a").append(std::to_string(i)).append(": &a").append(std::to_string(i));
    text.append(" [").append(above).append(", ").append(above).append("]\n");
  }
  return text + "rules: *a29\n";
}

std::string growing_lexicons() {
  std::string text = "lexicons:\n  l0: {nouns: [x]}\n";
  for (int i = 1; i < 300; ++i) {
    text += "  l" + std::to_string(i) + ": {nouns: [y" + std::to_string(i) + "], include: [l" +
            std::to_string(i - 1) + "]}\n";
  }
  return text + "  all: {phrases: [\"" + many("(a|b|c|d|e|f|g|h|i|j) ", 12) + "\"]}\n" +
         rule("patterns: [<all>]");
}

std::vector<HostilePack> packs() {
  const std::string long_choice = many("cures|", 100'000) + "x";
  std::string terms = "lexicons:\n  l:\n    phrases:\n";
  for (int i = 0; i < 1'000'000; ++i) terms += "      - term" + std::to_string(i) + "\n";
  return {
      {"HugeAlternation", rule("patterns: [\"(" + long_choice + ")\"]"), "bytes; it may have"},
      {"NestedGroups",
       rule("patterns: [\"" + many("(", 100'000) + "cures" + many(")", 100'000) + "\"]"),
       "bytes; it may have"},
      {"HugeRegex", rule("regexes: [\"" + long_choice + "\"]"), "bytes; it may have"},
      {"NestedRegex", rule("regexes: [\"" + many("(", 20'000) + "a" + many(")", 20'000) + "\"]"),
       "bytes; it may have"},
      {"RegexThatRepeatsRepetitions", rule("regexes: [\"((a{100}){100}){100}\"]"), "repetition"},
      {"RegexThatMatchesNothing", rule("regexes: [\"x*\"]"), "matches the empty text"},
      {"PatternThatMatchesNothing", rule("patterns: [\"(cures)?\"]"), "can match without any word"},
      {"EmptyPattern", rule("patterns: [\"\"]"), "a pattern is empty"},
      {"EndlessGap", rule("patterns: [\"cures ..99999999999 pain\"]"), "is no gap"},
      {"DeepLists", "rules: " + many("[", 200'000) + many("]", 200'000), "deep"},
      {"DeepMaps", "rules: " + many("{a: ", 200'000) + many("}", 200'000), "deep"},
      {"DeepBlocks", "rules:\n" + many("- ", 100'000), "deep"},
      {"Aliases", exploding_aliases(), "no aliases"},
      {"AliasOfItself", "rules: &r [*r]\n", "no aliases"},
      {"Tags", "rules: !!python/object:os.system x\n", "no tags"},
      {"LexiconsInACircle",
       "lexicons:\n  a: {include: [b]}\n  b: {include: [a]}\n" + rule("patterns: [<a>]"),
       "holds itself"},
      {"ExplodingLexicon", growing_lexicons(), "more than 200000 terms"},
      {"MillionTerms", terms + rule("patterns: [<l>]"), "bytes; a pack may have"},
      {"ControlCharacters", std::string("rules: [\0\x1B]", 12), "control character"},
      {"InvalidBytes", "rules: [\xFF\xFE]\n", "not UTF-8"},
  };
}

class Packs : public ::testing::TestWithParam<HostilePack> {};

TEST_P(Packs, AreRefusedInTime) {
  const PackSource evil{"evil.yaml", std::string(head) + GetParam().text};
  const std::clock_t begin = std::clock();
  const LoadedRulebook loaded = load({&evil, 1});
  EXPECT_LT(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC, 10.0);
  EXPECT_EQ(loaded.rulebook, nullptr);
  std::string told;
  for (const Problem& problem : loaded.problems) told += to_text(problem);
  EXPECT_NE(told.find(GetParam().told), std::string::npos) << told.substr(0, 2000);
}

INSTANTIATE_TEST_SUITE_P(Hostile, Packs, ::testing::ValuesIn(packs()),
                         [](const auto& tested) { return tested.param.name; });

class Configurations : public ::testing::TestWithParam<HostilePack> {};

TEST_P(Configurations, AreRefusedInTime) {
  const std::clock_t begin = std::clock();
  const auto read = read_configuration(".caveat.yaml", GetParam().text);
  EXPECT_LT(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC, 10.0);
  ASSERT_FALSE(read);
  EXPECT_FALSE(read.error().empty());
}

INSTANTIATE_TEST_SUITE_P(
    Hostile, Configurations,
    ::testing::ValuesIn(std::vector<HostilePack>{
        {"DeepLists", "include: " + many("[", 200'000) + many("]", 200'000), ""},
        {"DeepMaps", "rules: " + many("{a: ", 200'000) + many("}", 200'000), ""},
        {"Aliases", exploding_aliases(), ""},
        {"Tags", "include: !!python/object:os.system x\n", ""},
        {"InvalidBytes", "include: [\xFF\xFE]\n", ""}}),
    [](const auto& tested) { return tested.param.name; });

TEST(HostileConfigurations, StarsDoNotMultiply) {
  const auto read = read_configuration(
      ".caveat.yaml", "exclude: [\"" + many("*a", 200) + "\", \"" + many("**/a/", 40) + "c\"]");
  ASSERT_TRUE(read);
  const std::clock_t begin = std::clock();
  EXPECT_FALSE(read->leaves_out(many("a", 2000) + "b", false));
  EXPECT_FALSE(read->leaves_out(many("a/", 200) + "b", false));
  EXPECT_LT(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC, 10.0);
}

// A pack of a stranger changes nothing for who does not name it.
TEST(HostilePacks, LeaveTheStandardPacksAlone) {
  test::Workspace work;
  work.write("evil.yaml", std::string(head) + rule("regexes: [\"x*\"]"));
  work.write("page.md", "Massage cures arthritis.\n");
  EXPECT_EQ(test::run_caveat({"audit", "--rules", "evil.yaml", "page.md"}).code, 2);
  EXPECT_EQ(test::run_caveat({"audit", "page.md"}).code, 1);
}

TEST(HostilePacks, LinksInACircleAreAProblem) {
  test::Workspace work;
  std::filesystem::create_symlink("b.yaml", "a.yaml");
  std::filesystem::create_symlink("a.yaml", "b.yaml");
  work.write("page.md", "Massage cures arthritis.\n");
  const test::Ran ran = test::run_caveat({"audit", "--rules", "a.yaml", "page.md"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_NE(ran.error.find("symbolic links"), std::string::npos) << ran.error;
}

// What it led to would be quoted in the messages about it: passwords, say.
TEST(HostileConfigurations, LeadNowhereElse) {
  test::Workspace work;
  work.write("secret.yaml", "password: 1234\n");
  work.write("repository/page.md", "Massage cures arthritis.\n");
  std::filesystem::create_directory("repository/.git");
  std::filesystem::create_symlink("../secret.yaml", "repository/link.yaml");
  const std::string absolute = work.folder() / "secret.yaml";
  for (const std::string line :
       {"packs: [../secret.yaml]", "packs: [link.yaml]", "packs: [standard, ..]",
        "baseline: ../secret.yaml", "baseline: link.yaml"}) {
    work.write("repository/.caveat.yaml", line + "\n");
    const test::Ran ran = test::run_caveat({"audit", "repository", "--quiet"});
    EXPECT_EQ(ran.code, 2) << line;
    EXPECT_NE(ran.error.find("lies outside of"), std::string::npos) << ran.error;
    EXPECT_EQ(ran.error.find("1234"), std::string::npos) << ran.error;
  }
  work.write("repository/.caveat.yaml", "packs: [" + absolute + "]\n");
  EXPECT_EQ(test::run_caveat({"audit", "repository"}).error.find("1234"), std::string::npos);
  std::filesystem::remove("repository/.caveat.yaml");
  std::filesystem::create_symlink("../secret.yaml", "repository/.caveat.yaml");
  const test::Ran linked = test::run_caveat({"audit", "repository", "--quiet"});
  EXPECT_EQ(linked.code, 2);
  EXPECT_EQ(linked.error.find("1234"), std::string::npos) << linked.error;
}

TEST(HostileFolders, LinksInACircleEnd) {
  test::Workspace work;
  work.write("site/page.md", "Massage cures arthritis.\n");
  std::filesystem::create_directory_symlink("..", "site/again");
  const test::Ran ran = test::run_caveat({"audit", "site", "--quiet"});
  EXPECT_EQ(ran.code, 1) << ran.error;
}

TEST(HostileNames, ReachNoReportAsTheyAre) {
  test::Workspace work;
  const std::string evil = "a\n::error::x\x1B[31m\xFF<b>=1+1.md";
  work.write(evil, "Massage cures arthritis.\n");
  for (const char* format :
       {"text", "github", "html", "markdown", "csv", "junit", "json", "sarif"}) {
    const test::Ran ran = test::run_caveat({"audit", ".", "--no-config", "--format", format});
    EXPECT_EQ(ran.code, 1) << ran.error;
    for (const std::string_view raw : {"\x1B", "\xFF", "\n::error::x", "\n=1+1"}) {
      EXPECT_EQ(ran.out.find(raw), std::string::npos) << format;
    }
    if (std::string_view(format) == "html" || std::string_view(format) == "junit") {
      EXPECT_EQ(ran.out.find("<b>=1+1"), std::string::npos) << format;
    }
  }
}

}  // namespace
}  // namespace caveat::hostile
