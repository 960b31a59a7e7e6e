// The report that every writer's golden file shows: one of each thing that a report can hold, and
// what a hostile document or file name could bring into it.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "model/line_index.h"
#include "model/report.h"

namespace caveat::test {

// A document whose prose is its source.
inline Document plain_document(std::string path, std::string source) {
  Document document;
  document.path = std::move(path);
  document.format = "markdown";
  document.encoding = "utf-8";
  document.language = "en";
  document.source = document.prose = std::move(source);
  const std::size_t size = document.source.size();
  document.map.append({{0, size}, {0, size}, SourceSegment::Kind::Copied});
  document.blocks.push_back({.prose = {0, size}});
  return document;
}

// Points at `words` in the document's source, from `after` on.
inline Finding finding_at(const Document& document, const RuleInfo& rule, std::string_view words,
                          std::size_t after = 0) {
  const LineIndex lines(document.source, document.code_units());
  const std::size_t begin = document.source.find(words, after);
  Finding finding;
  finding.rule = &rule;
  finding.severity = rule.severity;
  finding.source = {begin, begin + words.size()};
  finding.prose = document.map.to_prose(finding.source);
  const std::size_t line_start = document.source.rfind('\n', begin);
  finding.sentence = {line_start == std::string::npos ? 0 : line_start + 1,
                      std::min(document.source.find('\n', begin), document.source.size())};
  finding.start = lines.at(finding.source.begin);
  finding.stop = lines.at(finding.source.end);
  finding.fingerprint =
      std::stoull("00112233aabb" + std::to_string(1000 + finding.start.line), nullptr, 16);
  return finding;
}

class SampleReport {
 public:
  SampleReport() {
    report.tool_version = "1.2.3";
    report.packs = {{"detox", "3"}, {"duties", "1"}};
    report.authorities = &authorities_;
    report.evidence = &evidence_;
    report.rules = &all_;
    for (const RuleInfo& rule : rules_) all_.push_back(&rule);
    report.documents.push_back(detox_page());
    report.documents.push_back(legacy_page());
    report.documents.push_back(hostile_page());
    report.documents.push_back(clean_page());
    report.problems = {{.code = "unreadable-file",
                        .message = "cannot be read: Permission denied",
                        .path = "pages/secret.md"}};
    report.baseline = {".caveat-baseline.json",
                       1,
                       {{"pages/detox.md", "detox/flushes-toxins", "draws toxins out"}}};
  }
  SampleReport(const SampleReport&) = delete;
  SampleReport& operator=(const SampleReport&) = delete;

  Report report;

 private:
  FileReport detox_page() {
    FileReport file;
    file.document = plain_document(
        "pages/detox.md",
        "# Detox\n"
        "\tOur \xE6\xBC\xA2\xE5\xAD\x97 massage, with cafe\xCC\x81, flushes toxins out.\n"
        "It flushes toxins again. Some say it may boost immunity.\n"
        "\xE2\x80\x9CIt cured my migraine!\xE2\x80\x9D says Ann. It does not cure cancer.\n"
        "We\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2re open. Zero\xE2\x80\x8Bwidth.\n"
        "Before the words that matter there is a long introduction about candles, oils, towels and "
        "music, and then the page says that massage heals arthritis for good, and after that it "
        "goes on about parking, prices, vouchers and the weather for quite a while.\n");
    const Document& page = file.document;
    file.findings = {finding_at(page, toxins, "flushes toxins"),
                     finding_at(page, toxins, "flushes toxins", page.source.find("again") - 16),
                     hedged(page),
                     quoted(page),
                     mojibake(page),
                     finding_at(page, invisible, "\xE2\x80\x8B"),
                     finding_at(page, arthritis, "massage heals arthritis for good"),
                     owed(page)};
    Finding negated = finding_at(page, arthritis, "cure cancer");
    negated.stance = Stance::Negated;
    negated.cues = {{"does not", finding_at(page, arthritis, "does not").source}};
    Finding suppressed = finding_at(page, toxins, "Detox");
    file.dismissed = {{suppressed, DismissalReason::Suppressed, "the name of the studio"},
                      {negated, DismissalReason::Stance, "does not"},
                      {finding_at(page, invisible, "prices"), DismissalReason::Baselined,
                       ".caveat-baseline.json"}};
    file.obligations = {{&disclaimer, true, false, {}, file.findings[6].source},
                        {&terms, false, true, finding_at(page, terms, "prices").source, {}}};
    file.sentences = {{{0, 5}, {2, 7}, SentenceClass::Label::None, Stance::Asserted, ""},
                      {file.findings[0].prose, file.findings[0].source, SentenceClass::Label::Claim,
                       Stance::Asserted, "detox-toxins"}};
    file.coverage = {page.source.size(), page.source.size() - 3, {{"markup", 3}}, ""};
    file.verdict = Verdict::Block;
    file.score = 88;
    return file;
  }

