#include "input/markdown_links.h"

#include <algorithm>

namespace caveat {
namespace {

constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
constexpr bool is_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~');
}

std::size_t past_space(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

// Where the address that begins at `at` ends.
std::size_t past_address(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == '<') {
    const std::size_t end = text.find('>', at);
    return end == text.npos ? text.size() : end + 1;
  }
  for (int open = 0; at < text.size() && !is_space(text[at]); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '(') {
      ++open;
    } else if (text[at] == ')' && open-- == 0) {
      break;
    }
  }
  return std::min(at, text.size());
}

}  // namespace

std::optional<LinkTail> link_tail(std::string_view text, std::size_t at) {
  at = text.find(']', at);
  if (at == text.npos || text.substr(at, 2) != "](") return {};
  LinkTail tail;
  at = past_space(text, past_address(text, past_space(text, at + 2)));
  if (at < text.size() && (text[at] == '"' || text[at] == '\'' || text[at] == '(')) {
    const char close = text[at] == '(' ? ')' : text[at];
    const std::size_t begin = ++at;
    while (at < text.size() && text[at] != close) at += text[at] == '\\' ? 2 : 1;
    if (at >= text.size()) return {};
    tail.title = TextSpan{begin, at};
    at = past_space(text, at + 1);
  }
  if (at >= text.size() || text[at] != ')') return {};
  tail.end = at + 1;
  return tail;
}

void write_escaped(TextSpan span, MarkupText& text) {
  const std::string_view all = text.text();
  std::size_t from = span.begin;
  for (std::size_t at = from; at + 1 < span.end; ++at) {
    if (all[at] != '\\' || !is_punctuation(all[at + 1])) continue;
    if (from < at) text.write({from, at}, MarkupText::Kind::Rcdata);
    text.builder().replace(all.substr(at + 1, 1), {at, at + 2});
    from = at + 2;
    ++at;
  }
  if (from < span.end) text.write({from, span.end}, MarkupText::Kind::Rcdata);
}

std::string tag_name(std::string_view markup) {
  std::string name;
  for (std::size_t at = markup.starts_with("</") ? 2 : 1; at < markup.size(); ++at) {
    const char c = markup[at];
    if (is_space(c) || c == '/' || c == '>') break;
    name += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return name;
}

}  // namespace caveat
