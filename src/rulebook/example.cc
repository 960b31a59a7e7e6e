#include "rulebook/example.h"

#include <utility>

#include "rulebook/values.h"

namespace caveat {
namespace {

// Removes the marks of `marked`; false where they do not pair, with the place in `at`.
bool read_marks(std::string_view marked, Example& example, std::size_t& at) {
  constexpr std::size_t none = std::string_view::npos;
  std::size_t open = none, open_at = 0;
  for (at = 0; at < marked.size(); ++at) {
    const std::string_view two = marked.substr(at, 2);
    if (two == "[[") {
      if (open != none) return false;
      open = example.text.size();
      open_at = at++;
    } else if (two == "]]" && !marked.substr(at).starts_with("]]]")) {  // the last two close
      if (open == none || open == example.text.size()) return false;
      example.spans.emplace_back(open, example.text.size());
      open = none;
      ++at;
    } else {
      example.text += marked[at];
    }
  }
  at = open_at;
  return open == none;
}

}  // namespace

std::vector<Example> read_examples(PackFile& file, std::span<const YamlNode> items, Marks marks) {
  std::vector<Example> examples;
  for (const YamlNode& item : items) {
    Example example;
    example.line = item.line;
    const YamlNode* text = &item;
    if (item.kind == YamlNode::Kind::Mapping) {
      const Fields fields(file, item, "an example", {"text", "stance"});
      example.stance = fields.choice<Stance>("stance", "stance", all_stances);
      text = fields.require("text");
      if (text == nullptr) continue;
    }
    if (text->kind == YamlNode::Kind::List) {
      file.report(ProblemKind::WrongType, *text, {"an example", "a text", name(text->kind)},
                  "put it in quotation marks: YAML takes [[…]] for a list in a list");
      continue;
    }
    const auto marked = read_text(file, *text, "an example");
    if (!marked) continue;
    std::size_t at = 0;
    if (!read_marks(*marked, example, at)) {
      file.report(ProblemKind::UnbalancedMarks, *text, {}, {}, at);
    } else if (marks == Marks::Needed && example.spans.empty()) {
      file.report(ProblemKind::ExampleWithoutMarks, *text, {});
    } else if (marks == Marks::Forbidden && !example.spans.empty()) {
      file.report(ProblemKind::MarksInPass, *text, {}, {}, marked->find("[["));
    } else {
      examples.push_back(std::move(example));
    }
  }
  return examples;
}

}  // namespace caveat
