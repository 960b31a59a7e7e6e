// Hostile documents are audited within bounds of time, and what can be read in them is.
//
// CAVEAT_HOSTILE_COUNT says how deep, long or many; `scripts/check hostile` runs the tests with a
// larger one.
#include "hostile/documents.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>

#include "audit/audit.h"
#include "cli/packs.h"
#include "input/formats.h"
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

class Hostile : public ::testing::TestWithParam<HostileDocument> {};

TEST_P(Hostile, IsAuditedInTime) {
  static const auto rulebook = standard_rulebook();
  const Auditor auditor(*rulebook);
  const std::string bytes = GetParam().make(count());
  AuditOptions options;
  options.as_of = std::chrono::year{2026} / 1 / 1;
  const std::clock_t begin = std::clock();
  const FileReport report =
      auditor.audit(read_document(bytes, "page", *format_named(GetParam().format)), options);
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  EXPECT_LT(seconds, seconds_allowed(bytes.size())) << bytes.size() << " bytes";
  RecordProperty("seconds", std::to_string(seconds));
  testing::expect_invariants(report.document);
}

INSTANTIATE_TEST_SUITE_P(All, Hostile, ::testing::ValuesIn(documents()),
                         [](const auto& tested) { return tested.param.name; });

}  // namespace
}  // namespace caveat::hostile
