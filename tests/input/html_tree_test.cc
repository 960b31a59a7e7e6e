#include "input/html_tree.h"

#include <gtest/gtest.h>

#include <string>

namespace caveat {
namespace {

std::string markup(std::string_view text) {
  return std::string(text.substr(0, markup_end(text, 0)));
}

TEST(MarkupEnd, FindsTheEndOfTags) {
  EXPECT_EQ(markup("<p>x"), "<p>");
  EXPECT_EQ(markup("<p a='>' b=\">\" c=d>x"), "<p a='>' b=\">\" c=d>");
  EXPECT_EQ(markup("<p a = '>'>x"), "<p a = '>'>");
  EXPECT_EQ(markup("<p it's>x"), "<p it's>");  // a quote that no value begins with
  EXPECT_EQ(markup("</p >x"), "</p >");
  EXPECT_EQ(markup("<p a='never closed>x"), "<p a='never closed>x");
}

TEST(MarkupEnd, FindsTheEndOfComments) {
  EXPECT_EQ(markup("<!-- a > b -->x"), "<!-- a > b -->");
  EXPECT_EQ(markup("<!-- a --!>x"), "<!-- a --!>");
  EXPECT_EQ(markup("<!-->x"), "<!-->");
  EXPECT_EQ(markup("<!--->x"), "<!--->");
  EXPECT_EQ(markup("<!-- - -- --->x"), "<!-- - -- --->");
  EXPECT_EQ(markup("<!-- open"), "<!-- open");
  EXPECT_EQ(markup("<!doctype html>x"), "<!doctype html>");
  EXPECT_EQ(markup("<?php ?>x"), "<?php ?>");
  EXPECT_EQ(markup("</ x>y"), "</ x>");
}

TEST(MarkupEnd, KnowsCharactersFromMarkup) {
  EXPECT_EQ(markup("< b"), "");
  EXPECT_EQ(markup("<3"), "");
  EXPECT_EQ(markup("<"), "");
  EXPECT_EQ(markup("</"), "");
}

TEST(HtmlTree, PlacesItsPieces) {
  const std::string page = "<p>text</p>";
  const HtmlTree tree(page);
  EXPECT_EQ(tree.place(std::string_view(page).substr(3, 4)), (TextSpan{3, 7}));
  EXPECT_FALSE(tree.place("elsewhere").has_value());
  EXPECT_FALSE(tree.place({}).has_value());
  EXPECT_NE(tree.document(), nullptr);
}

}  // namespace
}  // namespace caveat
