// An HTML document as gumbo parses it, whatever its nesting.
//
// The tree's pointers lead into the text it was parsed from; places() of a piece tells where.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "input/decode.h"

struct GumboInternalNode;

namespace caveat {

class HtmlTree {
 public:
  // `text` must outlive the tree.
  explicit HtmlTree(std::string_view text);
  ~HtmlTree();
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  const GumboInternalNode* document() const { return document_; }

  // Where `piece` stands in the text; nothing where the parser made it up.
  std::optional<TextSpan> place(std::string_view piece) const;

 private:
  class Arena;

  std::string_view text_;  // what was parsed: the caller's, or flattened_
  std::string flattened_;  // the text with tags too deeply nested blanked out
  std::unique_ptr<Arena> arena_;
  const GumboInternalNode* document_ = nullptr;
};

// Where the tag, comment or other markup that begins with the '<' at `at` ends; `at` where the '<'
// is a character like any other.
std::size_t markup_end(std::string_view text, std::size_t at);

}  // namespace caveat
