#include "rulebook/compiled.h"

#include <gtest/gtest.h>

#include "audit/audit.h"
#include "rulebook/embedded.h"

namespace caveat {
namespace {

TEST(Compiled, ReadsWhatItWrote) {
  const auto read = read_compiled(embedded_rulebook());
  ASSERT_TRUE(read);
  EXPECT_TRUE(write_compiled(*read) == embedded_rulebook());
}

TEST(Compiled, IsWhatThePacksSay) {
  LoadedRulebook loaded = load(embedded_packs());
  ASSERT_TRUE(loaded.rulebook);
  prepare(*loaded.rulebook);
  EXPECT_TRUE(write_compiled(*loaded.rulebook) == embedded_rulebook());
  const auto read = read_compiled(embedded_rulebook());
  ASSERT_EQ(read->all.size(), loaded.rulebook->all.size());
  for (std::size_t i = 0; i < read->all.size(); ++i) {
    EXPECT_EQ(read->all[i]->id, loaded.rulebook->all[i]->id);
    EXPECT_EQ(read->find(read->all[i]->id), read->all[i]);
  }
}

TEST(Compiled, RefusesDamagedBytes) {
  const std::string whole(embedded_rulebook());
  EXPECT_FALSE(read_compiled(""));
  EXPECT_FALSE(read_compiled(std::string_view(whole).substr(0, whole.size() - 1)));
  EXPECT_FALSE(read_compiled(whole + "x"));
  for (const std::size_t at : {std::size_t{0}, std::size_t{5}, std::size_t{25}, whole.size() / 2}) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    EXPECT_FALSE(read_compiled(damaged)) << at;
  }
}

}  // namespace
}  // namespace caveat
