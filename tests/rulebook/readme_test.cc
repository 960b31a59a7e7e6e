// The packs that rules/README.md shows must be ones that load.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "rulebook/embedded.h"
#include "rulebook/packs.h"

namespace caveat {
namespace {

TEST(Readme, ItsPacksAreSound) {
  std::ostringstream page;
  page << std::ifstream(std::string(CAVEAT_SOURCE_DIR) + "/rules/README.md").rdbuf();
  const std::string text = page.str();
  const std::string fence = "```yaml\n";
  std::size_t packs = 0;
  for (std::size_t at = 0; (at = text.find(fence, at)) != std::string::npos;) {
    at += fence.size();
    const std::string pack = text.substr(at, text.find("```", at) - at);
    const LoadedRulebook alone = load_text(pack);
    EXPECT_EQ(texts_of(alone.problems), "");
    ASSERT_TRUE(alone.rulebook);
    EXPECT_EQ(alone.rulebook->rules.size(), 1u);
    std::vector<PackSource> sources = embedded_packs();
    sources.push_back({"readme.yaml", pack});
    EXPECT_EQ(texts_of(load(sources).problems), "");
    ++packs;
  }
  EXPECT_EQ(packs, 2u);
}

}  // namespace
}  // namespace caveat
