#include "input/language.h"

#include <gtest/gtest.h>

namespace caveat {
namespace {

TEST(GuessLanguage, CountsFunctionWords) {
  EXPECT_EQ(
      guess_language("Massage is a way to ease the muscles of your back and to rest for an hour."),
      "en");
  EXPECT_EQ(
      guess_language("Masaj, kasları gevşeten ve bir saat dinlenmek için çok iyi olan bir yöntem."),
      "tr");
  EXPECT_EQ(guess_language("Die Massage ist für den Rücken gut und wird von uns mit Öl gemacht."),
            "de");
  EXPECT_EQ(guess_language("Le massage est une pause pour le corps et dans la vie des gens."),
            "fr");
  EXPECT_EQ(guess_language("El masaje es una pausa para el cuerpo y los músculos de la espalda."),
            "es");
  EXPECT_EQ(guess_language("Il massaggio è una pausa per il corpo e per i muscoli della schiena."),
            "it");
  EXPECT_EQ(guess_language("De massage is een pauze voor het lichaam en de spieren van je rug."),
            "nl");
  EXPECT_EQ(guess_language("A massagem é uma pausa para o corpo e não dói no dia de hoje."), "pt");
}

TEST(GuessLanguage, SaysSoWhereNothingTells) {
  EXPECT_EQ(guess_language(""), "und");
  EXPECT_EQ(guess_language("Shiatsu Reiki Tui Na"), "und");
  EXPECT_EQ(guess_language("Массаж снимает боль и усталость"), "und");
  EXPECT_EQ(guess_language("1 2 3 4 5"), "und");
}

TEST(LanguageTag, TidiesWhatPagesWrite) {
  EXPECT_EQ(language_tag("en"), "en");
  EXPECT_EQ(language_tag("EN-GB"), "en-GB");
  EXPECT_EQ(language_tag("tr_TR"), "tr-TR");
  EXPECT_EQ(language_tag("zh-Hant-TW"), "zh-Hant-TW");
  EXPECT_EQ(language_tag("English"), "");
  EXPECT_EQ(language_tag(""), "");
  EXPECT_EQ(language_tag("en-"), "");
  EXPECT_EQ(language_tag("e"), "");
  EXPECT_EQ(language_tag("{{ lang }}"), "");
}

TEST(Language, TakesNoPartsOfCodeAndNoRepeatedWordForALanguage) {
  EXPECT_EQ(guess_language("[et_pb_section][et_pb_row]Hello there[/et_pb_row][/et_pb_section]"),
            "und");
  EXPECT_EQ(guess_language("No oedema, no fracture, no fever, no wound, no burn"), "und");
}

}  // namespace
}  // namespace caveat
