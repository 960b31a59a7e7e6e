#include "audit/scripts.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "audit/fixes.h"
#include "audit/fold.h"
#include "audit/look_alikes.h"
#include "audit/terms.h"
#include "model/display.h"
#include "model/utf8.h"

namespace caveat {
namespace {

// Scripts that one word may mix count as one, as UTS #39 augments them: Han, kana, Bopomofo,
// Hangul.
enum class Script : std::uint8_t { Any, Latin, Cyrillic, Greek, EastAsian, Other };

struct Letter {
  Script script = Script::Any;
  UScriptCode code = USCRIPT_COMMON;
};

Letter letter_of(char32_t value) {
  if (value < 0x80) {
    const char32_t lower = value | 0x20U;
    const bool letter = lower >= U'a' && lower <= U'z';
    return letter ? Letter{Script::Latin, USCRIPT_LATIN} : Letter{};
  }
  const auto c = static_cast<UChar32>(value);
  if (!u_isalpha(c) && u_charType(c) != U_DECIMAL_DIGIT_NUMBER) return {};
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode code = uscript_getScript(c, &status);
  if (code == USCRIPT_COMMON || code == USCRIPT_INHERITED) return {};
  if (uscript_hasScript(c, USCRIPT_LATIN)) return {Script::Latin, USCRIPT_LATIN};
  switch (code) {
    case USCRIPT_CYRILLIC:
      return {Script::Cyrillic, code};
    case USCRIPT_GREEK:
      return {Script::Greek, code};
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_BOPOMOFO:
    case USCRIPT_HANGUL:
      return {Script::EastAsian, USCRIPT_HAN};
    default:
      return {Script::Other, code};
  }
}

bool is_foreign(Script script) { return script != Script::Any && script != Script::Latin; }

// Marks and invisible characters belong to the word around them.
bool joins(char32_t c) {
  const int type = u_charType(static_cast<UChar32>(c));
  return type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK || type == U_FORMAT_CHAR ||
         type == U_ENCLOSING_MARK;
}

bool is_lower(char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; }
bool is_upper(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }

// A stretch of letters without a space or a hyphen.
struct Word {
  ProseSpan span;
  std::size_t latin = 0, foreign = 0;
  std::size_t unlike = 0;       // foreign letters without a Latin look-alike
  Script script = Script::Any;  // of the foreign letters
  UScriptCode code = USCRIPT_COMMON;
  char32_t first = 0, last = 0;  // its first and last letter

