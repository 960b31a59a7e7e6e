// Typed reading of a YAML mapping: every wrong, missing or unknown key becomes a problem with its
// place, and the reader goes on with a harmless value.
#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rulebook/pack_file.h"

namespace caveat {

// "nothing", "a text", "a list", "a mapping"
std::string_view name(YamlNode::Kind kind);

// The text of a scalar; reports anything else as wrong, and a blank text as empty. `what` names the
// value in messages: "an example".
std::optional<std::string_view> read_text(PackFile& file, const YamlNode& node,
                                          std::string_view what);

// A list's items; a lone text counts as a list of one.
std::span<const YamlNode> read_list(PackFile& file, const YamlNode& node, std::string_view what);

// The entries of a mapping whose keys are free; reports anything else, and keys that come twice.
std::vector<std::pair<const YamlNode*, const YamlNode*>> read_entries(PackFile& file,
                                                                      const YamlNode& node,
                                                                      std::string_view what);

// A language tag, "" for all languages; reports others. `otherwise` where there is no node.
std::string read_language(PackFile& file, const YamlNode* node, std::string_view otherwise);

// True for kebab-case names; reports others.
bool check_name(PackFile& file, const YamlNode& node, std::string_view name);

class Fields {
 public:
  // `what` names the mapping in messages: "a rule". `keys` are all it may have.
  Fields(PackFile& file, const YamlNode& node, std::string_view what,
         std::initializer_list<std::string_view> keys);

  bool is_mapping() const { return node_.kind == YamlNode::Kind::Mapping; }
  const YamlNode& node() const { return node_; }
  PackFile& file() const { return file_; }

  // The value of a key, or null; require() reports a key that is missing.
  const YamlNode* find(std::string_view key) const { return value_of(node_, key); }
  const YamlNode* require(std::string_view key) const;

  // True where an unknown key was probably meant to be this one: one slip is one problem.
  bool is_misspelt(std::string_view key) const;

  std::string text(std::string_view key) const;  // "" where there is none
  std::string required_text(std::string_view key) const;
  std::span<const YamlNode> list(std::string_view key) const;
  std::vector<std::string> texts(std::string_view key) const;
  bool flag(std::string_view key) const;  // false where there is none
  std::size_t number(std::string_view key, std::size_t least, std::size_t most,
                     std::size_t otherwise) const;

  // The value among `values` whose name() the text is; `what` names the kind of value: "severity".
  template <class Value>
  std::optional<Value> choice(std::string_view key, std::string_view what,
                              std::span<const Value> values) const {
    const YamlNode* value = find(key);
    return value == nullptr ? std::nullopt : choose(file_, *value, what, values);
  }
  template <class Value>
  std::vector<Value> choices(std::string_view key, std::string_view what,
                             std::span<const Value> values) const {
    std::vector<Value> chosen;
    for (const YamlNode& item : list(key)) {
      if (const auto value = choose(file_, item, what, values)) chosen.push_back(*value);
    }
    return chosen;
  }
  template <class Value>
  static std::optional<Value> choose(PackFile& file, const YamlNode& node, std::string_view what,
                                     std::span<const Value> values) {
    std::vector<std::string_view> names;
    for (const Value value : values) names.push_back(name(value));
    const auto index = choose_name(file, node, what, names);
    return index ? std::optional(values[*index]) : std::nullopt;
  }
  static std::optional<std::size_t> choose_name(PackFile& file, const YamlNode& node,
                                                std::string_view what,
                                                std::span<const std::string_view> names);

 private:
  PackFile& file_;
  const YamlNode& node_;
  std::string_view what_;
  std::vector<std::string_view> meant_;
};

}  // namespace caveat
