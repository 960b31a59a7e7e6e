#include "rulebook/nearest_name.h"

#include <gtest/gtest.h>

namespace caveat {
namespace {

TEST(EditDistance, CountsLetters) {
  EXPECT_EQ(edit_distance("", ""), 0u);
  EXPECT_EQ(edit_distance("", "abc"), 3u);
  EXPECT_EQ(edit_distance("relieve", "relieve"), 0u);
  EXPECT_EQ(edit_distance("releive", "relieve"), 1u);  // a swap is one slip
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3u);
}

TEST(NearestName, NamesWhatWasMeant) {
  const std::string_view names[] = {"severity", "status", "stances", "why"};
  EXPECT_EQ(nearest_name("sevirity", names), "severity");
  EXPECT_EQ(nearest_name("statuses", names), "status");
  EXPECT_EQ(nearest_name("wyh", names), "why");
  EXPECT_EQ(nearest_name("colour", names), "");
  EXPECT_EQ(nearest_name(std::string(1000, 's'), names), "");
}

TEST(NearestName, OfEqualsTheFirstInTheAlphabet) {
  const std::string_view names[] = {"bat", "cat"}, reversed[] = {"cat", "bat"};
  EXPECT_EQ(nearest_name("hat", names), "bat");
  EXPECT_EQ(nearest_name("hat", reversed), "bat");
}

}  // namespace
}  // namespace caveat
