#include "rulebook/literal_sets.h"

#include <algorithm>
#include <string>

namespace caveat {
namespace {

constexpr std::size_t long_enough = 12;

constexpr std::uint16_t begins_word = PlacedLiteral::begins_word,
                        ends_word = PlacedLiteral::ends_word,
                        opens_line = PlacedLiteral::opens_line;

}  // namespace

bool may_be_empty(const Literals& literals) {
  return std::ranges::any_of(literals, [](const PlacedLiteral& each) { return each.text.empty(); });
}

namespace {

bool is_letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

}  // namespace

bool is_mute(const Literals& literals) {
  return std::ranges::none_of(literals, [](const PlacedLiteral& each) {
    return std::ranges::any_of(each.text, is_letter_or_digit);
  });
}

double frequency(const Literals& literals) {
  double sum = 0;
  for (const PlacedLiteral& literal : literals) {
    double product = (literal.place & begins_word) != 0 ? 0.3 : 1;
    if ((literal.place & opens_line) != 0) product = 0.05;
    for (const char c : literal.text) {
      product *= c == ' ' ? 0.17 : (c >= 'a' && c <= 'z') ? 0.05 : c == '\'' ? 0.02 : 0.003;
    }
    sum += product;
  }
  return sum;
}

void sort_out(Literals& literals) {
  std::ranges::sort(literals);
  literals.erase(std::ranges::unique(literals).begin(), literals.end());
}

void take_rarer(Literals& kept, const Literals& other) {
  if (other.empty() || may_be_empty(other)) return;
  if (kept.empty() || frequency(other) < frequency(kept)) kept = other;
}

namespace {

PlacedLiteral joined(const PlacedLiteral& begin, const PlacedLiteral& end) {
  const bool boundary = (end.place & begins_word) != 0;
  if (begin.text.empty()) {
    return {end.text, static_cast<std::uint16_t>(begin.place | end.place)};
  }
  if (end.text.empty()) {
    return {begin.text, static_cast<std::uint16_t>(begin.place | (boundary ? ends_word : 0))};
  }
  const bool meet = begin.text.ends_with(' ') && end.text.starts_with(' ');
  const auto front = begin.place & (begins_word | opens_line), back = end.place & ends_word;
  return {begin.text + (meet ? end.text.substr(1) : end.text),
          static_cast<std::uint16_t>(front | back)};
}

}  // namespace

Literals joined(const Literals& first, const Literals& second) {
  Literals all;
  for (const PlacedLiteral& begin : first) {
    for (const PlacedLiteral& end : second) all.push_back(joined(begin, end));
  }
  sort_out(all);
  return all;
}

PlacedLiteral trimmed(PlacedLiteral literal) {
  const auto is_of_word = [](char c) { return is_letter_or_digit(c) || c == '_'; };
  const auto forget = [&](std::uint16_t where) {
    literal.place = static_cast<std::uint16_t>(literal.place & ~where);
  };
  if (literal.text.size() > long_enough) {
    literal.text.resize(long_enough);
    forget(ends_word);
  }
  if (!is_of_word(literal.text.back())) forget(ends_word);
  if (!is_of_word(literal.text.front())) forget(begins_word);
  if (literal.text.starts_with(' ')) forget(opens_line);  // the blank may be the line's end
  return literal;
}

}  // namespace caveat
