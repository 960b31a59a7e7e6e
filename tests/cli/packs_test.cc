#include "cli/packs.h"

#include <gtest/gtest.h>

#include "audit/audit.h"
#include "report/writers.h"
#include "support/corpus.h"

namespace caveat {
namespace {

std::string json_of(const std::filesystem::path& path, const Rulebook& rulebook) {
  const std::string name = path.filename().string();
  Document document = read_document(testing::file_bytes(path), name, *format_for(name));
  Report report = {.tool_version = "test",
                   .packs = rulebook.packs,
                   .authorities = &rulebook.authorities,
                   .evidence = &rulebook.evidence,
                   .rules = &rulebook.all,
                   .documents = {},
                   .problems = {}};
  using namespace std::chrono;
  const AuditOptions options{.as_of = 2026y / January / 15, .jurisdictions = {}};
  report.documents.push_back(Auditor(rulebook).audit(std::move(document), options));
  WriterOptions all;
  all.show_dismissed = all.show_sentences = true;
  return writer_named("json")->write(report, all);
}

// The rulebook compiled at build time finds what the packs it was made of find.
TEST(Packs, CompiledAndParsedRulebooksAuditAlike) {
  std::vector<PackSource> sources;
  add_standard_packs(sources);
  const auto parsed = load_rulebook(sources);
  ASSERT_TRUE(parsed);
  const auto compiled = standard_rulebook();
  for (const std::filesystem::path& path : testing::corpus_documents()) {
    EXPECT_TRUE(json_of(path, **parsed) == json_of(path, *compiled)) << path.filename();
  }
}

}  // namespace
}  // namespace caveat
