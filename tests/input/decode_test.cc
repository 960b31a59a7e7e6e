#include "input/decode.h"

#include <gtest/gtest.h>

#include <string>

namespace caveat {
namespace {

using namespace std::string_literals;

Decoded plain(std::string_view bytes) { return decode(bytes, Declares::Nothing); }
Decoded page(std::string_view bytes) { return decode(bytes, Declares::Markup); }

// "trouble begin-end" for each note.
std::vector<std::string> notes(const Decoded& decoded) {
  std::vector<std::string> result;
  for (const EncodingNote& note : decoded.notes) {
    EXPECT_TRUE(note.detail.ends_with('.')) << note.detail;
    result.push_back(std::string(name(note.trouble)) + " " + std::to_string(note.source.begin) +
                     "-" + std::to_string(note.source.end));
  }
  return result;
}
using Notes = std::vector<std::string>;

TEST(Decode, LeavesValidUtf8WhereItIs) {
  const std::string bytes = "naïve 😀 text";
  const Decoded decoded = plain(bytes);
  EXPECT_EQ(decoded.encoding, "utf-8");
  EXPECT_EQ(decoded.text().data(), bytes.data());
  EXPECT_EQ(decoded.origin({3, 7}), (SourceSpan{3, 7}));
  EXPECT_EQ(notes(decoded), Notes{});
}

TEST(Decode, ByteOrderMarkIsNoText) {
  const std::string bytes = "\xEF\xBB\xBFöl";
  const Decoded decoded = plain(bytes);
  EXPECT_EQ(decoded.text(), "öl");
  EXPECT_EQ(decoded.byte_order_mark, (SourceSpan{0, 3}));
  EXPECT_EQ(decoded.origin({0, 2}), (SourceSpan{3, 5}));
}

TEST(Decode, ReadsUtf16WithAndWithoutAMark) {
  const std::string little =
      "\xFF\xFE"
      "a\0\xE9\0\x3D\xD8\x00\xDE"s;
  Decoded decoded = plain(little);
  EXPECT_EQ(decoded.encoding, "utf-16le");
  EXPECT_EQ(decoded.text(), "aé😀");
  EXPECT_EQ(decoded.origin({1, 3}), (SourceSpan{4, 6}));
  EXPECT_EQ(decoded.origin({3, 7}), (SourceSpan{6, 10}));
  const std::string big = "\0M\0a\0s\0s\0a\0g\0e"s;
  decoded = plain(big);
  EXPECT_EQ(decoded.encoding, "utf-16be");
  EXPECT_EQ(decoded.text(), "Massage");
}

TEST(Decode, NotesBrokenUtf16) {
  const std::string bytes =
      "\xFF\xFE"
      "a\0\x3D\xD8"
      "b\0\0\0c"s;
  const Decoded decoded = plain(bytes);
  EXPECT_EQ(decoded.text(), "a\uFFFDb\uFFFD\uFFFD");
  EXPECT_EQ(notes(decoded), (Notes{"surrogate 4-6", "nul-byte 8-10", "invalid-bytes 10-11"}));
}

TEST(Decode, ReadsWindowsCodePages) {
  const std::string west =
      "<meta charset=iso-8859-1>\x93"
      "caf\xE9\x94 \x80";
  Decoded decoded = page(west);
  EXPECT_EQ(decoded.encoding, "windows-1252");
  EXPECT_EQ(decoded.text().substr(25), "“café” €");
  EXPECT_EQ(decoded.origin({25, 28}), (SourceSpan{25, 26}));
  const std::string turkish =
      "<meta charset=latin5>\xDE"
      "ifa \xFD\xF0";
  decoded = page(turkish);
  EXPECT_EQ(decoded.encoding, "windows-1254");
  EXPECT_EQ(decoded.text().substr(21), "Şifa ığ");
  EXPECT_EQ(notes(decoded), Notes{});
}

TEST(Decode, GivesUndefinedBytesTheirOwnNumber) {
  const std::string bytes = "<meta charset=windows-1252>\x81z\x9D";
  const Decoded decoded = page(bytes);
  EXPECT_EQ(decoded.text().substr(27), "\u0081z\u009D");
  EXPECT_EQ(notes(decoded), (Notes{"c1-control 27-28", "c1-control 29-30"}));
}

TEST(Decode, ReadsEastAsianEncodings) {
  const std::string bytes = "<meta charset=shift_jis>a\x8E\x77\x88\xB3z";
  const Decoded decoded = page(bytes);
  EXPECT_EQ(decoded.encoding, "shift_jis");
  EXPECT_EQ(decoded.text().substr(24), "a指圧z");
  EXPECT_EQ(decoded.origin({25, 28}), (SourceSpan{25, 27}));
  EXPECT_EQ(decoded.origin({31, 32}), (SourceSpan{29, 30}));
}

TEST(Decode, ReadsLongEastAsianTexts) {
  std::string bytes = "<meta charset=gb18030>";
  for (int i = 0; i < 30000; ++i) bytes += "\xC4\xE3 ";
  const Decoded decoded = page(bytes);
  EXPECT_EQ(decoded.text().size(), 22 + 30000U * 4);
  EXPECT_EQ(decoded.origin({22 + 29999 * 4, 22 + 29999 * 4 + 3}),
            (SourceSpan{22 + 29999 * 3, 22 + 29999 * 3 + 2}));
}

TEST(Decode, MarksEachMaximalSubpartOnce) {
  const std::string bytes = "é a\xE2\x80 b\xFFz öäüé";
  EXPECT_EQ(plain(bytes).text(), "é a\uFFFD b\uFFFDz öäüé");
}

TEST(Decode, TellsTheKindsOfInvalidUtf8) {
  const std::string bytes = "öäüéöäüé \xC0\x80 \xED\xA0\x80 \xFF\xFE \xE2\x80 é";
  const Decoded decoded = plain(bytes);
  EXPECT_EQ(decoded.encoding, "utf-8");
  EXPECT_EQ(notes(decoded), (Notes{"overlong-form 17-19", "surrogate 20-23", "invalid-bytes 24-26",
                                   "invalid-bytes 27-29"}));
  EXPECT_EQ(decoded.origin({17, 20}), (SourceSpan{17, 18}));
}

TEST(Decode, ReplacesNulAndNotesIt) {
  const std::string text = std::string(300, 'a') + '\0' + std::string(300, 'b');
  const Decoded decoded = plain(text);
  EXPECT_EQ(decoded.text().substr(299, 5), "a\uFFFDb");
  EXPECT_EQ(decoded.origin({300, 303}), (SourceSpan{300, 301}));
  EXPECT_EQ(decoded.origin({303, 304}), (SourceSpan{301, 302}));
  EXPECT_EQ(notes(decoded), Notes{"nul-byte 300-301"});
}

TEST(Decode, NotesC1Controls) { EXPECT_EQ(notes(plain("it\u0092s")), Notes{"c1-control 2-4"}); }

TEST(Decode, NotesMixedLineEndsWhereTheRarestStandsFirst) {
  EXPECT_EQ(notes(plain("a\r\nb\r\nc\nd")), Notes{"mixed-line-ends 7-8"});
  EXPECT_EQ(notes(plain("a\nb\rc\n")), Notes{"mixed-line-ends 3-4"});
  EXPECT_EQ(notes(plain("a\r\nb\r\n")), Notes{});
  EXPECT_EQ(notes(plain("a\rb\r")), Notes{});
}

TEST(Decode, RefusesBinaryFiles) {
  const Decoded decoded = plain("\x89PNG\r\n\x1A\n and more");
  EXPECT_FALSE(decoded.is_text);
  EXPECT_EQ(decoded.text(), "");
}

TEST(Decode, EmptyIsText) {
  EXPECT_TRUE(plain("").is_text);
  EXPECT_EQ(plain("").encoding, "utf-8");
  EXPECT_EQ(plain("").text(), "");
  EXPECT_EQ(plain("").origin({0, 0}), (SourceSpan{0, 0}));
}

TEST(Decode, SplitsARangeByOrigin) {
  const std::string bytes = "<meta charset=windows-1252>ab\xE9z";
  const Decoded decoded = page(bytes);
  std::vector<std::string> parts;
  decoded.for_each_origin({28, 32}, [&](TextSpan text, SourceSpan source, bool copied) {
    parts.push_back(std::string(decoded.text(text)) + (copied ? " copied " : " replaced ") +
                    std::to_string(source.begin) + "-" + std::to_string(source.end));
  });
  EXPECT_EQ(parts,
            (std::vector<std::string>{"b copied 28-29", "é replaced 29-30", "z copied 30-31"}));
}

}  // namespace
}  // namespace caveat
