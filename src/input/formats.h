// The table of input formats: a new one is one file and one row.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/document.h"

namespace caveat {

class Decoded;
class ProseBuilder;
enum class Declares : bool;  // input/encoding_choice.h

struct Format {
  std::string_view name;                         // "markdown"
  std::string_view description;                  // one line, for --help
  std::span<const std::string_view> extensions;  // ".md", lower case, with the dot
  Declares declares;                             // whether the markup may name the charset
  // Reads decoded text into blocks; total: every byte string is a document.
  void (*read)(const Decoded& decoded, ProseBuilder& builder);
};

// The first is plain text: what standard input and unknown extensions are read as.
std::span<const Format> formats();
// The format for a file name (by its extension, any case), or null.
const Format* format_for(std::string_view path);
const Format* format_named(std::string_view name);

// Bytes → Document: charset, blocks, prose and map. Never fails; bytes that are no text give an
// empty prose and a Skip with reason NotText.
Document read_document(std::string bytes, std::string path, const Format& format);

}  // namespace caveat
