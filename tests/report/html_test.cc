// The HTML report: marks that overlap, links both ways, and nothing of a stranger's that acts.
#include <gtest/gtest.h>

#include <set>

#include "report/formats.h"
#include "report/html_copy.h"
#include "report/html_text.h"
#include "report/html_words.h"
#include "support/html.h"
#include "support/sample_report.h"

namespace caveat {
namespace {

using test::finding_at;
using test::plain_document;
using test::SampleReport;
using test::without_assets;

CopyMark mark(std::size_t begin, std::size_t end, const std::string& number,
              Severity severity = Severity::Warning) {
  return {.prose = {begin, end},
          .kind = CopyMark::Kind::Finding,
          .severity = severity,
          .number = number,
          .anchor = "p" + number,
          .entry = "e" + number};
}

std::string flow(const std::string& prose, const std::vector<CopyMark>& marks) {
  return marked_copy(plain_document("a.md", prose), marks).flow;
}

TEST(HtmlCopy, MarksWords) {
  EXPECT_EQ(flow("one two", {mark(4, 7, "1")}),
            "<p dir=\"auto\">one <span id=\"p1\"></span><a class=\"mark warning\" href=\"#e1\" "
            "data-entries=\"e1\">two<sup>1</sup></a></p>\n");
}

TEST(HtmlCopy, CutsOverlappingMarksIntoPieces) {
  const std::string text = flow("abcdef", {mark(0, 4, "1"), mark(2, 6, "2", Severity::Error)});
  EXPECT_EQ(text,
            "<p dir=\"auto\"><span id=\"p1\"></span><a class=\"mark warning\" href=\"#e1\" "
            "data-entries=\"e1\">ab</a><span id=\"p2\"></span><a class=\"mark error\" "
            "href=\"#e2\" data-entries=\"e2 e1\">cd<sup>1</sup></a><a class=\"mark error\" "
            "href=\"#e2\" data-entries=\"e2\">ef<sup>2</sup></a></p>\n");
}

TEST(HtmlCopy, PutsTheShorterOfEqualMarksOnTop) {
  const std::string text = flow("abcdef", {mark(0, 6, "1"), mark(2, 4, "2")});
  EXPECT_NE(text.find("href=\"#e2\" data-entries=\"e2 e1\">cd<sup>2</sup>"), std::string::npos)
      << text;
}

TEST(HtmlCopy, LinksNoBlanks) {
  const std::string text = flow("ab cd", {mark(0, 3, "1"), mark(2, 5, "2", Severity::Error)});
  EXPECT_NE(text.find("<span class=\"mark error\" data-entries=\"e2 e1\"> <sup>1</sup></span>"),
            std::string::npos)
      << text;
}

TEST(HtmlCopy, MarksOverSeveralBlocksAreMarkedInEach) {
  Document page = plain_document("a.md", "abc\ndef");
  page.blocks = {{.prose = {0, 3}}, {.prose = {4, 7}, .kind = BlockKind::ListItem, .level = 1}};
  const MarkedCopy copy = marked_copy(page, {mark(2, 5, "1")});
  EXPECT_EQ(copy.flow,
            "<p dir=\"auto\">ab<span id=\"p1\"></span><a class=\"mark warning\" href=\"#e1\" "
            "data-entries=\"e1\">c</a></p>\n<ul dir=\"auto\">\n<li class=\"depth-1\"><a "
            "class=\"mark warning\" href=\"#e1\" data-entries=\"e1\">d<sup>1</sup></a>ef</li>\n"
            "</ul>\n");
}

TEST(HtmlCopy, TellsWhichMarksHaveNoPlace) {
  const MarkedCopy copy =
      marked_copy(plain_document("a.md", "abc"), {mark(0, 2, "1"), mark(1, 1, "2")});
  EXPECT_EQ(copy.placed, (std::vector<bool>{true, false}));
}

TEST(HtmlCopy, KeepsWordsThatDoNotStandInTheTextApart) {
  Document page = plain_document("a.html", "Cure\nHello");
  page.blocks = {{.prose = {0, 4}, .kind = BlockKind::Title, .region = Region::Head},
                 {.prose = {5, 10}}};
  const MarkedCopy copy = marked_copy(page, {mark(0, 4, "1")});
  EXPECT_EQ(copy.flow, "<p dir=\"auto\">Hello</p>\n");
  EXPECT_NE(copy.beside.find("<dt>Title</dt>"), std::string::npos);
  EXPECT_TRUE(copy.beside_marked);
}

TEST(HtmlCopy, NeverSkipsALevelOfHeadings) {
  Document page = plain_document("a.html", "A\nB\nC");
  page.blocks = {{.prose = {0, 1}, .kind = BlockKind::Heading, .level = 4},
                 {.prose = {2, 3}, .kind = BlockKind::Heading, .level = 6},
                 {.prose = {4, 5}, .kind = BlockKind::Heading, .level = 1}};
  EXPECT_EQ(marked_copy(page, {}).flow,
            "<h3 class=\"level-4\" dir=\"auto\">A</h3>\n<h4 class=\"level-6\" dir=\"auto\">B</h4>\n"
            "<h3 class=\"level-1\" dir=\"auto\">C</h3>\n");
}

TEST(HtmlCopy, BuildsTablesWithTheirGaps) {
  Document page = plain_document("a.html", "A\nB\nC");
  page.blocks = {
      {.prose = {0, 1}, .kind = BlockKind::TableHeader, .group = 1, .row = 0, .column = 0},
      {.prose = {2, 3}, .kind = BlockKind::TableHeader, .group = 1, .row = 0, .column = 2},
      {.prose = {4, 5}, .kind = BlockKind::TableCell, .group = 1, .row = 1, .column = 0}};
  EXPECT_EQ(marked_copy(page, {}).flow,
            "<div class=\"wide\"><table>\n<tr><th dir=\"auto\">A</th><td colspan=\"1\"></td>"
            "<th dir=\"auto\">B</th></tr>\n<tr><td dir=\"auto\">C</td></tr>\n</table></div>\n");
}

TEST(HtmlCopy, ShowsWhatActsOnTheDirectionOfText) {
  EXPECT_EQ(html_copy_text("a\u202Eb\u200B", false),
            "a<span class=\"unseen\">U+202E</span>b\u200B");
  EXPECT_EQ(html_copy_text("\u200B\n", true), "<span class=\"unseen\">U+200B</span><br>");
}

TEST(HtmlText, EscapesEverything) {
  EXPECT_EQ(html("<a href='x' b=\"y\">&\x1B[31m"),
            "&lt;a href=&#39;x&#39; b=&quot;y&quot;&gt;&amp;");
}

TEST(HtmlText, LinksOnlyToTheWeb) {
  EXPECT_EQ(html_link("t", "javascript:alert(1)"), "t");
  EXPECT_EQ(html_link("t", "data:text/html,x"), "t");
  EXPECT_EQ(html_link("t", "//evil.example"), "t");
  EXPECT_EQ(html_link("t", ""), "t");
  EXPECT_EQ(html_link("<t>", "https://a.example/?x=\"y\"&z"),
            "<a href=\"https://a.example/?x=&quot;y&quot;&amp;z\" rel=\"noopener noreferrer\">"
            "&lt;t&gt;</a>");
}

// A document that tries to be markup wherever its words may appear.
struct HostileReport {
  HostileReport() {
    rule.id = "a/b";
    rule.family = evil;
    rule.message = "Look. " + evil;
    rule.why = rule.suggestion = evil;
    rule.evidence = {evil, evil, {}};
    rule.on_stance[0] = Severity::Warning;
    for (const BlockKind kind : {BlockKind::Paragraph, BlockKind::Title, BlockKind::TableCell}) {
      FileReport file;
      file.document = plain_document("x/" + evil + ".md", evil);
      file.document.language = "en\" onload=\"x";
      file.document.blocks.front().kind = kind;
      Finding finding = finding_at(file.document, rule, evil);
      finding.detail = evil;
      finding.stance = Stance::Hedged;
      finding.cues = {{evil, finding.source}};
      finding.fixes = {{finding.source, evil, evil, true, {}}};
      file.findings.push_back(finding);
      file.dismissed.push_back({finding, DismissalReason::Excepted, evil});
      file.coverage.note = evil;
      report.documents.push_back(std::move(file));
    }
    report.tool_version = evil;
    report.packs = {{evil, evil}};
    report.problems = {{.code = "x", .message = evil, .path = evil, .hint = evil}};
  }

