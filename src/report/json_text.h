// JSON written as it comes, value by value: the report of a large run is too long to be built as a
// tree first.
//
// What it writes is safe to show: every character that acts on a terminal or begins a command in
// the log of a build is escaped, bytes that are no UTF-8 are U+FFFD.
#pragma once

#include <charconv>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace caveat {

class JsonText {
 public:
  enum class Form : bool { OneLine, Indented };  // by two spaces a level

  explicit JsonText(Form form) : form_(form) {}

  // `write` writes the members, or the items.
  template <class Write>
  void object(Write write) {
    open('{');
    write();
    close('}');
  }
  template <class Write>
  void list(Write write) {
    open('[');
    write();
    close(']');
  }
  // Before the value of a member; the key needs no escapes.
  void key(std::string_view key);

  void value(std::string_view text);
  void value(bool truth) { raw(truth ? "true" : "false"); }
  void value(std::integral auto number) {
    char digits[24];
    raw({digits, std::to_chars(digits, digits + sizeof digits, number).ptr});
  }
  void value(double number);
  void null() { raw("null"); }

  template <class Value>
  void member(std::string_view name, const Value& what) {
    key(name);
    value(what);
  }

  // What `write` writes is kept in `kept`, and the next time put down from there: for members that
  // stand at the same place of many objects.
  template <class Write>
  void once(std::string& kept, Write write) {
    if (kept.empty()) {
      const std::size_t begin = text_.size();
      write();
      kept = text_.substr(begin);
    } else {
      text_ += kept;
      is_first_ = false;
    }
  }

  std::string take() { return std::move(text_); }

 private:
  void open(char bracket);
  void close(char bracket);
  void begin_value();
  void next_line();
  void raw(std::string_view value);

  Form form_;
  std::string text_;
  std::size_t depth_ = 0;
  bool is_first_ = true;    // of its object or list
  bool behind_key_ = true;  // the value at the top stands as if behind one
};

// What a JSON library printed, with a line break at its end and every character escaped that acts
// on a terminal or begins a command in the log of a build. They can only stand inside of strings,
// so the value stays the same.
std::string finished_json(std::string_view json);

}  // namespace caveat
