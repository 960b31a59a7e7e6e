#include "input/charset.h"

#include <gtest/gtest.h>

#include <string>

namespace caveat {
namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;

// What the HTML standard's prescan says of a page; empty where it says nothing.
std::string declared(std::string_view source) {
  auto found = charset_declarations(source);
  std::erase_if(found, [](const Declaration& d) { return d.source.end > prescan_size; });
  const Declaration* one = deciding(found);
  return one == nullptr ? "" : std::string(one->encoding);
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
  EXPECT_EQ(declared("<meta charset='utf-8"), "");
  EXPECT_EQ(declared("charset=utf-8"), "");
  EXPECT_EQ(declared(""), "");
  EXPECT_EQ(declared("<"), "");
}

// From the standard's "prescan a byte stream to determine its encoding".
struct Case {
  std::string_view page, encoding;
};
constexpr Case prescan_cases[] = {
    // The ways of writing an attribute.
    {"<meta charset=\"windows-1251\">", "windows-1251"},
    {"<meta charset='windows-1251'>", "windows-1251"},
    {"<meta charset=windows-1251>", "windows-1251"},
    {"<meta charset=windows-1251 >", "windows-1251"},
    {"<meta\tcharset\n=\r\f'windows-1251'>", "windows-1251"},
    {"<meta / charset=windows-1251>", "windows-1251"},
    {"<MeTa ChArSeT=WiNdOwS-1251>", "windows-1251"},
    {"<meta charset=\" windows-1251 \">", "windows-1251"},
    {"<meta charset=windows-1251/>", ""},  // the slash belongs to the value
    {"<meta charset=\"windows-1251\"/>", "windows-1251"},
    {"<meta name=x charset=windows-1251>", "windows-1251"},
    {"<meta charset=windows-1251 charset=koi8-r>", "windows-1251"},
    {"<meta a=1 b c='>' charset=windows-1251>", "windows-1251"},
    {"<meta =charset=windows-1251>", ""},
    {"<meta charset windows-1251>", ""},
    {"<meta charset=>", ""},
    {"<meta charset=\"\"><meta charset=windows-1251>", "windows-1251"},
    {"<meta charset=bogus><meta charset=windows-1251>", "windows-1251"},
    // The pragma.
    {"<meta http-equiv=content-type content='text/html;charset=windows-1251'>", "windows-1251"},
    {"<meta http-equiv=CONTENT-TYPE content='CHARSET=windows-1251'>", "windows-1251"},
    {"<meta http-equiv='content-type' content='charset = windows-1251; x'>", "windows-1251"},
    {"<meta http-equiv=content-type content='charset=windows-1251;'>", "windows-1251"},
    {"<meta http-equiv=content-type content=\"charset='windows-1251'\">", "windows-1251"},
    {"<meta http-equiv=content-type content=\"charset='windows-1251\">", ""},
    {"<meta http-equiv=content-type content='charset charset=windows-1251'>", "windows-1251"},
    {"<meta http-equiv=content-type content='charset'>", ""},
    {"<meta http-equiv=content-type content='charset='>", ""},
    {"<meta http-equiv=content-type content='text/html'>", ""},
    {"<meta http-equiv=content-type content='xcharset=windows-1251'>", "windows-1251"},
    {"<meta http-equiv=content-type content='charset=bogus' charset=koi8-r>", "koi8-r"},
    {"<meta http-equiv=content-type charset=koi8-r content='charset=windows-1251'>", "koi8-r"},
    {"<meta content='charset=windows-1251' charset=koi8-r>", "koi8-r"},
    {"<meta http-equiv=content-language content='charset=windows-1251'>", ""},
    // What stands before it.
    {"<!-- a > b --><meta charset=windows-1251>", "windows-1251"},
    {"<!--><meta charset=windows-1251>-->", "windows-1251"},
    {"<!---><meta charset=windows-1251>-->", "windows-1251"},
    {"<!-- -- ><meta charset=windows-1251>-->", ""},
    {"<!doctype html><html lang=en><head><meta charset=windows-1251>", "windows-1251"},
    {"<p a='>'><meta charset=windows-1251>", "windows-1251"},
    {"<p a=\"<meta charset=koi8-r>\"><meta charset=windows-1251>", "windows-1251"},
    {"</p a='<meta charset=koi8-r>'><meta charset=windows-1251>", "windows-1251"},
    {"</ <meta charset=koi8-r><meta charset=windows-1251>", "windows-1251"},
    {"<?php echo '<meta charset=koi8-r>'; ?><meta charset=windows-1251>", "windows-1251"},
    {"<! <meta charset=koi8-r><meta charset=windows-1251>", "windows-1251"},
    {"<title><meta charset=windows-1251></title>", "windows-1251"},
    {"<body><meta charset=windows-1251>", "windows-1251"},
    {"a < b <meta charset=windows-1251>", "windows-1251"},
    {"<metadata charset=windows-1251>", ""},
    {"<meta", ""},
    {"<meta charset=windows-1251", ""},
    {"<meta charset='windows-1251'", ""},
    // Labels.
    {"<meta charset=utf8>", "utf-8"},
    {"<meta charset=unicode-1-1-utf-8>", "utf-8"},
    {"<meta charset=latin1>", "windows-1252"},
    {"<meta charset=us-ascii>", "windows-1252"},
    {"<meta charset=latin5>", "windows-1254"},
    {"<meta charset=x-sjis>", "shift_jis"},
    {"<meta charset=x-mac-roman>", "macintosh"},
    {"<meta charset=utf-16>", "utf-8"},
    {"<meta charset=utf-16be>", "utf-8"},
    {"<meta http-equiv=content-type content='charset=utf-16le'>", "utf-8"},
    {"<meta charset=x-user-defined>", "windows-1252"},
    {"<meta charset=utf-7>", ""},
    {"<meta charset=utf-32>", ""},
    // The XML declaration.
    {"<?xml version='1.0' encoding='windows-1251'?>", "windows-1251"},
    {"<?xml version=\"1.0\" encoding = \"windows-1251\" ?>", "windows-1251"},
    {"<?xml encoding='windows-1251'><p>", "windows-1251"},
    {"<?xml version='1.0' encoding='utf-16'?>", "utf-8"},
    {"<?xml version='1.0' encoding=windows-1251?>", ""},
    {"<?xml version='1.0'?><meta charset=windows-1251>", "windows-1251"},
    {"<?xml encoding='koi8-r'?><meta charset=windows-1251>", "windows-1251"},
    {"<?xml encoding='koi8-r'?><meta charset=bogus>", "koi8-r"},
    {" <?xml version='1.0' encoding='windows-1251'?>", ""},
};

TEST(Declarations, FollowThePrescan) {
  for (const Case& c : prescan_cases) EXPECT_EQ(declared(c.page), c.encoding) << c.page;
}

TEST(Declarations, MustEndWithinTheFirst1024Bytes) {
  const std::string meta = "<meta charset=windows-1251>";
  EXPECT_EQ(declared(std::string(prescan_size - meta.size(), ' ') + meta), "windows-1251");
  EXPECT_EQ(declared(std::string(prescan_size - meta.size() + 1, ' ') + meta), "");
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
