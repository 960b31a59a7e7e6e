#include "input/html.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "support/invariants.h"
#include "support/reading.h"

namespace caveat::testing {
namespace {

Lines outline_of(std::string_view page) {
  const Document document = read("html", page);
  expect_invariants(document);
  return outline(document);
}

std::string prose_of(std::string_view page) { return read("html", page).prose; }

std::string repeat(std::string_view text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

TEST(Html, ReadsTheHead) {
  EXPECT_EQ(outline_of("<title>Massage &amp; more</title>"
                       "<meta name=description content='It &quot;heals&quot;'>"
                       "<meta property='og:title' content='Open'>"
                       "<meta name='twitter:description' content=Tweet>"
                       "<meta name=keywords content='massage, pain'>"),
            (Lines{"title 1: Massage & more", "meta-description: It \"heals\"", "title 1: Open",
                   "meta-description: Tweet"}));
}

TEST(Html, KnowsKindsOfBlocks) {
  EXPECT_EQ(
      outline_of("<h2>Head</h2><p>Para</p>loose<div>div</div><blockquote><p>q</p></blockquote>"
                 "<figure><figcaption>cap</figcaption></figure><button>Book</button>"
                 "<input type=submit value=Send><input type=text value=typed>"
                 "<details><summary>Q?</summary>A</details>"),
      (Lines{"heading 2: Head", "paragraph: Para", "paragraph: loose", "paragraph: div",
             "quote 1: q", "caption: cap", "button: Book", "button: Send", "heading 6: Q?",
             "paragraph: A"}));
}

TEST(Html, LeavesOutWhatDoesNotShow) {
  const Document d =
      read("html",
           "<p hidden>a</p><p aria-hidden=true>b</p><p style='color:red; DISPLAY : none'>c"
           "</p><div style='visibility:hidden'><p>d</p></div><script>e</script>"
           "<style>f</style><template><p>g</p></template><iframe>h</iframe>"
           "<pre><code>i</code></pre><!-- j --><p>shown</p>"
           "<noscript><p>without scripts</p></noscript>");
  EXPECT_EQ(d.prose, "shown");
  std::string reasons;
  for (const Skip& skip : d.skipped) {
    if (skip.reason != SkipReason::Markup) reasons += std::string(name(skip.reason)) + " ";
  }
  EXPECT_EQ(reasons,
            "hidden hidden hidden hidden script style template hidden code-block comment hidden ");
}

TEST(Html, AltAndTitleAttributesAreBlocksOfTheirOwn) {
  EXPECT_EQ(outline_of("<p>Our <img src=x alt='A hand &amp; a back' title=tip> room</p>"
                       "<p><a title='Go &lt;there&gt;'>x</a></p>"),
            (Lines{"paragraph: Our room", "alt-text: A hand & a back", "title-attribute: tip",
                   "title-attribute: Go <there>", "paragraph: x"}));
}

TEST(Html, BoldParagraphsAreHeadings) {
  EXPECT_EQ(
      outline_of("<p><strong>What we treat</strong></p><p><b>Massage replaces no doctor.</b></p>"
                 "<p><b>Note:</b> ring first</p><p>&nbsp;</p>"),
      (Lines{"heading 6: What we treat", "paragraph: Massage replaces no doctor.",
             "paragraph: Note: ring first"}));
}

TEST(Html, LinesOfAListAreItems) {
  const Document d = read("html",
                          "<p>We help with:<br>Sciatica<br>Migraine</p>"
                          "<p>Back pain<br>Stiff neck<br>Whiplash</p>"
                          "<p>Come at nine:<br><br>One<br>Two</p>"
                          "<p>Calm Hands<br>Leeds</p>"
                          "<p>She came.<br>She sat.<br>She slept.</p>");
  expect_invariants(d);
  EXPECT_EQ(outline(d),
            (Lines{"paragraph: We help with:", "list-item 1: Sciatica", "list-item 1: Migraine",
                   "list-item 1: Back pain", "list-item 1: Stiff neck", "list-item 1: Whiplash",
                   "paragraph: Come at nine:", "list-item 1: One", "list-item 1: Two",
                   "paragraph: Calm Hands\nLeeds", "paragraph: She came.\nShe sat.\nShe slept."}));
  EXPECT_EQ(d.blocks[1].group, d.blocks[2].group);
  EXPECT_NE(d.blocks[1].group, d.blocks[3].group);
}

TEST(Html, LinesWithSignsAreItems) {
  const Document d =
      read("html",
           "<p>It helps:<br>• One<br>&bull;&nbsp;Two <b>bold</b><br>•••Three<br>Call us</p>"
           "<p>✓ Four</p><h2>✓ Head</h2><p>&nbsp; indented</p>");
  expect_invariants(d);
  EXPECT_EQ(outline(d), (Lines{"paragraph: It helps:", "list-item 1: One", "list-item 1: Two bold",
                               "list-item 1: ••Three", "paragraph: Call us", "list-item 1: Four",
                               "heading 2: ✓ Head", "paragraph: indented"}));
  EXPECT_EQ(d.blocks[1].group, d.blocks[3].group);
  EXPECT_NE(d.blocks[1].group, d.blocks[5].group);
}

TEST(Html, IconsDoNotCutSentences) {
  EXPECT_EQ(outline_of("<p>Call <svg><title>a <b>phone</b><p>x</p></title><path></svg> us"),
            (Lines{"paragraph: Call us", "alt-text: a phonex"}));
}

TEST(Html, RecordsLinks) {
  const Document d = read("html", "<p>See <a href='/x?a=1&amp;b=2'>our <b>page</b></a>.");
  ASSERT_EQ(d.links.size(), 1U);
  EXPECT_EQ(d.text(d.links[0].prose), "our page");
  EXPECT_EQ(d.links[0].target, "/x?a=1&b=2");
}

TEST(Html, ReadsSuppressions) {
  const Document d = read("html", "<p>a</p><!-- caveat-ignore x/y: why --><!-- not this -->");
  ASSERT_EQ(d.suppressions.size(), 1U);
  EXPECT_EQ(d.suppressions[0].text, "caveat-ignore x/y: why");
  EXPECT_EQ(slice(d.source, d.suppressions[0].source), "<!-- caveat-ignore x/y: why -->");
}

// The traps of positions, one by one: the marked source is where the words come from.
TEST(Html, MapsEntities) {
  expect_origin("html", "<p>a [[fish &amp; chips]] b", "fish & chips");
  expect_origin("html", "<p>a [[fish &amp chips]] b", "fish & chips");
  expect_origin("html", "<p>[[it&#146;s]] ok", "it’s");
  expect_origin("html", "<p>[[it&#x92;s]] ok", "it’s");
  expect_origin("html", "<p>[[pain&nbsp;free]] ok", "pain\u00A0free");
  expect_origin("html", "<p>x &bogus; [[word]]", "word");
  expect_origin("html", "<title>[[a &lt; b]]</title>", "a < b");
}

TEST(Html, JoinsWordsAcrossInlineTags) {
  expect_origin("html", "<p>It [[c<b>ure</b>s]] pain", "cures");
  expect_origin("html", "<p>It [[heals<wbr>everything]] now", "healseverything");
  expect_origin("html", "<p>[[mass&shy;age]]", "mass\u00ADage");
  expect_origin("html", "<p>[[a</foo>b]] c", "ab");  // an end tag that ends nothing
  expect_origin("html", "<p>[[a<!-- x -->b]] c", "ab");
}

TEST(Html, SplitsSentencesAtBreaks) {
  EXPECT_EQ(prose_of("<p>Relieves pain<br>Reduces stress"), "Relieves pain\nReduces stress");
  EXPECT_EQ(outline_of("<p>One<br><br>Two"), (Lines{"paragraph: One", "paragraph: Two"}));
  EXPECT_EQ(prose_of("<h1>Massage<br>for back pain</h1>"), "Massage for back pain");
  expect_origin("html", "<p>a[[<br>]]b", "\n");
}

TEST(Html, ReadsPreformattedText) {
  EXPECT_EQ(prose_of("<pre>\none\n two\r\nthree</pre>"), "one\ntwo\nthree");
  expect_origin("html", "<pre>\n[[one]]\ntwo</pre>", "one");
}

TEST(Html, ReadsTextThatTheParserMoves) {
  const Document d = read("html", "<table>foster<tr><td>cell</td>again</tr></table>tail");
  expect_invariants(d);
  EXPECT_EQ(origin_of(d, "foster"), "foster");
  EXPECT_EQ(origin_of(d, "again"), "again");
  EXPECT_EQ(origin_of(d, "cell"), "cell");
  EXPECT_EQ(origin_of(d, "tail"), "tail");
}

TEST(Html, ReadsBrokenMarkup) {
  EXPECT_EQ(prose_of("<p>a < b and <3 & so"), "a < b and <3 & so");
  EXPECT_EQ(prose_of("<b>1<p>2</b>3</p>"), "1\n23");
  EXPECT_EQ(prose_of("a<!-- x --!>b<!-->c<?php no ?>d</ x>e"), "abcde");
  EXPECT_EQ(prose_of("<p>text <a href='x>never closed"), "text");
  EXPECT_EQ(prose_of("<svg><text>one</text><text>t<![CDATA[w<o]]></text><title>i</title></svg>"),
            "one\ntw<o\ni");
  EXPECT_EQ(prose_of("<select><option>One<option>Two</select>"), "One\nTwo");
  EXPECT_EQ(prose_of("<a title=x>1<p>2</p>3</a>"), "x\n1\n2\n3");
}

TEST(Html, KeepsPositionsWithCarriageReturnsAndMarks) {
  expect_origin("html", "<p>\r\na\r\n[[two  words]]\r\n</p>", "two words");
  expect_origin("html", "<p>a\r[[b]]", "b");
  expect_origin("html", "\xEF\xBB\xBF<p>[[first]]", "first");
  expect_origin("html", "<p>😀 [[after]]", "after");
  expect_origin("html",
                "<meta charset=windows-1254><p>[[\xDE"
                "ifa]] a\xF0r\xFD",
                "Şifa");
}

TEST(Html, ReadsStructuredData) {
  const Document d =
      read("html",
           "<script type='application/ld+json'>{\"@type\":\"Spa\",\"name\":\"Caf\\u00e9 "
           "\\ud83d\\ude00\",\"url\":\"/x\"}</script><p>text");
  expect_invariants(d);
  EXPECT_EQ(outline(d), (Lines{"structured-data: Café 😀", "paragraph: text"}));
  EXPECT_EQ(origin_of(d, "Café"), "Caf\\u00e9");
  EXPECT_EQ(origin_of(d, "😀"), "\\ud83d\\ude00");
}

TEST(Html, NestsDeeplyInLinearTime) {
  const auto begin = std::chrono::steady_clock::now();
  for (const char* tag : {"<div>", "<b>", "<ul><li>", "<blockquote>", "<table><tr><td>", "<dl><dd>",
                          "<b><div>", "<a href=x>", "<span title=x>", "<p><i>", "<x-y>", "<svg>",
                          "<!--", "<", "&", "</p>", "<template>", "<button>"}) {
    SCOPED_TRACE(tag);
    const Document d = read("html", repeat(tag, 50'000) + "deep");
    EXPECT_EQ(d.map.size(), d.prose.size());
  }
  std::string fonts;
  for (int i = 0; i < 500; ++i) fonts += "<font color=" + std::to_string(i) + ">";
  EXPECT_FALSE(read("html", fonts + repeat("<p>x", 20'000)).prose.empty());
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(60));
}

TEST(Html, DeepTextKeepsItsPosition) {
  const std::string page = repeat("<div>", 10'000) + "deep text";
  const Document d = read("html", page);
  expect_invariants(d);
  EXPECT_EQ(d.prose, "deep text");
  EXPECT_EQ(origin_of(d, "deep"), "deep");
}

TEST(Html, MarksCode) {
  const auto code = [](std::string_view text) {
    const Document d = read("html", text);
    Lines words;
    for (const ProseSpan span : d.code) words.emplace_back(d.text(span));
    return words;
  };
  EXPECT_EQ(code("<p>a <code>b <kbd>c</kbd></code> d <samp>e</samp></p>"), (Lines{"b c", "e"}));
  EXPECT_EQ(code("<pre>a\nb</pre><p>c</p><textarea>d</textarea>"), (Lines{"a\nb", "d"}));
  EXPECT_EQ(code("<p>a <code></code> b</p>"), Lines{});
}

}  // namespace
}  // namespace caveat::testing
