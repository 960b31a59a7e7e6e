#include "input/markup_text.h"

#include <gtest/gtest.h>

#include <string>

namespace caveat {
namespace {

struct Written {
  explicit Written(const std::string& source)
      : document{}, decoded(decode(source, Declares::Nothing)) {
    document.source = source;
  }

  std::string prose(MarkupText::Kind kind, std::vector<TextSpan> holes = {}, bool lines = false) {
    ProseBuilder builder(decoded);
    References references;
    MarkupText text(builder, references);
    text.set_holes(holes);
    const TextSpan all{0, decoded.text().size()};
    if (lines) {
      text.write_lines(all, kind);
    } else {
      text.write(all, kind);
    }
    builder.finish(document);
    return document.prose;
  }

  Document document;
  Decoded decoded;
};

TEST(MarkupText, DecodesByKind) {
  const std::string source = "a&amp;b<i>c &copy=d";
  EXPECT_EQ(Written(source).prose(MarkupText::Kind::Data), "a&bc ©=d");
  EXPECT_EQ(Written(source).prose(MarkupText::Kind::Rcdata), "a&b<i>c ©=d");
  EXPECT_EQ(Written(source).prose(MarkupText::Kind::Attribute), "a&b<i>c &copy=d");
  EXPECT_EQ(Written(source).prose(MarkupText::Kind::Raw), source);
}

TEST(MarkupText, LeavesHolesOut) {
  const std::string source = "one\n> two > three";
  EXPECT_EQ(Written(source).prose(MarkupText::Kind::Data, {{4, 6}}), "one two > three");
}

TEST(MarkupText, KeepsLinesApart) {
  const std::string source = "One\r\nTwo\rThree\nFour";
  EXPECT_EQ(Written(source).prose(MarkupText::Kind::Data, {}, true), "One\nTwo\nThree\nFour");
}

TEST(MarkupText, DecodesAttributes) {
  const std::string source = "/x?a=1&amp;b=2&copy=3&";
  const Decoded decoded = decode(source, Declares::Nothing);
  ProseBuilder builder(decoded);
  References references;
  EXPECT_EQ(MarkupText(builder, references).decoded_attribute({0, source.size()}),
            "/x?a=1&b=2&copy=3&");
}

}  // namespace
}  // namespace caveat
