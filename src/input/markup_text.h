// Writes stretches of text that hold character references, and tags that a parser ignored.
#pragma once

#include <span>
#include <string_view>

#include "input/decode.h"
#include "input/prose_builder.h"
#include "input/references.h"

namespace caveat {

class MarkupText {
 public:
  enum class Kind : std::uint8_t {
    Data,       // references are decoded, markup is dropped
    Rcdata,     // references are decoded: <title>, <textarea>
    Attribute,  // references are decoded by the stricter rule for attributes
    Raw,        // nothing is decoded: CDATA
  };

  MarkupText(ProseBuilder& builder, References& references)
      : builder_(builder), text_(builder.decoded().text()), references_(references) {}

  // Parts of the decoded text that are not the markup's, such as "> " before the lines of an HTML
  // block inside a Markdown quote; in order. The span must outlive its use.
  void set_holes(std::span<const TextSpan> holes) { holes_ = holes; }

  void write(TextSpan span, Kind kind);
  // The same with visible line breaks, as inside <pre>.
  void write_lines(TextSpan span, Kind kind);

  // What an attribute's value says, decoded.
  std::string decoded_attribute(TextSpan span);

  ProseBuilder& builder() { return builder_; }
  std::string_view text() const { return text_; }

 private:
  void copy(TextSpan span);

  ProseBuilder& builder_;
  std::string_view text_;
  References& references_;
  std::span<const TextSpan> holes_;
};

}  // namespace caveat
