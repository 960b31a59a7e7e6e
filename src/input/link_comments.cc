#include "input/link_comments.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace caveat {
namespace {

constexpr std::string_view end_of_name = "]: ";

// `close` is where the bracket closes that holds the definition's name.
void read_definition(std::string_view text, std::size_t begin, std::size_t close,
                     ProseBuilder& builder) {
  constexpr std::size_t longest_name = 40;
  const std::size_t from = std::max(begin, close - std::min(close, longest_name));
  const std::size_t bracket = text.substr(from, close - from).rfind('[');
  if (bracket == text.npos) return;
  const std::size_t at = from + bracket;
  const std::string_view name = text.substr(at + 1, close - at - 1);
  if (name != "//" && !name.starts_with("caveat-ignore")) return;
  std::size_t line = at;  // behind at most three spaces
  while (line > begin && at - line < 3 && text[line - 1] == ' ') --line;
  if (line > begin && text[line - 1] != '\n' && text[line - 1] != '\r') return;

  const std::size_t end = std::min(text.find_first_of("\r\n", close), text.size());
  std::string_view rest = text.substr(close, end - close);
  while (rest.ends_with(' ')) rest.remove_suffix(1);
  const std::size_t open = rest.find_first_of("(\"'");
  if (open == rest.npos || rest.size() < open + 2) return;
  const std::string_view title = rest.substr(open + 1, rest.size() - open - 2);
  const bool plain = name == "//";
  builder.comment({at, close + rest.size()},
                  plain ? std::string(title) : std::string(name).append(" ").append(title));
}

}  // namespace

void read_link_comments(std::size_t begin, ProseBuilder& builder) {
  const std::string_view text = builder.decoded().text();
  for (std::size_t at = text.find(end_of_name, begin); at != text.npos;
       at = text.find(end_of_name, at + 1)) {
    read_definition(text, begin, at, builder);
  }
}

}  // namespace caveat
