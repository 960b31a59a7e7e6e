// Whatever strangers write into documents, file names and packs, no report carries it to where it
// acts: to the terminal, into the page, the table, the review or the log of a build.
#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <nlohmann/json.hpp>

#include "hostile/report_readers.h"
#include "report/writers.h"
#include "support/sample_report.h"
#include "support/workspace.h"
#include "support/xml_schema.h"

namespace caveat::hostile {
namespace {

struct Evil {
  std::string_view name, words;
};

using namespace std::string_view_literals;

constexpr Evil evils[] = {
    {"Colour", "\x1B[31mred\x1B[0m"},
    {"Title", "\x1B]0;owned\x07 x"},
    {"TitleWithoutEnd", "x \x1B]0;owned"},
    {"OneCharacterSequences",
     "\xC2\x9B"
     "31m \xC2\x90q \xC2\x9D"
     "0;x"},
    {"BytesOfTheSame",
     "\x9B"
     "31m \x9D"
     "0;x\x07"},
    {"Overwritten", "x\r\x1B[2Ky\b\b\x7F"},
    {"Nul", "a\0b"sv},
    {"Controls", "x\x01\x02\x0B\x0C\x1F"},
    {"Bidi", "\u202Ea\u202C\u2066b\u2069\u200F\u061C"},
    {"Separators", "a\u2028b\u2029c\u0085d"},
    {"Unseen", "a\u200Bb\uFEFFc\u00ADd\U000E0041"},
    {"NoCharacters", "\uFFFE\uFFFF"},
    {"InvalidBytes", "\xFF\xFE\xC3 \xED\xA0\x80 \xC0\xAF"},
    {"LineBreaks", "a\nb\r\nc\rd"},
    {"Script", "<script>alert(1)</script>"},
    {"Attribute", "\"><img src=x onerror=alert(1)>"},
    {"SingleQuotes", "' onmouseover='alert(1)"},
    {"EndTags", "</q></b></li></article></style></title></script><!--"},
    {"References", "&lt;b&gt; &#60;b&#62; &amp; &evil; &#0;"},
    {"Sections", "<![CDATA[ ]]> <?php ?> <!DOCTYPE x>"},
    {"Address", "javascript:alert(1)"},
    {"MarkdownLink", "](javascript:alert(1)) [x](javascript:alert(1)) ![y](http://z/p.png)"},
    {"MarkdownDefinition", "x\n\n[a-uk]: http://example.net\n"},
    {"MarkdownBlocks", "x\n\n# y\n\n> z\n\n- l\n\n1. m\n\n    code\n\n***\n"},
    {"MarkdownTable", "a | b\n--|--\nc | d"},
    {"MarkdownFences", "``` `` ` ~~~ ````` x"},
    {"MarkdownMarks", "*a* _b_ **c** ~~d~~ $e$ $$f$$ \\*g\\* @team #1 !x"},
    {"MarkdownDetails", "<details><summary>x"},
    {"Sum", "=1+1"},
    {"Plus", "+1"},
    {"Minus", "-1"},
    {"At", "@SUM(A1)"},
    {"TabFormula", "\t=1"},
    {"ReturnFormula", "\r=1"},
    {"UnseenFormula", "\u202E\x1B[0m=1"},
    {"WideFormula", "＝1"},
    {"FormulaBehindAQuote", "\",=1,\""},
    {"FormulaBehindABreak", "x\r\n=1+1"},
    {"Semicolons", "a;=1;\"b"},
    {"Command", "::error::pwned"},
    {"CommandBehindABlank", "x ::set-output name=a::b \u00A0::add-mask::c \u3000::debug::d"},
    {"CommandBehindABreak", "x\n::error::y\r::error::z"},
    {"EncodedCommand", "x%0A::error::y%0D%25"},
    {"OlderCommand", "##[add-mask]x"},
    {"AzureCommand", "##vso[task.setvariable variable=a]b"},
    {"TeamcityCommand", "###teamcity[buildStop comment='x']"},
    {"HiddenCommand", "#\x1B[0m#[error]x :\u202E:error::y"},
    {"Braces", "{0} {{x}} ${HOME} $(id) `id`"},
    {"Options", "-rf --quiet"},
    {"Path", "../../../etc/passwd"},
};

// A report in which all that a stranger may word is `words`.
class ReportOf {
 public:
  explicit ReportOf(std::string_view words) : words_(words) {
    rule("claims/one", FindingKind::Claim, Severity::Error);
    rule("claims/two", FindingKind::Claim, Severity::Suggestion);
    rule("damage/three", FindingKind::Damage, Severity::Warning);
    rule("duties/four", FindingKind::Obligation, Severity::Warning);
    report.tool_version = "1.2.3";
    report.packs = {{words_, words_}};
    report.authorities = &authorities_;
    report.evidence = &evidence_;
    report.rules = &all_;
    // A slash would make a folder of it, and thereby another report.
    std::string path = words_;
    std::ranges::replace(path, '/', '\\');
    report.documents.push_back(page(path, "utf-8"));
    report.documents.push_back(page("folder/" + path, "windows-1252"));
    report.problems = {{.code = "unreadable-file",
                        .message = words_,
                        .path = words_,
                        .line = 1,
                        .column = 1,
                        .quoted = words_,
                        .hint = words_}};
    report.baseline = {words_, 1, {{words_, words_, words_}}};
  }
  ReportOf(const ReportOf&) = delete;
  ReportOf& operator=(const ReportOf&) = delete;

