#include "rulebook/inflect.h"

#include <algorithm>
#include <iterator>

#include "rulebook/irregular_words.h"

namespace caveat {
namespace {

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

char from_end(std::string_view word, std::size_t back) {
  return word.size() > back ? word[word.size() - 1 - back] : '\0';
}

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

bool ends_in_consonant_and(std::string_view word, char last) {
  const char before = from_end(word, 1);
  return from_end(word, 0) == last && is_letter(before) && !is_vowel(before);
}

bool hisses(std::string_view word) {
  return word.ends_with('s') || word.ends_with('x') || word.ends_with('z') ||
         word.ends_with("ch") || word.ends_with("sh");
}

std::string joined(std::string_view a, std::string_view b) { return std::string(a).append(b); }

// One consonant after one vowel, as in "stop" and "equip" (whose u belongs to the q).
bool may_double(std::string_view word) {
  const char last = from_end(word, 0), vowel = from_end(word, 1), before = from_end(word, 2);
  if (!is_letter(last) || is_vowel(last) || last == 'w' || last == 'x' || last == 'y') return false;
  if (!is_vowel(vowel)) return false;
  const bool after_q = before == 'u' && from_end(word, 3) == 'q';
  return is_letter(before) && (!is_vowel(before) || after_q);
}

// Groups of vowels; a final silent e is none.
int syllables(std::string_view word) {
  int count = 0;
  bool in_vowels = false;
  for (std::size_t at = 0; at < word.size(); ++at) {
    const bool vowel = is_vowel(word[at]) || (word[at] == 'y' && at > 0);
    if (vowel && !in_vowels) ++count;
    in_vowels = vowel;
  }
  if (word.size() > 2 && word.ends_with('e') && !is_vowel(from_end(word, 1)) &&
      !ends_in_consonant_and(word.substr(0, word.size() - 1), 'l')) {
    --count;
  }
  return std::max(count, 1);
}

// The stems to which -ed, -ing, -er are put: doubled, plain or both.
std::vector<std::string> stems(std::string_view word) {
  if (word.ends_with('c')) return {joined(word, "k")};
  if (!may_double(word)) return {std::string(word)};
  const std::string doubled = joined(word, word.substr(word.size() - 1));
  if (syllables(word) == 1) return {doubled};
  return {std::string(word), doubled};
}

std::string s_form(std::string_view word) {
  if (hisses(word) || ends_in_consonant_and(word, 'o')) return joined(word, "es");
  if (ends_in_consonant_and(word, 'y')) return joined(word.substr(0, word.size() - 1), "ies");
  return joined(word, "s");
}

std::vector<std::string> ed_forms(std::string_view word) {
  if (word.ends_with('e')) return {joined(word, "d")};
  if (ends_in_consonant_and(word, 'y')) return {joined(word.substr(0, word.size() - 1), "ied")};
  std::vector<std::string> forms = stems(word);
  for (std::string& form : forms) form += "ed";
  return forms;
}

std::vector<std::string> ing_forms(std::string_view word) {
  if (word.ends_with("ie")) return {joined(word.substr(0, word.size() - 2), "ying")};
  const bool keeps_e = word.ends_with("ee") || word.ends_with("oe") || word.ends_with("ye");
  if (word.ends_with('e') && !keeps_e && word.size() > 2) {
    return {joined(word.substr(0, word.size() - 1), "ing")};
  }
  if (word.ends_with('e')) return {joined(word, "ing")};
  std::vector<std::string> forms = stems(word);
  for (std::string& form : forms) form += "ing";
  return forms;
}

void append_prefixed(std::string_view prefix, std::string_view list, std::vector<std::string>& to) {
  while (!list.empty()) {
    const std::size_t bar = std::min(list.find('|'), list.size());
    to.push_back(joined(prefix, list.substr(0, bar)));
    list.remove_prefix(std::min(bar + 1, list.size()));
  }
}

// The irregular verb whose name is `word`, or its end after a known prefix.
const IrregularVerb* irregular(std::string_view word, std::string_view& prefix) {
  const auto named = [](std::string_view base) -> const IrregularVerb* {
    const auto found = std::ranges::find(irregular_verbs, base, &IrregularVerb::base);
    return found == std::end(irregular_verbs) ? nullptr : found;
  };
  prefix = {};
  if (const IrregularVerb* verb = named(word)) return verb;
  for (const std::string_view candidate : {"re", "un", "out", "over", "under", "fore", "with"}) {
    if (!word.starts_with(candidate) || word.size() < candidate.size() + 2) continue;
    prefix = word.substr(0, candidate.size());
    if (const IrregularVerb* verb = named(word.substr(candidate.size()))) return verb;
  }
  return nullptr;
}

}  // namespace

VerbForms verb_forms(std::string_view base) {
  VerbForms forms;
  forms.base = {std::string(base)};
  forms.s = {s_form(base)};
  forms.ing = ing_forms(base);
  std::string_view prefix;
  if (const IrregularVerb* verb = irregular(base, prefix)) {
    append_prefixed(prefix, verb->ed, forms.ed);
    if (!verb->present.empty()) {
      forms.s.clear();
      append_prefixed(prefix, verb->present, forms.s);
    }
  } else {
    forms.ed = ed_forms(base);
  }
  return forms;
}

std::vector<std::string> plurals(std::string_view noun) {
  const auto irregular_noun = std::ranges::find(irregular_nouns, noun, &IrregularNoun::singular);
  if (irregular_noun != std::end(irregular_nouns)) return {std::string(irregular_noun->plural)};
  if (noun.ends_with("sis")) return {joined(noun.substr(0, noun.size() - 2), "es")};
  if (ends_in_consonant_and(noun, 'o')) return {joined(noun, "s"), joined(noun, "es")};
  return {s_form(noun)};
}

std::vector<std::string> comparisons(std::string_view adjective) {
  const bool y = ends_in_consonant_and(adjective, 'y');
  const int count = syllables(adjective);
  if (count > 2 || (count == 2 && !y && !adjective.ends_with("le"))) return {};
  std::string stem(adjective);
  if (y) {
    stem.back() = 'i';
  } else if (adjective.ends_with('e')) {
    stem.pop_back();
  } else {
    stem = stems(adjective).back();
  }
  return {stem + "er", stem + "est"};
}

}  // namespace caveat
