#include "input/formats.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "input/decode.h"
#include "input/html.h"
#include "input/markdown.h"
#include "input/plain.h"
#include "input/prose_builder.h"

namespace caveat {
namespace {

using namespace std::string_view_literals;

constexpr std::array text_extensions = {".txt"sv, ".text"sv};
constexpr std::array markdown_extensions = {".md"sv, ".markdown"sv, ".mdown"sv, ".mkd"sv, ".mdx"sv};
constexpr std::array html_extensions = {".html"sv, ".htm"sv, ".xhtml"sv};

constexpr std::array table = {
    Format{"text", "plain text, as copied from a page or an editor", text_extensions,
           Declares::Nothing, read_plain},
    Format{"markdown", "Markdown (CommonMark with tables), with YAML or TOML front matter",
           markdown_extensions, Declares::Nothing, read_markdown},
    Format{"html", "HTML pages and fragments", html_extensions, Declares::Markup, read_html},
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

}  // namespace

std::span<const Format> formats() { return table; }

const Format* format_for(std::string_view path) {
  const std::string_view file = path.substr(path.find_last_of("/\\") + 1);  // npos + 1 is 0
  const std::size_t dot = file.rfind('.');
  if (dot == file.npos) return nullptr;
  std::string extension(file.substr(dot));
  std::transform(extension.begin(), extension.end(), extension.begin(), lower);
  for (const Format& format : table) {
    if (std::find(format.extensions.begin(), format.extensions.end(), extension) !=
        format.extensions.end()) {
      return &format;
    }
  }
  return nullptr;
}

const Format* format_named(std::string_view name) {
  const auto found = std::find_if(table.begin(), table.end(),
                                  [&](const Format& format) { return format.name == name; });
  return found == table.end() ? nullptr : &*found;
}

Document read_document(std::string bytes, std::string path, const Format& format) {
  Document document;
  document.path = std::move(path);
  document.format = format.name;
  document.source = std::move(bytes);
  const Decoded decoded = decode(document.source, format.declares);
  if (!decoded.is_text) {
    document.encoding = decoded.encoding;
    document.language = "und";
    document.skipped.push_back({{0, document.source.size()}, SkipReason::NotText});
    return document;
  }
  ProseBuilder builder(decoded);
  format.read(decoded, builder);
  builder.finish(document);
  return document;
}

}  // namespace caveat
