// A pack from a stranger, loaded alone: a rulebook or problems, and a rulebook audits.
#include "audit/audit.h"
#include "fuzz/fuzz.h"
#include "input/formats.h"
#include "rulebook/rulebook.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace caveat;
  const PackSource pack{"fuzz.yaml", fuzz::bytes_of(data, size)};
  const LoadedRulebook loaded = load({&pack, 1});
  if ((loaded.rulebook == nullptr) == loaded.problems.empty()) {
    fuzz::fail("neither a rulebook nor a problem, or both");
  }
  for (const Problem& problem : loaded.problems) {
    if (to_text(problem).empty()) fuzz::fail("a problem without a message");
  }
  if (loaded.rulebook == nullptr) return 0;
  Document document =
      read_document("Massage cures all pain. It does not remove toxins: knots melt (100 %).",
                    "page.txt", *format_named("text"));
  AuditOptions options;
  options.all_languages = true;
  const FileReport report = Auditor(*loaded.rulebook).audit(std::move(document), options);
  for (const Finding& finding : report.findings) {
    if (finding.source.end > report.document.source.size()) fuzz::fail("a finding past the end");
  }
  return 0;
}
