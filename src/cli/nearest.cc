#include "cli/nearest.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <vector>

#include "rulebook/nearest_name.h"

namespace caveat {

std::string_view nearest(std::string_view typed, std::span<const std::string_view> names) {
  constexpr std::size_t telling = 3;  // fewer letters begin too many names
  for (const std::string_view name : names) {
    if (typed.size() < telling) break;
    if (name.starts_with(typed) || name.ends_with(typed)) return name;
  }
  if (const std::string_view name = nearest_name(typed, names); !name.empty()) return name;
  // A rule's id without its pack.
  std::vector<std::string_view> tails;
  for (const std::string_view name : names) {
    if (const auto slash = name.find('/'); slash != name.npos)
      tails.push_back(name.substr(slash + 1));
  }
  const std::string_view tail = nearest_name(typed, tails);
  const auto whole = std::ranges::find_if(
      names, [tail](std::string_view name) { return !tail.empty() && name.ends_with(tail); });
  return whole == names.end() ? std::string_view() : *whole;
}

std::string nearest_hint(std::string_view typed, std::span<const std::string_view> names) {
  constexpr std::size_t short_list = 24;
  if (const std::string_view name = nearest(typed, names); !name.empty()) {
    return fmt::format("did you mean “{}”?", name);
  }
  if (names.empty() || names.size() > short_list) return "";
  return fmt::format("known: {}", fmt::join(names, ", "));
}

}  // namespace caveat
