#include "audit/mojibake.h"

#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>

#include "audit/fixes.h"
#include "audit/misread_spans.h"
#include "model/display.h"
#include "model/utf8.h"

namespace caveat {
namespace {

constexpr int most_layers = 4;

// The text around its characters beyond ASCII with their places in the prose. Repairs change the
// text; a character that stands for several keeps the whole of their place.
struct Text {
  std::u32string characters;
  std::vector<std::uint32_t> at;     // in the prose; one more at the end
  std::vector<std::uint8_t> layers;  // 0: as in the prose
  std::vector<CodePage> pages;       // of the last layer
  std::vector<bool> lossy;
  std::vector<bool> bare;  // stands for an Ã that lost its second byte

  void put(char ascii, std::size_t place) {
    characters += static_cast<char32_t>(ascii);
    at.push_back(static_cast<std::uint32_t>(place));
  }
};

// No span looks at more characters before or behind itself.
constexpr std::size_t surroundings = 16;

Text read_text(std::string_view prose) {
  Text text;
  for (std::size_t at = 0; at < prose.size();) {
    const std::size_t end = ascii_end(prose, at);
    if (end - at > 2 * surroundings) {  // its middle concerns nobody
      for (std::size_t i = at; i < at + surroundings; ++i) text.put(prose[i], i);
      at = end - surroundings;
    }
    for (; at < end; ++at) text.put(prose[at], at);
    if (at == prose.size()) break;
    const CodePoint c = code_point_at(prose, at);
    text.characters += c.value;
    text.at.push_back(static_cast<std::uint32_t>(at));
    at += c.bytes;
  }
  text.at.push_back(static_cast<std::uint32_t>(prose.size()));
  text.layers.resize(text.characters.size());
  text.pages.resize(text.characters.size());
  text.lossy.resize(text.characters.size());
  text.bare.resize(text.characters.size());
  return text;
}

struct Reading {
  MisreadSpan span;
  CodePage page;
};

// The spans to repair: pages that explain more come first, weak spans only beside strong ones.
std::vector<Reading> choose(std::u32string_view text) {
  struct OfPage {
    CodePage page;
    std::vector<MisreadSpan> spans;
    std::ptrdiff_t strong;
  };
  std::vector<OfPage> pages;
  const Candidates candidates = misread_candidates(text);
  for (std::size_t p = 0; p < code_page_count; ++p) {
    const auto page = static_cast<CodePage>(p);
    auto spans = misread_spans(text, page, candidates);
    const auto strong = std::ranges::count_if(spans, &MisreadSpan::strong);
    if (strong > 0) pages.push_back({page, std::move(spans), strong});
  }
  std::ranges::sort(pages, {}, [](const OfPage& p) { return std::pair(-p.strong, p.page); });

  std::vector<Reading> chosen;
  std::vector<bool> taken(text.size());
  const auto is_free = [&](const MisreadSpan& span) {
    for (std::size_t i = span.begin; i < span.end; ++i) {
      if (taken[i]) return false;
    }
    return true;
  };
  const auto take = [&](const MisreadSpan& span, CodePage page) {
    if (!is_free(span)) return;
    std::fill(taken.begin() + static_cast<std::ptrdiff_t>(span.begin),
              taken.begin() + static_cast<std::ptrdiff_t>(span.end), true);
    chosen.push_back({span, page});
  };
  for (const OfPage& page : pages) {
    for (const MisreadSpan& span : page.spans) {
      if (span.strong) take(span, page.page);
    }
  }
  for (const OfPage& page : pages) {
    for (const MisreadSpan& span : page.spans) {
      if (!span.strong) take(span, page.page);
    }
  }
  std::ranges::sort(chosen, {}, [](const Reading& r) { return r.span.begin; });
  return chosen;
}

// Controls below U+00A0 are windows-1252's characters, once the misreading is undone.
char32_t meant_by(char32_t c) {
  if (c < 0x80 || c >= 0xA0) return c;
  return character(CodePage::Windows1252, static_cast<unsigned char>(c));
}

// In place: a repaired text is no longer than the damaged one, and there may be much of both.
void repair(Text& text, const std::vector<Reading>& readings) {
  std::size_t to = 0;
  const auto move = [&](std::size_t from) {
    text.characters[to] = text.characters[from];
    text.at[to] = text.at[from];
    text.layers[to] = text.layers[from];
    text.pages[to] = text.pages[from];
    text.lossy[to] = text.lossy[from];
    text.bare[to] = text.bare[from];
    ++to;
  };
  std::size_t i = 0;
  for (const Reading& reading : readings) {
    for (; i < reading.span.begin; ++i) move(i);
    std::uint8_t layers = 0;
    bool lossy = reading.span.lossy;
    for (; i < reading.span.end; ++i) {
      layers = std::max(layers, text.layers[i]);
      lossy = lossy || text.lossy[i];
    }
    text.characters[to] = meant_by(reading.span.meant);
    text.at[to] = text.at[reading.span.begin];
    text.layers[to] = static_cast<std::uint8_t>(layers + 1);
    text.pages[to] = reading.page;
    text.lossy[to] = lossy;
    text.bare[to] = reading.span.bare;
    ++to;
  }
  for (; i < text.characters.size(); ++i) move(i);
  text.at[to] = text.at.back();
  text.at.resize(to + 1);
  text.characters.resize(to);
  text.layers.resize(to);
  text.pages.resize(to);
  text.lossy.resize(to);
  text.bare.resize(to);
}

bool is_mark(char32_t c) { return c >= 0x300 && c <= 0x36F; }

std::string compose(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* composer = icu::Normalizer2::getNFCInstance(status);
  std::string composed;
  composer->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(composed);
  return composed;
}

bool is_upper(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }
bool is_lower(char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; }
bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }

// Part of a word, or of what a misreading makes of one: no white space and no ASCII sign.
bool is_of_word(char32_t c) {
  return c < 0x80 ? is_letter(c) : u_isUWhiteSpace(static_cast<UChar32>(c)) == 0;
}

// True where the character at `i`, which no reading explains, is what a misreading leaves behind:
// a control, a capital behind a small letter, the first byte of a sequence beside repaired ones.
bool is_remnant(const Text& text, std::size_t i) {
  const char32_t c = text.characters[i];
  if (text.layers[i] > 0 || c < 0x80) return false;
  if (c < 0xA0) return true;
  if (!is_letter(c)) return false;
  const bool after = i > 0 && text.layers[i - 1] > 0;
  const bool before = i + 1 < text.characters.size() && text.layers[i + 1] > 0;
  if (i > 0 && is_upper(c) && is_lower(text.characters[i - 1])) return true;
  if (!after && !before) return false;
  const CharacterBytes& bytes = bytes_of(c);
  const auto is_first = [&](CodePage page) {
    const unsigned byte = bytes.byte[static_cast<std::size_t>(page)];
    return (byte >= 0xC2 && byte <= 0xDF) || byte == 0xE2 || byte == 0xEF || byte == 0xF0;
  };
  return is_first(CodePage::Windows1252) || is_first(text.pages[after ? i - 1 : i + 1]);
}

// A word that is mended by half was not understood: nothing in it is certain. Its damage, from the
// first repaired character or remnant to the last.
std::optional<std::pair<std::size_t, std::size_t>> half_mended(const Text& text, std::size_t i) {
  std::size_t begin = i, end = i;
  while (begin > 0 && is_of_word(text.characters[begin - 1])) --begin;
  while (end < text.characters.size() && (end == i || is_of_word(text.characters[end]))) ++end;
  bool remnants = false;
  std::size_t first = i, last = i;
  for (std::size_t k = begin; k < end; ++k) {
    const bool remnant = is_remnant(text, k);
    remnants = remnants || remnant;
    if (!remnant && text.layers[k] == 0) continue;
    first = std::min(first, k);
    last = std::max(last, k);
  }
  if (!remnants) return std::nullopt;
  return std::pair(first, last + 1);
}

// What an Ã without its second byte stood for; nothing where the language has neither.
struct Meant {
  char32_t c;
  bool certain;
};
std::optional<Meant> bare_meaning(const Text& text, std::size_t i, std::string_view language) {
  const std::string_view primary = language.substr(0, language.find('-'));
  const auto speaks = [&](std::initializer_list<std::string_view> names) {
    return std::ranges::find(names, primary) != names.end();
  };
  const bool alone = i == 0 || !is_letter(text.characters[i - 1]);
  const bool inside = i + 1 < text.characters.size() && is_letter(text.characters[i + 1]);
  if (speaks({"es", "gl"}) && !alone) return Meant{U'í', true};
  if (speaks({"fr", "it"})) return inside ? std::nullopt : std::optional(Meant{U'à', true});
  if (speaks({"pt", "ca"})) return Meant{inside ? U'í' : U'à', alone};
  if (speaks({"cs", "sk", "hu", "is", "ga"})) return Meant{U'í', false};
  return Meant{inside ? U'í' : U'à', alone && !speaks({"es", "gl"})};
}

class Collector {
 public:
  Collector(const Text& text, std::string_view language) : text_(text), language_(language) {}

