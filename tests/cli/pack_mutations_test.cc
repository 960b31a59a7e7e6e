#include "cli/pack_mutations.h"

#include <gtest/gtest.h>

#include "cli/dates.h"
#include "support/standard_audit.h"

namespace caveat {
namespace {

const MutationResult* named(const std::vector<MutationResult>& results, std::string_view name) {
  const auto found = std::ranges::find(results, name, &MutationResult::name);
  return found == results.end() ? nullptr : &*found;
}

TEST(PackMutations, ReadTheStandardPacksAsTheyShould) {
  const Rulebook& rulebook = testing::standard_rulebook();
  const auto results = run_mutations(
      rulebook, [](std::string_view file) { return file.ends_with("fluids.yaml"); }, fixed_today);
  for (const MutationResult& result : results) {
    EXPECT_GT(result.tried, result.name == "with curly quotes" ? 0U : 20U) << result.name;
    EXPECT_LE(result.failures.size() * 20, result.tried) << result.name;
  }
}

TEST(PackMutations, TellWhatWentWrong) {
  constexpr std::string_view pack = R"(
pack: knots
version: 1.0.0
language: en
rules:
  - id: melts
    family: knots
    severity: warning
    message: Melts knots.
    why: No.
    suggestion: None.
    patterns: ["melts knots"]
    examples: {flag: ["It [[melts knots]]."], pass: ["Knots."]}
)";
  const std::vector<PackSource> sources = {{"knots.yaml", std::string(pack)}};
  const auto rulebook = testing::rulebook_of(sources);
  ASSERT_NE(rulebook, nullptr);
  const auto results = run_mutations(*rulebook, [](std::string_view) { return true; }, fixed_today);
  const MutationResult* denied = named(results, "denied");
  ASSERT_NE(denied, nullptr);
  ASSERT_EQ(denied->failures.size(), 1U) << "without cues nothing is denied";
  EXPECT_EQ(denied->failures[0].expected, "<p>It is a myth that it melts knots.</p>");
  EXPECT_EQ(denied->failures[0].found, "asserted “melts knots”");
  for (const std::string_view name : {"in capitals", "in bold", "with an entity"}) {
    EXPECT_TRUE(named(results, name)->failures.empty()) << name;
  }
}

}  // namespace
}  // namespace caveat
