// Hostile documents are audited within bounds of time, and what can be read in them is.
//
// CAVEAT_HOSTILE_COUNT says how deep, long or many; `scripts/check hostile` runs the tests with a
// larger one.
#include "hostile/documents.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>
#include <set>

#include "audit/audit.h"
#include "cli/packs.h"
#include "input/formats.h"
#include "report/writers.h"
#include "support/invariants.h"

namespace caveat::hostile {

void PrintTo(const HostileDocument& document, std::ostream* out) { *out << document.name; }

namespace {

std::size_t count() {
  const char* given = std::getenv("CAVEAT_HOSTILE_COUNT");
  return given == nullptr ? 50'000 : std::strtoull(given, nullptr, 10);
}

// Processor time, since other programs run as well. What is quadratic takes ten times as long.
double seconds_allowed(std::size_t bytes) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(NDEBUG)
  constexpr double slower = 15;
#else
  constexpr double slower = 1;
#endif
  return slower * (2.0 + 3.0 * static_cast<double>(bytes) / 1e6);
}

FileReport audit(const HostileDocument& hostile, std::string bytes) {
  static const auto rulebook = standard_rulebook();
  static const Auditor auditor(*rulebook);
  AuditOptions options;
  options.as_of = std::chrono::year{2026} / 1 / 1;
  return auditor.audit(read_document(std::move(bytes), "page", *format_named(hostile.format)),
                       options);
}

double seconds_since(std::clock_t begin) {
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

class Hostile : public ::testing::TestWithParam<HostileDocument> {};

TEST_P(Hostile, IsAuditedInTime) {
  const std::string bytes = GetParam().make(count());
  const std::clock_t begin = std::clock();
  const FileReport report = audit(GetParam(), bytes);
  const double seconds = seconds_since(begin);
  EXPECT_LT(seconds, seconds_allowed(bytes.size())) << bytes.size() << " bytes";
  RecordProperty("seconds", std::to_string(seconds));
  testing::expect_invariants(report.document);
}

INSTANTIATE_TEST_SUITE_P(All, Hostile, ::testing::ValuesIn(documents()),
                         [](const auto& tested) { return tested.param.name; });

// Many findings, and all of them on one line, are told of in time, too.
TEST(HostileReports, AreWrittenInTime) {
  const std::set<std::string_view> names{"FindingsInOneParagraph", "Findings",
                                         "PicturesInOneParagraph", "WindowsBytes",
                                         "MojibakeWithoutBlanks",  "ZeroWidths"};
  std::size_t told = 0;
  for (const HostileDocument& hostile : documents()) {
    if (!names.contains(hostile.name)) continue;
    ++told;
    Report report;
    report.documents.push_back(audit(hostile, hostile.make(count() / 10)));
    const std::size_t size = report.documents[0].document.source.size();
    for (const Writer& writer : writers()) {
      const std::clock_t begin = std::clock();
      const std::string text = writer.write(report, {.show_dismissed = true});
      EXPECT_LT(seconds_since(begin), seconds_allowed(size + text.size()))
          << hostile.name << " as " << writer.name;
    }
  }
  EXPECT_EQ(told, names.size());
}

}  // namespace
}  // namespace caveat::hostile