  Finding hedged(const Document& page) {
    Finding finding = finding_at(page, immunity, "boost immunity");
    finding.stance = Stance::Hedged;
    finding.severity = Severity::Suggestion;
    finding.cues = {{"Some say", finding_at(page, immunity, "Some say").source},
                    {"may", finding_at(page, immunity, "may").source}};
    return finding;
  }

  Finding quoted(const Document& page) {
    Finding finding = finding_at(page, immunity, "cured my migraine");
    finding.stance = Stance::Quoted;
    finding.cues = {{"says Ann", finding_at(page, immunity, "says Ann").source}};
    finding.block = BlockKind::Quote;
    return finding;
  }

  Finding mojibake(const Document& page) {
    const std::string_view bytes = "\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2";
    Finding finding = finding_at(page, damage, bytes);
    finding.detail = "UTF-8 was read as windows-1252.";
    finding.fixes = {{.source = finding.source,
                      .replacement = "\xE2\x80\x99",
                      .text = "\xE2\x80\x99",
                      .certain = true,
                      .refusal = {}}};
    return finding;
  }

  Finding owed(const Document& page) {
    Finding finding = finding_at(page, disclaimer, "massage heals arthritis for good");
    finding.detail = "The page names a disease.";
    return finding;
  }

  FileReport legacy_page() {
    FileReport file;
    Document& page = file.document;
    page.path = "pages/caf\xC3\xA9.html";
    page.format = "html";
    page.encoding = "windows-1252";
    page.language = "fr";
    page.source = "<p>Caf\xE9 massage heals arthritis</p>\r\n";
    page.prose = "Caf\xC3\xA9 massage heals arthritis";
    page.map.append({{0, 3}, {3, 6}, SourceSegment::Kind::Copied});
    page.map.append({{3, 5}, {6, 7}, SourceSegment::Kind::Replaced});
    page.map.append({{5, 29}, {7, 31}, SourceSegment::Kind::Copied});
    page.blocks.push_back({.prose = {0, 29}});
    file.findings = {finding_at(page, arthritis, "heals arthritis")};
    file.coverage = {page.source.size(), 28, {{"markup", 7}, {"whitespace", 2}}, ""};
    file.verdict = Verdict::Review;
    file.score = 20;
    return file;
  }

  FileReport hostile_page() {
    FileReport file;
    file.document = plain_document(
        "odd/100%: a,b|`<c>`\x1B]0;owned\x07\xE2\x80\xAE\n\xFF.txt",
        "=HYPERLINK(\"http://example.com\",\"flushes toxins\") <script>alert(1)</script> "
        "\x1B[31mflushes\x1B[0m\xE2\x80\xAE toxins ]]> ``` & \x9B"
        "31m end");
    const Document& page = file.document;
    file.findings = {
        finding_at(page, toxins, "=HYPERLINK(\"http://example.com\",\"flushes toxins\") <script>"),
        finding_at(page, toxins, "\x1B[31mflushes\x1B[0m\xE2\x80\xAE toxins ]]> ```")};
    file.coverage = {page.source.size(), page.source.size(), {}, ""};
    file.verdict = Verdict::Block;
    file.score = 36;
    return file;
  }

