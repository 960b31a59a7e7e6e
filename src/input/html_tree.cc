#include "input/html_tree.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <functional>
#include <unordered_map>
#include <vector>

namespace caveat {
namespace {

using namespace std::string_view_literals;

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
constexpr bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
constexpr bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

std::size_t past(std::string_view text, std::string_view end, std::size_t from) {
  const std::size_t found = text.find(end, from);
  return found == text.npos ? text.size() : found + end.size();
}

std::size_t tag_end(std::string_view text, std::size_t at) {
  for (bool value = false; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '>') return at + 1;
    if (value && (c == '"' || c == '\'')) {
      at = text.find(c, at + 1);
      if (at == text.npos) return text.size();
      value = false;
    } else if (c == '=') {
      value = true;
    } else if (!is_space(c)) {
      value = false;
    }
  }
  return text.size();
}

// gumbo looks through all open elements for each tag, and makes a copy of every open formatting
// element in each new block. Pages do not nest like this; attacks do.
constexpr std::size_t deepest = 2000;
constexpr std::size_t most_formatting = 64;
// It compares each attribute of a tag with all others of it.
constexpr std::size_t most_attributes = 256;

constexpr std::array never_nest = {
    "area"sv,   "base"sv,     "br"sv,    "col"sv,    "embed"sv,   "hr"sv,    "img"sv,   "input"sv,
    "link"sv,   "meta"sv,     "param"sv, "source"sv, "track"sv,   "wbr"sv,   "p"sv,     "li"sv,
    "dt"sv,     "dd"sv,       "tr"sv,    "td"sv,     "th"sv,      "thead"sv, "tbody"sv, "tfoot"sv,
    "option"sv, "optgroup"sv, "rt"sv,    "rp"sv,     "colgroup"sv};
constexpr std::array formatting = {"a"sv,      "b"sv,      "big"sv,  "code"sv, "em"sv,
                                   "font"sv,   "i"sv,      "nobr"sv, "s"sv,    "small"sv,
                                   "strike"sv, "strong"sv, "tt"sv,   "u"sv};

bool holds(auto const& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

// Where the attributes of a start tag become too many; the end of its inside where they do not.
std::size_t attributes_end(std::string_view inside) {
  if (inside.size() <= 2 * most_attributes) return inside.size();
  std::size_t count = 0;
  bool name = true, value = false;  // in a name; behind its "="
  for (std::size_t at = 0; at < inside.size(); ++at) {
    const char c = inside[at];
    if (value && (c == '"' || c == '\'')) {
      at = std::min(inside.find(c, at + 1), inside.size());
      name = value = false;
    } else if (c == '=' && name) {
      value = true;
    } else if (is_space(c)) {
      name = name && value;
    } else if (c == '/' && !value) {
      name = false;
    } else if (!name) {
      if (count++ == most_attributes) return at;
      name = true;
    } else if (value) {
      at = std::min(inside.find_first_of(" \t\n\r\f", at), inside.size());
      name = value = false;
    }
  }
  return inside.size();
}

// Blanks out start tags that would nest too deeply, and attributes beyond all measure; empty where
// there are none, which is nearly always. Counts by names, without knowing which end tag closes
// what: enough to be safe.
std::string flatten(std::string_view text) {
  std::string result;
  // But for end tags: what looks like a start tag may stand in a script, whose end it hides.
  const auto blank = [&](std::size_t from, std::size_t to) {
    if (result.empty()) result = text;
    while (from < to) {
      const std::size_t kept = std::min(text.substr(0, to).find("</", from), to);
      std::fill(result.begin() + static_cast<std::ptrdiff_t>(from),
                result.begin() + static_cast<std::ptrdiff_t>(kept), ' ');
      from = past(text, ">", kept);
    }
  };
  std::unordered_map<std::string, std::size_t> open;
  std::size_t depth = 0, formats = 0;
  std::string name;
  for (std::size_t at = text.find('<'); at != text.npos; at = text.find('<', at)) {
    const std::size_t end = markup_end(text, at);
    if (end == at) {
      ++at;
      continue;
    }
    const bool closes = text[at + 1] == '/';
    std::size_t i = at + (closes ? 2 : 1);
    if (!is_letter(text[i])) {
      at = end;
      continue;
    }
    name.clear();
    for (; i < end && !is_space(text[i]) && text[i] != '/' && text[i] != '>'; ++i) {
      name += lower(text[i]);
    }
    const bool formats_text = holds(formatting, name);
    if (holds(never_nest, name)) {
      // nothing to count
    } else if (closes) {
      const auto count = open.find(name);
      if (count != open.end() && count->second > 0) {
        --count->second;
        --depth;
        formats -= formats_text ? 1 : 0;
      }
    } else if (depth >= deepest || (formats_text && formats >= most_formatting)) {
      blank(at, end);
    } else {
      ++open[name];
      ++depth;
      formats += formats_text ? 1 : 0;
    }
    const std::size_t inside_end = text[end - 1] == '>' ? end - 1 : end;
    const std::string_view inside = text.substr(i, std::max(i, inside_end) - i);
    const std::size_t kept = attributes_end(inside);
    if (kept < inside.size()) blank(i + kept, inside_end);
    at = end;
  }
  return result;
}

}  // namespace

std::size_t markup_end(std::string_view text, std::size_t at) {
  const auto peek = [&](std::size_t i) { return at + i < text.size() ? text[at + i] : '\0'; };
  if (is_letter(peek(1))) return tag_end(text, at + 1);
  if (peek(1) == '/') {
    if (is_letter(peek(2))) return tag_end(text, at + 2);
    return at + 2 >= text.size() ? at : past(text, ">", at + 2);
  }
  if (peek(1) == '?') return past(text, ">", at + 1);
  if (peek(1) != '!') return at;
  if (peek(2) != '-' || peek(3) != '-') return past(text, ">", at + 2);
  if (peek(4) == '>') return at + 5;
  if (peek(4) == '-' && peek(5) == '>') return at + 6;
  for (std::size_t dash = text.find("--", at + 4); dash != text.npos;
       dash = text.find("--", dash + 1)) {
    const std::string_view rest = text.substr(dash + 2, 2);
    if (rest.starts_with('>')) return dash + 3;
    if (rest == "!>") return dash + 4;
  }
  return text.size();
}

// Memory for one tree, given back in one go: freeing node by node would recurse as deep as the
// tree nests.
class HtmlTree::Arena {
 public:
  void* allocate(std::size_t size) {
    size = (size + alignof(std::max_align_t) - 1) & ~(alignof(std::max_align_t) - 1);
    if (size > chunk / 4) {
      chunks_.push_back(std::make_unique_for_overwrite<std::byte[]>(size));
      return chunks_.back().get();
    }
    if (left_ < size) {
      chunks_.push_back(std::make_unique_for_overwrite<std::byte[]>(chunk));
      next_ = chunks_.back().get();
      left_ = chunk;
    }
    void* result = next_;
    next_ += size;
    left_ -= size;
    return result;
  }

 private:
  static constexpr std::size_t chunk = 256 * 1024;
  std::vector<std::unique_ptr<std::byte[]>> chunks_;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
};

HtmlTree::HtmlTree(std::string_view text) : text_(text), arena_(std::make_unique<Arena>()) {
  flattened_ = flatten(text);
  if (!flattened_.empty()) text_ = flattened_;
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  options.userdata = arena_.get();
  options.allocator = [](void* arena, std::size_t size) {
    return static_cast<Arena*>(arena)->allocate(size);
  };
  options.deallocator = [](void*, void*) {};
  document_ = gumbo_parse_with_options(&options, text_.data(), text_.size())->document;
}

HtmlTree::~HtmlTree() = default;

std::optional<TextSpan> HtmlTree::place(std::string_view piece) const {
  // Pointers into different arrays compare by std::less alone.
  const std::less<const char*> before;
  if (piece.data() == nullptr || before(piece.data(), text_.data()) ||
      before(text_.data() + text_.size(), piece.data() + piece.size())) {
    return {};
  }
  const auto begin = static_cast<std::size_t>(piece.data() - text_.data());
  return TextSpan{begin, begin + piece.size()};
}

}  // namespace caveat
