// Turns "some [[marked]] text" into the text without its marks, and the spans that they enclosed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace caveat::testing {

struct Marked {
  struct Range {
    std::size_t begin = 0, end = 0;
    bool operator==(const Range&) const = default;
  };
  std::string text;
  std::vector<Range> spans;  // half-open byte ranges in `text`, in the order of their ends
};

inline Marked marked(std::string_view written) {
  Marked result;
  std::vector<std::size_t> open;
  for (std::size_t at = 0; at < written.size();) {
    const std::string_view two = written.substr(at, 2);
    if (two == "[[") {
      open.push_back(result.text.size());
      at += 2;
    } else if (two == "]]" && !open.empty()) {
      result.spans.push_back({open.back(), result.text.size()});
      open.pop_back();
      at += 2;
    } else {
      result.text += written[at++];
    }
  }
  return result;
}

}  // namespace caveat::testing
