// What each format must escape so that a document cannot leave its cell, its attribute or its line.
#include <gtest/gtest.h>

#include "report/formats.h"
#include "report/uri.h"
#include "report/xml.h"
#include "support/sample_report.h"

namespace caveat {
namespace {

using test::finding_at;
using test::plain_document;

// A report of one finding at `words`, which are the whole of the document `path`.
class OneFinding {
 public:
  OneFinding(std::string path, const std::string& words) {
    rule_.id = "a/b";
    rule_.kind = FindingKind::Damage;
    rule_.message = "Look: 100 %, really.";
    FileReport file;
    file.document = plain_document(std::move(path), words);
    file.findings.push_back(finding_at(file.document, rule_, words));
    report.documents.push_back(std::move(file));
  }
  Report report;

 private:
  RuleInfo rule_;
};

TEST(CsvReport, DefusesFormulas) {
  for (const char* evil : {"=1+1", "+1", "-1", "@SUM(A1)", "＝1"}) {
    const OneFinding one("a.md", evil);
    EXPECT_NE(write_csv(one.report, {}).find(std::string(",'") + evil), std::string::npos) << evil;
  }
}

TEST(CsvReport, QuotesWhatWouldEndACell) {
  const OneFinding one("a,b.md", "say \"x\"\nnow");
  const std::string table = write_csv(one.report, {});
  EXPECT_NE(table.find("\r\n\"a,b.md\","), std::string::npos);
  EXPECT_NE(table.find("\"say \"\"x\"\" now\""), std::string::npos);
}

TEST(GithubReport, EscapesPropertiesAndMessages) {
  const OneFinding one("a:b,c%.md", "x");
  EXPECT_EQ(write_github(one.report, {}),
            "::warning file=a%3Ab%2Cc%25.md,line=1,endLine=1,col=1,endColumn=2,title=a/b::"
            "Look: 100 %25, really.\n");
}

TEST(MarkdownReport, KeepsWordsInTheirCodeSpan) {
  const OneFinding one("a.md", "`` <b> ```x");
  EXPECT_NE(write_markdown(one.report, {}).find("```` `` <b> ```x ````"), std::string::npos);
}

TEST(Xml, HoldsNothingThatXmlCannot) {
  EXPECT_EQ(xml("<a href=\"x\">&'"), "&#60;a href=&#34;x&#34;&#62;&#38;&#39;");
  EXPECT_EQ(xml(std::string_view("\0\x1B", 2)), "\uFFFD\uFFFD");
  EXPECT_EQ(xml("\n\t"), "&#10;&#9;");
  EXPECT_EQ(xml("\u202Ex\uFFFE"), "&#8238;x\uFFFD");
  EXPECT_EQ(xml("caf\xE9"), "caf\uFFFD");
}

TEST(Uri, EncodesFileNames) {
  EXPECT_EQ(uri("a b/c:d#e?.md"), "a%20b/c%3Ad%23e%3F.md");
  EXPECT_EQ(uri("/tmp/ü.md"), "file:///tmp/%C3%BC.md");
}

}  // namespace
}  // namespace caveat
