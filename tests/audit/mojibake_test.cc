#include "audit/mojibake.h"

#include <gtest/gtest.h>

#include "audit/damage_support.h"

namespace caveat::damage {
namespace {

constexpr std::string_view check = "mojibake";

struct Case {
  std::string_view damaged, meant;
};

TEST(Mojibake, UndoesEveryPage) {
  const Case cases[] = {
      {"Weâ€™re open", "We’re open"},
      {"a cafÃ© by the river", "a café by the river"},
      {"HÃ”TEL", "HÔTEL"},
      {"Ä°stanbul", "İstanbul"},
      {"BeÅŸiktaÅŸ, ÅŸifa, ÅžiÅŸli", "Beşiktaş, şifa, Şişli"},
      {"KadÄ±kÃ¶y, ÃœskÃ¼dar, Ã‡iÄŸdem, Ã–zgÃ¼r", "Kadıköy, Üsküdar, Çiğdem, Özgür"},
      {"ağŸ˜€b", "a😀b"},  // windows-1254
      {"goodâ„¢", "good™"},
      {"Â£20 and 24Â°C", "£20 and 24°C"},
      {"cafĂ© and donâ€™t", "café and don’t"},  // windows-1250
      {"cafГ© donвЂ™t", "café don’t"},          // windows-1251
      {"РџСЂРёРІРµС‚", "Привет"},
      {"cafΓ© donβ€™t", "café don’t"},             // windows-1253
      {"cafĆ© donā€™t", "café don’t"},             // windows-1257
      {"caf√© don‚Äôt ≈üifa", "café don’t şifa"},  // MacRoman
      {"Be≈üikta≈ü ƒ∞stanbul", "Beşiktaş İstanbul"},
      {"caf├⌐ donΓÇÖt", "café don’t"},                           // cp437
      {"caf├® donÔÇÖt", "café don’t"},                           // cp850
      {"d\u00C3\u0083\u00C2\u00A9j\u00C3\u00A0 vu", "déjà vu"},  // iso-8859-1, one word twice
      {"Ð\u009FÑ\u0080Ð¸Ð²ÐµÑ\u0082", "Привет"},
      {"ä¸\u00ADæ–‡", "中文"},
      {"ï»¿Hello", "Hello"},        // a byte order mark
      {"wordâ€\u009D.", "word”."},  // a byte that windows-1252 leaves undefined
      {"ðŸ˜€ and ðŸ‘\u008D", "😀 and 👍"},
      {"e\u00CC\u0081", "e\u00CC\u0081"},
  };
  for (const Case& c : cases) {
    if (c.damaged == c.meant) continue;
    EXPECT_EQ(fixed(check, std::string(c.damaged)), c.meant);
  }
}

TEST(Mojibake, UndoesSeveralLayers) {
  EXPECT_EQ(fixed(check, "weÃ¢â‚¬â„¢re"), "we’re");
  EXPECT_EQ(fixed(check, "MalmÃƒÂ¶"), "Malmö");
  EXPECT_EQ(fixed(check, "MalmÃƒÆ’Ã‚Â¶"), "Malmö");
  const Document document = page("weÃ¢â‚¬â„¢re");
  const auto all = troubles(check, document);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].detail, "UTF-8 read as windows-1252 twice; meant: ’");
}

TEST(Mojibake, NamesTheReading) {
  const auto all = troubles(check, page("caf√© today"));
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].detail, "UTF-8 read as macintosh; meant: é");
}

TEST(Mojibake, AcceptsSurrogatesInThreeBytesEach) {
  EXPECT_EQ(fixed(check, "Hi í\u00A0½í¸€ there"), "Hi 😀 there");
}

TEST(Mojibake, ReportsWhatIsLostAndRepairsNothing) {
  for (const std::string text :
       {"he said â€œyesâ€ and left", "the wordâ€? and", "fraÃ?a here", "ï¿½ was here"}) {
    const Document document = page(text);
    const auto all = troubles(check, document);
    ASSERT_FALSE(all.empty()) << text;
    EXPECT_TRUE(all.back().fixes.empty()) << text;
  }
}

TEST(Mojibake, BringsBackTheNoBreakSpace) {
  EXPECT_EQ(fixed(check, "about 10Â minutes"), "about 10 minutes");
  EXPECT_EQ(fixed(check, "voilÃ\u00A0 tout"), "voilà tout");
}

TEST(Mojibake, ReadsEntitiesAsTheReaderSeesThem) {
  const Setting html{.format = "html"};
  const std::string source = "<p>We&acirc;&euro;&trade;re open</p>";
  EXPECT_EQ(fixed(check, source, html), "<p>We’re open</p>");
  expect_replays(check, source, html);
}

TEST(Mojibake, WritesTheEncodingOfTheFile) {
  // "Ã©" in the bytes of a windows-1252 page.
  const Setting html{.format = "html"};
  EXPECT_EQ(
      fixed(check, "<meta charset=windows-1252><p>caf\xC3\xA9 \xE9t\xE9 \xE0 la \xE9</p>", html)
          .find("\xC3\xA9"),
      std::string::npos);
}

