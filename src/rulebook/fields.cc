#include "rulebook/fields.h"

#include <algorithm>
#include <charconv>

#include "rulebook/nearest_name.h"

namespace caveat {
namespace {

std::string quoted(std::string_view text) { return std::string("“").append(text).append("”"); }

// Returns the keys that were probably meant by unknown ones.
std::vector<std::string_view> check_keys(PackFile& file, const YamlNode& node,
                                         std::string_view what,
                                         std::span<const std::string_view> keys) {
  std::vector<std::string_view> meant;
  for (std::size_t i = 0; i < node.items.size(); i += 2) {
    const YamlNode& key = node.items[i];
    if (key.kind != YamlNode::Kind::Scalar) {
      file.report(ProblemKind::WrongType, key, {"a key", "a text", name(key.kind)});
      continue;
    }
    if (std::ranges::find(keys, key.text) == keys.end()) {
      file.report(ProblemKind::UnknownKey, key, {what, key.text}, suggest(key.text, keys));
      meant.push_back(nearest_name(key.text, keys));
      continue;
    }
    for (std::size_t j = 0; j < i; j += 2) {
      if (node.items[j].text != key.text) continue;
      file.report(ProblemKind::RepeatedKey, key, {key.text, std::to_string(node.items[j].line)});
      break;
    }
  }
  return meant;
}

}  // namespace

std::string_view name(YamlNode::Kind kind) {
  switch (kind) {
    case YamlNode::Kind::Null:
      return "nothing";
    case YamlNode::Kind::Scalar:
      return "a text";
    case YamlNode::Kind::List:
      return "a list";
    case YamlNode::Kind::Mapping:
      return "a mapping";
  }
  return {};
}

std::optional<std::string_view> read_text(PackFile& file, const YamlNode& node,
                                          std::string_view what) {
  if (node.kind != YamlNode::Kind::Scalar) {
    file.report(ProblemKind::WrongType, node, {what, "a text", name(node.kind)});
    return std::nullopt;
  }
  if (std::ranges::all_of(node.text, [](char c) { return c == ' ' || c == '\n' || c == '\t'; })) {
    file.report(ProblemKind::EmptyValue, node, {what});
    return std::nullopt;
  }
  return node.text;
}

std::span<const YamlNode> read_list(PackFile& file, const YamlNode& node, std::string_view what) {
  switch (node.kind) {
    case YamlNode::Kind::List:
      return node.items;
    case YamlNode::Kind::Scalar:
      return {&node, 1};
    default:
      file.report(ProblemKind::WrongType, node, {what, "a list", name(node.kind)});
      return {};
  }
}

std::vector<std::pair<const YamlNode*, const YamlNode*>> read_entries(PackFile& file,
                                                                      const YamlNode& node,
                                                                      std::string_view what) {
  std::vector<std::pair<const YamlNode*, const YamlNode*>> entries;
  if (node.kind != YamlNode::Kind::Mapping) {
    file.report(ProblemKind::WrongType, node, {what, "a mapping", name(node.kind)});
    return entries;
  }
  for (std::size_t i = 0; i + 1 < node.items.size(); i += 2) {
    const YamlNode& key = node.items[i];
    if (!read_text(file, key, "a key")) continue;
    const auto same = [&key](const auto& entry) { return entry.first->text == key.text; };
    if (const auto first = std::ranges::find_if(entries, same); first != entries.end()) {
      file.report(ProblemKind::RepeatedKey, key, {key.text, std::to_string(first->first->line)});
    }
    entries.emplace_back(&key, &node.items[i + 1]);
  }
  return entries;
}

std::string read_language(PackFile& file, const YamlNode* node, std::string_view otherwise) {
  if (node == nullptr) return std::string(otherwise);
  if (node->kind == YamlNode::Kind::Scalar && node->text.empty()) return {};
  const auto text = read_text(file, *node, "“language”");
  if (!text) return {};
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const std::size_t primary = std::min(text->find('-'), text->size());
  if (primary < 2 || primary > 3 || !std::ranges::all_of(text->substr(0, primary), is_letter)) {
    file.report(ProblemKind::BadLanguage, *node, {*text});
  }
  return std::string(*text);
}

bool check_name(PackFile& file, const YamlNode& node, std::string_view text) {
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  };
  const bool good = !text.empty() && std::ranges::all_of(text, allowed) && text.front() != '-' &&
                    text.back() != '-' && text != "target";
  if (good) return true;
  std::string example;
  for (const char c : text) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    if (allowed(lower) && lower != '-') {
      example += lower;
    } else if (!example.empty() && example.back() != '-') {
      example += '-';
    }
  }
  while (example.ends_with('-')) example.pop_back();
  if (example.empty()) example = "back-pain";
  file.report(ProblemKind::BadName, node, {text, example},
              text == "target" ? "<target> is the hole of frames: choose another name" : "");
  return false;
}

