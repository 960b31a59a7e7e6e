#include "model/source_map.h"

#include <gtest/gtest.h>

namespace caveat {
namespace {

using Kind = SourceSegment::Kind;

// Prose "ab é\ncd" of source "ab &eacute;<p>cd"; then an aside "xy" that stands before "cd".
SourceMap sample() {
  SourceMap map;
  map.append({{0, 3}, {0, 3}, Kind::Copied});
  map.append({{3, 5}, {3, 11}, Kind::Replaced});
  map.append({{5, 6}, {11, 14}, Kind::Break});
  map.append({{6, 8}, {14, 16}, Kind::Copied});
  return map;
}

TEST(SourceMap, JoinsAdjoiningCopies) {
  SourceMap map;
  map.append({{0, 2}, {10, 12}, Kind::Copied});
  map.append({{2, 5}, {12, 15}, Kind::Copied});
  map.append({{5, 6}, {16, 17}, Kind::Copied});
  ASSERT_EQ(map.segments().size(), 2U);
  EXPECT_EQ(map.segments()[0], (SourceSegment{{0, 5}, {10, 15}, Kind::Copied}));
  EXPECT_EQ(map.size(), 6U);
}

TEST(SourceMap, MapsCopiesByteByByteAndReplacementsWhole) {
  const SourceMap map = sample();
  EXPECT_EQ(map.to_source({1, 2}), (SourceSpan{1, 2}));
  EXPECT_EQ(map.to_source({3, 4}), (SourceSpan{3, 11}));
  EXPECT_EQ(map.to_source({2, 5}), (SourceSpan{2, 11}));
  EXPECT_EQ(map.to_source({0, 8}), (SourceSpan{0, 16}));
}

TEST(SourceMap, BreaksCountOnlyWhereThereIsNothingElse) {
  const SourceMap map = sample();
  EXPECT_EQ(map.to_source({5, 6}), (SourceSpan{11, 14}));
  EXPECT_EQ(map.to_source({4, 6}), (SourceSpan{3, 11}));
  EXPECT_EQ(map.to_source({5, 7}), (SourceSpan{14, 15}));
}

TEST(SourceMap, EmptyRangesStayEmpty) {
  const SourceMap map = sample();
  EXPECT_EQ(map.to_source({1, 1}), (SourceSpan{1, 1}));
  EXPECT_EQ(map.to_source({3, 3}), (SourceSpan{3, 3}));
  EXPECT_EQ(map.to_source({6, 6}), (SourceSpan{14, 14}));
  EXPECT_EQ(map.to_source({8, 8}), (SourceSpan{16, 16}));
  EXPECT_EQ(map.to_source({99, 99}), (SourceSpan{16, 16}));
  EXPECT_EQ(SourceMap().to_source({0, 5}), (SourceSpan{0, 0}));
}

TEST(SourceMap, FindsProse) {
  const SourceMap map = sample();
  EXPECT_EQ(map.to_prose({1, 2}), (ProseSpan{1, 2}));
  EXPECT_EQ(map.to_prose({5, 6}), (ProseSpan{3, 5}));  // inside the entity
  EXPECT_EQ(map.to_prose({2, 15}), (ProseSpan{2, 7}));
  EXPECT_TRUE(map.to_prose({11, 14}).empty());  // the markup between the blocks
  EXPECT_TRUE(map.to_prose({50, 60}).empty());
}

TEST(SourceMap, FindsProseThatStandsEarlierInTheSource) {
  SourceMap map;
  map.append({{0, 4}, {0, 4}, Kind::Copied});
  map.append({{4, 8}, {20, 24}, Kind::Copied});
  map.append({{8, 9}, {10, 10}, Kind::Break});
  map.append({{9, 13}, {10, 14}, Kind::Copied});  // an image's alternative text
  for (const bool finished : {false, true}) {
    if (finished) map.finish();
    EXPECT_EQ(map.to_prose({11, 12}), (ProseSpan{10, 11}));
    EXPECT_EQ(map.to_prose({21, 22}), (ProseSpan{5, 6}));
    EXPECT_EQ(map.to_prose({2, 22}), (ProseSpan{2, 13}));
    EXPECT_TRUE(map.to_prose({4, 10}).empty());
  }
  EXPECT_EQ(map.to_source({9, 13}), (SourceSpan{10, 14}));
}

}  // namespace
}  // namespace caveat
