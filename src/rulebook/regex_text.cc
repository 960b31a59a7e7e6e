#include "rulebook/regex_text.h"

#include <algorithm>

namespace caveat {
namespace {

constexpr std::size_t none = std::string_view::npos;

// What separates words in the prose, as the inside of a character class: \s, NBSP, the spaces of
// typesetters, the line and paragraph separators.
constexpr std::string_view blanks =
    R"(\s\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000})";

}  // namespace

std::size_t escape_end(std::string_view regex, std::size_t at) {
  if (regex.substr(at, 2) == "\\Q") {
    const std::size_t end = regex.find("\\E", at);
    return end == none ? regex.size() : end + 2;
  }
  const bool braces = at + 2 < regex.size() && regex[at + 2] == '{' &&
                      std::string_view("xpP").find(regex[at + 1]) != none;
  const std::size_t end = braces ? regex.find('}', at) : none;
  return end == none ? std::min(at + 2, regex.size()) : end + 1;
}

namespace {

// The end of the character class at `at`. A bracket right behind the opening one is a member.
std::size_t class_end(std::string_view regex, std::size_t at) {
  ++at;
  if (regex.substr(at, 1) == "^") ++at;
  if (regex.substr(at, 1) == "]") ++at;
  while (at < regex.size() && regex[at] != ']') {
    const std::size_t posix = regex.substr(at, 2) == "[:" ? regex.find(":]", at) : none;
    at = posix != none ? posix + 2 : regex[at] == '\\' ? escape_end(regex, at) : at + 1;
  }
  return std::min(at + 1, regex.size());
}

}  // namespace

std::size_t atom_end(std::string_view regex, std::size_t at) {
  if (regex[at] == '\\') return escape_end(regex, at);
  if (regex[at] == '[') return class_end(regex, at);
  if (regex[at] != '(') return at + 1;
  std::size_t depth = 0;
  while (at < regex.size()) {
    if (regex[at] == '\\') {
      at = escape_end(regex, at);
    } else if (regex[at] == '[') {
      at = class_end(regex, at);
    } else {
      if (regex[at] == '(') ++depth;
      if (regex[at] == ')' && --depth == 0) return at + 1;
      ++at;
    }
  }
  return at;
}

namespace {

// The end of the repetition at `at`, which is `at` where there is none.
std::size_t repetition_end(std::string_view regex, std::size_t at) {
  std::size_t end = at;
  if (at < regex.size() && std::string_view("?*+").find(regex[at]) != none) ++end;
  if (at < regex.size() && regex[at] == '{') {
    const std::size_t close = regex.find('}', at);
    const std::string_view inside = close == none ? "x" : regex.substr(at + 1, close - at - 1);
    if (inside.find_first_not_of("0123456789,") == none) end = close + 1;
  }
  if (end > at && end < regex.size() && regex[end] == '?') ++end;  // the lazy kind
  return end;
}

}  // namespace

std::string widened(std::string_view regex) {
  std::string wide = regex.starts_with("(?-i)") ? "" : "(?i)";
  for (std::size_t at = 0; at < regex.size();) {
    const char c = regex[at];
    const std::size_t end = c == '\\'  ? escape_end(regex, at)
                            : c == '[' ? class_end(regex, at)
                                       : at + 1;
    const std::string_view atom = regex.substr(at, end - at);
    if (c == '\'') {
      wide += "['’]";
    } else if (c == ' ') {
      wide.append("(?:[").append(blanks).append("]+)");
    } else if (c == '[') {
      for (std::size_t i = 0; i < atom.size();) {
        const std::size_t next = atom[i] == '\\' ? escape_end(atom, i) : i + 1;
        const std::string_view member = atom.substr(i, next - i);
        wide += member == "'" ? "'’" : member == " " ? blanks : member;
        i = next;
      }
    } else {
      wide += atom;
    }
    at = end;
  }
  return wide;
}

std::string without_tail(std::string_view regex) {
  std::string cut;
  std::size_t branch = 0;  // where it begins
  std::size_t needed = 0;  // where what it cannot do without ends
  for (std::size_t at = 0; at <= regex.size();) {
    if (at == regex.size() || regex[at] == '|') {
      // A branch of nothing but options says nothing; the whole regex stays as it is.
      if (needed == branch) return std::string(regex);
      cut.append(branch == 0 ? "" : "|").append(regex.substr(branch, needed - branch));
      branch = needed = ++at;
      continue;
    }
    const std::size_t atom = atom_end(regex, at);
    const std::size_t end = repetition_end(regex, atom);
    const std::string_view repetition = regex.substr(atom, end - atom);
    const bool optional =
        repetition.starts_with('?') || repetition.starts_with('*') || repetition.starts_with("{0,");
    if (!optional) needed = end;
    at = end;
  }
  return cut;
}

}  // namespace caveat