  Report report;

 private:
  void rule(std::string id, FindingKind kind, Severity severity) {
    RuleInfo& info = rules_.emplace_back();
    info.id = std::move(id);
    info.family = "family";
    info.kind = kind;
    info.severity = severity;
    info.message = info.why = info.suggestion = words_;
    info.evidence = {words_, words_, {"a-study"}};
    info.authorities = {"a-code"};
    all_.push_back(&info);
  }

  FileReport page(const std::string& path, std::string encoding) {
    FileReport file;
    file.document = test::plain_document(path, "Before " + words_ + " behind.");
    file.document.encoding = std::move(encoding);
    for (const RuleInfo& info : rules_) {
      Finding finding = test::finding_at(file.document, info, words_);
      finding.stance = info.severity == Severity::Suggestion ? Stance::Hedged : Stance::Asserted;
      finding.cues = {{words_, finding.source}};
      finding.detail = words_;
      if (info.kind == FindingKind::Damage) {
        const bool any = file.document.encoding == "utf-8";  // what a report shows of other fixes
        finding.fixes = {{finding.source, any ? words_ : "x", words_, true, {}}};
      }
      file.findings.push_back(finding);
      file.dismissed.push_back({finding, DismissalReason::Suppressed, words_});
    }
    file.coverage = {1, 1, {{"markup", 1}}, words_};
    file.verdict = Verdict::Block;
    return file;
  }

