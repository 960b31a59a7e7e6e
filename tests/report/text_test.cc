#include <gtest/gtest.h>

#include "report/formats.h"
#include "support/sample_report.h"

namespace caveat {
namespace {

using test::SampleReport;

std::size_t occurrences(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
  return count;
}

TEST(TextReport, HasColourOnlyWhenAsked) {
  const SampleReport sample;
  WriterOptions options;
  EXPECT_EQ(write_text(sample.report, options).find('\x1B'), std::string::npos);
  options.colour = true;
  EXPECT_NE(write_text(sample.report, options).find("\x1B[1;31m"), std::string::npos);
}

TEST(TextReport, ColourChangesNoLetter) {
  const SampleReport sample;
  WriterOptions options;
  const std::string plain = write_text(sample.report, options);
  options.colour = true;
  std::string coloured = write_text(sample.report, options);
  for (std::size_t at = coloured.find('\x1B'); at != std::string::npos;
       at = coloured.find('\x1B')) {
    coloured.erase(at, coloured.find('m', at) - at + 1);
  }
  EXPECT_EQ(plain, coloured);
}

TEST(TextReport, ExplainsARuleOnceADocument) {
  SampleReport sample;
  sample.report.documents.resize(1);
  const std::string text = write_text(sample.report, {});
  EXPECT_EQ(occurrences(text, "The liver and the kidneys"), 1U);
  EXPECT_EQ(occurrences(text, "why         as at line 2"), 1U);
}

TEST(TextReport, GivesAReadyStatementForEachMissingOne) {
  const SampleReport sample;
  const std::string text = write_text(sample.report, {});
  EXPECT_NE(text.find("missing     duties/medical-advice-disclaimer\n"
                      "              This page is no medical advice."),
            std::string::npos);
  EXPECT_EQ(text.find("missing     duties/offer-terms"), std::string::npos);
}

TEST(TextReport, ListsDismissalsOnlyWhenAsked) {
  const SampleReport sample;
  WriterOptions options;
  EXPECT_EQ(occurrences(write_text(sample.report, options), " dismissed: "), 0U);
  options.show_dismissed = true;
  EXPECT_EQ(occurrences(write_text(sample.report, options), " dismissed: "), 3U);
}

}  // namespace
}  // namespace caveat