  std::vector<Misreading> collect() {
    for (std::size_t i = 0; i < text_.characters.size();)
      i = text_.layers[i] == 0 ? i + 1 : read(i);
    return std::move(found_);
  }

 private:
  // Repaired characters in a row are one misreading. Returns where it ends.
  std::size_t read(std::size_t begin) {
    Misreading misreading;
    misreading.page = text_.pages[begin];
    std::size_t end = begin;
    for (; end < text_.characters.size() && text_.layers[end] > 0; ++end) {
      const char32_t c = text_.characters[end];
      misreading.layers = std::max(misreading.layers, static_cast<int>(text_.layers[end]));
      misreading.lossy = misreading.lossy || text_.lossy[end] || c == 0 ||
                         (c >= 0xE000 && c <= 0xF8FF) || c == 0xFFFD;
    }
    if (const auto whole = half_mended(text_, begin)) {
      misreading.lossy = true;
      misreading.prose = {text_.at[whole->first], text_.at[whole->second]};
      if (!found_.empty() && found_.back().prose.end > misreading.prose.begin) {
        misreading.prose.begin = found_.back().prose.begin;
        found_.pop_back();
      }
      found_.push_back(std::move(misreading));
      return std::max(end, whole->second);
    }
    std::size_t first = begin;
    // An accent of its own belongs to the letter before it.
    if (is_mark(text_.characters[begin]) && begin > 0) --first;
    misreading.prose = {text_.at[first], text_.at[end]};
    if (!misreading.lossy) write(misreading, first, end);
    if (!misreading.lossy && misreading.meant.empty()) return end;
    found_.push_back(std::move(misreading));
    return end;
  }

