#include "rulebook/regex_literals.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "model/display.h"
#include "model/utf8.h"
#include "rulebook/literal_sets.h"
#include "rulebook/regex_text.h"

namespace caveat {
namespace {

constexpr std::size_t most_literals = 160;  // of one part of a regex

// Literals more frequent than that, " " and "e", would be met in every sentence.
constexpr double too_frequent = 0.02;

// What is known of a part of a regex.
struct Part {
  std::optional<Literals> exact = nothing();  // all texts that it matches, where they are few
  Literals needed;   // else: of which each match holds one; empty where nothing is known
  bool mute = true;  // it matches no ASCII letter or digit
};

Part anything(bool mute = false) { return {std::nullopt, {}, mute}; }

// Letters of Latin-1 have one other case, U+0020 away; but for those of which another sign is a
// third (Å, ß), and for the two signs of arithmetic among them.
bool has_two_cases(char32_t c) {
  const char32_t lower = c | 0x20U;
  return lower >= 0xE0 && lower <= 0xFE && lower != 0xE5 && lower != 0xF7 && c != 0xDF;
}

// Signs that no case changes: those of Latin-1 but for ª µ º; general punctuation, currencies, CJK.
bool is_caseless(char32_t c) {
  return (c >= 0xA1 && c <= 0xBF && c != 0xAA && c != 0xB5 && c != 0xBA) ||
         (c >= 0x2010 && c <= 0x20CF) || (c >= 0x3001 && c <= 0x9FFF);
}

std::string utf8(char32_t c) {
  std::string text;
  append_utf8(text, c);
  return text;
}

// Recursive descent over a well-formed regex of RE2's syntax.
class Reader {
 public:
  explicit Reader(std::string_view regex) : regex_(regex) {}

  Literals read() {
    const Part whole = choice();
    Literals needed = whole.needed;
    if (whole.exact) take_rarer(needed, *whole.exact);
    if (frequency(needed) > too_frequent) needed.clear();
    std::ranges::transform(needed, needed.begin(), trimmed);
    sort_out(needed);
    return needed;
  }

 private:
  bool more() const { return at_ < regex_.size(); }

  Part choice() {
    Part all = sequence();
    bool known = all.exact || !all.needed.empty();
    bool mute = all.mute;
    while (more() && regex_[at_] == '|') {
      ++at_;
      const Part branch = sequence();
      mute = mute && branch.mute;
      known = known && (branch.exact || !branch.needed.empty());
      if (!known) continue;
      if (all.exact && branch.exact && all.exact->size() + branch.exact->size() <= most_literals) {
        all.exact->insert(all.exact->end(), branch.exact->begin(), branch.exact->end());
        sort_out(*all.exact);
        continue;
      }
      Literals needed = all.exact ? *all.exact : all.needed;
      const Literals& others = branch.exact ? *branch.exact : branch.needed;
      needed.insert(needed.end(), others.begin(), others.end());
      sort_out(needed);
      all = {std::nullopt, std::move(needed)};
      known = !may_be_empty(all.needed);
    }
    if (!known) return anything(mute);
    all.mute = mute;
    return all;
  }

  Part sequence() {
    Literals run = nothing();  // the texts of the exact parts since the last inexact one
    Literals needed;
    bool whole = true, mute = true;
    bool opening = false;  // no letter or digit since the line's begin
    const auto anew = [&] { return opening ? place(PlacedLiteral::opens_line) : nothing(); };
    while (more() && regex_[at_] != '|' && regex_[at_] != ')') {
      opening = opening || regex_[at_] == '^';
      Part part = atom();
      const bool goes_on = repetition(part);
      opening = opening && part.mute;
      mute = mute && part.mute;
      if (part.exact && run.size() * part.exact->size() <= most_literals) {
        run = joined(run, *part.exact);
      } else {
        whole = false;
        take_rarer(needed, run);
        run = part.exact.value_or(anew());
        take_rarer(needed, part.needed);
      }
      if (goes_on) {  // x+ is x, who knows what, and x again
        whole = false;
        take_rarer(needed, run);
        run = part.exact.value_or(anew());
      }
    }
    if (whole) return {std::move(run), {}, mute};
    take_rarer(needed, run);
    return {std::nullopt, std::move(needed), mute};
  }

