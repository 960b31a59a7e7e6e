// The table of input formats: a new one is one file and one row.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/document.h"

namespace caveat {

struct Format {
  std::string_view name;                       // "markdown"
  std::string_view description;                // one line, for --help
  std::span<const std::string_view> extensions;  // ".md", lower case, with the dot
  // Reads decoded text into blocks; total: every byte string is a document.
  void (*read)(class Decoded decoded, class ProseBuilder& builder);
};

std::span<const Format> formats();
// The format for a file name (by its extension, any case), or null.
const Format* format_for(std::string_view path);
const Format* format_named(std::string_view name);

// Bytes → Document: charset, blocks, prose and map. Never fails; bytes that are no text give an
// empty prose and a Skip with reason NotText.
Document read_document(std::string bytes, std::string path, const Format& format);

}  // namespace caveat