TEST(Mojibake, KeepsMarkup) {
  const Setting html{.format = "html"};
  const Document document = page("<p>a<b>â</b>€™s</p>", html);
  for (const Trouble& trouble : troubles(check, document, html)) EXPECT_TRUE(trouble.fixes.empty());
}

TEST(Mojibake, OneCertainSpanMakesWeakOnesCredible) {
  EXPECT_EQ(found(check, "CAFÃ‰ today"), Words{});
  EXPECT_EQ(found(check, "CAFÃ‰ today, a cafÃ© too"), (Words{"Ã‰", "Ã©"}));
}

TEST(Mojibake, LeavesHonestTextAlone) {
  for (const std::string text : {"İstanbul Masöz",
                                 "IĞDIR",
                                 "naïve café",
                                 "“Brontë…”",
                                 "NESTLÉ®",
                                 "ZZAJÉ’s",
                                 "L’épisode",
                                 "VOCÊ… SÓ… MARQUÉ…",
                                 "É¿Qué?",
                                 "pra lá´´",
                                 "¨ανατροφή¨",
                                 "“×” curves",
                                 "5×£35",
                                 "4288×…",
                                 "√π metres",
                                 "a ∆° of one",
                                 "10 Å—",
                                 "A 10 Å—thin coat",
                                 "AHÅ™",
                                 "NICIODATĂ™",
                                 "TRANSFORMATORIŲ™",
                                 "HÅØYA",
                                 "C O N C L U S Ã O",
                                 "Āø",
                                 "ВІКІ",
                                 "ПоздравЂаво",
                                 "volontà²",
                                 "30 °C",
                                 "10 µg",
                                 "5 µm",
                                 "12 Ω",
                                 "« bien-être »",
                                 "«\u00A0bien-être\u00A0»",
                                 "quoi\u202F?",
                                 "Entspannungs\u00ADmassage",
                                 "Paral·lel",
                                 "ŉ lekker plek",
                                 "ﬁne",
                                 "AMANHÃ”",
                                 "IRMÃ…",
                                 "NÄMÄ…",
                                 "BLÅ™",
                                 "SELKÄ\u00A0EDELLÄ",
                                 "MISUTÂ\u00A0AJIKKO",
                                 "âžž",
                                 "NAMOŚĆŻE",
                                 "Chrášťovický",
                                 "Popeláš°",
                                 "Hexacampeã»",
                                 "Þór Guðmundsson",
                                 "Nguyễn Thị Hồng",
                                 "Hawaiʻi",
                                 "Å ena sidan",
                                 "½ hour",
                                 "à la carte",
                                 "“À propos”",
                                 "— É —",
                                 "Привет, мир"}) {
    EXPECT_EQ(found(check, text), Words{}) << text;
  }
}

TEST(Mojibake, RepairsReplay) {
  for (const std::string text :
       {"Weâ€™re at the cafÃ© â€“ BeÅŸiktaÅŸ", "weÃ¢â‚¬â„¢re in MalmÃƒÂ¶", "caf√© and don‚Äôt",
        "РџСЂРёРІРµС‚ РјРёСЂ", "about 10Â minutes, Â£20"}) {
    expect_replays(check, text);
  }
}

// The byte behind Ã was a no-break space or a soft hyphen, and went.
TEST(Mojibake, ReadsABareLetterInItsLanguage) {
  const Setting spanish{.language = "es"}, french{.language = "fr"}, other{.language = "nl"};
  EXPECT_EQ(fixed(check, "AquÃ estÃ¡ MarÃa", spanish), "Aquí está María");
  EXPECT_EQ(fixed(check, "Ã l'huile, voilÃ  tout. DÃ©jÃ, lÃ -bas", french),
            "à l'huile, voilà tout. Déjà, là-bas");
  const Document document = page("zÃ komen, cafÃ©", other);
  const auto all = troubles(check, document, other);
  ASSERT_EQ(all.size(), 2U);
  ASSERT_EQ(all[0].fixes.size(), 1U);
  EXPECT_FALSE(all[0].fixes[0].certain);
  EXPECT_TRUE(all[1].fixes[0].certain);
  EXPECT_EQ(found(check, "AquÃ est. SÃO PAULO Ã VISTA", spanish), Words{});
}

// Controls that went leave capitals behind: what is left of the word says too little.
TEST(Mojibake, LeavesAWordMendedByHalfAlone) {
  for (const std::string word : {"ÑƒÑÑÐºÐ¸Ð¹", "ÃƒÑ", "sÃ©curitÃ\u0085Ñ"}) {
    const Document document = page("We say " + word + " here");
    const auto all = troubles(check, document);
    ASSERT_EQ(all.size(), 1U) << word;
    EXPECT_TRUE(all[0].fixes.empty()) << word;
  }
}

TEST(Mojibake, MakesNoAccentWithoutALetter) {
  EXPECT_EQ(found(check, "âAsÃâ ok, relajaciÃ³n"), Words{"Ã³"});
}

}  // namespace
}  // namespace caveat::damage