  // Applies the repetition behind a part, if any; true where more of the same may follow the part.
  bool repetition(Part& part) {
    if (!more()) return false;
    bool goes_on = false;
    if (regex_[at_] == '?') {
      ++at_;
      make_optional(part);
    } else if (regex_[at_] == '*') {
      ++at_;
      part = anything(part.mute);
    } else if (regex_[at_] == '+') {
      ++at_;
      goes_on = true;
    } else if (const auto least = counted()) {
      if (*least == 0) {
        part = anything(part.mute);
      } else {
        goes_on = true;
      }
    } else {
      return false;
    }
    if (more() && regex_[at_] == '?') ++at_;  // the lazy kind
    return goes_on;
  }

  static void make_optional(Part& part) {
    if (part.exact) {
      part.exact->emplace_back();
      sort_out(*part.exact);
    } else {
      part = anything(part.mute);
    }
  }

  // The least count of "{2,5}" here, which is consumed; nothing where a brace is only a brace.
  std::optional<std::size_t> counted() {
    if (regex_[at_] != '{') return std::nullopt;
    const std::size_t close = regex_.find('}', at_);
    if (close == std::string_view::npos) return std::nullopt;
    const std::string_view inside = regex_.substr(at_ + 1, close - at_ - 1);
    if (inside.empty() || inside.find_first_not_of("0123456789,") != std::string_view::npos) {
      return std::nullopt;
    }
    std::size_t least = 0;
    std::from_chars(inside.data(), inside.data() + inside.size(), least);
    at_ = close + 1;
    return least;
  }

  Part atom() {
    switch (regex_[at_]) {
      case '(':
        return group();
      case '[':
        return bracketed();
      case '\\':
        return escape();
      case '^':
        ++at_;
        return {place(PlacedLiteral::opens_line), {}};
      case '$':
        ++at_;
        return {};
      case '.':
        ++at_;
        return anything();
      default:
        return character();
    }
  }

  Part group() {
    ++at_;
    if (regex_.substr(at_, 1) == "?") {
      const std::size_t stop = regex_.find_first_of(":)>", at_);
      const std::string_view flags = regex_.substr(at_ + 1, stop - at_ - 1);
      // Only i matters here: whatever the flags say of case, both are looked for; only a letter
      // beyond ASCII must know, and then "it depends" is as good as "no".
      if (flags.find('P') == std::string_view::npos) {
        const std::size_t minus = flags.find('-');
        const std::size_t letter = flags.find('i');
        if (letter != std::string_view::npos) {
          folds_case_ = minus == std::string_view::npos || letter < minus || regex_[stop] != ')';
        }
      }
      at_ = stop + 1;
      if (regex_[stop] == ')') return {};
    }
    const bool folded = folds_case_;
    Part inside = choice();
    folds_case_ = folds_case_ || folded;  // what a group says of case ends with it
    if (more()) ++at_;                    // the closing bracket
    return inside;
  }

  Part bracketed() {
    const std::size_t end = atom_end(regex_, at_);
    std::string_view inside = regex_.substr(at_ + 1, end - at_ - 2);
    at_ = end;
    if (inside.starts_with('^') || inside.find("[:") != std::string_view::npos) return anything();
    Literals members;
    while (!inside.empty()) {
      if (inside.starts_with("\\s")) {
        members.push_back({" "});
        inside.remove_prefix(2);
        continue;
      }
      const auto first = class_member(inside);
      if (!first) return anything();
      char32_t last = *first;
      if (inside.size() > 1 && inside.starts_with('-')) {
        inside.remove_prefix(1);
        const auto to = class_member(inside);
        if (!to || *to < *first || *to - *first > most_literals) return anything();
        last = *to;
      }
      for (char32_t c = *first; c <= last; ++c) {
        const auto texts = texts_of(c);
        if (!texts) return anything();
        members.insert(members.end(), texts->begin(), texts->end());
      }
    }
    sort_out(members);
    const bool mute = is_mute(members);
    return {std::move(members), {}, mute};
  }

