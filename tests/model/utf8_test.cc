#include "model/utf8.h"

#include <gtest/gtest.h>

#include <string>

namespace caveat {
namespace {

struct Case {
  std::string_view bytes;
  int length;
  bool valid;
};

TEST(Utf8Step, TakesTheMaximalSubpart) {
  using namespace std::string_view_literals;
  const Case cases[] = {
      {"a"sv, 1, true},
      {"\xC3\xA9"sv, 2, true},
      {"\xE2\x80\x99"sv, 3, true},
      {"\xF0\x9F\x98\x80"sv, 4, true},
      {"\x80"sv, 1, false},  // a continuation alone
      {"\xC3"sv, 1, false},  // cut short
      {"\xE2\x80"sv, 2, false},
      {"\xF0\x9F\x98"sv, 3, false},
      {"\xC0\x80"sv, 1, false},  // overlong
      {"\xE0\x80\x80"sv, 1, false},
      {"\xED\xA0\x80"sv, 1, false},      // a surrogate
      {"\xF4\x90\x80\x80"sv, 1, false},  // past U+10FFFF
      {"\xF5\x80\x80\x80"sv, 1, false},
      {"\xE2\x28\xA1"sv, 1, false},
  };
  for (const Case& c : cases) {
    const Utf8Step step = utf8_step(c.bytes, 0);
    EXPECT_EQ(step.length, c.length) << c.bytes;
    EXPECT_EQ(step.valid, c.valid) << c.bytes;
  }
}

TEST(AsciiEnd, FindsTheFirstOtherByteAtEveryOffset) {
  for (std::size_t size = 0; size < 40; ++size) {
    for (std::size_t at = 0; at <= size; ++at) {
      std::string text(size, 'x');
      if (at < size) text[at] = '\xC3';
      EXPECT_EQ(ascii_end(text, 0), at);
    }
  }
}

TEST(Utf8CodePoint, Decodes) {
  EXPECT_EQ(utf8_code_point("a", 0), U'a');
  EXPECT_EQ(utf8_code_point("xé", 1), U'é');
  EXPECT_EQ(utf8_code_point("’", 0), U'’');
  EXPECT_EQ(utf8_code_point("😀", 0), U'😀');
}

}  // namespace
}  // namespace caveat
