// The whole audit with the standard packs; the first byte chooses the format. Checked: spans lie in
// the document and slices are equal, fixes fit, whatever is silenced is dismissed and not lost, and
// one more unrelated paragraph in front shifts the claims by exactly its length.
#include "fuzz/audit.h"

#include <algorithm>
#include <tuple>
#include <vector>

#include "fuzz/fuzz.h"
#include "support/invariants.h"

namespace caveat::fuzz {
namespace {

constexpr std::string_view unrelated = "The room has a window onto the yard.\n\n";

FileReport audit(const std::string& bytes, const Format& format, const HouseRules* house) {
  AuditOptions options = audit_options();
  options.house = house;
  return auditor().audit(read_document(bytes, "fuzz", format), options);
}

void check(const Finding& finding, const Document& document) {
  if (finding.source.begin > finding.source.end || finding.source.end > document.source.size()) {
    fail("a finding outside of the source");
  }
  if (finding.prose.begin > finding.prose.end || finding.prose.end > document.prose.size()) {
    fail("a finding outside of the prose");
  }
  const std::string_view bytes = slice(document.source, finding.source);
  if (document.encoding == "utf-8" && words_of(finding, document) != bytes)
    fail("a text that is no slice");
  for (const Cue& cue : finding.cues) {
    if (cue.source.end > document.source.size()) fail("a cue outside of the source");
  }
  for (const Fix& fix : finding.fixes) {
    if (fix.source.begin > fix.source.end || fix.source.end > document.source.size()) {
      fail("a fix outside of the source");
    }
  }
}

void check(const FileReport& report) {
  const Document& document = report.document;
  testing::expect_invariants(document);
  for (const Finding& finding : report.findings) check(finding, document);
  for (const Dismissal& dismissal : report.dismissed) {
    check(dismissal.finding, document);
    if (dismissal.detail.empty()) fail("dismissed without a reason");
  }
  for (const SentenceClass& sentence : report.sentences) {
    if (sentence.source.end > document.source.size()) fail("a sentence outside of the source");
  }
  std::size_t skipped = 0;
  for (const auto& [reason, bytes] : report.coverage.skipped) skipped += bytes;
  if (report.coverage.audited + skipped != document.source.size()) fail("bytes not accounted for");
}

// Every rule that does not speak of the instructions themselves, and is not for the whole page.
HouseRules everything_off() {
  HouseRules house;
  for (const RuleInfo* rule : rulebook().all) {
    house.levels[rule->id] = {.off = true, .severity = {}, .detail = "off"};
  }
  return house;
}

using Match = std::tuple<std::string_view, std::size_t, std::size_t>;

std::vector<Match> claims(const FileReport& report) {
  std::vector<Match> found;
  const auto add = [&found](const Finding& finding) {
    if (finding.rule->kind != FindingKind::Claim) return;
    found.emplace_back(finding.rule->id, finding.source.begin, finding.source.end);
  };
  for (const Finding& finding : report.findings) add(finding);
  for (const Dismissal& dismissal : report.dismissed) add(dismissal.finding);
  std::ranges::sort(found);
  return found;
}

void check_nothing_is_lost(const FileReport& report, const std::string& bytes,
                           const Format& format) {
  static const HouseRules house = everything_off();
  const FileReport silenced = audit(bytes, format, &house);
  if (!silenced.findings.empty()) fail("a rule that is off reports");
  if (claims(silenced) != claims(report)) fail("a claim that is silenced is lost");
}

// The claims reported, `by` bytes to the left.
std::vector<Match> reported(const FileReport& report, std::size_t by) {
  std::vector<Match> found;
  for (const Finding& finding : report.findings) {
    if (finding.rule->kind != FindingKind::Claim || finding.source.begin < by) continue;
    found.emplace_back(finding.rule->id, finding.source.begin - by, finding.source.end - by);
  }
  return found;
}

// Behind one such paragraph nothing is the title of the page or its front matter any more.
void check_shift(const std::string& bytes, const Format& format) {
  if (format.name == "html") return;
  const std::string once = std::string(unrelated) + bytes;
  const FileReport before = audit(once, format, nullptr);
  const FileReport after = audit(std::string(unrelated) + once, format, nullptr);
  // Whether bytes are text, and in which encoding, is a question of how many of them look so.
  for (const FileReport* report : {&before, &after}) {
    if (report->document.encoding != "utf-8" || report->document.prose.empty()) return;
  }
  if (reported(before, unrelated.size()) != reported(after, 2 * unrelated.size())) {
    fail("an unrelated paragraph changes the claims below it");
  }
}

}  // namespace
}  // namespace caveat::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace caveat;
  fuzz::assertions_abort();
  if (size == 0) return 0;
  const auto all = formats();
  const Format& format = all[data[0] % all.size()];
  const std::string bytes = fuzz::bytes_of(data + 1, size - 1);
  const FileReport report = fuzz::audit(bytes, format, nullptr);
  fuzz::check(report);
  fuzz::check_nothing_is_lost(report, bytes, format);
  fuzz::check_shift(bytes, format);
  return 0;
}
