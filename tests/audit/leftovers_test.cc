#include "audit/leftovers.h"

#include <gtest/gtest.h>

#include "audit/damage_support.h"
#include "audit/entities.h"

namespace caveat::damage {
namespace {

TEST(Entities, AreThoseOfHtml) {
  EXPECT_EQ(entity_character("eacute"), U'é');
  EXPECT_EQ(entity_character("EACUTE"), U'é');
  EXPECT_EQ(entity_character("Eacute"), U'É');
  EXPECT_EQ(entity_character("#39"), U'\'');
  EXPECT_EQ(entity_character("#146"), U'’');
  EXPECT_EQ(entity_character("#x2019"), U'’');
  EXPECT_EQ(entity_character("nothing"), U'\0');
  EXPECT_EQ(entity_character("#xD800"), U'\0');
}

TEST(HtmlEntities, AreDecodedOnce) {
  constexpr std::string_view check = "html-entity";
  EXPECT_EQ(fixed(check, "Couples&rsquo; room, &pound;55"), "Couples’ room, £55");
  EXPECT_EQ(fixed(check, "We&amp;#39;re closed &amp;amp; gone"), "We're closed & gone");
  EXPECT_EQ(found(check, "<p>two&amp;nbsp;hours</p>", {.format = "html"}), Words{"&nbsp;"});
  EXPECT_EQ(fixed(check, "<p>two&amp;nbsp;hours</p>", {.format = "html"}), "<p>two\u00A0hours</p>");
  expect_replays(check, "Couples&rsquo; room, &amp;pound;55 &hellip;");
}

TEST(HtmlEntities, AreNotSeenElsewhere) {
  for (const std::string text : {"Q&A at the desk", "salt & pepper; oil", "B&B;", "this&not that",
                                 "http://example.org/?a=1&copy;=2"}) {
    EXPECT_EQ(found("html-entity", text), Words{}) << text;
  }
}

TEST(RawMarkdown, IsTextInPagesOfMarkupOnly) {
  EXPECT_EQ(found("raw-markdown", "<p>A **warm** room</p>", {.format = "html"}), Words{"**warm**"});
  EXPECT_EQ(found("raw-markdown", "<p>See [our page](/book) now</p>", {.format = "html"}),
            Words{"[our page](/book)"});
  EXPECT_EQ(found("raw-markdown", "\\*\\*Slow\\*\\* days", {.format = "markdown"}),
            Words{"**Slow**"});
  EXPECT_EQ(found("raw-markdown", "A **warm** room"), Words{});
  EXPECT_EQ(found("raw-markdown", "<p>5 ** 3, a*b*c, [sic] (see)</p>", {.format = "html"}),
            Words{});
}

TEST(RawMarkdown, LeavesPicturesToTheRegex) {
  EXPECT_EQ(found("raw-markdown", "<p>![A room](/room.jpg) is warm</p>", {.format = "html"}),
            Words{});
}

TEST(RawMarkdown, KnowsTheLinesOfATable) {
  EXPECT_EQ(found("raw-markdown", "<p>|---|:-:|</p><p>| 40 | 30 |</p>", {.format = "html"}),
            Words{"|---|:-:|"});
  EXPECT_EQ(found("raw-markdown", "| a | b |\n|---|---|\n| 1 | 2 |\n", {.format = "markdown"}),
            Words{});
}

TEST(ChatbotLinks, NameTheirAssistant) {
  const Setting html{.format = "html"};
  constexpr std::string_view check = "chatbot-link";
  EXPECT_EQ(found(check, "<a href='https://x.example/?utm_source=chatgpt.com'>a guide</a>", html),
            Words{"a guide"});
  EXPECT_EQ(found(check, "<a href='https://x.example/?utm_source=newsletter'>a guide</a>", html),
            Words{});
}

TEST(LostLetters, StandInNames) {
  EXPECT_EQ(found("lost-letter", "Our salon in Ata?ehir is new."), Words{"Ata?ehir"});
  for (const std::string text : {"So what?Yes, there is cake.", "WHAT?yes", "Why?because we can",
                                 "http://example.org/Page?id", "Was it? It was."}) {
    EXPECT_EQ(found("lost-letter", text), Words{}) << text;
  }
}

TEST(LostLetters, StandInWordsOfAnyLanguage) {
  const auto lost = [](std::string text, std::string_view language) {
    return found("lost-letter", std::move(text), {.language = language});
  };
  EXPECT_EQ(lost("Masaj do?al ve S?cak", "tr"), (Words{"do?al", "S?cak"}));
  EXPECT_EQ(lost("Une s?ance de d?tente, l?huile", "fr"), (Words{"s?ance", "d?tente", "l?huile"}));
  EXPECT_EQ(lost("Wir sind f?r Sie da, GL?CK", "de"), (Words{"f?r", "GL?CK"}));
  EXPECT_EQ(lost("Every guest?s robe; na?ve", "en"), (Words{"guest?s", "na?ve"}));
  EXPECT_EQ(lost("?stanbul", "tr"), Words{"?stanbul"});
  EXPECT_EQ(lost("only ?45 for two", "en"), Words{"?45"});
}

// At the end of a word a question mark is one, where no letter was lost elsewhere.
TEST(LostLetters, NeedEvidenceAtTheEndOfAWord) {
  EXPECT_EQ(found("lost-letter", "Be?ikta? ve masaj? var", {.language = "tr"}),
            (Words{"Be?ikta?", "masaj?"}));
  for (const std::string text : {"Masaj? var", "Is it 9?10?", "Ready? let us go.",
                                 "Randevu mu?Evet.", "Q?A?", "?", "Who?Me?You?"}) {
    EXPECT_EQ(found("lost-letter", text, {.language = "tr"}), Words{}) << text;
  }
}

}  // namespace
}  // namespace caveat::damage
