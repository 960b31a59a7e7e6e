// What the elements around a text say about the block that it belongs to.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "input/html_elements.h"
#include "model/document.h"

struct GumboInternalNode;

namespace caveat {

class ProseBuilder;

class HtmlStructure {
 public:
  // What holds inside an element; an outer one is put back when the element ends.
  struct Context {
    Block shape;                        // of a block that begins here
    std::optional<SkipReason> skipped;  // why the text here is left out
    bool preformatted = false;
    bool in_article = false;  // headers and footers here are not the page's
    std::uint8_t list_level = 0;
    std::uint8_t quote_depth = 0;
  };

  explicit HtmlStructure(ProseBuilder& builder) : builder_(builder) {}

  Context& here() { return here_; }
  const Context& here() const { return here_; }

  // An element begins: its lists and tables count even where its text is left out.
  void enter(const GumboInternalNode& element, ElementRole role);
  void leave(ElementRole role, const Context& outer);

 private:
  struct Table {
    std::uint32_t group, rows = 0, columns = 0;
  };

  void shape(const GumboInternalNode& element, ElementRole role);
  void shape_cell(const GumboInternalNode& element, bool header);
  void enter_landmark(const GumboInternalNode& element);

  ProseBuilder& builder_;  // numbers lists and tables
  Context here_;
  std::vector<Table> tables_;
  std::vector<std::uint32_t> lists_;
};

}  // namespace caveat
