#include "rulebook/scalar_place.h"

#include <algorithm>

#include "model/utf8.h"

namespace caveat {
namespace {

bool is_line_end(char c) { return c == '\n' || c == '\r'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || is_line_end(c); }

std::size_t skip_blanks(std::string_view file, std::size_t at) {
  while (at < file.size() && is_blank(file[at])) ++at;
  return at;
}

// The bytes of an escape in double quotation marks: \n, \x41, \u2019, \U0001F600.
std::size_t escape_size(std::string_view file, std::size_t at) {
  const char kind = at + 1 < file.size() ? file[at + 1] : '\0';
  return 2 + (kind == 'x' ? 2u : kind == 'u' ? 4u : kind == 'U' ? 8u : 0u);
}

}  // namespace

std::size_t place_in_scalar(std::string_view file, std::size_t begin, std::string_view value,
                            std::size_t inside) {
  if (begin >= file.size()) return begin;
  const char mark = file[begin];
  std::size_t at = begin;
  if (mark == '|' || mark == '>') at = std::min(file.find('\n', begin), file.size());
  if (mark == '"' || mark == '\'') ++at;
  for (std::size_t i = 0; i < value.size() && at < file.size();) {
    const char c = value[i];
    const bool escape = mark == '"' && file[at] == '\\';
    // A line end with an indentation is a blank of the value, several of them, or nothing.
    if (is_line_end(file[at]) || (is_blank(file[at]) && file[at] != c)) {
      at = skip_blanks(file, at);
      if (i == inside) return at;
      if (is_blank(c)) ++i;
      continue;
    }
    if (is_blank(c) && !is_blank(file[at]) && !escape) {
      if (i++ == inside) return at;
      continue;
    }
    if (i == inside) return at;
    if (escape && at + 1 < file.size() && is_line_end(file[at + 1])) {
      at = skip_blanks(file, at + 1);
    } else if (escape) {
      at += escape_size(file, at);
      i += utf8_step(value, i).length;
    } else if (file[at] == c) {
      at += mark == '\'' && c == '\'' ? 2 : 1;  // a quotation mark is doubled
      ++i;
    } else {
      return begin;
    }
  }
  return std::min(at, file.size());
}

}  // namespace caveat
