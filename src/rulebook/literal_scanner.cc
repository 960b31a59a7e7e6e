#include "rulebook/literal_scanner.h"

#include <algorithm>
#include <array>

namespace caveat {
namespace {

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
bool is_letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}
bool is_of_word(char c) { return is_letter_or_digit(c) || c == '_'; }

// Whether no letter or digit stands before `at` on its line.
bool opens_line(std::string_view text, std::size_t at) {
  constexpr std::size_t most = 64;  // nobody indents further
  const std::size_t least = at - std::min(at, most);
  while (at > least && is_ascii(text[at - 1]) && text[at - 1] != '\n') {
    if (is_letter_or_digit(text[--at])) return false;
  }
  return true;
}

}  // namespace

// The trie of the literals, then its automaton; states are numbered as they come.
struct LiteralScanner::Automaton {
  using Row = std::vector<std::uint32_t>;
  static constexpr std::uint32_t none = ~std::uint32_t{0};

  explicit Automaton(std::size_t classes) : class_count(classes) { add_state(); }

  std::uint32_t add_state() {
    next.emplace_back(class_count, none);
    owners.emplace_back();
    return static_cast<std::uint32_t>(next.size() - 1);
  }

  // Adds the transitions by which a failed literal goes on as the longest one that its end begins.
  void link() {
    std::vector<std::uint32_t> fallback(next.size(), 0);
    std::vector<std::uint32_t> queue;
    for (std::uint32_t& to : next[0]) {
      if (to == none) {
        to = 0;
      } else {
        queue.push_back(to);
      }
    }
    for (std::size_t done = 0; done < queue.size(); ++done) {
      const std::uint32_t state = queue[done];
      const auto& inherited = owners[fallback[state]];
      owners[state].insert(owners[state].end(), inherited.begin(), inherited.end());
      std::ranges::sort(owners[state]);
      owners[state].erase(std::ranges::unique(owners[state]).begin(), owners[state].end());
      for (std::size_t c = 0; c < class_count; ++c) {
        const std::uint32_t other = next[fallback[state]][c];
        if (next[state][c] == none) {
          next[state][c] = other;
        } else {
          fallback[next[state][c]] = other;
          queue.push_back(next[state][c]);
        }
      }
    }
  }

  std::size_t class_count;
  std::vector<Row> next;
  std::vector<std::vector<Owner>> owners;
};

LiteralScanner::LiteralScanner(std::span<const Literal> literals) {
  std::vector<std::uint8_t> classes(256, 0);
  if (literals.empty()) return;
  class_count_ = 1;
  for (const Literal& each : literals) {
    for (const char c : each.literal.text) {
      std::uint8_t& kind = classes[static_cast<unsigned char>(c)];
      if (kind == 0) kind = static_cast<std::uint8_t>(class_count_++);
    }
  }
  Automaton automaton(class_count_);
  for (const Literal& each : literals) {
    std::uint32_t state = 0;
    for (const char c : each.literal.text) {
      const std::uint8_t kind = classes[static_cast<unsigned char>(c)];
      if (automaton.next[state][kind] == Automaton::none) {
        const std::uint32_t fresh = automaton.add_state();
        automaton.next[state][kind] = fresh;
      }
      state = automaton.next[state][kind];
    }
    automaton.owners[state].push_back(
        {each.owner, static_cast<std::uint16_t>(each.literal.text.size()), each.literal.place});
  }
  automaton.link();

  // Number the states anew, those without owners first.
  const std::size_t count = automaton.next.size();
  std::vector<std::uint32_t> order;
  for (const bool owned : {false, true}) {
    for (std::uint32_t state = 0; state < count; ++state) {
      if (automaton.owners[state].empty() != owned) order.push_back(state);
    }
    if (!owned) first_owned_ = static_cast<State>(order.size()) * class_count_;
  }
  std::vector<State> row(count);
  for (std::size_t i = 0; i < count; ++i) row[order[i]] = static_cast<State>(i) * class_count_;
  std::vector<State> next;
  std::vector<std::uint32_t> owner_begins;
  std::vector<Owner> owners;
  for (const std::uint32_t state : order) {
    for (const std::uint32_t to : automaton.next[state]) next.push_back(row[to]);
    owner_begins.push_back(static_cast<std::uint32_t>(owners.size()));
    const auto& held = automaton.owners[state];
    owners.insert(owners.end(), held.begin(), held.end());
  }
  owner_begins.push_back(static_cast<std::uint32_t>(owners.size()));
  classes_ = std::move(classes);
  next_ = std::move(next);
  owner_begins_ = std::move(owner_begins);
  owners_ = std::move(owners);
}

bool LiteralScanner::is_placed(Owner owner, std::string_view text, std::size_t end) {
  if (!is_ascii(text[end - 1])) return true;
  if ((owner.place & PlacedLiteral::ends_word) != 0 && end < text.size() && is_of_word(text[end])) {
    return false;
  }
  std::size_t begin = end;
  for (std::uint16_t left = owner.length; left > 0 && begin > 0; --left) {
    if (!is_ascii(text[begin - 1])) return true;  // how many bytes it has in the literal, who knows
    if (is_blank(text[--begin])) {
      while (begin > 0 && is_blank(text[begin - 1])) --begin;
    }
  }
  if ((owner.place & PlacedLiteral::begins_word) != 0 && begin > 0 && is_of_word(text[begin - 1])) {
    return false;
  }
  return (owner.place & PlacedLiteral::opens_line) == 0 || opens_line(text, begin);
}

// Blanks as in regex_text.cc; the two letters beyond ASCII whose lower or upper case is an ASCII
// letter.
LiteralScanner::Symbol LiteralScanner::beyond_ascii(std::string_view text, std::size_t at) {
  struct Reading {
    std::string_view bytes;
    unsigned char byte;
  };
  static constexpr std::array<Reading, 9> readings = {{{"\u00A0", ' '},
                                                       {"\u1680", ' '},
                                                       {"\u2028", ' '},
                                                       {"\u2029", ' '},
                                                       {"\u202F", ' '},
                                                       {"\u205F", ' '},
                                                       {"\u3000", ' '},
                                                       {"ſ", 's'},
                                                       {"\u212A", 'k'}}};
  const std::string_view rest = text.substr(at);
  for (const Reading& reading : readings) {
    if (rest.starts_with(reading.bytes)) {
      return {reading.byte, static_cast<std::uint8_t>(reading.bytes.size())};
    }
  }
  if (rest.size() >= 3 && rest.starts_with("\xE2\x80") &&
      static_cast<unsigned char>(rest[2]) <= 0x8A) {
    return {' ', 3};  // U+2000 to U+200A, the spaces of typesetters
  }
  return {static_cast<unsigned char>(text[at]), 1};
}

}  // namespace caveat
