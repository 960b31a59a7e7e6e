#include "input/plain.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "support/invariants.h"
#include "support/reading.h"

namespace caveat::testing {
namespace {

Lines outline_of(std::string_view text) {
  const Document document = read("text", text);
  expect_invariants(document);
  return outline(document);
}

TEST(Plain, EachLineOfACopiedPageIsABlock) {
  EXPECT_EQ(outline_of("Hazel Bodywork\n"
                       "Deep Tissue\n"
                       "Deep tissue work reaches the lower layers of your muscles, slowly.\n"
                       "It takes an hour.\n"),
            (Lines{"title 1: Hazel Bodywork", "heading 2: Deep Tissue",
                   "paragraph: Deep tissue work reaches the lower layers of your muscles, slowly.",
                   "paragraph: It takes an hour."}));
}

TEST(Plain, OneLineIsAParagraph) {
  EXPECT_EQ(outline_of("Massage helps"), (Lines{"paragraph: Massage helps"}));
}

TEST(Plain, BulletsAndNumbersAreItems) {
  const Document d =
      read("text", "Clinic\n\nWe treat\n- **Backs:** all of them\n  • necks\n\n1. Sit\n2) Rest\n");
  EXPECT_EQ(outline(d),
            (Lines{"title 1: Clinic", "heading 2: We treat", "list-item 1: Backs: all of them",
                   "list-item 2: necks", "list-item 1: Sit", "list-item 1: Rest"}));
  EXPECT_NE(d.blocks[2].group, Block::no_group);
  EXPECT_EQ(d.blocks[2].group, d.blocks[3].group);
}

TEST(Plain, ShortLinesAfterAColonAreItems) {
  EXPECT_EQ(
      outline_of("Title\n"
                 "The benefits of a regular massage may well include the following things:\n"
                 "Less tension\n"
                 "Better sleep\n"
                 "Massage should complement medical care when that is needed, never replace it.\n"),
      (Lines{"title 1: Title",
             "paragraph: The benefits of a regular massage may well include the following "
             "things:",
             "list-item 1: Less tension", "list-item 1: Better sleep",
             "paragraph: Massage should complement medical care when that is needed, never "
             "replace it."}));
}

TEST(Plain, SentencesAfterAColonAreItems) {
  const Lines lines = outline_of(
      "Title\n"
      "There is a great deal that bodywork is able to do for you. It can:\n"
      "Alleviate low-back pain and improve the range of motion.\n"
      "Ease the dependence on all kinds of medication.\n"
      "A closing paragraph. It has two sentences.\n");
  EXPECT_EQ(lines[2], "list-item 1: Alleviate low-back pain and improve the range of motion.");
  EXPECT_EQ(lines[3], "list-item 1: Ease the dependence on all kinds of medication.");
  EXPECT_EQ(lines[4], "paragraph: A closing paragraph. It has two sentences.");
}

TEST(Plain, ARunOfShortLinesIsAListUnderItsHeading) {
  EXPECT_EQ(
      outline_of("Menopause\n"
                 "It is not a cure, and it replaces no treatment that your doctor gives you.\n"
                 "What my clients experience\n"
                 "Fewer hot flushes\n"
                 "Better sleep (finally!)\n"
                 "What to expect\n"
                 "Every treatment begins with a conversation. I want to understand where you are, "
                 "which symptoms trouble you most, and what you hope for, before you lie down.\n"),
      (Lines{"title 1: Menopause",
             "paragraph: It is not a cure, and it replaces no treatment that your doctor gives "
             "you.",
             "heading 2: What my clients experience", "list-item 1: Fewer hot flushes",
             "list-item 1: Better sleep (finally!)", "heading 2: What to expect",
             "paragraph: Every treatment begins with a conversation. I want to understand where "
             "you are, which symptoms trouble you most, and what you hope for, before you lie "
             "down."}));
}

TEST(Plain, ALongItemDoesNotEndAList) {
  const Lines lines = outline_of(
      "We do.\n\nWhat we see\nBackache\nStiff necks\n"
      "Knees that hurt on the stairs, as long as your own doctor has had a look at them before us\n"
      "Sciatica\n\nWe write to your doctor.\n");
  EXPECT_EQ(lines[1], "heading 2: What we see");
  EXPECT_TRUE(lines[4].starts_with("list-item 1: Knees")) << lines[4];
  EXPECT_EQ(lines[5], "list-item 1: Sciatica");
  EXPECT_EQ(lines[6], "paragraph: We write to your doctor.");
}

TEST(Plain, JoinsHardWrappedLines) {
  EXPECT_EQ(
      outline_of("A guide to massage\n"
                 "\n"
                 "Most people come to us with a back that has been aching for a\n"
                 "long time, and they hope that an hour on the couch will put an\n"
                 "end to it. Sometimes it does.\n"
                 "\n"
                 "- A bullet point that is long enough to be wrapped by hand into\n"
                 "  two lines of text\n"
                 "- Another\n"),
      (Lines{"title 1: A guide to massage",
             "paragraph: Most people come to us with a back that has been aching for a long "
             "time, and they hope that an hour on the couch will put an end to it. Sometimes it "
             "does.",
             "list-item 1: A bullet point that is long enough to be wrapped by hand into two "
             "lines of text",
             "list-item 1: Another"}));
}

TEST(Plain, DoesNotJoinTheItemsOfAList) {
  const Lines lines = outline_of(
      "Sports massage\n\n"
      "What you get:\n\n"
      "- Leftover acid from hard intervals pushed out of your tired legs\n"
      "- Stairs without wincing, two days after a hundred heavy squats\n");
  EXPECT_EQ(lines.back(),
            "list-item 1: Stairs without wincing, two days after a hundred heavy squats");
}

TEST(Plain, QuotedLinesAreQuotes) {
  EXPECT_EQ(outline_of("Kind words\n\"Two visits and my sciatica had gone.\"\nMoira, Totterdown\n"
                       "“She remembers how I take my tea.”\n> as in mail\n> two lines\n"),
            (Lines{"title 1: Kind words", "quote 1: \"Two visits and my sciatica had gone.\"",
                   "paragraph: Moira, Totterdown", "quote 1: “She remembers how I take my tea.”",
                   "quote 1: as in mail", "quote 1: two lines"}));
}

TEST(Plain, ADashThatMarksOneLineIsASignature) {
  EXPECT_EQ(
      outline_of("Words\n“When we can no longer change it, we change.”\n— Viktor Frankl\n")[2],
      "paragraph: — Viktor Frankl");
  EXPECT_EQ(outline_of("Words\n\n— one\n— two\n")[1], "list-item 1: one");
}

TEST(Plain, ReadsTablesWithTabsAndBars) {
  const Document d = read("text", "Prices\n\n| Length | Fee |\n|---|---|\n| 30 | £40 |\n\na\tb\n");
  expect_invariants(d);
  EXPECT_EQ(outline(d),
            (Lines{"title 1: Prices", "table-header: Length", "table-header: Fee", "table-cell: 30",
                   "table-cell: £40", "table-cell: a", "table-cell: b"}));
  EXPECT_EQ(d.blocks[4].row, 1U);
  EXPECT_EQ(d.blocks[4].column, 1U);
  EXPECT_EQ(
      outline_of("Home | Prices | Find me\n\nA text below the menu, which is one row only.\n")[0],
      "title 1: Home | Prices | Find me");
}

TEST(Plain, MarkdownThatAChatbotLeftIsRead) {
  EXPECT_EQ(
      outline_of("# Balinese massage\n## Health **benefits**\n- **Long strokes** to calm\n"
                 "**Booking:** by phone, at any time of the day, or with the form below.\n"),
      (Lines{"heading 1: Balinese massage", "heading 2: Health benefits",
             "list-item 1: Long strokes to calm",
             "paragraph: Booking: by phone, at any time of the day, or with the form below."}));
  EXPECT_EQ(outline_of("2 ** 3 is eight and 2 ** 4 is sixteen.")[0],
            "paragraph: 2 ** 3 is eight and 2 ** 4 is sixteen.");
}

TEST(Plain, ALineThatStopsAtAVerbLeadsInTheItemsBelow) {
  EXPECT_EQ(outline_of("Which ones?\nThe ones we see most are\nbad backs\nmigraine\nhigh BP\n"),
            (Lines{"heading 2: Which ones?", "paragraph: The ones we see most are",
                   "list-item 1: bad backs", "list-item 1: migraine", "list-item 1: high BP"}));
}

TEST(Plain, ACapitalAmidItemsInLowerCaseBeginsAnotherList) {
  EXPECT_EQ(
      outline_of("Knees\n\nSee your GP if\nthe knee is hot\nyou fell on it\nOther knees we mend\n"
                 "Bursitis\nTorn cartilage\n"),
      (Lines{"title 1: Knees", "heading 2: See your GP if", "list-item 1: the knee is hot",
             "list-item 1: you fell on it", "heading 2: Other knees we mend",
             "list-item 1: Bursitis", "list-item 1: Torn cartilage"}));
  EXPECT_EQ(outline_of("Knees\n\nWe ease\nbad backs\nTMJ pain\nhigh BP\n"),
            (Lines{"title 1: Knees", "heading 2: We ease", "list-item 1: bad backs",
                   "list-item 1: TMJ pain", "list-item 1: high BP"}));
}

TEST(Plain, WhatSomebodySaidIsNoHeading) {
  const Lines lines = outline_of(
      "Kind words\n\n\"I can turn my head again!\" Priya, Leeds\n\n"
      "These are the words of one person, and yours may well be other ones.\n");
  EXPECT_EQ(lines[1], "paragraph: \"I can turn my head again!\" Priya, Leeds");
}

TEST(Plain, HeadingsInCapitalsStandAboveOthers) {
  EXPECT_EQ(outline_of("Spa\n\nOUR PACKAGES\n\nUdvartanam\nPowder is rubbed in by two people.\n"),
            (Lines{"title 1: Spa", "heading 2: OUR PACKAGES", "heading 3: Udvartanam",
                   "paragraph: Powder is rubbed in by two people."}));
}

TEST(Plain, ALineCloseBelowAParagraphIsNoHeadingOfTheNext) {
  const Lines lines = outline_of(
      "Spa\n\nUdvartanam\nPowder is rubbed in.\nFat thrown out\n\n"
      "Abhyanga\nOil is poured.\n");
  EXPECT_EQ(lines[3], "paragraph: Fat thrown out");
  EXPECT_EQ(lines[4], "heading 2: Abhyanga");
}

TEST(Plain, ReadsSuppressions) {
  const Document d = read("text", "Text.\n%% caveat-ignore detox/toxins: a joke %%\nMore.\n");
  ASSERT_EQ(d.suppressions.size(), 1U);
  EXPECT_EQ(d.suppressions[0].text, "caveat-ignore detox/toxins: a joke");
  EXPECT_EQ(d.prose, "Text.\nMore.");
}

TEST(Plain, PositionsSurviveEveryTrap) {
  expect_origin("text", "x\r\n\r\n- [[caf\xC3\xA9]]\r\n", "café");
  expect_origin("text", "a **b[[old]]** c", "old");
  expect_origin("text", "\xEF\xBB\xBF[[first]] word", "first");
  expect_origin("text", "😀 [[after]] an emoji", "after");
}

TEST(Plain, BlockOfAnEmptyTextIsNone) {
  EXPECT_EQ(outline_of(""), Lines{});
  EXPECT_EQ(outline_of(" \n\t\r\n"), Lines{});
  EXPECT_EQ(outline_of("---\n***\n"), Lines{});
}

TEST(Plain, OneLongLineIsReadInNoTime) {
  std::string text;
  while (text.size() < 50'000'000) text += "Massage can relieve your pain and na\u00EFve stress. ";
  const auto begin = std::chrono::steady_clock::now();
  const Document d = read("text", text);
  EXPECT_EQ(d.blocks.size(), 1U);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
}

}  // namespace
}  // namespace caveat::testing
