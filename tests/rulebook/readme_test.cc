// The pack that rules/README.md shows must be one that loads.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "rulebook/packs.h"

namespace caveat {
namespace {

TEST(Readme, ItsExampleIsSound) {
  std::ostringstream page;
  page << std::ifstream(std::string(CAVEAT_SOURCE_DIR) + "/rules/README.md").rdbuf();
  const std::string text = page.str();
  const std::string fence = "```yaml\n";
  const std::size_t begin = text.find(fence) + fence.size();
  const LoadedRulebook loaded = load_text(text.substr(begin, text.find("```", begin) - begin));
  EXPECT_EQ(texts_of(loaded.problems), "");
  ASSERT_TRUE(loaded.rulebook);
  EXPECT_EQ(loaded.rulebook->rules.size(), 1u);
}

}  // namespace
}  // namespace caveat
