// What a test looks at in an HTML page.
#pragma once

#include <string>

namespace caveat::test {

// The page without what its style and its script say: golden files show what was written for this
// report, and a search for evil finds no code of ours. Other reports stay as they are.
inline std::string without_assets(std::string page) {
  if (!page.starts_with("<!DOCTYPE html>")) return page;
  for (const std::string tag : {"style", "script"}) {
    const std::size_t begin = page.find("<" + tag + ">");
    const std::size_t end = page.find("</" + tag + ">");
    if (begin == std::string::npos || end == std::string::npos) continue;
    const std::size_t inside = begin + tag.size() + 2;
    page.erase(inside, end - inside);
  }
  const std::size_t policy = page.find("style-src");
  if (policy != std::string::npos) page.erase(policy, page.find("base-uri") - policy);
  return page;
}

}  // namespace caveat::test
