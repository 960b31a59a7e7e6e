#include "audit/fixes.h"

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "model/display.h"

namespace caveat {
namespace {

// Writes UTF-8 in the encoding of a document.
class Encoder {
 public:
  explicit Encoder(const std::string& encoding) : utf_8_(encoding.empty() || encoding == "utf-8") {
    if (utf_8_) return;
    UErrorCode status = U_ZERO_ERROR;
    converter_.reset(ucnv_open(encoding.c_str(), &status));
    if (U_FAILURE(status)) converter_.reset();
    if (converter_) {
      ucnv_setFromUCallBack(converter_.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                            &status);
    }
  }

  // The bytes of the text; nothing where the encoding lacks one of its characters.
  std::optional<std::string> encode(std::string_view text) const {
    if (utf_8_) return std::string(text);
    if (!converter_) return std::nullopt;
    const auto wide = icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    std::string bytes(text.size() * 4 + 8, '\0');
    UErrorCode status = U_ZERO_ERROR;
    const std::int32_t size =
        ucnv_fromUChars(converter_.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()),
                        wide.getBuffer(), wide.length(), &status);
    if (U_FAILURE(status)) return std::nullopt;
    bytes.resize(static_cast<std::size_t>(size));
    return bytes;
  }

 private:
  struct Close {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
  };

  bool utf_8_;
  std::unique_ptr<UConverter, Close> converter_;
};

// The ways in which a source writes text.
enum class Notation : std::uint8_t { Plain, Html, Attribute, Markdown, JsonString };

Notation notation_at(const Document& document, std::size_t prose) {
  const auto after = std::ranges::upper_bound(document.blocks, prose, {},
                                              [](const Block& b) { return b.prose.begin; });
  const bool none = after == document.blocks.begin();
  const BlockKind kind = none ? BlockKind::Paragraph : std::prev(after)->kind;
  if (document.format != "html" && document.format != "markdown") return Notation::Plain;
  // The title and the description of a Markdown page are YAML's.
  if (document.format == "markdown" && !none && std::prev(after)->region == Region::Head) {
    return Notation::Plain;
  }
  switch (kind) {
    case BlockKind::StructuredData:
      return Notation::JsonString;
    case BlockKind::FrontMatter:
      return Notation::Plain;
    case BlockKind::AltText:
    case BlockKind::TitleAttribute:
    case BlockKind::MetaDescription:
    case BlockKind::Button:
      return document.format == "html" ? Notation::Attribute : Notation::Markdown;
    default:
      return document.format == "html" ? Notation::Html : Notation::Markdown;
  }
}

// The character where the notation would take it for markup.
std::string escaped(char32_t c, Notation notation) {
  if (c >= 0x80 || notation == Notation::Plain) return {};
  const char byte = static_cast<char>(c);
  if (notation == Notation::JsonString) {
    if (byte == '<') return "\\u003C";
    return byte == '"' || byte == '\\' ? std::string{'\\', byte} : std::string();
  }
  if (byte == '&') return "&amp;";
  if (byte == '<') return "&lt;";
  if (notation == Notation::Markdown) {
    constexpr std::string_view marks = "\\`*_[]#~|>";
    return marks.find(byte) == marks.npos ? std::string() : std::string{'\\', byte};
  }
  if (byte == '>') return "&gt;";
  if (notation == Notation::Attribute && byte == '"') return "&quot;";
  if (notation == Notation::Attribute && byte == '\'') return "&#39;";
  return {};
}

// The character by its number, where the notation knows such references.
std::string reference(char32_t c, Notation notation) {
  if (notation == Notation::Plain) return {};
  if (notation != Notation::JsonString) {
    return fmt::format("&#{};", static_cast<std::uint32_t>(c));
  }
  std::string text;
  const icu::UnicodeString wide(static_cast<UChar32>(c));
  for (std::int32_t i = 0; i < wide.length(); ++i) {
    text += fmt::format("\\u{:04X}", static_cast<unsigned>(wide.charAt(i)));
  }
  return text;
}

// Fills in the replacement, or why there is none.
void write(Fix& fix, Notation notation, const std::string& encoding) {
  const Encoder encoder(encoding);
  for (std::size_t at = 0; at < fix.text.size();) {
    const CodePoint c = code_point_at(fix.text, at);
    const std::string escape = escaped(c.value, notation);
    auto bytes =
        encoder.encode(escape.empty() ? std::string_view(fix.text).substr(at, c.bytes) : escape);
    if (!bytes) {
      const std::string number = reference(c.value, notation);
      if (!number.empty()) bytes = encoder.encode(number);
    }
    if (!bytes) {
      fix.replacement.clear();
      fix.refusal = fmt::format("{} has no \u201C{}\u201D", encoding,
                                std::string_view(fix.text).substr(at, c.bytes));
      return;
    }
    fix.replacement += *bytes;
    at += c.bytes;
  }
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
        const std::size_t begin = std::max<std::size_t>(prose.begin, segment->prose.begin);
        const std::size_t end = std::min<std::size_t>(prose.end, segment->prose.end);
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

std::vector<Fix> replace_prose(const Document& document, ProseSpan prose, std::string_view text,
                               Sureness sureness) {
  const auto source = whole_source(document, prose);
  if (!source || source->empty()) return {};
  Fix fix{.source = *source,
          .replacement = {},
          .text = std::string(text),
          .certain = sureness == Sureness::Certain,
          .refusal = {}};
  write(fix, notation_at(document, prose.begin), document.encoding);
  // What would change nothing is no repair.
  if (fix.refusal.empty() && fix.replacement == slice(document.source, fix.source)) return {};
  return {std::move(fix)};
}

}  // namespace caveat
