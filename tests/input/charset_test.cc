#include "input/charset.h"

#include <gtest/gtest.h>

#include <string>

namespace caveat {
namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;

// What the HTML standard's prescan says of a page, as html5lib's tests write it.
std::string declared(std::string_view source) {
  const auto found = charset_declarations(source);
  return found.empty() ? "" : std::string(found.front().encoding);
}

TEST(Labels, FollowTheEncodingStandard) {
  EXPECT_EQ(encoding_for_label("iso-8859-1"), "windows-1252");
  EXPECT_EQ(encoding_for_label("ascii"), "windows-1252");
  EXPECT_EQ(encoding_for_label("Latin1"), "windows-1252");
  EXPECT_EQ(encoding_for_label("iso-8859-9"), "windows-1254");
  EXPECT_EQ(encoding_for_label(" latin5\n"), "windows-1254");
  EXPECT_EQ(encoding_for_label("UTF8"), "utf-8");
  EXPECT_EQ(encoding_for_label("gb2312"), "gbk");
  EXPECT_EQ(encoding_for_label("unicode"), "utf-16le");
  EXPECT_EQ(encoding_for_label("utf"), "");
  EXPECT_EQ(encoding_for_label("no-such-thing"), "");
  EXPECT_EQ(encoding_for_label(""), "");
  EXPECT_EQ(encoding_for_label("utf-8 utf8"), "");
}

TEST(Declarations, AreFoundAsTheStandardSays) {
  EXPECT_EQ(declared("<meta charset=utf-8>"), "utf-8");
  EXPECT_EQ(declared("<META CHARSET='ISO-8859-9'/>"), "windows-1254");
  EXPECT_EQ(declared("<meta charset = \"koi8-r\" >"), "koi8-r");
  EXPECT_EQ(declared("<meta/charset=utf-8>"), "utf-8");
  EXPECT_EQ(declared("<meta http-equiv=Content-Type content='text/html; charset=iso-8859-2'>"),
            "iso-8859-2");
  EXPECT_EQ(declared("<meta content='text/html; charset=\"utf-8\"' http-equiv=content-type>"),
            "utf-8");
  EXPECT_EQ(declared("<p title='<meta charset=koi8-r>'><meta charset=utf-8>"), "utf-8");
  EXPECT_EQ(declared("<!-- <meta charset=koi8-r> --><meta charset=utf-8>"), "utf-8");
  EXPECT_EQ(declared("<!--><meta charset=utf-8>"), "utf-8");
  EXPECT_EQ(declared("<?xml version='1.0' encoding='windows-1251'?><html>"), "windows-1251");
}

TEST(Declarations, AreNotFoundElsewhere) {
  EXPECT_EQ(declared("<metacharset=utf-8>"), "");
  EXPECT_EQ(declared("<meta content='text/html; charset=utf-8'>"), "");  // no http-equiv
  EXPECT_EQ(declared("<meta http-equiv=refresh content='1; charset=utf-8'>"), "");
  EXPECT_EQ(declared("<!-- <meta charset=utf-8>"), "");
  EXPECT_EQ(declared("<body><meta charset=utf-8>"), "");
  EXPECT_EQ(declared("<meta charset='utf-8"), "");
  EXPECT_EQ(declared("charset=utf-8"), "");
  EXPECT_EQ(declared(""), "");
  EXPECT_EQ(declared("<"), "");
}

TEST(Declarations, OfUtf16AreReadAsUtf8) {
  EXPECT_EQ(declared("<meta charset=utf-16le>"), "utf-8");
  EXPECT_EQ(declared("<meta charset=x-user-defined>"), "windows-1252");
}

TEST(Declarations, AreListedWithTheirPlaces) {
  const std::string page = "<meta charset=a><meta charset=utf-8>";
  const auto found = charset_declarations(page);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].label, "a");
  EXPECT_EQ(found[0].encoding, "");
  EXPECT_EQ(slice(page, found[1].source), "<meta charset=utf-8>");
}

TEST(Guess, TellsTurkishFromWesternEuropean) {
  EXPECT_EQ(guess_encoding("Masaj v\xFC"
                           "cuttaki a\xF0r\xFDlar\xFD azalt\xFDr, kaslar\xFD gev\xFE"
                           "etir ve ruh sa\xF0l\xFD\xF0\xFDna iyi gelir. \xDEifal\xFD eller, "
                           "s\xFDrt ve boyun b\xF6lgesindeki gerginli\xF0i giderir."),
            "windows-1254");
  EXPECT_EQ(
      guess_encoding("Die Massage lockert verspannte Muskeln und f\xF6rdert das Wohlbefinden. "
                     "F\xFCr die Dauer der Behandlung liegen Sie auf einer Liege, die wir "
                     "f\xFCr Sie vorgew\xE4rmt haben."),
      "windows-1252");
  EXPECT_EQ(guess_encoding("caf\xE9"), "windows-1252");
}

TEST(Utf16, ShowsByItsZeros) {
  EXPECT_EQ(looks_like_utf16("M\0a\0s\0s\0a\0g\0e\0"sv), "utf-16le");
  EXPECT_EQ(looks_like_utf16("\0M\0a\0s\0s\0a\0g\0e"sv), "utf-16be");
  EXPECT_EQ(looks_like_utf16("Massage is nice"), "");
  EXPECT_EQ(looks_like_utf16("ab\0\0cd\0\0ef\0\0"sv), "");
}

TEST(Binary, ShowsByItsControlBytes) {
  EXPECT_TRUE(looks_binary("%PDF-1.7 and so on"));
  EXPECT_TRUE(looks_binary("PK\x03\x04 a docx"));
  EXPECT_TRUE(looks_binary(std::string(2000, '\0')));
  EXPECT_TRUE(looks_binary("\x01\x02\x03\x04 ab"));
  EXPECT_FALSE(looks_binary("Massage\twith tabs\r\nand line ends\f"));
  EXPECT_FALSE(looks_binary(std::string(500, 'a') + '\0' + std::string(500, 'b')));
  EXPECT_FALSE(looks_binary(""));
}

}  // namespace
}  // namespace caveat
