#include "hostile/documents.h"

#include <algorithm>
#include <utility>

namespace caveat::hostile {
namespace {

constexpr std::string_view claim = "Massage cures arthritis. ";

std::string many(std::string_view text, std::size_t count) {
  std::string result;
  result.reserve(text.size() * count);
  for (std::size_t i = 0; i < count; ++i) result += text;
  return result;
}

// `between` stands between all characters of as many claims.
std::string pierced(std::string_view between, std::size_t count) {
  std::string result;
  for (std::size_t i = 0; i < count / claim.size() + 1; ++i) {
    for (const char c : claim) (result += c) += between;
  }
  return result;
}

std::string numbered(std::string_view before, std::string_view behind, std::size_t count) {
  std::string result;
  for (std::size_t i = 0; i < count; ++i) {
    ((result += before) += std::to_string(i)) += behind;
  }
  return result;
}

// `text` so many times, before the claim.
HostileDocument run(std::string name, std::string_view format, std::string text) {
  return {std::move(name), format,
          [text](std::size_t n) { return many(text, n) + std::string(claim); }};
}

// An opening so many times, the claim, and as many endings.
HostileDocument nest(std::string name, std::string_view format, std::string open,
                     std::string close) {
  return {std::move(name), format, [open, close](std::size_t n) {
            return many(open, n) + std::string(claim) + many(close, n);
          }};
}

std::string front_matter(const std::string& inside, std::string_view fence = "---") {
  return std::string(fence) + "\n" + inside + "\n" + std::string(fence) + "\n" + std::string(claim);
}

std::string ld_json(const std::string& inside) {
  return "<script type=\"application/ld+json\">" + inside + "</script>" + std::string(claim);
}

void add_html(std::vector<HostileDocument>& all) {
  for (const std::string tag : {"div", "b", "a", "ul", "blockquote", "template", "button", "span",
                                "section", "svg", "em", "noscript", "details"}) {
    all.push_back(nest("Nested_" + tag, "html", "<" + tag + ">", "</" + tag + ">"));
  }
  all.push_back(run("NestedTables", "html", "<table><tr><td>"));
  all.push_back(run("NestedLists", "html", "<ul><li>"));
  all.push_back(run("NestedFontsInParagraphs", "html", "<font><p>"));
  all.push_back(run("NestedFormatsInBlocks", "html", "<b><i><div>"));
  all.push_back(run("Options", "html", "<select><option>"));
  all.push_back(run("Definitions", "html", "<dt>a<dd>b"));
  all.push_back(run("EndTags", "html", "</p></div>"));
  all.push_back(run("Comments", "html", "<!--"));
  all.push_back(run("LessThan", "html", "<"));
  all.push_back(run("Ampersands", "html", "&"));
  all.push_back(run("NumericReferences", "html", "&#99999999999;&#0;&#x80;"));
  all.push_back(run("EscapedReferences", "html", "&amp;amp;amp;"));
  all.push_back(run("Metas", "html", "<meta charset=utf-8>"));
  all.push_back(run("HiddenParagraphs", "html", "<p style=\"display:none\">"));
  all.push_back(run("Pictures", "html", "<p>w <img alt=\"Massage cures arthritis\" title=x>"));
  all.push_back(run("PicturesInOneParagraph", "html", "w <img alt=\"click here\">"));
  all.push_back(run("LinksToNowhere", "html", "<a href=\"#\">Read more</a>\n"));
  all.push_back(run("Headings", "html", "<h2>Massage cures arthritis</h2>"));
  all.push_back(run("Cells", "html", "<table><td>x<td>Massage cures arthritis"));
  all.push_back(run("WideCells", "html", "<table><td colspan=1000000000 rowspan=1000000000>x"));
  all.push_back(run("LineBreaks", "html", "x<br>"));
  all.push_back(run("LanguageChanges", "html", "<p lang=de>x<p lang=tr>y"));
  all.push_back({"Attributes", "html", [](std::size_t n) {
                   return "<p " + numbered("a", "=b ", n) + ">" + std::string(claim);
                 }});
  all.push_back({"StructuredDataNested", "html",
                 [](std::size_t n) { return ld_json(many("[", n) + many("]", n)); }});
  all.push_back({"StructuredDataNestedObjects", "html", [](std::size_t n) {
                   return ld_json(many("{\"description\":", n) + "1" + many("}", n));
                 }});
  all.push_back({"StructuredDataLong", "html", [](std::size_t n) {
                   return ld_json("{\"description\":\"" + many(claim, n) + "\"}");
                 }});
  all.push_back(run("StructuredDataMany", "html",
                    "<script type=\"application/ld+json\">{\"description\":\"x\"}</script>"));
  const auto between_letters = [&all](std::string name, std::string between) {
    all.push_back(
        {std::move(name), "html", [between](std::size_t n) { return pierced(between, n); }});
  };
  between_letters("ReferencesBetweenLetters", "&#8203;");
  between_letters("SoftHyphenReferencesBetweenLetters", "&shy;");
  between_letters("JoinersBetweenLetters", "&zwnj;");
  between_letters("BreaksBetweenLetters", "<wbr>");
  between_letters("CommentsBetweenLetters", "<!---->");
}

void add_markdown(std::vector<HostileDocument>& all) {
  all.push_back(nest("Brackets", "markdown", "[", "]"));
  all.push_back(nest("Parentheses", "markdown", "[a](", ")"));
  all.push_back(run("PicturesOpen", "markdown", "!["));
  all.push_back(run("Quotes", "markdown", "> "));
  all.push_back(run("QuotesTight", "markdown", ">"));
  all.push_back(run("ListsInOneLine", "markdown", "- "));
  all.push_back(run("NumbersInOneLine", "markdown", "1. "));
  all.push_back(run("Emphasis", "markdown", "*a "));
  all.push_back(run("EmphasisMixed", "markdown", "*_"));
  all.push_back(run("EmphasisShut", "markdown", "a**b"));
  all.push_back(run("Strong", "markdown", "**a __b"));
  all.push_back(run("Links", "markdown", "[a](b) "));
  all.push_back(run("LinksByName", "markdown", "[a][b]"));
  all.push_back(run("HeadingsInOneLine", "markdown", "###### "));
  all.push_back(run("HeadingsUnderlined", "markdown", "a\n---\n"));
  all.push_back(run("HeadingsMany", "markdown", "# h\n\n"));
  all.push_back(run("HtmlInside", "markdown", "<div>"));
  all.push_back(run("CodeSpans", "markdown", "`x` "));
  all.push_back(run("Tabs", "markdown", "\t"));
  all.push_back(run("Findings", "markdown", "- Massage cures arthritis.\n"));
  all.push_back(run("TableRows", "markdown", "|a|Massage cures arthritis|\n|-|-|\n"));
  all.push_back({"BelowALeadIn", "markdown", [](std::size_t n) {
                   return "## Massage can help with:\n\n" + many("- arthritis\n", n);
                 }});
  all.push_back({"References", "markdown", [](std::size_t n) {
                   return numbered("[r", "]: http://x\n", n) + "\n" + many("[r1] ", n);
                 }});
  all.push_back({"TableColumns", "markdown", [](std::size_t n) {
                   return "|" + many("a|", n) + "\n|" + many("-|", n) + "\n|" + many("b|", n);
                 }});
  all.push_back({"ListLevels", "markdown", [](std::size_t n) {
                   std::string text;
                   // So deep that the size stays linear.
                   for (std::size_t i = 0; i < n / 100; ++i) {
                     text += std::string(2 * std::min<std::size_t>(i, 200), ' ') + "- x\n";
                   }
                   return text + std::string(claim);
                 }});
  all.push_back({"BackticksOfEveryLength", "markdown", [](std::size_t n) {
                   std::string text;
                   for (std::size_t i = 0; text.size() < n; ++i) text += std::string(i, '`') + " ";
                   return text;
                 }});
  all.push_back(
      run("Suppressions", "markdown",
          "<!-- caveat-ignore conditions/treats-arthritis: r -->\n\nIt cures arthritis.\n\n"));
  all.push_back(
      run("SuppressionsOpen", "markdown",
          "<!-- caveat-ignore-begin conditions/treats-arthritis: r -->\n\nIt cures pain.\n\n"));
  all.push_back({"SuppressedRules", "markdown", [](std::size_t n) {
                   return "<!-- caveat-ignore " + many("conditions/treats-arthritis, ", n) +
                          ": r -->\n\n" + std::string(claim);
                 }});
}

void add_front_matter(std::vector<HostileDocument>& all) {
  const auto add = [&all](std::string name, std::function<std::string(std::size_t)> inside) {
    all.push_back(
        {std::move(name), "markdown", [inside](std::size_t n) { return front_matter(inside(n)); }});
  };
  add("FrontMatterNested", [](std::size_t n) { return "a: " + many("[", n) + many("]", n); });
  add("FrontMatterOpen", [](std::size_t n) { return "a: " + many("[", n); });
  add("FrontMatterMaps", [](std::size_t n) { return "a: " + many("{b: ", n) + many("}", n); });
  add("FrontMatterDashes", [](std::size_t n) { return many("- ", n); });
  add("FrontMatterQuestions", [](std::size_t n) { return many("? ", n); });
  add("FrontMatterTags", [](std::size_t n) { return "a: " + many("!!x ", n); });
  add("FrontMatterKeys", [](std::size_t n) { return numbered("title", ": It cures pain.\n", n); });
  add("FrontMatterAliases", [](std::size_t n) {
    std::string text = "a0: &a0 [x, x]\n";
    for (std::size_t i = 1; i < std::min<std::size_t>(n, 1000); ++i) {
      const std::string above = "*a" + std::to_string(i - 1);
      text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + above + ", " + above +
              "]\n";
    }
    return text + "title: *a1\n";
  });
  all.push_back({"FrontMatterToml", "markdown",
                 [](std::size_t n) { return front_matter("title = \"" + many(claim, n), "+++"); }});
}

void add_text(std::vector<HostileDocument>& all) {
  all.push_back(run("FindingsInOneParagraph", "text", std::string(claim)));
  all.push_back(run("FindingsInParagraphs", "text", "Massage cures arthritis.\n\n"));
  all.push_back(run("ClaimsInOneSentence", "text", "massage cures arthritis and "));
  all.push_back(run("Verbs", "text", "cures "));
  all.push_back(run("VerbsWithCommas", "text", "cures, relieves, heals, "));
  all.push_back(run("Negations", "text", "not "));
  all.push_back(run("LeadIns", "text", "Massage helps: "));
  all.push_back(run("Questions", "text", "Does massage cure arthritis? "));
  all.push_back(run("StraightQuotes", "text", "\""));
  all.push_back(run("QuotesNeverShut", "text", "\u201c"));
  all.push_back(run("QuotedClaimsNeverShut", "text", "\u201cMassage cures arthritis. "));
  all.push_back(nest("TextInBrackets", "text", "(", ")"));
  all.push_back(run("ZeroWidths", "text", "\u200b"));
  all.push_back(run("BidiControls", "text", "\u202e"));
  all.push_back(run("CombiningMarks", "text", "a\u0301\u0301\u0301"));
  all.push_back(run("MarksOnOneLetter", "text", "\u0301"));
  all.push_back(run("LookAlikes", "text", "m\u0430ss\u0430ge "));
  all.push_back(run("StyledLetters", "text", "\U0001D40C\U0001D41A\U0001D42C "));
  all.push_back(run("Mojibake", "text", "It\u00e2\u20ac\u2122s mas\u00c3\u00a9age "));
  all.push_back(run("MojibakeWithoutBlanks", "text", "\u00e2\u20ac\u2122"));
  all.push_back(run("MojibakeTwice", "text", "\u00c3\u0192\u00c2\u00a9 "));
  all.push_back(run("ReferencesAsText", "text", "&nbsp;&rsquo;"));
  all.push_back(run("LostLetters", "text", "masa?lar gu?t "));
  all.push_back(run("LostLettersWithoutBlanks", "text", "a?b"));
  all.push_back(run("Invalid", "text", "\xff\xfe\xfdmassage "));
  all.push_back(run("InvalidAlone", "text", "\xc3"));
  all.push_back(run("Overlong", "text", "\xc0\xaf "));
  all.push_back(run("Surrogates", "text", "\xed\xa0\x80 "));
  all.push_back(run("WindowsBytes", "text", "It\x92s a cure for pain \xe9 "));
  all.push_back({"Utf16", "text", [](std::size_t n) {
                   return "\xff\xfe" + many(std::string_view("\x00\xd8", 2), n);
                 }});
  all.push_back(run("Dates", "text", "1 January 2020 "));
  all.push_back(run("Dots", "text", ". "));
  all.push_back(run("Ellipses", "text", "....... a"));
  all.push_back(run("Exclamations", "text", "!?"));
  all.push_back(run("Abbreviations", "text", "Dr. "));
  all.push_back(run("LineEnds", "text", "a\r\nb\rc\n"));
  all.push_back(run("Blanks", "text", " "));
  all.push_back(run("Newlines", "text", "\n"));
  all.push_back(run("OneWord", "text", "massage"));
  all.push_back(run("Addresses", "text", "http://a.b/c?d=e "));
  all.push_back(run("Placeholders", "text", "{{x}} [insert name] lorem ipsum "));
  all.push_back(run("WordsTwice", "text", "the the "));
  all.push_back(run("SentencesTwice", "text",
                    "This is the same sentence that repeats itself again and again today.\n\n"));
  all.push_back(run("Turkish", "text", "Masaj f\u0131t\u0131\u011f\u0131 tedavi eder. "));
  all.push_back(run("Percentages", "text", "100% 99 % of clients "));
  all.push_back(
      {"ZeroWidthsBetweenLetters", "text", [](std::size_t n) { return pierced("\u200b", n); }});
  all.push_back(
      {"SoftHyphensBetweenLetters", "text", [](std::size_t n) { return pierced("\u00ad", n); }});
}

}  // namespace

const std::vector<HostileDocument>& documents() {
  static const std::vector<HostileDocument> all = [] {
    std::vector<HostileDocument> made;
    add_html(made);
    add_markdown(made);
    add_front_matter(made);
    add_text(made);
    return made;
  }();
  return all;
}

}  // namespace caveat::hostile
