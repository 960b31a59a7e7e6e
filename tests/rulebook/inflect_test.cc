#include "rulebook/inflect.h"

#include <gtest/gtest.h>

namespace caveat {
namespace {

std::string joined(const std::vector<std::string>& forms) {
  std::string text;
  for (const std::string& form : forms) text += (text.empty() ? "" : " ") + form;
  return text;
}

TEST(Inflect, Verbs) {
  const struct {
    const char *base, *s, *ed, *ing;
  } rows[] = {
      {"treat", "treats", "treated", "treating"},
      {"relieve", "relieves", "relieved", "relieving"},
      {"remedy", "remedies", "remedied", "remedying"},
      {"destroy", "destroys", "destroyed", "destroying"},
      {"flush", "flushes", "flushed", "flushing"},
      {"stretch", "stretches", "stretched", "stretching"},
      {"fix", "fixes", "fixed", "fixing"},
      {"detox", "detoxes", "detoxed", "detoxing"},
      {"discuss", "discusses", "discussed", "discussing"},
      {"buzz", "buzzes", "buzzed", "buzzing"},
      {"veto", "vetoes", "vetoed", "vetoing"},
      {"tattoo", "tattoos", "tattooed", "tattooing"},
      {"die", "dies", "died", "dying"},
      {"free", "frees", "freed", "freeing"},
      {"dye", "dyes", "dyed", "dyeing"},
      {"panic", "panics", "panicked", "panicking"},
      // Doubling: by a single short syllable, never after w, x, y or two vowels.
      {"stop", "stops", "stopped", "stopping"},
      {"rub", "rubs", "rubbed", "rubbing"},
      {"heal", "heals", "healed", "healing"},
      {"renew", "renews", "renewed", "renewing"},
      {"help", "helps", "helped", "helping"},
      // By stress or country: both spellings.
      {"control", "controls", "controled controlled", "controling controlling"},
      {"travel", "travels", "traveled travelled", "traveling travelling"},
      {"equip", "equips", "equiped equipped", "equiping equipping"},
      {"loosen", "loosens", "loosened loosenned", "loosening loosenning"},
      // Irregular, and their kin.
      {"take", "takes", "took taken", "taking"},
      {"get", "gets", "got gotten", "getting"},
      {"shrink", "shrinks", "shrank shrunk", "shrinking"},
      {"be", "is are am", "was were been", "being"},
      {"have", "has", "had", "having"},
      {"do", "does", "did done", "doing"},
      {"undo", "undoes", "undid undone", "undoing"},
      {"rebuild", "rebuilds", "rebuilt", "rebuilding"},
      {"overcome", "overcomes", "overcame overcome", "overcoming"},
      {"lie", "lies", "lay lain lied", "lying"},
  };
  for (const auto& row : rows) {
    const VerbForms forms = verb_forms(row.base);
    EXPECT_EQ(joined(forms.base), row.base);
    EXPECT_EQ(joined(forms.s), row.s);
    EXPECT_EQ(joined(forms.ed), row.ed);
    EXPECT_EQ(joined(forms.ing), row.ing);
  }
}

TEST(Inflect, Nouns) {
  const struct {
    const char *noun, *plural;
  } rows[] = {
      {"headache", "headaches"},  {"toxin", "toxins"},        {"injury", "injuries"},
      {"kidney", "kidneys"},      {"virus", "viruses"},       {"illness", "illnesses"},
      {"itch", "itches"},         {"rash", "rashes"},         {"reflex", "reflexes"},
      {"diagnosis", "diagnoses"}, {"psychosis", "psychoses"}, {"potato", "potatos potatoes"},
      {"tattoo", "tattoos"},      {"foot", "feet"},           {"woman", "women"},
      {"person", "people"},       {"human", "humans"},
  };
  for (const auto& row : rows) EXPECT_EQ(joined(plurals(row.noun)), row.plural);
}

TEST(Inflect, Adjectives) {
  const struct {
    const char *adjective, *forms;
  } rows[] = {
      {"strong", "stronger strongest"},
      {"safe", "safer safest"},
      {"big", "bigger biggest"},
      {"healthy", "healthier healthiest"},
      {"gentle", "gentler gentlest"},
      {"deep", "deeper deepest"},
      {"effective", ""},
      {"natural", ""},
      {"painful", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(joined(comparisons(row.adjective)), row.forms);
}

}  // namespace
}  // namespace caveat