  std::string words_;
  std::deque<RuleInfo> rules_;
  std::vector<const RuleInfo*> all_;
  std::vector<Authority> authorities_{{"a-code", words_, words_, words_, words_, Certainty::Seen}};
  std::vector<EvidenceSource> evidence_{{"a-study", words_, words_, words_, Certainty::Seen}};
};

void PrintTo(const Evil& evil, std::ostream* out) { *out << evil.name; }

class Reports : public ::testing::TestWithParam<Evil> {};

TEST_P(Reports, AreBuiltAsWithHarmlessWords) {
  const ReportOf evil(GetParam().words), harmless("harmless");
  const std::vector<std::string> files{std::string(GetParam().words), "b"}, plain{"a", "b"};
  WriterOptions options{.show_dismissed = true, .width = 100'000};
  for (const Writer& writer : writers()) {
    SCOPED_TRACE(writer.name);
    const Shape shape = shape_for(writer.name);
    ASSERT_NE(shape, nullptr) << "tests/hostile/report_readers.cc has no reader for it";
    const std::string text = writer.write(evil.report, options);
    EXPECT_EQ(shape(text), shape(writer.write(harmless.report, options)));
    expect_harmless_in_a_log(text, writer.name == "github");
    if (writer.overview != nullptr) {
      const std::string overview = writer.overview(evil.report, files);
      EXPECT_EQ(shape(overview), shape(writer.overview(harmless.report, plain)));
      expect_harmless_in_a_log(overview, false);
    }
    // In narrow columns any word may begin a line.
    WriterOptions narrow = options;
    narrow.width = 20;
    expect_harmless_in_a_log(writer.write(evil.report, narrow), writer.name == "github");
  }
}

INSTANTIATE_TEST_SUITE_P(Hostile, Reports, ::testing::ValuesIn(evils),
                         [](const auto& tested) { return std::string(tested.param.name); });

// What is escaped is still said.
TEST(HostileReports, JsonKeepsTheWords) {
  for (const Evil& evil : evils) {
    if (evil.name.ends_with("Bytes") || evil.name == "BytesOfTheSame") continue;
    const ReportOf of(evil.words);
    const auto json = nlohmann::json::parse(writer_named("json")->write(of.report, {}));
    EXPECT_EQ(json["documents"][0]["findings"][0]["text"], evil.words) << evil.name;
  }
}

TEST(HostileReports, XmlFitsItsSchemas) {
  if (!test::has_xmllint()) GTEST_SKIP() << "libxml2-utils is not installed";
  for (const std::string name : {"junit", "checkstyle"}) {
    for (const Evil& evil : evils) {
      const ReportOf of(evil.words);
      EXPECT_TRUE(
          test::fits_xml_schema(writer_named(name)->write(of.report, {}), name + ".xsd", true))
          << evil.name;
    }
  }
}

// The same through the program: names of files, and words beside a claim and in front matter.
TEST(HostileReports, OfAFolderFullOfEvil) {
  test::Workspace work;
  std::size_t count = 0;
  for (const Evil& evil : evils) {
    std::string name(evil.words);
    for (char& letter : name) {
      if (letter == '/' || letter == '\0') letter = '_';  // no name of a file may hold these
    }
    const std::string words(evil.words);
    work.write("in/" + name + ".md", "---\ntitle: \"" + words + "\"\n---\n\n# " + words +
                                         "\n\nMassage cures arthritis " + words +
                                         " and it cures cancer.\n<!-- caveat-ignore " + words +
                                         ": " + words + " -->\n");
    work.write("in/" + std::to_string(++count) + ".html",
               "<title>" + words + "</title><p>Massage cures " + words + " cancer\n<a href='" +
                   words + "'>" + words + "</a><img alt='" + words + "'>");
  }
  for (const Writer& writer : writers()) {
    SCOPED_TRACE(writer.name);
    const std::string name(writer.name);
    const test::Ran ran =
        test::run_caveat({"audit", "in", "--no-config", "--show-dismissed", "--format", name});
    EXPECT_EQ(ran.code, 2) << "those that are no text are problems: " << ran.error;
    (void)shape_for(name)(ran.out);
    expect_harmless_in_a_log(ran.out, name == "github");
    expect_harmless_in_a_log(ran.error, false);
    const test::Ran kept =
        test::run_caveat({"audit", "in", "--no-config", "--format", name, "--out", "out-" + name});
    expect_harmless_in_a_log(kept.out + kept.error, false);
    const std::string run_file = work.read("out-" + name + "/" + std::string(writer.run_file));
    (void)shape_for(name)(run_file);
    expect_harmless_in_a_log(run_file, name == "github");
  }
}

}  // namespace
}  // namespace caveat::hostile
