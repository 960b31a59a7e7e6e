#include "input/formats.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "support/invariants.h"
#include "support/reading.h"

namespace caveat::testing {
namespace {

TEST(Formats, AreFoundByExtensionInAnyCase) {
  EXPECT_EQ(format_for("a/b.md")->name, "markdown");
  EXPECT_EQ(format_for("B.HTML")->name, "html");
  EXPECT_EQ(format_for("x.tar.txt")->name, "text");
  EXPECT_EQ(format_for("README"), nullptr);
  EXPECT_EQ(format_for("dir.md/file"), nullptr);
  EXPECT_EQ(format_for("a.docx"), nullptr);
  EXPECT_EQ(format_named("html")->name, "html");
  EXPECT_EQ(format_named("pdf"), nullptr);
  EXPECT_EQ(formats().front().name, "text");
}

TEST(Formats, AreDistinctAndDescribed) {
  std::set<std::string_view> names, extensions;
  for (const Format& format : formats()) {
    EXPECT_TRUE(names.insert(format.name).second);
    EXPECT_FALSE(format.description.empty());
    EXPECT_FALSE(format.extensions.empty());
    for (const std::string_view extension : format.extensions) {
      EXPECT_TRUE(extension.starts_with('.'));
      EXPECT_TRUE(extensions.insert(extension).second) << extension;
    }
  }
}

// A row of the table is complete when a document of that format has words, and when nothing breaks
// it.
TEST(Formats, ReadWordsAndSurviveAnything) {
  const std::string everything =
      "<p>Massage **helps** &amp; [heals](x) \xFF \xE2\x80 you.</p>\r\n\r\n- x";
  for (const Format& format : formats()) {
    SCOPED_TRACE(format.name);
    const Document d = read_document(everything, "name", format);
    EXPECT_EQ(d.path, "name");
    EXPECT_EQ(d.format, format.name);
    EXPECT_NE(d.prose.find("Massage"), std::string::npos);
    expect_invariants(d);
    expect_invariants(read_document("", "empty", format));
    expect_invariants(read_document("\xEF\xBB\xBF", "bom", format));
    expect_invariants(read_document(std::string(100, '\xFF'), "invalid", format));
  }
}

TEST(Formats, BinaryFilesGiveNoProseAndSayWhy) {
  const std::string bytes = "\x89PNG\r\n\x1A\n" + std::string(50, '\0');
  for (const Format& format : formats()) {
    const Document d = read_document(bytes, "x", format);
    EXPECT_EQ(d.prose, "");
    ASSERT_EQ(d.skipped.size(), 1U);
    EXPECT_EQ(d.skipped[0].reason, SkipReason::NotText);
    EXPECT_EQ(SourceSpan(d.skipped[0].source), (SourceSpan{0, bytes.size()}));
  }
}

TEST(Formats, LanguageIsDeclaredOrGuessed) {
  EXPECT_EQ(read("html", "<html lang=tr><p>Massage is good for you and the back").language, "tr");
  EXPECT_EQ(read("html", "<p>Massage is good for you and the back").language, "en");
  EXPECT_EQ(read("markdown", "---\nlanguage: de\n---\nText").language, "de");
  EXPECT_EQ(read("text", "Massage is good for you and the back").language, "en");
}

}  // namespace
}  // namespace caveat::testing
