#include "input/markup_text.h"

#include <algorithm>

#include "input/html_tree.h"

namespace caveat {

void MarkupText::copy(TextSpan span) {
  auto hole =
      std::lower_bound(holes_.begin(), holes_.end(), span.begin,
                       [](TextSpan candidate, std::size_t at) { return candidate.end <= at; });
  for (; hole != holes_.end() && hole->begin < span.end; ++hole) {
    if (hole->begin > span.begin) builder_.copy({span.begin, hole->begin});
    span.begin = std::min(hole->end, span.end);
  }
  if (!span.empty()) builder_.copy(span);
}

void MarkupText::write(TextSpan span, Kind kind) {
  if (kind == Kind::Raw) return copy(span);
  const auto place =
      kind == Kind::Attribute ? References::Place::Attribute : References::Place::Text;
  const std::string_view text = text_.substr(0, span.end);
  std::size_t from = span.begin;
  for (std::size_t at = from; at < span.end;) {
    if (text[at] != '&' && (text[at] != '<' || kind != Kind::Data)) {
      ++at;
      continue;
    }
    if (text[at] == '<') {
      const std::size_t end = markup_end(text, at);
      if (end == at) {
        ++at;
        continue;
      }
      copy({from, at});
      from = at = end;
      continue;
    }
    const CharacterReference reference = references_.read(text, at, place);
    if (reference.length == 0) {
      ++at;
      continue;
    }
    copy({from, at});
    builder_.replace(reference.text, {at, at + reference.length});
    from = at = at + reference.length;
  }
  if (from < span.end) copy({from, span.end});
}

void MarkupText::write_lines(TextSpan span, Kind kind) {
  for (std::size_t begin = span.begin; begin < span.end;) {
    const std::size_t end = std::min(text_.find_first_of("\r\n", begin), span.end);
    write({begin, end}, kind);
    if (end == span.end) break;
    const bool pair = end + 1 < span.end && text_[end] == '\r' && text_[end + 1] == '\n';
    begin = end + (pair ? 2 : 1);
    builder_.line_break({end, begin});
  }
}

std::string MarkupText::decoded_attribute(TextSpan span) {
  const std::string_view text = slice(text_, span);
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = std::min(text.find('&', at), text.size());
    result += text.substr(at, next - at);
    if (next == text.size()) break;
    CharacterReference reference = references_.read(text, next, References::Place::Attribute);
    if (reference.length == 0) reference = {"&", 1};
    result += reference.text;
    at = next + reference.length;
  }
  return result;
}

}  // namespace caveat