  // Leaves `meant` empty where nobody meant that.
  void write(Misreading& misreading, std::size_t first, std::size_t end) const {
    bool has_mark = false;
    for (std::size_t i = first; i < end; ++i) {
      char32_t c = text_.characters[i];
      has_mark = has_mark || is_mark(c);
      if (text_.bare[i]) {
        const auto meant = bare_meaning(text_, i, language_);
        misreading.lossy = misreading.lossy || !meant;
        if (!meant) continue;
        c = meant->c;
        misreading.probable = misreading.probable || !meant->certain;
      }
      append_utf8(misreading.meant, c);
    }
    if (misreading.lossy) misreading.meant.clear();
    if (!has_mark) return;
    misreading.meant = compose(misreading.meant);
    for (std::size_t at = 0; at < misreading.meant.size();) {
      const CodePoint c = code_point_at(misreading.meant, at);
      if (is_mark(c.value)) return misreading.meant.clear();  // no letter takes it
      at += c.bytes;
    }
  }

  const Text& text_;
  std::string_view language_;
  std::vector<Misreading> found_;
};

bool deserves_a_look(std::string_view prose, std::span<const std::size_t> suspects) {
  return std::ranges::any_of(suspects, [&](std::size_t at) {
    std::array<char32_t, 6> ahead{};
    std::size_t size = 0;
    while (size < ahead.size() && at < prose.size()) {
      const CodePoint c = code_point_at(prose, at);
      ahead[size++] = c.value;
      at += c.bytes;
      if (c.value < 0x80) break;
    }
    return may_be_misread({ahead.data(), size}, 0);
  });
}

std::string name_of(std::string_view meant) {
  if (meant == "\u00A0") return "a no-break space";
  if (meant == "\uFEFF") return "a byte order mark";
  if (meant == "\u200B" || meant == "\u200D" || meant == "\u200E" || meant == "\uFE0F") {
    return "an invisible character";
  }
  if (meant == " ") return "a space";
  if (meant == "\u00AD") return "a soft hyphen";
  return std::string(meant);
}

}  // namespace

std::vector<Misreading> find_misreadings(std::string_view prose,
                                         std::span<const std::size_t> suspects,
                                         std::string_view language) {
  if (suspects.empty() || !deserves_a_look(prose, suspects)) return {};
  Text text = read_text(prose);
  for (int layer = 0; layer < most_layers; ++layer) {
    const std::vector<Reading> readings = choose(text.characters);
    if (readings.empty()) break;
    repair(text, readings);
  }
  return Collector(text, language).collect();
}

const std::vector<Misreading>& CheckInput::misreadings() const {
  if (found_misreadings == nullptr) {
    found_misreadings = std::make_shared<const std::vector<Misreading>>(
        find_misreadings(document.prose, characters.suspects, document.language));
  }
  return *found_misreadings;
}

namespace {

struct Repair {
  ProseSpan prose;
  std::string text;
};

// "voilÃ  tout": the first of two blanks is the lost byte, and goes with it.
Repair repair_of(const Document& document, const Misreading& misreading) {
  Repair repair{misreading.prose, misreading.meant == "\uFEFF" ? "" : misreading.meant};
  const ProseSpan blank{misreading.prose.end, misreading.prose.end + 1};
  constexpr std::string_view bare = "Ã";
  if (document.text(misreading.prose).ends_with(bare) && document.text(blank) == " " &&
      slice(document.source, document.map.to_source(blank)) == "  ") {
    repair.prose.end = blank.end;
    repair.text += ' ';
  }
  return repair;
}

}  // namespace

std::vector<Trouble> find_mojibake(const CheckInput& input) {
  constexpr std::array times = {"", "", " twice", " three times", " four times"};
  std::vector<Trouble> found;
  for (const Misreading& m : input.misreadings()) {
    Trouble trouble{.prose = m.prose, .source = {}, .detail = {}, .fixes = {}};
    trouble.detail = fmt::format("UTF-8 read as {}{}; {}", name(m.page),
                                 times[static_cast<std::size_t>(std::min(m.layers, most_layers))],
                                 m.lossy ? "a part of it is lost" : "meant: " + name_of(m.meant));
    if (!m.lossy) {
      const Repair repair = repair_of(input.document, m);
      trouble.prose = repair.prose;
      trouble.fixes = replace_prose(input.document, repair.prose, repair.text,
                                    m.probable ? Sureness::Probable : Sureness::Certain);
    }
    found.push_back(std::move(trouble));
  }
  return found;
}

}  // namespace caveat
