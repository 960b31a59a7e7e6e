// Which encoding bytes are in: declarations, labels, and what the bytes look like.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/span.h"

namespace caveat {

// The WHATWG name (lower case) for a label such as "latin5"; empty for an unknown one.
std::string_view encoding_for_label(std::string_view label);

struct Declaration {
  SourceSpan source;          // the element or the XML declaration
  std::string label;          // as written
  std::string_view encoding;  // by encoding_for_label; "utf-8" where a meta element says UTF-16
  bool xml;                   // of the XML declaration, not of a meta element
};

// The bytes that a declaration must lie in to be seen in time, by the HTML standard.
inline constexpr std::size_t prescan_size = 1024;

// The charset declarations of an HTML page's head, in order; late ones too.
std::vector<Declaration> charset_declarations(std::string_view source);

// The one that browsers believe: the first meta element with a known label, or else the XML
// declaration; null where there is none.
const Declaration* deciding(const std::vector<Declaration>& declarations);

// The most likely encoding of bytes that are not valid UTF-8 and declare nothing.
std::string guess_encoding(std::string_view source);

// "utf-16le" or "utf-16be" where the pattern of NULs shows UTF-16 without a byte order mark.
std::string_view looks_like_utf16(std::string_view source);

// True for bytes that hold no text in any encoding but UTF-16: NULs, many control bytes, or the
// first bytes of a well-known binary format.
bool looks_binary(std::string_view source);

}  // namespace caveat