  // Takes one code point from the front of a class; nothing where it is a class of its own (\w).
  static std::optional<char32_t> class_member(std::string_view& inside) {
    if (inside.front() != '\\') {
      const char32_t c = utf8_code_point(inside, 0);
      inside.remove_prefix(utf8_step(inside, 0).length);
      return c;
    }
    const std::size_t end = escape_end(inside, 0);
    const auto c = escaped(inside.substr(0, end));
    inside.remove_prefix(end);
    return c;
  }

  // The code point that an escape stands for; nothing where it is a class or an assertion.
  static std::optional<char32_t> escaped(std::string_view escape) {
    const char kind = escape.size() > 1 ? escape[1] : '\\';
    if (kind == 'x' && escape.size() > 4 && escape[2] == '{') {
      std::uint32_t value = 0;
      std::from_chars(escape.data() + 3, escape.data() + escape.size() - 1, value, 16);
      return static_cast<char32_t>(value);
    }
    const bool letter = (kind >= 'a' && kind <= 'z') || (kind >= 'A' && kind <= 'Z');
    if (letter || (kind >= '0' && kind <= '9') || static_cast<unsigned char>(kind) >= 0x80) {
      return std::nullopt;
    }
    return static_cast<char32_t>(kind);
  }

  Part escape() {
    const std::size_t end = escape_end(regex_, at_);
    const std::string_view here = regex_.substr(at_, end - at_);
    at_ = end;
    if (here == "\\b") return {place(PlacedLiteral::begins_word), {}};
    if (here == "\\B" || here == "\\A" || here == "\\z") return {};
    if (const auto c = escaped(here)) return part_of(*c);
    skip_operand(here);
    return anything();
  }

  // Behind \x41, \pL and \12 stand characters that are no literals.
  void skip_operand(std::string_view escape) {
    if (escape.size() != 2) return;
    const char kind = escape[1];
    const bool digit = kind >= '0' && kind <= '9';
    const std::size_t size = kind == 'x' || digit ? 2 : kind == 'p' || kind == 'P' ? 1 : 0;
    const std::string_view rest = regex_.substr(at_, size);
    const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
    at_ += digit ? digits : rest.size();
  }

  Part character() {
    const char32_t c = utf8_code_point(regex_, at_);
    at_ += utf8_step(regex_, at_).length;
    return part_of(c);
  }

  Part part_of(char32_t c) const {
    auto texts = texts_of(c);
    if (!texts) return anything();
    const bool mute = is_mute(*texts);
    return {std::move(*texts), {}, mute};
  }

  // How a scanner reads the code point; nothing where its other case is another sequence of bytes.
  std::optional<Literals> texts_of(char32_t c) const {
    if (c < 0x80) {
      if (c == ' ' || (c >= '\t' && c <= '\r')) return Literals{{" "}};
      if (c == U'\'') return Literals{{"'"}, {"’"}};
      const char byte = static_cast<char>(c);
      const char lower = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
      return Literals{{std::string(1, lower)}};
    }
    const bool blank = c == 0x00A0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
                       c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
    if (blank) return Literals{{" "}};
    if (folds_case_ && has_two_cases(c)) return Literals{{utf8(c & ~0x20U)}, {utf8(c | 0x20U)}};
    if (c == 0x017F || c == 0x212A || (folds_case_ && !is_caseless(c))) return std::nullopt;
    return Literals{{utf8(c)}};
  }

  std::string_view regex_;
  std::size_t at_ = 0;
  bool folds_case_ = true;
};

}  // namespace

std::vector<PlacedLiteral> needed_literals(std::string_view regex) { return Reader(regex).read(); }

}  // namespace caveat
