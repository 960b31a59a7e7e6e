#include "input/language.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <unordered_map>

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

// A bit per language that a word speaks for.
const std::unordered_map<std::string_view, std::uint32_t>& speakers() {
  static const auto table = [] {
    std::unordered_map<std::string_view, std::uint32_t> result;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      std::string_view rest = rows[row].words;
      while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        result[rest.substr(0, end)] |= 1U << row;
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    return result;
  }();
  return table;
}

// Bytes past ASCII are taken for letters: all that matters is where words end.
constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

constexpr std::size_t longest_word = 12;
constexpr std::size_t sample_words = 4000;  // more would change no vote

}  // namespace

std::string guess_language(std::string_view prose) {
  Votes votes{};
  std::set<std::string_view> spoken;  // each word once
  std::size_t words = 0;
  for (std::size_t at = 0; at < prose.size() && words < sample_words;) {
    if (!is_letter(prose[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < prose.size() && is_letter(prose[at])) ++at;
    ++words;
    if (at - begin > longest_word) continue;
    std::array<char, longest_word> word{};
    std::transform(prose.begin() + static_cast<std::ptrdiff_t>(begin),
                   prose.begin() + static_cast<std::ptrdiff_t>(at), word.begin(), lower);
    // Parts of a name in code ("et_pb_row") are no words.
    if ((begin > 0 && prose[begin - 1] == '_') || (at < prose.size() && prose[at] == '_')) continue;
    const auto found = speakers().find({word.data(), at - begin});
    if (found == speakers().end()) continue;
    spoken.insert(found->first);
    for (std::size_t row = 0; row < rows.size(); ++row) votes[row] += found->second >> row & 1U;
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
  const auto different = std::ranges::count_if(
      spoken, [&](std::string_view word) { return (speakers().at(word) >> row & 1U) != 0; });
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
