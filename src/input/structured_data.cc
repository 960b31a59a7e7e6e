#include "input/structured_data.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "input/html_tree.h"
#include "model/display.h"

namespace caveat {
namespace {

using namespace std::string_view_literals;

// The properties of schema.org that hold prose.
constexpr std::array prose_keys = {"name"sv,        "headline"sv, "description"sv,
                                   "articleBody"sv, "text"sv,     "reviewBody"sv};

// nlohmann-json judges whether the text is JSON, but does not say where its strings stand. In
// well-formed JSON they are found by their quotes alone.
class Strings {
 public:
  Strings(TextSpan span, MarkupText& text) : at_(span.begin), end_(span.end), text_(text) {}

  void read() {
    const std::string_view all = text_.text();
    for (; at_ < end_; ++at_) {
      switch (all[at_]) {
        case '"':
          string();
          break;
        case '{':
        case '[':
          open_.push_back({all[at_] == '{', is_prose_});
          is_prose_ = is_prose_ && all[at_] == '[';
          expects_key_ = all[at_] == '{';
          break;
        case '}':
        case ']':
          if (!open_.empty()) {
            is_prose_ = open_.back().was_prose;
            open_.pop_back();
          }
          break;
        case ',':
          expects_key_ = !open_.empty() && open_.back().is_object;
          break;
        default:
          break;
      }
    }
  }

 private:
  struct Open {
    bool is_object, was_prose;
  };

  void string() {
    const std::string_view all = text_.text();
    const std::size_t begin = ++at_;
    while (at_ < end_ && all[at_] != '"') at_ += all[at_] == '\\' ? 2 : 1;
    const TextSpan inside{begin, std::min(at_, end_)};
    if (expects_key_) {
      const std::string_view key = slice(all, inside);
      is_prose_ = std::find(prose_keys.begin(), prose_keys.end(), key) != prose_keys.end();
      expects_key_ = false;
    } else if (is_prose_) {
      write(inside);
    }
  }

  void start_block() {
    Block shape;
    shape.kind = BlockKind::StructuredData;
    shape.region = Region::Head;
    text_.builder().block(shape);
  }

  void write(TextSpan span) {
    const std::string_view all = text_.text().substr(0, span.end);
    start_block();
    std::size_t from = span.begin;
    const auto flush = [&](std::size_t to) {
      if (from < to) text_.write({from, to}, MarkupText::Kind::Rcdata);
    };
    for (std::size_t at = all.find_first_of("\\<", from); at < span.end;
         at = all.find_first_of("\\<", at)) {
      if (all[at] == '\\') {
        flush(at);
        at = from = escape(at, span.end);
        continue;
      }
      // Answers may hold HTML, of which a reader sees the text alone.
      const std::size_t end = tag_end(all, at);
      if (end == at) {
        ++at;
        continue;
      }
      flush(at);
      if (splits(all.substr(at, end - at))) start_block();
      at = from = end;
    }
    flush(span.end);
  }

  // JSON may write the slash of an end tag as "\/".
  static std::size_t tag_end(std::string_view text, std::size_t at) {
    if (text.substr(at + 1, 2) == "\\/") {
      const std::size_t end = text.find('>', at);
      return end == text.npos ? at : end + 1;
    }
    return markup_end(text, at);
  }

  // Whether the text after a tag is a block of its own.
  static bool splits(std::string_view tag) {
    constexpr std::array inline_tags = {"<b"sv, "<i"sv, "<a"sv, "<s"sv, "<em"sv, "<u"sv, "<!"sv};
    std::string name = "<";
    for (const char c : tag.substr(1)) {
      if (c == ' ' || c == '>') break;
      if (c != '/' && c != '\\') name += c;
    }
    return name == "<br" || std::none_of(inline_tags.begin(), inline_tags.end(),
                                         [&](auto prefix) { return name.starts_with(prefix); });
  }

  char32_t hex(std::size_t at) const {
    char32_t value = 0;
    for (const char c : text_.text().substr(at, 4)) {
      const int digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
      value = value << 4 | static_cast<char32_t>(digit);
    }
    return value;
  }

  // Writes what the escape at `at` stands for; returns where it ends.
  std::size_t escape(std::size_t at, std::size_t limit) {
    const std::string_view all = text_.text();
    std::size_t end = at + 2;
    std::string meaning(1, all[at + 1]);
    if (all[at + 1] == 'u') {
      end = at + 6;
      char32_t value = hex(at + 2);
      const bool high = (value & 0xFFFFFC00U) == 0xD800;
      if (high && end + 6 <= limit && all.substr(end, 2) == "\\u" &&
          (hex(end + 2) & 0xFFFFFC00U) == 0xDC00) {
        value = 0x10000 + ((value - 0xD800) << 10) + (hex(end + 2) - 0xDC00);
        end += 6;
      } else if (value == 0 || (value & 0xFFFFF800U) == 0xD800) {
        value = 0xFFFD;
      }
      meaning.clear();
      append_utf8(meaning, value);
    } else if (std::string_view("nrtbf").find(all[at + 1]) != std::string_view::npos) {
      meaning = " ";
    }
    text_.builder().replace(meaning, {at, end});
    return end;
  }

  std::size_t at_, end_;
  MarkupText& text_;
  std::vector<Open> open_;
  bool is_prose_ = false;     // the value at hand is prose
  bool expects_key_ = false;  // the next string is a key
};

}  // namespace

void read_structured_data(TextSpan span, MarkupText& text) {
  text.builder().skip(span, SkipReason::StructuredData);
  if (nlohmann::json::accept(slice(text.text(), span))) Strings(span, text).read();
}

}  // namespace caveat
