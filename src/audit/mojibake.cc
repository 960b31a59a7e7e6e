#include "audit/mojibake.h"

#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
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
  std::vector<std::size_t> at;       // in the prose; one more at the end
  std::vector<std::uint8_t> layers;  // 0: as in the prose
  std::vector<CodePage> pages;       // of the last layer
  std::vector<bool> lossy;

  void put(char ascii, std::size_t place) {
    characters += static_cast<char32_t>(ascii);
    at.push_back(place);
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
    text.at.push_back(at);
    at += c.bytes;
  }
  text.at.push_back(prose.size());
  text.layers.resize(text.characters.size());
  text.pages.resize(text.characters.size());
  text.lossy.resize(text.characters.size());
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

Text repair(const Text& text, const std::vector<Reading>& readings) {
  Text repaired;
  const auto put = [&](char32_t c, std::size_t at, std::uint8_t layers, CodePage page, bool lossy) {
    repaired.characters += c;
    repaired.at.push_back(at);
    repaired.layers.push_back(layers);
    repaired.pages.push_back(page);
    repaired.lossy.push_back(lossy);
  };
  std::size_t i = 0;
  for (const Reading& reading : readings) {
    for (; i < reading.span.begin; ++i) {
      put(text.characters[i], text.at[i], text.layers[i], text.pages[i], text.lossy[i]);
    }
    std::uint8_t layers = 0;
    bool lossy = reading.span.lossy;
    for (; i < reading.span.end; ++i) {
      layers = std::max(layers, text.layers[i]);
      lossy = lossy || text.lossy[i];
    }
    put(meant_by(reading.span.meant), text.at[reading.span.begin],
        static_cast<std::uint8_t>(layers + 1), reading.page, lossy);
  }
  for (; i < text.characters.size(); ++i) {
    put(text.characters[i], text.at[i], text.layers[i], text.pages[i], text.lossy[i]);
  }
  repaired.at.push_back(text.at.back());
  return repaired;
}

bool is_mark(char32_t c) { return c >= 0x300 && c <= 0x36F; }

std::string compose(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* composer = icu::Normalizer2::getNFCInstance(status);
  std::string composed;
  composer->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(composed);
  return composed;
}

// Repaired characters in a row are one misreading.
std::vector<Misreading> collect(const Text& text) {
  std::vector<Misreading> found;
  for (std::size_t i = 0; i < text.characters.size();) {
    if (text.layers[i] == 0) {
      ++i;
      continue;
    }
    std::size_t end = i;
    Misreading misreading;
    misreading.page = text.pages[i];
    bool has_mark = false;
    for (; end < text.characters.size() && text.layers[end] > 0; ++end) {
      misreading.layers = std::max(misreading.layers, static_cast<int>(text.layers[end]));
      misreading.lossy = misreading.lossy || text.lossy[end] || text.characters[end] == 0 ||
                         (text.characters[end] >= 0xE000 && text.characters[end] <= 0xF8FF) ||
                         text.characters[end] == 0xFFFD;
      has_mark = has_mark || is_mark(text.characters[end]);
    }
    std::size_t first = i;
    // An accent of its own belongs to the letter before it.
    if (is_mark(text.characters[i]) && i > 0) --first;
    for (std::size_t k = first; k < end; ++k) append_utf8(misreading.meant, text.characters[k]);
    if (has_mark) misreading.meant = compose(misreading.meant);
    if (misreading.lossy) misreading.meant.clear();
    misreading.prose = {text.at[first], text.at[end]};
    found.push_back(std::move(misreading));
    i = end;
  }
  return found;
}

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
                                         std::span<const std::size_t> suspects) {
  if (suspects.empty() || !deserves_a_look(prose, suspects)) return {};
  Text text = read_text(prose);
  for (int layer = 0; layer < most_layers; ++layer) {
    const std::vector<Reading> readings = choose(text.characters);
    if (readings.empty()) break;
    text = repair(text, readings);
  }
  return collect(text);
}

const std::vector<Misreading>& CheckInput::misreadings() const {
  if (found_misreadings == nullptr) {
    found_misreadings = std::make_shared<const std::vector<Misreading>>(
        find_misreadings(document.prose, characters.suspects));
  }
  return *found_misreadings;
}

std::vector<Trouble> find_mojibake(const CheckInput& input) {
  constexpr std::array times = {"", "", " twice", " three times", " four times"};
  std::vector<Trouble> found;
  for (const Misreading& m : input.misreadings()) {
    Trouble trouble{.prose = m.prose, .source = {}, .detail = {}, .fixes = {}};
    trouble.detail = fmt::format("UTF-8 read as {}{}; ", name(m.page),
                                 times[static_cast<std::size_t>(std::min(m.layers, most_layers))]);
    if (m.lossy) {
      trouble.detail += "a part of it is lost";
    } else {
      trouble.detail += "meant: " + name_of(m.meant);
      trouble.fixes = replace_prose(input.document, m.prose, m.meant == "\uFEFF" ? "" : m.meant);
    }
    found.push_back(std::move(trouble));
  }
  return found;
}

}  // namespace caveat
