// Whether words in bold type on a line of their own serve as a heading.
#pragma once

#include <cstddef>
#include <string_view>

namespace caveat {

// Few words and no full stop: "What we treat", not "Massage replaces no doctor."
constexpr bool reads_as_heading(std::string_view text) {
  constexpr std::size_t most_words = 12, most_bytes = 120;
  const auto is_space = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  if (text.empty() || text.size() > most_bytes) return false;
  std::size_t words = 1;
  for (const char c : text) words += is_space(c) ? 1 : 0;
  if (words > most_words) return false;
  const char last = text.back();
  return last != '.' && last != '!' && last != ',' && last != ';' && !text.ends_with("…");
}

}  // namespace caveat
