#include "input/encoding_choice.h"

#include <gtest/gtest.h>

#include <string>

namespace caveat {
namespace {

EncodingChoice plain(std::string_view bytes) { return choose_encoding(bytes, Declares::Nothing); }
EncodingChoice page(std::string_view bytes) { return choose_encoding(bytes, Declares::Markup); }

using Notes = std::vector<std::string>;

Notes notes(const EncodingChoice& choice) {
  Notes result;
  for (const EncodingNote& note : choice.notes) {
    result.push_back(std::string(name(note.trouble)) + " " + std::to_string(note.source.begin) +
                     "-" + std::to_string(note.source.end));
  }
  return result;
}

TEST(EncodingChoice, MarksOutweighEverything) {
  EXPECT_EQ(plain("\xEF\xBB\xBF\xFF").encoding, "utf-8");
  EXPECT_EQ(plain("\xFF\xFE"
                  "ab")
                .encoding,
            "utf-16le");
  EXPECT_EQ(plain("\xFE\xFF"
                  "ab")
                .encoding,
            "utf-16be");
  EXPECT_EQ(plain("\xFE\xFF"
                  "ab")
                .text_begin,
            2U);
}

TEST(EncodingChoice, MostlyValidBytesAreDamagedUtf8) {
  EXPECT_EQ(plain("ş ğ \xFF").encoding, "utf-8");
  EXPECT_EQ(plain("caf\xE9").encoding, "windows-1252");
}

TEST(EncodingChoice, KnowsBinaryFiles) {
  EXPECT_FALSE(plain("%PDF-1.4").is_text);
  EXPECT_TRUE(plain("").is_text);
}

TEST(EncodingChoice, MultibyteUtf8OutweighsTheDeclaration) {
  const std::string bytes = "<meta charset=windows-1254>şifa";
  const EncodingChoice choice = page(bytes);
  EXPECT_EQ(choice.encoding, "utf-8");
  EXPECT_EQ(notes(choice), Notes{"contradicted-declaration 0-27"});
}

TEST(EncodingChoice, DeclarationDecidesAboutAscii) {
  EXPECT_EQ(page("<meta charset=iso-8859-9>abc").encoding, "windows-1254");
  EXPECT_EQ(page("abc").encoding, "utf-8");
  EXPECT_EQ(plain("<meta charset=iso-8859-9>abc").encoding, "utf-8");  // not in a text file
}

TEST(EncodingChoice, DeclaredUtf8StaysUtf8) {
  const std::string bytes = "<meta charset=utf-8>caf\xE9 x";
  EXPECT_EQ(page(bytes).encoding, "utf-8");
  EXPECT_EQ(notes(page(bytes)), Notes{"contradicted-declaration 0-20"});
}

TEST(EncodingChoice, ByteOrderMarkOutweighsTheDeclaration) {
  const std::string bytes = "\xEF\xBB\xBF<meta charset=koi8-r>";
  EXPECT_EQ(page(bytes).encoding, "utf-8");
  EXPECT_EQ(notes(page(bytes)), Notes{"contradicted-declaration 3-24"});
}

TEST(EncodingChoice, NotesLateAndRepeatedDeclarations) {
  const std::string late = "<title>" + std::string(1100, 'x') + "</title><meta charset=utf-8>";
  EXPECT_EQ(notes(page(late)), Notes{"late-declaration 1115-1135"});
  const std::string twice = "<meta charset=utf-8><meta charset=utf-8>";
  EXPECT_EQ(notes(page(twice)), Notes{"repeated-declaration 20-40"});
}

TEST(EncodingChoice, OneDamagedByteDoesNotMakeALegacyPage) {
  std::string bytes = "<meta charset=windows-1252>";
  for (int i = 0; i < 100; ++i) bytes += "ş";
  EXPECT_EQ(page(bytes + "\xE9").encoding, "utf-8");
}

}  // namespace
}  // namespace caveat
