#include "input/language.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>

namespace caveat {
namespace {

// Function words: they are the commonest words of any text, whatever it speaks of, so a few of
// them tell a language from a paragraph. Words that several of the languages share (de, la, en,
// in, a, que, no, die, do, on) count for each of them and cancel out.
struct Row {
  std::string_view language;
  std::string_view words;  // lower case, in UTF-8, separated by spaces
};
constexpr std::array<Row, 8> rows = {{
    {"en",
     "the and of to in is that for with your you are it on as be this or can from have will we our "
     "their they not but has more by an at what how when which a no do me so was i my"},
    {"tr",
     "ve bir bu için ile da de olarak çok daha en gibi olan veya ne kadar sonra her masaj ise ya "
     "hem göre ancak değil size vücut ama var"},
    {"de",
     "der die und das ist nicht mit ein eine für auf dem den von zu im sich auch des werden bei "
     "oder sie wir ihre ihr wird durch kann nach als aus zur zum"},
    {"fr",
     "le la les et des un une du est pour dans que qui sur par avec au plus vous votre nous ce "
     "pas ou sont cette aux ses en être il elle vos"},
    {"es",
     "el la los las y de que en un una es para con por del se su al como más o lo pero sus le "
     "este esta son también muy puede"},
    {"it",
     "il di che la e un una per con del della è non dei le gli alla nel da si come più sono anche "
     "al delle questo lo suo dal i"},
    {"nl",
     "de het een en van is voor met op in te dat zijn niet aan of door bij je ook uw om als naar "
     "wordt deze kan worden meer uit"},
    {"pt",
     "o a os as e de que do da em um uma para com não por mais dos das ao se como ou na no você "
     "seu sua é são pela pelo"},
}};

using Votes = std::array<std::uint32_t, rows.size()>;

// A word of at most eight bytes in one number; no other word has the same one.
using Letters = std::uint64_t;
constexpr std::size_t longest_word = sizeof(Letters);

constexpr Letters with(Letters letters, std::size_t size, char c) {
  return letters | Letters{static_cast<unsigned char>(c)} << 8 * size;
}

// The function words by their letters, each with a bit per language that it speaks for.
class Speakers {
 public:
  // Words of several languages have one number, too.
  struct Word {
    Letters letters = 0;  // 0 where the slot is free
    std::uint32_t languages = 0;
  };
  static constexpr std::size_t slot_count = 1024;

  constexpr Speakers() {
    for (std::size_t row = 0; row < rows.size(); ++row) {
      Letters letters = 0;
      std::size_t size = 0;
      for (const char c : rows[row].words) {
        if (c == ' ') {
          add(letters, row);
          letters = size = 0;
        } else {
          letters = with(letters, size++, c);
        }
      }
      add(letters, row);
    }
  }

  // The slot that holds the word, or a free one.
  constexpr std::size_t slot(Letters letters) const {
    std::size_t at = (letters * 0x9E3779B97F4A7C15U) >> 54;
    while (words_[at].letters != 0 && words_[at].letters != letters) at = (at + 1) % slot_count;
    return at;
  }
  constexpr const Word& operator[](std::size_t slot) const { return words_[slot]; }

 private:
  constexpr void add(Letters letters, std::size_t row) {
    Word& word = words_[slot(letters)];
    word.letters = letters;
    word.languages |= 1U << row;
  }

  std::array<Word, slot_count> words_{};
};

constexpr Speakers speakers;

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// Letters in lower case, 0 for every other byte. Bytes past ASCII are taken for letters: all that
// matters is where words end.
constexpr std::array<unsigned char, 256> letters_of = [] {
  std::array<unsigned char, 256> table{};
  for (std::size_t byte = 0; byte < table.size(); ++byte) {
    const char c = lower(static_cast<char>(byte));
    if ((c >= 'a' && c <= 'z') || byte >= 0x80) table[byte] = static_cast<unsigned char>(c);
  }
  return table;
}();

unsigned char letter(char c) { return letters_of[static_cast<unsigned char>(c)]; }

constexpr std::size_t sample_words = 4000;  // more would change no vote

}  // namespace

std::string guess_language(std::string_view prose) {
  Votes votes{};
  std::bitset<Speakers::slot_count> spoken;  // by slot
  std::size_t words = 0;
  for (std::size_t at = 0; at < prose.size() && words < sample_words;) {
    if (letter(prose[at]) == 0) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    Letters letters = 0;
    for (unsigned shift = 0; at < prose.size(); ++at, shift += 8) {
      const Letters here = letter(prose[at]);
      if (here == 0) break;
      if (shift < 64) letters |= here << shift;
    }
    ++words;
    if (at - begin > longest_word) continue;
    const std::size_t slot = speakers.slot(letters);
    const std::uint32_t languages = speakers[slot].languages;
    if (languages == 0) continue;
    // Parts of a name in code ("et_pb_row") are no words.
    if ((begin > 0 && prose[begin - 1] == '_') || (at < prose.size() && prose[at] == '_')) continue;
    spoken.set(slot);
    for (std::size_t row = 0; row < rows.size(); ++row) votes[row] += languages >> row & 1U;
  }
  const auto best = std::max_element(votes.begin(), votes.end());
  std::uint32_t second = 0;
  for (auto vote = votes.begin(); vote != votes.end(); ++vote) {
    if (vote != best) second = std::max(second, *vote);
  }
  // Function words are a third of running text and a tenth of a price list; in a language that is
  // not in the table, chance look-alikes stay below 6 % or tie.
  // Two short words may be anybody's: "No oedema, no fracture" is not Portuguese, however often.
  constexpr std::ptrdiff_t least_words = 3;
  const auto row = static_cast<std::size_t>(best - votes.begin());
  std::ptrdiff_t different = 0;
  for (std::size_t slot = 0; slot < spoken.size(); ++slot) {
    different += spoken[slot] && (speakers[slot].languages >> row & 1U) != 0 ? 1 : 0;
  }
  const bool clear = different >= least_words && *best * 16 >= words && *best * 4 > second * 5;
  return clear ? std::string(rows[row].language) : "und";
}

std::string language_tag(std::string_view written) {
  std::string tag;
  std::size_t part = 0;  // length of the subtag at hand
  for (const char c : written) {
    if (c == '-' || c == '_') {
      if (part == 0) return {};
      tag += '-';
      part = 0;
      continue;
    }
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool digit = c >= '0' && c <= '9';
    if (!letter && !(digit && !tag.empty())) return {};
    tag += c;
    if (++part > 8) return {};
  }
  const std::size_t primary = std::min(tag.find('-'), tag.size());
  if (part == 0 || primary < 2 || primary > 3) return {};
  std::transform(tag.begin(), tag.begin() + static_cast<std::ptrdiff_t>(primary), tag.begin(),
                 lower);
  return tag;
}

}  // namespace caveat