  bool is_mixed() const { return latin > 0 && foreign > 0; }
};

std::vector<Word> words_in(std::string_view prose, ProseSpan span) {
  std::vector<Word> words;
  bool open = false;
  for (std::size_t at = span.begin; at < span.end;) {
    const CodePoint c = code_point_at(prose, at);
    const Letter letter = letter_of(c.value);
    if (letter.script != Script::Any) {
      if (!open) words.push_back({.span = {at, at}, .first = c.value});
      open = true;
      Word& word = words.back();
      word.span.end = at + c.bytes;
      word.last = c.value;
      if (letter.script == Script::Latin) {
        ++word.latin;
      } else {
        ++word.foreign;
        word.script = letter.script;
        word.code = letter.code;
        if (latin_look_alike(c.value) == 0) ++word.unlike;
      }
    } else if (!open || c.value < 0x80 || !joins(c.value)) {
      open = false;
    }
    at += c.bytes;
  }
  return words;
}

// Letters of other scripts than Latin begin at U+0370.
bool may_begin_foreign(char c) { return static_cast<unsigned char>(c) >= 0xCD; }

bool may_hold_foreign(std::string_view text) {
  for (std::size_t at = ascii_end(text, 0); at < text.size(); at = ascii_end(text, at + 1)) {
    if (may_begin_foreign(text[at])) return true;
  }
  return false;
}

// As many as foreign letters can count for, and more.
std::size_t most_foreign(std::string_view prose) {
  std::size_t most = 0;
  for (std::size_t at = ascii_end(prose, 0); at < prose.size(); at = ascii_end(prose, at + 1)) {
    most += may_begin_foreign(prose[at]) ? 2 : 0;
  }
  return most;
}

// Letters of the page, those of East Asia counted twice: they say more each.
bool is_latin_page(const Document& document) {
  const std::size_t enough = most_foreign(document.prose);
  std::size_t latin = 0, foreign = 0;
  for (std::size_t at = 0; at < document.prose.size() && latin <= enough;) {
    if (const auto byte = static_cast<unsigned char>(document.prose[at]); byte < 0x80) {
      const unsigned lower = byte | 0x20U;
      latin += lower >= 'a' && lower <= 'z' ? 1 : 0;
      ++at;
      continue;
    }
    const CodePoint c = code_point_at(document.prose, at);
    at += c.bytes;
    const Script script = letter_of(c.value).script;
    if (script == Script::Latin) ++latin;
    if (is_foreign(script)) foreign += script == Script::EastAsian ? 2 : 1;
  }
  return latin > foreign;
}

// Greek letters name things in science: β-carotene, IL2Rγ, NFκB, kΩ. What imitates stands between
// lower-case Latin letters, or is a letter that no science uses.
bool is_science(std::string_view prose, const Word& word) {
  if (word.script != Script::Greek || word.foreign != 1) return false;
  constexpr std::u32string_view never_science = U"ΑΒΕΖΗΙΚΜΝΟΡΤΥΧιοϲϳ";
  for (std::size_t at = word.span.begin; at < word.span.end;) {
    const CodePoint c = code_point_at(prose, at);
    if (letter_of(c.value).script == Script::Greek) {
      if (never_science.find(c.value) != std::u32string_view::npos) return false;
      const bool inside = at > word.span.begin && at + c.bytes < word.span.end;
      return !inside || !is_lower(character_before(prose, at)) ||
             !is_lower(character_at(prose, at + c.bytes));
    }
    at += c.bytes;
  }
  return false;
}

// The Cyrillic у looks like y and is typed for u as well.
enum class ReadingOfU : bool { AsY, AsU };

std::string in_latin(std::string_view word, ReadingOfU reading) {
  std::string read;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    const bool as_u = c.value == U'у' && reading == ReadingOfU::AsU;
    const char32_t latin = as_u ? U'u' : latin_look_alike(c.value);
    append_utf8(read, latin != 0 ? latin : c.value);
    at += c.bytes;
  }
  return read;
}

// Punctuation that sets a foreign word apart on purpose.
bool sets_apart(char32_t c) {
  constexpr std::u32string_view marks =
      U"()[]{}<>\"“”„‘’'«»‹›「」『』（）【】/|·•:：–—=~*_\n、，。";
  return marks.find(c) != std::u32string_view::npos;
}

// The text at `at` without white space, one character forward or backward; U+0000 at the edge.
char32_t next_sign(std::string_view prose, std::size_t at, std::size_t end) {
  while (at < end && (prose[at] == ' ' || prose[at] == '\t')) ++at;
  return at < end ? character_at(prose, at) : U'\0';
}
char32_t previous_sign(std::string_view prose, std::size_t at, std::size_t begin) {
  while (at > begin && (prose[at - 1] == ' ' || prose[at - 1] == '\t')) --at;
  return at > begin ? character_before(prose, at) : U'\0';
}

// The foreign words and letters of one sentence, with what stands around them.
class SentenceReader {
 public:
  SentenceReader(const CheckInput& input, const Sentence& sentence)
      : input_(input),
        prose_(input.document.prose),
        sentence_(sentence),
        words_(words_in(prose_, sentence.span)) {}

  bool holds_foreign() const {
    return std::ranges::any_of(words_, [](const Word& word) { return word.foreign > 0; });
  }

