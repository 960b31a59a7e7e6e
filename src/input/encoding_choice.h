// Decides in which encoding a document is read.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace caveat {

// Where a document may declare its charset.
enum class Declares : bool { Nothing, Markup };

struct EncodingChoice {
  std::string encoding;             // the WHATWG name, lower case
  bool is_text = true;              // false for bytes that are no text in any encoding
  std::size_t text_begin = 0;       // behind a byte order mark
  std::vector<EncodingNote> notes;  // trouble with the declarations
};

// A byte order mark decides; then valid multi-byte UTF-8, which chance does not make; then a
// declaration; then what the bytes look like.
EncodingChoice choose_encoding(std::string_view source, Declares declares);

}  // namespace caveat
