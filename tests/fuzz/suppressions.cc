// Instructions that silence rules, in any format (chosen by the first byte): their scopes lie in
// the document, and what they silence is dismissed, never lost.
#include "audit/suppression.h"

#include "fuzz/fuzz.h"
#include "input/formats.h"
#include "support/invariants.h"

namespace caveat::fuzz {
namespace {

// One finding of each rule in each block.
std::vector<Finding> findings_everywhere(const Document& document,
                                         std::span<const RuleInfo> rules) {
  std::vector<Finding> findings;
  for (const Block& block : document.blocks) {
    for (const RuleInfo& rule : rules) {
      Finding& finding = findings.emplace_back();
      finding.rule = &rule;
      finding.prose = block.prose;
      finding.source = document.map.to_source(block.prose);
    }
  }
  return findings;
}

void check(const Suppression& suppression, const Document& document) {
  const std::size_t size = document.source.size();
  if (suppression.source.begin >= suppression.source.end || suppression.source.end > size) {
    fail("an instruction outside of the source");
  }
  // One past the end: so that a finding of nothing at the end lies in it.
  if (suppression.scope.begin > suppression.scope.end || suppression.scope.end > size + 1) {
    fail("a scope outside of the source");
  }
  if (suppression.mistake.empty() && suppression.reason.empty()) {
    fail("an instruction without a reason");
  }
}

}  // namespace
}  // namespace caveat::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace caveat;
  using namespace std::chrono_literals;
  fuzz::assertions_abort();
  if (size == 0) return 0;
  static const std::vector<RuleInfo> rules = [] {
    std::vector<RuleInfo> both(2);
    both[0].id = "a/b";
    both[1].id = "pain/relieves-pain";
    return both;
  }();
  const auto all = formats();
  const Document document =
      read_document(fuzz::bytes_of(data + 1, size - 1), "fuzz", all[data[0] % all.size()]);
  caveat::testing::expect_invariants(document);
  auto suppressions = read_suppressions(document, 2026y / 6 / 1);
  for (const Suppression& each : suppressions) fuzz::check(each, document);
  std::vector<Finding> findings = fuzz::findings_everywhere(document, rules);
  const std::size_t before = findings.size();
  std::vector<Dismissal> dismissed;
  apply(suppressions, document, findings, dismissed);
  if (findings.size() + dismissed.size() != before) fuzz::fail("a finding was lost");
  if (suppressions.empty() && !dismissed.empty()) fuzz::fail("silenced by nobody");
  for (const Suppression& each : suppressions) {
    const bool counts = each.mistake.empty() && !each.expired;
    if (!counts && std::ranges::any_of(each.rules, &Suppression::Named::used)) {
      fuzz::fail("silenced by an instruction that does not count");
    }
  }
  for (const Dismissal& each : dismissed) {
    if (each.reason != DismissalReason::Suppressed || each.detail.empty()) {
      fuzz::fail("silenced without a reason");
    }
  }
  return 0;
}
