// The marks that people put before the items of a list.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace caveat {

// The length of the sign at the start of `text` that stands nowhere but before an item; 0 for none.
constexpr std::size_t list_sign_length(std::string_view text) {
  constexpr std::array<std::string_view, 14> signs = {"•", "✓", "✔", "►", "▶",  "▪", "●",
                                                      "◦", "‣", "➤", "➔", "✅", "☑", "❖"};
  constexpr std::string_view shown_as_emoji = "\uFE0F";
  for (const std::string_view sign : signs) {
    if (!text.starts_with(sign)) continue;
    const bool emoji = text.substr(sign.size()).starts_with(shown_as_emoji);
    return sign.size() + (emoji ? shown_as_emoji.size() : 0);
  }
  return 0;
}

// The same with signs that mean a list only where white space follows them: "- ", "– ", "o ".
constexpr std::size_t list_mark_length(std::string_view text) {
  constexpr std::array<std::string_view, 8> marks = {"-", "*", "+", "·", "–", "—", "»", "o"};
  std::size_t length = list_sign_length(text);
  for (const std::string_view mark : marks) {
    if (length == 0 && text.starts_with(mark)) length = mark.size();
  }
  const bool space =
      length > 0 && length < text.size() &&
      (text[length] == ' ' || text[length] == '\t' || text.substr(length).starts_with("\u00A0"));
  return space ? length : 0;
}

}  // namespace caveat