  const std::string evil =
      "\"'><script>alert(1)</script><img src=x onerror=alert(2)></style><!-- javascript:alert(3)";
  RuleInfo rule;
  Report report;
};

TEST(HtmlReport, LetsNothingOfADocumentBecomeMarkup) {
  const HostileReport hostile;
  const std::vector<std::string> files(hostile.report.documents.size(), hostile.evil);
  for (const std::string& page : {write_html(hostile.report, {.overview = hostile.evil}),
                                  write_html_overview(hostile.report, files)}) {
    const std::string markup = without_assets(page);
    EXPECT_EQ(markup.find("<script>alert"), std::string::npos);
    EXPECT_EQ(markup.find("<img"), std::string::npos);
    EXPECT_EQ(markup.find("<!--"), std::string::npos);
    EXPECT_EQ(markup.find("\" onload="), std::string::npos);
    EXPECT_EQ(markup.find("href=\"javascript"), std::string::npos);
    EXPECT_NE(markup.find("&lt;script&gt;alert(1)"), std::string::npos);
  }
}

std::set<std::string> values_of(const std::string& page, const std::string& before) {
  std::set<std::string> values;
  for (std::size_t at = page.find(before); at != std::string::npos; at = page.find(before, at)) {
    at += before.size();
    values.insert(page.substr(at, page.find('"', at) - at));
  }
  return values;
}

TEST(HtmlReport, LinksLeadSomewhere) {
  const SampleReport sample;
  const std::string page = without_assets(write_html(sample.report, {.show_dismissed = true}));
  const std::set<std::string> ids = values_of(page, " id=\"");
  const std::set<std::string> targets = values_of(page, "href=\"#");
  EXPECT_GT(targets.size(), 10U);
  for (const std::string& target : targets) EXPECT_TRUE(ids.contains(target)) << target;
}

TEST(HtmlWords, StandInTheirSentence) {
  const RuleInfo rule;
  const auto shown = [&rule](const std::string& before, const std::string& after) {
    const Document page = plain_document("a.md", "Else.\n" + before + "heals <you>" + after);
    return html_words_in_context(page, finding_at(page, rule, "heals <you>"), false);
  };
  EXPECT_EQ(shown("It ", " here.\nNo."), "It <b>heals &lt;you&gt;</b> here.");
  EXPECT_EQ(shown("", ""), "<b>heals &lt;you&gt;</b>");
  const std::string long_words = "a word that is long, another that is longer, and the longest ";
  EXPECT_EQ(shown(long_words, long_words),
            "\u2026 word that is long, another that is longer, and the longest <b>heals "
            "&lt;you&gt;</b>a word that is long, another that is longer, and the longest\u2026");
  std::string unbroken;
  for (int i = 0; i < 70; ++i) unbroken += "\u00FC";
  const std::string cut = shown(unbroken, unbroken);
  EXPECT_EQ(cut.size(), 2 * 60 + 2 * std::string("\u2026").size() +
                            std::string("<b>heals &lt;you&gt;</b>").size())
      << cut;
}

TEST(HtmlReport, SaysOnceWhatOneRuleSaysOfManyPlaces) {
  RuleInfo rule;
  rule.id = "a/b";
  rule.message = "Heals.";
  rule.why = "The one reason.";
  Report report;
  report.documents.emplace_back();
  FileReport& file = report.documents.back();
  file.document = plain_document("a.md", "heals heals heals heals heals heals heals heals");
  for (std::size_t at = 0; at < file.document.source.size(); at += 6) {
    file.findings.push_back(finding_at(file.document, rule, "heals", at));
  }
  file.findings.back().severity = Severity::Error;
  const std::string page = without_assets(write_html(report, {}));
  const auto count = [&page](std::string_view words) {
    std::size_t number = 0;
    for (std::size_t at = 0; (at = page.find(words, at)) != std::string::npos; ++at) ++number;
    return number;
  };
  EXPECT_EQ(count("The one reason."), 2U) << "for errors and for warnings";
  EXPECT_EQ(count("class=\"place\""), 8U);
  EXPECT_NE(page.find("7 places"), std::string::npos);
  EXPECT_NE(page.find("2 more places"), std::string::npos);
  EXPECT_LT(page.find("<li class=\"entry error\""), page.find("<li class=\"entry warning\""));
}

TEST(HtmlReport, AsksTheNetworkForNothing) {
  const SampleReport sample;
  const std::string page = write_html(sample.report, {});
  for (const char* asks : {" src=", "url(", "@import", "fetch(", "<link", "<iframe"}) {
    EXPECT_EQ(page.find(asks), std::string::npos) << asks;
  }
}

TEST(HtmlIndex, GroupsTheSameClaim) {
  RuleInfo rule;
  rule.id = "a/b";
  Report report;
  for (const char* words : {"Heals  you", "heals you", "cures me"}) {
    FileReport file;
    file.document = plain_document(std::string(words) + ".md", words);
    file.findings.push_back(finding_at(file.document, rule, words));
    report.documents.push_back(std::move(file));
  }
  const std::string page = write_html_overview(report, {});
  EXPECT_NE(page.find("The same claim in several documents (1)"), std::string::npos);
  EXPECT_NE(page.find("<strong>2 documents, warning</strong> <q>Heals  you</q>"),
            std::string::npos);
}

}  // namespace
}  // namespace caveat
