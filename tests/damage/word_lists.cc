#include "damage/word_lists.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <set>
#include <sstream>

#include "model/utf8.h"

namespace caveat::damage {
namespace {

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

// The charset of a .dic file stands in the SET line of its .aff file.
std::string charset_of(const std::string& dic) {
  std::istringstream lines(read_file(dic.substr(0, dic.size() - 3) + "aff"));
  for (std::string line; std::getline(lines, line);) {
    const std::size_t set = line.find("SET ");
    if (set > 3 || set == std::string::npos) continue;
    std::string name = line.substr(set + 4);
    while (!name.empty() && (name.back() == '\r' || name.back() == ' ')) name.pop_back();
    if (name.starts_with("ISO8859-")) name.insert(3, "-");
    return name;
  }
  return "UTF-8";
}

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Step step = utf8_step(text, at);
    if (!step.valid) return false;
    at += step.length;
  }
  return true;
}

bool is_word_beyond_ascii(const icu::UnicodeString& word) {
  bool beyond = false;
  for (int i = 0; i < word.length(); i = word.moveIndex32(i, 1)) {
    const UChar32 c = word.char32At(i);
    if (!u_isalpha(c) && c != '\'' && c != '-' && u_charType(c) != U_NON_SPACING_MARK) return false;
    beyond = beyond || (c > 0x7F && u_isalpha(c));
  }
  return beyond;
}

}  // namespace

std::vector<WordList> word_lists() {
  return {{"fr", "/usr/share/dict/french"},        {"de", "/usr/share/dict/ngerman"},
          {"sv", "/usr/share/dict/swedish"},       {"es", "/usr/share/dict/spanish"},
          {"it", "/usr/share/dict/italian"},       {"pl", "/usr/share/dict/polish"},
          {"pt", "/usr/share/dict/portuguese"},    {"nl", "/usr/share/dict/dutch"},
          {"ca", "/usr/share/dict/catalan"},       {"da", "/usr/share/dict/danish"},
          {"nb", "/usr/share/dict/bokmaal"},       {"tr", "/usr/share/hunspell/tr_TR.dic"},
          {"ro", "/usr/share/hunspell/ro_RO.dic"}, {"hu", "/usr/share/hunspell/hu_HU.dic"},
          {"cs", "/usr/share/hunspell/cs_CZ.dic"}, {"vi", "/usr/share/hunspell/vi_VN.dic"}};
}

std::vector<std::u16string> draw_words(const WordList& list, std::size_t count) {
  const std::string path(list.path);
  const bool dic = path.ends_with(".dic");
  const std::string bytes = read_file(path);
  // Some of Debian's lists are still in Latin 1, and say so nowhere.
  const std::string charset = dic ? charset_of(path) : is_utf8(bytes) ? "UTF-8" : "ISO-8859-1";
  std::istringstream lines(bytes);
  // Sorted, each word once: the draw does not depend on the file's order.
  std::set<std::u16string> words;
  for (std::string line; std::getline(lines, line);) {
    if (dic) line.resize(std::min(line.find_first_of("/\t "), line.size()));
    while (!line.empty() && line.back() == '\r') line.pop_back();
    const icu::UnicodeString word(line.data(), static_cast<int>(line.size()), charset.c_str());
    if (!is_word_beyond_ascii(word)) continue;
    words.emplace(word.getBuffer(), static_cast<std::size_t>(word.length()));
  }
  std::vector<std::u16string> drawn(words.begin(), words.end());
  std::mt19937 random(20260115);
  const std::size_t wanted = std::min(count, drawn.size());
  for (std::size_t i = 0; i < wanted; ++i) {
    std::swap(drawn[i], drawn[i + random() % (drawn.size() - i)]);
  }
  drawn.resize(wanted);
  return drawn;
}

}  // namespace caveat::damage
