#include "audit/fixes.h"

#include <fmt/format.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>

#include "model/display.h"

namespace caveat {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// `text` in the encoding of that name; nothing where a character is missing there.
std::optional<std::string> encode(std::string_view text, const std::string& encoding) {
  if (encoding.empty() || encoding == "utf-8") return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(encoding.c_str(), &status));
  if (U_FAILURE(status)) return std::nullopt;
  ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                        &status);
  std::u16string wide;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (c.value >= 0x10000) {
      wide += static_cast<char16_t>(0xD7C0U + (c.value >> 10U));
      wide += static_cast<char16_t>(0xDC00U | (c.value & 0x3FFU));
    } else {
      wide += static_cast<char16_t>(c.value);
    }
    at += c.bytes;
  }
  std::string bytes(text.size() * 4 + 8, '\0');
  const std::int32_t size =
      ucnv_fromUChars(converter.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()),
                      wide.data(), static_cast<std::int32_t>(wide.size()), &status);
  if (U_FAILURE(status)) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

// The text as HTML source: characters that mean markup, and those that the encoding lacks, escaped.
std::optional<std::string> encode_html(std::string_view text, const std::string& encoding) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (c.value == U'&' || c.value == U'<' || c.value == U'>') {
      bytes += c.value == U'&' ? "&amp;" : c.value == U'<' ? "&lt;" : "&gt;";
    } else if (const auto encoded = encode(text.substr(at, c.bytes), encoding)) {
      bytes += *encoded;
    } else {
      bytes += fmt::format("&#{};", static_cast<std::uint32_t>(c.value));
    }
    at += c.bytes;
  }
  return bytes;
}

// The source of `prose` where it is one stretch of whole characters.
std::optional<SourceSpan> whole_source(const Document& document, ProseSpan prose) {
  const auto& segments = document.map.segments();
  auto segment = std::ranges::upper_bound(segments, prose.begin, {},
                                          [](const SourceSegment& s) { return s.prose.begin; });
  if (segment == segments.begin()) return std::nullopt;
  --segment;
  std::optional<SourceSpan> whole;
  for (; segment != segments.end() && segment->prose.begin < prose.end; ++segment) {
    SourceSpan part = segment->source;
    switch (segment->kind) {
      case SourceSegment::Kind::Break:
        return std::nullopt;
      case SourceSegment::Kind::Replaced:
        if (!prose.contains(segment->prose)) return std::nullopt;
        break;
      case SourceSegment::Kind::Copied: {
        const std::size_t begin = std::max(prose.begin, segment->prose.begin);
        const std::size_t end = std::min(prose.end, segment->prose.end);
        part = {segment->source.begin + (begin - segment->prose.begin),
                segment->source.begin + (end - segment->prose.begin)};
        break;
      }
    }
    if (whole && whole->end != part.begin) return std::nullopt;
    whole = whole ? SourceSpan{whole->begin, part.end} : part;
  }
  return whole;
}

}  // namespace

std::vector<Fix> replace_prose(const Document& document, ProseSpan prose, std::string_view text) {
  const auto source = whole_source(document, prose);
  if (!source || source->empty()) return {};
  auto bytes = document.format == "html" ? encode_html(text, document.encoding)
                                         : encode(text, document.encoding);
  if (!bytes) return {};
  return {{*source, std::move(*bytes)}};
}

}  // namespace caveat
