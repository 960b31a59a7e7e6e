#include "report/writers.h"

#include <gtest/gtest.h>

#include <set>

#include "support/golden.h"
#include "support/html.h"
#include "support/sample_report.h"

namespace caveat {
namespace {

using test::expect_golden;
using test::SampleReport;
using test::without_assets;

const WriterOptions everything{.colour = false, .show_dismissed = true, .show_sentences = true};

TEST(Writers, HaveAGoldenFileForEachRow) {
  const SampleReport sample;
  for (const Writer& writer : writers()) {
    SCOPED_TRACE(writer.name);
    expect_golden("report." + std::string(writer.name),
                  without_assets(writer.write(sample.report, everything)));
    if (writer.overview == nullptr) continue;
    const std::vector<std::string> files{"a b.txt", "ü?.txt", "c.txt", "d.txt"};
    expect_golden("overview." + std::string(writer.name),
                  without_assets(writer.overview(sample.report, files)));
  }
}

TEST(Writers, SayTheSameTwice) {
  const SampleReport first, second;
  for (const Writer& writer : writers()) {
    EXPECT_EQ(writer.write(first.report, everything), writer.write(second.report, everything))
        << writer.name;
  }
}

TEST(Writers, TakeAReportWithoutDocuments) {
  const Report empty;
  for (const Writer& writer : writers()) {
    EXPECT_NO_THROW((void)writer.write(empty, {})) << writer.name;
    if (writer.overview != nullptr) {
      EXPECT_NO_THROW((void)writer.overview(empty, {})) << writer.name;
    }
  }
}

TEST(Writers, LetNothingActOnTheTerminal) {
  const SampleReport sample;
  for (const Writer& writer : writers()) {
    const std::string bytes = writer.write(sample.report, everything);
    for (const std::string_view evil : {"\x1B", "\x07", "\xE2\x80\xAE", "\x9B"}) {
      std::size_t at = bytes.find(evil);
      // 9B may be the middle of a longer character, which no terminal takes for a control.
      if (evil == "\x9B") {
        while (at != std::string::npos && at > 0 && (bytes[at - 1] & 0x80) != 0) {
          at = bytes.find(evil, at + 1);
        }
      }
      EXPECT_EQ(at, std::string::npos) << writer.name;
    }
  }
}

TEST(Writers, AreNamedOnce) {
  std::set<std::string_view> names, files;
  for (const Writer& writer : writers()) {
    EXPECT_TRUE(names.insert(writer.name).second) << writer.name;
    EXPECT_TRUE(files.insert(writer.run_file).second) << writer.run_file;
    EXPECT_EQ(writer_named(writer.name), &writer);
    EXPECT_FALSE(writer.description.empty());
    EXPECT_TRUE(writer.extension.starts_with('.'));
    EXPECT_EQ(writer.unit == Writer::Unit::Document, writer.overview != nullptr) << writer.name;
  }
  EXPECT_EQ(writer_named("yaml"), nullptr);
}

}  // namespace
}  // namespace caveat