  FileReport clean_page() {
    FileReport file;
    file.document = plain_document("pages/clean.md", "Rahatlayın.\n");
    file.document.language = "tr";
    file.coverage = {file.document.source.size(),
                     file.document.source.size(),
                     {},
                     "No rule speaks Turkish: only damage was looked for."};
    return file;
  }

  RuleInfo& rule(std::string id, std::string family, FindingKind kind, Severity severity,
                 std::string message) {
    RuleInfo info;
    info.pack = id.substr(0, id.find('/'));
    info.id = std::move(id);
    info.family = std::move(family);
    info.kind = kind;
    info.severity = severity;
    info.message = std::move(message);
    info.on_stance[0] = severity;
    return rules_.emplace_back(std::move(info));
  }

  std::vector<Authority> authorities_{
      {"uk-cap-12-1", "CAP Code, rule 12.1: evidence", "uk", "https://example.org/cap?a=1&b=(2)",
       "Claims need evidence.", Certainty::Seen},
      {"us-ftc-health", "FTC health products guidance", "us", "https://example.org/ftc", "",
       Certainty::SeenSecondHand}};
  std::vector<EvidenceSource> evidence_{
      {"doe-2020", "Doe J, Roe R. Massage and toxins. J Test 2020.", "No toxin was measured.",
       "https://doi.org/10.0000/test", Certainty::Seen}};
  std::deque<RuleInfo> rules_;  // a deque: findings point at its elements
  std::vector<const RuleInfo*> all_;

  static RuleInfo& with_reasons(RuleInfo& info) {
    info.why =
        "The liver and the kidneys clear what the body does not need. A reader who believes that "
        "massage does this may put off a visit to a doctor, and the advertising codes ask for "
        "evidence.";
    info.suggestion = "leaves you relaxed";
    info.evidence = {"contradicted",
                     "Nothing of the kind was found in blood or urine.",
                     {"doe-2020", "not-in-this-report"}};
    info.authorities = {"uk-cap-12-1", "de-not-asked-for", "us-ftc-health"};
    return info;
  }
  static RuleInfo& with_statement(RuleInfo& info) {
    info.why = "Readers with an illness could take the page for medical advice.";
    info.suggestion = "This page is no medical advice. Please ask your doctor.";
    return info;
  }

  RuleInfo& toxins = with_reasons(rule("detox/flushes-toxins", "detox-toxins", FindingKind::Claim,
                                       Severity::Error, "Says that massage flushes toxins."));
  RuleInfo& immunity = rule("body/boosts-immunity", "immune-boost", FindingKind::Claim,
                            Severity::Warning, "Says that massage strengthens the immune system.");
  RuleInfo& arthritis = rule("disease/heals-arthritis", "arthritis", FindingKind::Claim,
                             Severity::Warning, "Says that massage treats arthritis.");
  RuleInfo& damage = rule("damage/mojibake", "mojibake", FindingKind::Damage, Severity::Error,
                          "Text was decoded with the wrong charset.");
  RuleInfo& invisible = rule("damage/zero-width", "zero-width", FindingKind::Damage,
                             Severity::Warning, "Holds a character that nobody can see.");
  RuleInfo& disclaimer = with_statement(
      rule("duties/medical-advice-disclaimer", "not-medical-advice", FindingKind::Obligation,
           Severity::Warning, "Does not say that it is no medical advice."));
  RuleInfo& terms = rule("duties/offer-terms", "offer-terms", FindingKind::Obligation,
                         Severity::Suggestion, "Makes an offer without its terms.");
};

}  // namespace caveat::test
