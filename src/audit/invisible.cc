#include "audit/invisible.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <string>

#include "audit/fixes.h"
#include "model/display.h"
#include "model/utf8.h"

namespace caveat {
namespace {

struct Named {
  char32_t c;
  std::string_view name;
};
constexpr std::array names = {Named{0x00AD, "soft hyphen"},
                              Named{0x034F, "grapheme joiner"},
                              Named{0x061C, "Arabic letter mark"},
                              Named{0x115F, "Hangul filler"},
                              Named{0x1160, "Hangul filler"},
                              Named{0x180E, "Mongolian vowel separator"},
                              Named{0x200B, "zero-width space"},
                              Named{0x200C, "zero-width non-joiner"},
                              Named{0x200D, "zero-width joiner"},
                              Named{0x200E, "left-to-right mark"},
                              Named{0x200F, "right-to-left mark"},
                              Named{0x202A, "left-to-right embedding"},
                              Named{0x202B, "right-to-left embedding"},
                              Named{0x202C, "end of a bidi embedding"},
                              Named{0x202D, "left-to-right override"},
                              Named{0x202E, "right-to-left override"},
                              Named{0x2060, "word joiner"},
                              Named{0x2066, "left-to-right isolate"},
                              Named{0x2067, "right-to-left isolate"},
                              Named{0x2068, "first strong isolate"},
                              Named{0x2069, "end of a bidi isolate"},
                              Named{0x2800, "blank Braille pattern"},
                              Named{0x3164, "Hangul filler"},
                              Named{0xFEFF, "byte order mark"},
                              Named{0xFFA0, "Hangul filler"}};

std::string describe(char32_t c) {
  const auto named = std::ranges::find(names, c, &Named::c);
  const std::string code = fmt::format("U+{:04X}", static_cast<std::uint32_t>(c));
  return named == names.end() ? code : fmt::format("{} ({})", code, named->name);
}

bool is_variation_selector(char32_t c) {
  return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) ||
         (c >= 0x180B && c <= 0x180D) || c == 0x180F;
}
bool is_tag(char32_t c) { return c == 0xE0001 || (c >= 0xE0020 && c <= 0xE007F); }

bool is_invisible_sign(char32_t c) {
  return c == 0x00AD || c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x17B4 || c == 0x17B5 ||
         c == 0x180E || (c >= 0x200B && c <= 0x200D) || (c >= 0x2060 && c <= 0x2065) ||
         (c >= 0x206A && c <= 0x206F) || c == 0x2800 || c == 0x3164 || c == 0xFEFF || c == 0xFFA0 ||
         (c >= 0xFFF9 && c <= 0xFFFB) || is_variation_selector(c) || is_tag(c);
}

bool is_bidi_control(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

bool is_space(char32_t c) { return c == 0 || u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }
bool is_letter(char32_t c) {
  return u_isalpha(static_cast<UChar32>(c)) != 0 ||
         (u_getCombiningClass(static_cast<UChar32>(c)) != 0);
}
bool is_latin_letter(char32_t c) {
  return u_isalpha(static_cast<UChar32>(c)) != 0 &&
         uscript_hasScript(static_cast<UChar32>(c), USCRIPT_LATIN) != 0;
}
// Letters, marks and digits of scripts that need joiners or have no spaces; all but European ones.
bool is_joining_script(char32_t c) {
  if (c < 0x0530) return false;
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
  switch (script) {
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED:
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
      // Marks of Arabic and of India are often common to several scripts.
      return script == USCRIPT_INHERITED ||
             uscript_hasScript(static_cast<UChar32>(c), USCRIPT_ARABIC) != 0 ||
             uscript_hasScript(static_cast<UChar32>(c), USCRIPT_DEVANAGARI) != 0 ||
             (c >= 0x3000 && c <= 0x303F);
    default:
      return true;
  }
}
bool is_pictograph(char32_t c) {
  const auto u = static_cast<UChar32>(c);
  return u_hasBinaryProperty(u, UCHAR_EXTENDED_PICTOGRAPHIC) != 0 ||
         u_hasBinaryProperty(u, UCHAR_EMOJI_MODIFIER) != 0 ||
         u_hasBinaryProperty(u, UCHAR_REGIONAL_INDICATOR) != 0;
}

bool is_right_to_left(char32_t c) {
  const auto direction = u_charDirection(static_cast<UChar32>(c));
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

// What stands around a character; U+0000 at the block's edges.
struct Around {
  char32_t before = 0, after = 0;
};

bool is_at_work(char32_t c, const Around& around) {
  const bool joining = is_joining_script(around.before) || is_joining_script(around.after);
  switch (c) {
    case 0x00AD:
      return is_letter(around.before) && is_letter(around.after);
    case 0x034F:
      return u_getCombiningClass(static_cast<UChar32>(around.after)) != 0;
    case 0x200C:
      return joining || (is_letter(around.before) && is_letter(around.after));
    case 0x200D:
      return joining || is_pictograph(around.before) || around.before == 0xFE0F ||
             (is_letter(around.before) && is_letter(around.after) &&
              !is_latin_letter(around.before));
    case 0x200B:
      // Behind a slash or a full stop it lets a long address break.
      return joining ||
             (around.before < 0x80 && !is_space(around.before) &&
              u_ispunct(static_cast<UChar32>(around.before)) != 0 && !is_space(around.after));
    case 0x2060:
      return joining || (!is_space(around.before) && !is_space(around.after) &&
                         (!is_letter(around.before) || !is_letter(around.after)));
    case 0x2061:
    case 0x2062:
    case 0x2063:
    case 0x2064:
      return !is_latin_letter(around.before) || !is_latin_letter(around.after);
    case 0x115F:
    case 0x1160:
    case 0x3164:
    case 0xFFA0:
    case 0x17B4:
    case 0x17B5:
    case 0x180E:
      return joining;
    case 0x2800:
      return (around.before >= 0x2800 && around.before <= 0x28FF) ||
             (around.after >= 0x2800 && around.after <= 0x28FF);
    default:
      return false;
  }
}

// Selectors behind a letter or a space have lost their base.
bool has_base(char32_t base) {
  if (is_space(base) || is_variation_selector(base)) return false;
  const bool keycap = base == U'#' || base == U'*' || (base >= U'0' && base <= U'9');
  return keycap || base >= 0x80;
}

class InvisibleReader {
 public:
  explicit InvisibleReader(const CheckInput& input) : document_(input.document) {}

  std::vector<Trouble> read() {
    for (const Block& block : document_.blocks) {
      if (block.kind != BlockKind::Code) read(block.prose);
    }
    return std::move(found_);
  }

 private:
  char32_t before(std::size_t at) const {
    return at > block_.begin ? character_before(document_.prose, at) : U'\0';
  }
  char32_t after(std::size_t at) const {
    return at < block_.end ? character_at(document_.prose, at) : U'\0';
  }

  void read(ProseSpan block) {
    block_ = block;
    for (std::size_t at = block.begin; at < block.end;) {
      const CodePoint c = code_point_at(document_.prose, at);
      if (c.value == 0x1F3F4) {  // a flag: its tags are at work
        at = skip_flag(at + c.bytes);
        continue;
      }
      if (c.value < 0xAD || !is_invisible_sign(c.value)) {
        at += c.bytes;
        continue;
      }
      at = read_run(at);
    }
  }

  std::size_t skip_flag(std::size_t at) const {
    std::size_t end = at;
    while (end < block_.end && is_tag(after(end))) end += code_point_at(document_.prose, end).bytes;
    return end > at && character_before(document_.prose, end) == 0xE007F ? end : at;
  }

  // Invisible characters in a row: one of each kind may be at work, the same twice never is.
  std::size_t read_run(std::size_t begin) {
    std::size_t end = begin;
    std::u32string run;
    while (end < block_.end && is_invisible_sign(after(end))) {
      run += after(end);
      end += code_point_at(document_.prose, end).bytes;
    }
    const bool doubled = run.size() > 1 && std::ranges::adjacent_find(run) != run.end() &&
                         !is_tag(run.front()) && !is_variation_selector(run.front());
    const Around around{before(begin), after(end)};
    const bool good = !doubled && std::ranges::all_of(run, [&](char32_t c) {
      if (is_variation_selector(c)) return has_base(around.before);
      return is_at_work(c, around);
    });
    // A selector and a joiner: parts of an emoji.
    if (good || (!doubled && run.size() > 1 && is_variation_selector(run[0]) &&
                 has_base(around.before) && run[1] == 0x200D)) {
      return end;
    }
    report({begin, end}, run);
    return end;
  }

  void report(ProseSpan span, const std::u32string& run) {
    std::string detail = describe(run.front());
    if (run.size() > 1) detail += fmt::format(", {} invisible characters in a row", run.size());
    found_.push_back({.prose = span,
                      .source = {},
                      .detail = detail,
                      .fixes = replace_prose(document_, span, "")});
  }

  const Document& document_;
  ProseSpan block_;
  std::vector<Trouble> found_;
};

// The bidi controls of one paragraph.
class BidiReader {
 public:
  BidiReader(const Document& document, ProseSpan paragraph, std::vector<Trouble>& found)
      : document_(document), paragraph_(paragraph), found_(found) {}

  void read() {
    bool right_to_left = false;
    for (std::size_t at = paragraph_.begin; at < paragraph_.end;) {
      const CodePoint c = code_point_at(document_.prose, at);
      right_to_left = right_to_left || (is_right_to_left(c.value) && !is_bidi_control(c.value));
      if (is_bidi_control(c.value)) take(c.value, {at, at + c.bytes});
      at += c.bytes;
    }
    for (const Control& open : open_) report(open, "it is never closed");
    for (const Control& mark : marks_) {
      if (!right_to_left) report(mark, "nothing here runs from right to left");
    }
    for (const Control& override : overrides_) {
      if (!right_to_left) report(override, "it turns text that runs from left to right");
    }
  }

 private:
  struct Control {
    char32_t c;
    ProseSpan span;
  };

  static bool is_override(char32_t c) { return c == 0x202D || c == 0x202E; }

  void take(char32_t c, ProseSpan span) {
    if (c == 0x200E || c == 0x200F || c == 0x061C) {
      // A number keeps its sign in front, wherever the page is quoted.
      const char32_t next = character_at(document_.prose, span.end);
      const bool number = next == U'+' || (next >= U'0' && next <= U'9');
      if (c != 0x200E || !number) marks_.push_back({c, span});
    } else if (c == 0x202C || c == 0x2069) {
      close(c, span);
    } else {
      open_.push_back({c, span});
    }
  }

  void close(char32_t c, ProseSpan span) {
    const bool isolate = c == 0x2069;
    const auto opener = std::find_if(open_.rbegin(), open_.rend(),
                                     [&](const Control& o) { return (o.c >= 0x2066) == isolate; });
    if (opener == open_.rend()) {
      report({c, span}, "nothing was opened");
      return;
    }
    if (is_override(opener->c)) {
      overrides_.push_back(*opener);
      overrides_.push_back({c, span});
    }
    open_.erase(std::next(opener).base());
  }

  void report(const Control& control, std::string_view reason) {
    found_.push_back({.prose = control.span,
                      .source = {},
                      .detail = fmt::format("{}: {}", describe(control.c), reason),
                      .fixes = replace_prose(document_, control.span, "")});
  }

  const Document& document_;
  ProseSpan paragraph_;
  std::vector<Trouble>& found_;
  std::vector<Control> open_, marks_, overrides_;
};

bool holds_bidi_control(std::string_view text) {
  for (std::size_t at = ascii_end(text, 0); at < text.size(); at = ascii_end(text, at)) {
    const CodePoint c = code_point_at(text, at);
    if (is_bidi_control(c.value)) return true;
    at += c.bytes;
  }
  return false;
}

}  // namespace

std::vector<Trouble> find_invisible_characters(const CheckInput& input) {
  if (!input.characters.holds(CharacterKind::Invisible)) return {};
  return InvisibleReader(input).read();
}

std::vector<Trouble> find_soft_hyphens(const CheckInput& input) {
  if (!input.characters.holds(CharacterKind::Invisible)) return {};
  // Where nothing tells the language it may be one that hyphenates its compounds so.
  if (input.document.language == "und") return {};
  constexpr std::string_view hyphen = "\u00AD";
  const std::string_view prose = input.document.prose;
  std::size_t count = 0;
  for (std::size_t at = prose.find(hyphen); at != prose.npos; at = prose.find(hyphen, at + 1)) {
    ++count;
  }
  if (count == 0) return {};
  const std::size_t first = prose.find(hyphen);
  return {{.prose = {first, first + hyphen.size()},
           .source = {},
           .detail = fmt::format("The page holds {} of them.", count),
           .fixes = {}}};
}

std::vector<Trouble> find_bidi_controls(const CheckInput& input) {
  std::vector<Trouble> found;
  if (!input.characters.holds(CharacterKind::Bidi)) return found;
  const std::string_view prose = input.document.prose;
  for (const Block& block : input.document.blocks) {
    for (std::size_t at = block.prose.begin; at < block.prose.end;) {
      const std::size_t end = std::min<std::size_t>(prose.find('\n', at), block.prose.end);
      if (holds_bidi_control(prose.substr(at, end - at))) {
        BidiReader(input.document, {at, end}, found).read();
      }
      at = end + 1;
    }
  }
  std::ranges::sort(found, {}, [](const Trouble& t) { return t.prose.begin; });
  return found;
}

}  // namespace caveat
