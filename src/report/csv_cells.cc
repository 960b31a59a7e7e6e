#include "report/csv_cells.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "model/display.h"

namespace caveat {
namespace {

// A spreadsheet takes a cell that begins like this for a formula, and copy is written by strangers:
// https://owasp.org/www-community/attacks/CSV_Injection.
bool begins_like_formula(std::string_view text) {
  if (text.empty()) return false;
  const char32_t first = code_point_at(text, 0).value;
  return std::u32string_view(U"=+-@\t\r＝＋－＠").find(first) != std::u32string_view::npos;
}

}  // namespace

std::string csv_cell(std::string_view text) {
  std::string clean = printable(text);
  if (begins_like_formula(clean)) clean.insert(0, 1, '\'');
  if (clean.find_first_of("\",;") == std::string::npos) return clean;
  std::string quoted = "\"";
  for (const char letter : clean) {
    quoted += letter;
    if (letter == '"') quoted += '"';
  }
  return quoted + '"';
}

std::string csv_row(const std::vector<std::string>& cells) {
  return fmt::format("{}\r\n", fmt::join(cells, ","));  // RFC 4180
}

}  // namespace caveat