Fields::Fields(PackFile& file, const YamlNode& node, std::string_view what,
               std::initializer_list<std::string_view> keys)
    : file_(file), node_(node), what_(what) {
  if (is_mapping()) {
    meant_ = check_keys(file, node, what, {keys.begin(), keys.size()});
  } else {
    file.report(ProblemKind::WrongType, node, {what, "a mapping", name(node.kind)});
  }
}

bool Fields::is_misspelt(std::string_view key) const {
  return std::ranges::find(meant_, key) != meant_.end();
}

const YamlNode* Fields::require(std::string_view key) const {
  const YamlNode* value = find(key);
  if (value == nullptr && is_mapping() && !is_misspelt(key)) {
    file_.report(ProblemKind::MissingKey, node_, {what_, key});
  }
  return value;
}

std::string Fields::text(std::string_view key) const {
  const YamlNode* value = find(key);
  if (value == nullptr) return {};
  return std::string(read_text(file_, *value, quoted(key)).value_or(""));
}

std::string Fields::required_text(std::string_view key) const {
  return require(key) == nullptr ? std::string{} : text(key);
}

std::span<const YamlNode> Fields::list(std::string_view key) const {
  const YamlNode* value = find(key);
  if (value == nullptr) return {};
  return read_list(file_, *value, quoted(key));
}

std::vector<std::string> Fields::texts(std::string_view key) const {
  std::vector<std::string> texts;
  const std::string what = "an item of " + quoted(key);
  for (const YamlNode& item : list(key)) {
    if (const auto text = read_text(file_, item, what)) texts.emplace_back(*text);
  }
  return texts;
}

bool Fields::flag(std::string_view key) const {
  const YamlNode* value = find(key);
  if (value == nullptr) return false;
  const auto text = read_text(file_, *value, quoted(key));
  if (text && *text != "true" && *text != "false") {
    file_.report(ProblemKind::WrongType, *value, {quoted(key), "true or false", quoted(*text)});
  }
  return text == "true";
}

std::size_t Fields::number(std::string_view key, std::size_t least, std::size_t most,
                           std::size_t otherwise) const {
  const YamlNode* value = find(key);
  if (value == nullptr) return otherwise;
  const auto text = read_text(file_, *value, quoted(key));
  if (!text) return otherwise;
  std::size_t number = 0;
  const auto [stop, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  if (error == std::errc{} && stop == text->data() + text->size() && least <= number &&
      number <= most) {
    return number;
  }
  file_.report(ProblemKind::BadNumber, *value,
               {key, std::to_string(least), std::to_string(most), *text});
  return otherwise;
}

std::optional<std::size_t> Fields::choose_name(PackFile& file, const YamlNode& node,
                                               std::string_view what,
                                               std::span<const std::string_view> names) {
  const auto text = read_text(file, node, what);
  if (!text) return std::nullopt;
  const auto found = std::ranges::find(names, *text);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  file.report(ProblemKind::UnknownValue, node, {what, *text}, suggest(*text, names));
  return std::nullopt;
}

}  // namespace caveat
