#include "policy/configuration.h"

#include <gtest/gtest.h>

#include "policy/policy.h"
#include "rulebook/packs.h"
#include "support/workspace.h"

namespace caveat {
namespace {

Configuration read(std::string text) {
  auto configuration = read_configuration(".caveat.yaml", std::move(text));
  if (configuration) return std::move(*configuration);
  ADD_FAILURE() << texts_of(configuration.error());
  return {};
}

std::string mistakes(std::string text) {
  auto configuration = read_configuration(".caveat.yaml", std::move(text));
  if (!configuration) return texts_of(configuration.error());
  const LoadedRulebook mini = load_text(test::mini_pack);
  return texts_of(check_names(*configuration, *mini.rulebook));
}

Policy policy(const Configuration& configuration, std::string_view path = "page.md",
              const Settings& command_line = {}) {
  static const LoadedRulebook mini = load_text(test::mini_pack);
  const std::vector<bool> matched = overrides_for(configuration, path);
  std::vector<const Settings*> settings{&configuration.settings};
  for (std::size_t i = 0; i < matched.size(); ++i) {
    if (matched[i]) settings.push_back(&configuration.overrides[i].settings);
  }
  settings.push_back(&command_line);
  return policy_of(settings, *mini.rulebook);
}

TEST(Configuration, ReadsEveryKey) {
  const Configuration read_in = read(R"(packs: [standard, clinic.yaml]
rules:
  mini/flushes-toxins: off
  mini/*: {level: error, reason: "Strict here."}
jurisdictions: [uk]
language: de
include: ["*.md"]
exclude: [drafts/]
overrides:
  - paths: [blog/]
    fail-on: error
vocabulary:
  allow: [Detox Bliss, {term: Pure, reason: "Our name."}]
  statements: [{satisfies: s/d, text: We are no doctors.}]
fail-on: suggestion
fail-on-family: {stress: never}
max-warnings: 3
baseline: known.json
)");
  EXPECT_EQ(read_in.packs->value, (std::vector<std::string>{"standard", "clinic.yaml"}));
  EXPECT_EQ(read_in.packs->place, ".caveat.yaml:1");
  ASSERT_EQ(read_in.settings.rules.size(), 2U);
  EXPECT_EQ(read_in.settings.rules[1].reason, "Strict here.");
  EXPECT_EQ(read_in.settings.rules[1].place, ".caveat.yaml:4");
  EXPECT_EQ(read_in.settings.language->value, "de");
  EXPECT_EQ(name(read_in.settings.fail_on->value), "suggestion");
  EXPECT_EQ(name(read_in.settings.families.front().threshold), "never");
  EXPECT_EQ(read_in.settings.allowed[1].value.detail, "Our name.");
  EXPECT_EQ(read_in.settings.statements[0].value.text, "We are no doctors.");
  EXPECT_EQ(read_in.max_warnings->value, 3U);
  EXPECT_EQ(read_in.baseline->value, "known.json");
}

TEST(Configuration, MayBeEmpty) {
  EXPECT_EQ(read("").settings.rules.size(), 0U);
  EXPECT_EQ(read("# nothing yet\n").settings.rules.size(), 0U);
}

TEST(Configuration, TellsEveryMistakeWithItsPlace) {
  EXPECT_EQ(mistakes("fail_on: error\nrules: {a/b: of}\nmax-warnings: many\n"),
            ".caveat.yaml:1:1: the configuration has no key “fail_on”\n    fail_on: error\n    ^\n"
            "  did you mean “fail-on”?\n"
            ".caveat.yaml:2:14: there is no level “of”\n    rules: {a/b: of}\n"
            "                 ^\n  did you mean “off”?\n"
            ".caveat.yaml:3:15: “max-warnings” must be a whole number from 0 to 1000000000, not "
            "“many”\n    max-warnings: many\n                  ^\n");
  EXPECT_NE(mistakes("overrides: [{rules: {}}]").find("needs the key “paths”"), std::string::npos);
  EXPECT_NE(mistakes("vocabulary: {allowed: []}").find("did you mean “allow”?"), std::string::npos);
  EXPECT_NE(mistakes("- a").find("must be a mapping, not a list"), std::string::npos);
  EXPECT_NE(mistakes("rules:\n  a/b: off\n  a/b: on\n").find("a second time"), std::string::npos);
  EXPECT_NE(mistakes("fail-on: [").find(".caveat.yaml:1:11: not valid YAML"), std::string::npos);
}

TEST(Configuration, TellsNamesThatThePacksDoNotKnow) {
  EXPECT_EQ(mistakes("rules: {mini/flush-toxins: off}\n"),
            ".caveat.yaml:1:9: there is no rule “mini/flush-toxins”\n"
            "    rules: {mini/flush-toxins: off}\n            ^\n"
            "  did you mean “mini/flushes-toxins”?\n");
  EXPECT_NE(mistakes("rules: {minis/*: off}").find("“mini/*”"), std::string::npos);
  EXPECT_NE(mistakes("jurisdictions: [gb]").find("no jurisdiction “gb”"), std::string::npos);
  EXPECT_NE(mistakes("fail-on-family: {stres: error}").find("“stress”"), std::string::npos);
  EXPECT_NE(mistakes("vocabulary: {statements: [{satisfies: mini/melts-stress, text: x}]}")
                .find("no statement “mini/melts-stress”"),
            std::string::npos);
  EXPECT_EQ(mistakes("rules: {mini/*: off}\njurisdictions: [uk, us]\n"), "");
}

TEST(Configuration, LeavesPathsOut) {
  const Configuration some = read("include: ['*.md', /site/]\nexclude: [drafts/, '!drafts/']\n");
  EXPECT_FALSE(some.leaves_out("a/page.md", false));
  EXPECT_TRUE(some.leaves_out("a/page.html", false));
  EXPECT_FALSE(some.leaves_out("site/page.html", false));
  EXPECT_FALSE(some.leaves_out("deep", true)) << "a page to be audited may lie in it";
  EXPECT_TRUE(read("exclude: [drafts/]").leaves_out("a/drafts", true));
}

TEST(Policy, LaysOneSettingOverAnother) {
  const Configuration site = read(R"(rules: {mini/*: suggestion, mini/flushes-toxins: off}
fail-on: error
fail-on-family: {stress: suggestion}
overrides:
  - paths: [blog/]
    rules: {mini/flushes-toxins: on}
  - paths: [blog/strict.md]
    fail-on: suggestion
)");
  const Policy page = policy(site), blog = policy(site, "blog/a.md"),
               strict = policy(site, "blog/strict.md");
  EXPECT_TRUE(page.house.levels.at("mini/flushes-toxins").off);
  EXPECT_EQ(page.house.levels.at("mini/flushes-toxins").detail, ".caveat.yaml:1");
  EXPECT_EQ(page.house.levels.at("mini/melts-stress").severity, Severity::Suggestion);
  EXPECT_FALSE(blog.house.levels.contains("mini/flushes-toxins")) << "as its pack has it";
  EXPECT_EQ(name(page.threshold("stress")), "suggestion");
  EXPECT_EQ(name(page.threshold("other")), "error");
  EXPECT_EQ(name(strict.threshold("other")), "suggestion");

  Settings command_line;
  command_line.fail_on = {std::nullopt, "--fail-on"};
  const Policy never = policy(site, "page.md", command_line);
  EXPECT_EQ(name(never.threshold("stress")), "never") << "the command line speaks for all";
  EXPECT_EQ(never.fail_on.place, "--fail-on");
}

TEST(Policy, CountsWarningsApart) {
  const LoadedRulebook mini = load_text(test::mini_pack);
  FileReport report;
  report.findings.resize(1);
  report.findings[0].rule = mini.rulebook->find("mini/boosts-immunity");
  const Policy defaults;
  EXPECT_TRUE(fails(report, defaults, false));
  EXPECT_FALSE(fails(report, defaults, true));
  report.findings[0].severity = Severity::Error;
  EXPECT_TRUE(fails(report, defaults, true));
  report.findings[0].severity = Severity::Suggestion;
  EXPECT_FALSE(fails(report, defaults, false));
}

}  // namespace
}  // namespace caveat