  void homoglyphs(std::vector<Trouble>& found) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const Word& word = words_[i];
      if (!imitates(i)) continue;
      const std::string_view text = input_.document.text(word.span);
      std::string meant = in_latin(text, ReadingOfU::AsY);
      bool certain = true;
      if (text.find("у") != text.npos && !is_known(meant)) {
        const std::string other = in_latin(text, ReadingOfU::AsU);
        certain = is_known(other);
        if (certain) meant = other;
      }
      found.push_back(
          {.prose = word.span,
           .source = {},
           .detail = fmt::format("{} of its letters {} {}, not Latin; meant: {}", word.foreign,
                                 word.foreign == 1 ? "is" : "are",
                                 word.script == Script::Greek ? "Greek" : "Cyrillic", meant),
           .fixes = replace_prose(input_.document, word.span, meant,
                                  certain ? Sureness::Certain : Sureness::Probable)});
    }
  }

  void strays(std::vector<Trouble>& found) {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (words_[i].foreign == 0) continue;
      if (words_[i].is_mixed()) {
        if (!imitates(i) && !is_science(prose_, words_[i])) mixed(words_[i], found);
        continue;
      }
      std::size_t last = i;  // words of one script in a row are one run
      while (last + 1 < words_.size() && continues(words_[last], words_[last + 1])) ++last;
      if (!imitates(i) && is_stray(i, last)) {
        report({words_[i].span.begin, words_[last].span.end}, words_[i], found);
      }
      i = last;
    }
  }

 private:
  bool is_known(std::string_view word) const {
    std::string folded;
    fold(word, Casing::Common, folded);
    return input_.rulebook.vocabulary.find(folded) != no_word;
  }

  // Letters that look Latin, all of them, in a Latin word or alone among Latin words.
  bool imitates(std::size_t i) const {
    const Word& word = words_[i];
    if (word.script != Script::Cyrillic && word.script != Script::Greek) return false;
    if (word.foreign == 0 || word.unlike > 0) return false;
    if (word.is_mixed()) return !is_science(prose_, word);
    // A whole word of look-alikes: only Cyrillic, and only between plain Latin words.
    const bool between = i > 0 && i + 1 < words_.size() && words_[i - 1].foreign == 0 &&
                         words_[i + 1].foreign == 0 && is_lower(words_[i - 1].last) &&
                         is_lower(words_[i + 1].first);
    return word.script == Script::Cyrillic && between && !is_upper(word.first) &&
           !is_set_apart(word.span) && !is_about_language();
  }

  bool continues(const Word& before, const Word& after) const {
    if (after.latin > 0 || after.code != before.code) return false;
    const std::string_view gap = slice(prose_, ProseSpan{before.span.end, after.span.begin});
    return gap == " " || gap.empty() || gap == "\u00A0" || gap == "-";
  }

  bool is_set_apart(ProseSpan run) const {
    return sets_apart(previous_sign(prose_, run.begin, sentence_.span.begin)) ||
           sets_apart(next_sign(prose_, run.end, sentence_.span.end));
  }

  // Several scripts: a list of languages. A gloss word: an explanation.
  bool is_about_language() const {
    std::set<UScriptCode> scripts;
    std::size_t latin = 0, foreign = 0;
    for (const Word& word : words_) {
      if (word.foreign > 0 && word.latin == 0) scripts.insert(word.code);
      latin += word.latin;
      foreign += word.foreign;
    }
    return scripts.size() > 1 || foreign >= latin ||
           holds_term(input_.rulebook, "gloss-words", input_.text.words_of(sentence_));
  }

  // The name of an art beside its native spelling.
  bool is_beside_its_name(ProseSpan run) const {
    const auto terms =
        find_terms(input_.rulebook, "glossed-terms", input_.text.words_of(sentence_));
    if (terms.empty()) return false;
    std::vector<Token> tokens;
    input_.text.append_tokens(sentence_, tokens);
    return std::ranges::any_of(terms, [&](const TermPlace& place) {
      const ProseSpan term = tokens[place.begin].span.hull(tokens[place.end - 1].span);
      const ProseSpan gap =
          term.end <= run.begin ? ProseSpan{term.end, run.begin} : ProseSpan{run.end, term.begin};
      return gap.begin <= gap.end && slice(prose_, gap).find_first_not_of(' ') == std::string::npos;
    });
  }

  bool is_stray(std::size_t first, std::size_t last) const {
    const ProseSpan run{words_[first].span.begin, words_[last].span.end};
    if (is_upper(words_[first].first)) return false;                             // a name
    if (words_[first].script == Script::Greek && run.size() <= 2) return false;  // α, β, Ω
    if (is_set_apart(run) || is_about_language() || is_beside_its_name(run)) return false;
    if (first == 0) return false;
    const Word& before = words_[first - 1];
    const bool goes_on = last + 1 < words_.size();
    const bool next_lower = goes_on && is_lower(words_[last + 1].first);
    if (goes_on && words_[last + 1].foreign > 0) return false;
    if (is_lower(before.first)) return !goes_on || next_lower;
    // After a capital, most often a term and its native spelling; a German noun or the second half
    // of a compound is none.
    const bool compound = before.span.begin > 0 && prose_[before.span.begin - 1] == '-';
    return next_lower && (compound || input_.document.language.starts_with("de"));
  }

  // A word of several scripts: its foreign part.
  void mixed(const Word& word, std::vector<Trouble>& found) const {
    std::optional<ProseSpan> run;
    for (std::size_t at = word.span.begin; at < word.span.end;) {
      const CodePoint c = code_point_at(prose_, at);
      if (is_foreign(letter_of(c.value).script)) {
        run = run ? ProseSpan{run->begin, at + c.bytes} : ProseSpan{at, at + c.bytes};
      }
      at += c.bytes;
    }
    const bool after_name = run->begin > word.span.begin && run->end == word.span.end &&
                            is_upper(word.first) && word.script == Script::EastAsian;
    const bool before_name = run->begin == word.span.begin && word.script == Script::EastAsian &&
                             is_upper(character_at(prose_, run->end));
    if (after_name || before_name) return;  // "Gua Sha刮痧"
    report(*run, word, found, true);
  }

  void report(ProseSpan run, const Word& word, std::vector<Trouble>& found,
              bool inside = false) const {
    found.push_back(
        {.prose = run,
         .source = {},
         .detail = fmt::format(
             "{} letters stand inside a Latin {}.",
             word.script == Script::EastAsian ? "East Asian" : uscript_getName(word.code),
             inside ? "word" : "sentence"),
         .fixes = {}});
  }

  const CheckInput& input_;
  std::string_view prose_;
  const Sentence& sentence_;
  std::vector<Word> words_;
};

template <class Visit>
void for_each_sentence(const CheckInput& input, Visit visit) {
  if (!input.characters.holds(CharacterKind::OtherScript) || !is_latin_page(input.document)) return;
  for (const Sentence& sentence : input.text.sentences) {
    const Block& block = input.document.blocks[sentence.block];
    if (block.kind == BlockKind::Code || block.region == Region::Navigation) continue;
    if (!may_hold_foreign(input.document.text(sentence.span))) continue;
    SentenceReader reader(input, sentence);
    if (reader.holds_foreign()) visit(reader);
  }
}

}  // namespace

std::vector<Trouble> find_homoglyphs(const CheckInput& input) {
  std::vector<Trouble> found;
  for_each_sentence(input, [&](const SentenceReader& reader) { reader.homoglyphs(found); });
  return found;
}

std::vector<Trouble> find_foreign_script(const CheckInput& input) {
  std::vector<Trouble> found;
  for_each_sentence(input, [&](SentenceReader& reader) { reader.strays(found); });
  return found;
}

}  // namespace caveat
