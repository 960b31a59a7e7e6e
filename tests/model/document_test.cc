#include "model/document.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace caveat {
namespace {

template <class Enum>
std::set<std::string> names(Enum last) {
  std::set<std::string> result;
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    result.insert(std::string(name(static_cast<Enum>(i))));
  }
  return result;
}

TEST(Names, AreDistinctAndDashed) {
  EXPECT_EQ(names(BlockKind::Code).size(), 15U);
  EXPECT_EQ(names(Region::Aside).size(), 6U);
  EXPECT_EQ(names(SkipReason::StructuredData).size(), 13U);
  EXPECT_EQ(names(EncodingTrouble::MixedLineEnds).size(), 9U);
  EXPECT_EQ(name(BlockKind::ListItem), "list-item");
  EXPECT_EQ(name(Region::Navigation), "navigation");
  EXPECT_EQ(name(SkipReason::ByteOrderMark), "byte-order-mark");
  EXPECT_EQ(name(EncodingTrouble::MixedLineEnds), "mixed-line-ends");
}

TEST(Document, CountsColumnsByItsEncoding) {
  Document document;
  const auto units = [&](const char* encoding) {
    document.encoding = encoding;
    return document.code_units();
  };
  EXPECT_EQ(units("utf-8"), CodeUnits::Utf8);
  EXPECT_EQ(units("utf-16le"), CodeUnits::Utf16LE);
  EXPECT_EQ(units("utf-16be"), CodeUnits::Utf16BE);
  EXPECT_EQ(units("windows-1254"), CodeUnits::SingleByte);
}

}  // namespace
}  // namespace caveat
