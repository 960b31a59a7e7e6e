#include "input/decode.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "input/encoding_choice.h"
#include "model/display.h"
#include "model/utf8.h"

namespace caveat {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(encoding.c_str(), &status));
  if (U_SUCCESS(status)) return converter;
  status = U_ZERO_ERROR;
  return Converter(ucnv_open("windows-1252", &status));
}

// The character of each byte of a single-byte encoding; U+FFFD where it has none.
std::array<char32_t, 256> byte_table(UConverter* converter) {
  std::array<char32_t, 256> table{};
  for (unsigned byte = 0; byte < 256; ++byte) {
    const char in = static_cast<char>(byte);
    std::array<UChar, 4> out{};
    UErrorCode status = U_ZERO_ERROR;
    const int32_t n = ucnv_toUChars(converter, out.data(), 4, &in, 1, &status);
    table[byte] = U_SUCCESS(status) && n == 1 ? out[0] : 0xFFFDU;
    // Browsers give the bytes that a Windows code page leaves undefined their own number.
    if (table[byte] == 0xFFFD && byte >= 0x80 && byte < 0xA0) table[byte] = byte;
  }
  return table;
}

}  // namespace

// Fills a Decoded; one function for each kind of encoding.
class Decoder {
 public:
  explicit Decoder(Decoded& decoded) : d_(decoded), source_(decoded.source_) {}

  void run(Declares declares) {
    EncodingChoice choice = choose_encoding(source_, declares);
    d_.encoding = std::move(choice.encoding);
    d_.notes = std::move(choice.notes);
    d_.is_text = choice.is_text;
    if (!d_.is_text) return;
    const std::size_t begin = choice.text_begin;
    d_.byte_order_mark = {0, begin};
    if (d_.encoding == "utf-8") {
      utf8(begin);
    } else if (d_.encoding == "utf-16le" || d_.encoding == "utf-16be") {
      utf16(begin, d_.encoding == "utf-16le");
    } else {
      legacy();
    }
    note_line_ends();
    std::sort(d_.notes.begin(), d_.notes.end(), [](const auto& a, const auto& b) {
      return std::pair(a.source, a.trouble) < std::pair(b.source, b.trouble);
    });
  }

 private:
  void utf8(std::size_t begin);
  void utf16(std::size_t begin, bool little);
  void legacy();
  void single_byte(UConverter* converter);
  void multi_byte(UConverter* converter);
  void note_line_ends();

  // Appends what the source bytes [begin, end) became.
  void copied(std::size_t begin, std::size_t end) {
    if (begin == end) return;
    piece(begin, true);
    d_.buffer_.append(source_.substr(begin, end - begin));
  }
  void replaced(char32_t character, std::size_t begin) {
    piece(begin, false);
    append_utf8(d_.buffer_, character);
  }
  void piece(std::size_t begin, bool is_copied) {
    if (is_copied && !d_.pieces_.empty() && d_.pieces_.back().copied) return;
    d_.pieces_.push_back({d_.buffer_.size(), begin, is_copied});
  }

  // Records trouble; that of one kind in adjoining bytes is one note.
  void note(EncodingTrouble trouble, SourceSpan source, std::string_view detail) {
    if (!d_.notes.empty()) {
      EncodingNote& last = d_.notes.back();
      if (last.trouble == trouble && last.source.end == source.begin) {
        last.source.end = source.end;
        return;
      }
    }
    d_.notes.push_back({trouble, source, std::string(detail)});
  }
  void note_invalid_utf8(std::size_t at, std::size_t length);

  Decoded& d_;
  std::string_view source_;
  bool own_ = false;
};

void Decoder::note_invalid_utf8(std::size_t at, std::size_t length) {
  const auto byte = [&](std::size_t i) {
    return i < source_.size() ? static_cast<unsigned char>(source_[i]) : 0U;
  };
  const unsigned lead = byte(at), next = byte(at + 1);
  if (lead == 0xED && next >= 0xA0 && next <= 0xBF) {
    note(EncodingTrouble::Surrogate, {at, at + length},
         "These bytes are half of a UTF-16 pair, which UTF-8 does not allow.");
  } else if (lead == 0xC0 || lead == 0xC1 || (lead == 0xE0 && next >= 0x80 && next < 0xA0) ||
             (lead == 0xF0 && next >= 0x80 && next < 0x90)) {
    note(EncodingTrouble::OverlongForm, {at, at + length},
         "A character is written with more bytes than UTF-8 allows for it.");
  } else if (!d_.notes.empty() && d_.notes.back().source.end == at && (lead & 0xC0U) == 0x80 &&
             d_.notes.back().trouble != EncodingTrouble::NulByte) {
    d_.notes.back().source.end = at + length;  // the rest of an overlong form or a surrogate
  } else {
    note(EncodingTrouble::InvalidBytes, {at, at + length}, "These bytes are not valid UTF-8.");
  }
}

void Decoder::utf8(std::size_t begin) {
  std::size_t run = begin;  // copied, but not yet written
  std::size_t nul = source_.find('\0', begin);
  for (std::size_t at = begin; at < source_.size();) {
    const std::size_t ascii = ascii_end(source_, at);
    for (; nul < ascii; nul = source_.find('\0', nul + 1)) {
      copied(run, nul);
      replaced(0xFFFD, nul);
      note(EncodingTrouble::NulByte, {nul, nul + 1}, "A NUL byte stands in the text.");
      run = nul + 1;
      own_ = true;
    }
    at = ascii;
    if (at >= source_.size()) break;
    const Utf8Step step = utf8_step(source_, at);
    if (!step.valid) {
      copied(run, at);
      replaced(0xFFFD, at);
      note_invalid_utf8(at, step.length);
      run = at + step.length;
      own_ = true;
    } else if (source_[at] == '\xC2' && static_cast<unsigned char>(source_[at + 1]) < 0xA0) {
      note(EncodingTrouble::C1Control, {at, at + 2},
           "A control character stands where windows-1252 has a printable one.");
    }
    at += step.length;
  }
  if (own_) {
    copied(run, source_.size());
  } else {
    d_.view_ = source_.substr(begin);
    d_.pieces_ = {{0, begin, true}};
  }
  d_.owned_ = own_;
}

void Decoder::utf16(std::size_t begin, bool little) {
  const auto unit = [&](std::size_t at) -> char32_t {
    const auto a = static_cast<unsigned char>(source_[at]);
    const auto b = static_cast<unsigned char>(source_[at + 1]);
    return little ? (static_cast<char32_t>(b) << 8) | a : (static_cast<char32_t>(a) << 8) | b;
  };
  d_.owned_ = true;
  d_.buffer_.reserve(source_.size() / 2);
  for (std::size_t at = begin; at < source_.size();) {
    if (at + 1 == source_.size()) {
      note(EncodingTrouble::InvalidBytes, {at, at + 1}, "Half a UTF-16 unit ends the file.");
      replaced(0xFFFD, at);
      break;
    }
    char32_t c = unit(at);
    std::size_t length = 2;
    if (c >= 0xD800 && c < 0xDC00 && at + 3 < source_.size() && (unit(at + 2) & 0xFC00) == 0xDC00) {
      c = 0x10000 + ((c - 0xD800) << 10) + (unit(at + 2) - 0xDC00);
      length = 4;
    } else if (c >= 0xD800 && c < 0xE000) {
      note(EncodingTrouble::Surrogate, {at, at + 2}, "Half of a UTF-16 pair stands alone.");
      c = 0xFFFD;
    } else if (c == 0) {
      note(EncodingTrouble::NulByte, {at, at + 2}, "A NUL character stands in the text.");
      c = 0xFFFD;
    } else if (c >= 0x80 && c < 0xA0) {
      note(EncodingTrouble::C1Control, {at, at + 2},
           "A control character stands where windows-1252 has a printable one.");
    }
    replaced(c, at);
    at += length;
  }
}

void Decoder::legacy() {
  const Converter converter = open_converter(d_.encoding);
  d_.owned_ = true;
  d_.buffer_.reserve(source_.size() + source_.size() / 8);
  if (ucnv_getMaxCharSize(converter.get()) == 1) {
    single_byte(converter.get());
  } else {
    multi_byte(converter.get());
  }
}

void Decoder::single_byte(UConverter* converter) {
  const std::array<char32_t, 256> table = byte_table(converter);
  std::size_t nul = source_.find('\0');
  for (std::size_t at = 0; at < source_.size();) {
    if (nul < at) nul = source_.find('\0', at);
    // ASCII in bulk; a NUL inside it is cut out below.
    const std::size_t end = std::min(ascii_end(source_, at), nul);
    copied(at, end);
    at = end;
    if (at == source_.size()) break;
    char32_t c = table[static_cast<unsigned char>(source_[at])];
    if (c == 0) {
      note(EncodingTrouble::NulByte, {at, at + 1}, "A NUL byte stands in the text.");
      c = 0xFFFD;
    } else if (c == 0xFFFD) {
      note(EncodingTrouble::InvalidBytes, {at, at + 1},
           "This byte has no character in " + d_.encoding + ".");
    } else if (c >= 0x80 && c < 0xA0) {
      note(EncodingTrouble::C1Control, {at, at + 1},
           "This byte has no character in " + d_.encoding + ".");
    }
    replaced(c, at);
    ++at;
  }
}

// ICU reports, for each UTF-16 unit, the offset of the byte sequence that it came from.
void Decoder::multi_byte(UConverter* converter) {
  constexpr std::size_t chunk = 16384;
  std::vector<UChar> units(chunk);
  std::vector<int32_t> offsets(chunk);
  const char* in = source_.data();
  const char* const limit = source_.data() + source_.size();
  std::optional<char32_t> high;
  std::size_t high_at = 0;
  bool more = true;
  while (more) {
    UErrorCode status = U_ZERO_ERROR;
    UChar* out = units.data();
    const auto base = static_cast<std::size_t>(in - source_.data());
    ucnv_toUnicode(converter, &out, units.data() + chunk, &in, limit, offsets.data(), true,
                   &status);
    more = status == U_BUFFER_OVERFLOW_ERROR;
    std::size_t last = base;
    for (std::size_t i = 0; i < static_cast<std::size_t>(out - units.data()); ++i) {
      // A negative offset belongs to a sequence begun in the chunk before.
      if (offsets[i] >= 0) last = base + static_cast<std::size_t>(offsets[i]);
      char32_t c = units[i];
      if ((c & 0xFC00U) == 0xD800) {
        high = c;
        high_at = last;
        continue;
      }
      std::size_t at = last;
      if (high && (c & 0xFC00U) == 0xDC00) {
        c = 0x10000 + ((*high - 0xD800) << 10) + (c - 0xDC00);
        at = high_at;
      }
      high.reset();
      if (!d_.pieces_.empty() && d_.pieces_.back().source == at && !d_.pieces_.back().copied) {
        append_utf8(d_.buffer_, c);  // a second character of the same bytes
        continue;
      }
      replaced(c == 0 ? 0xFFFD : c, at);
    }
  }
  for (std::size_t i = 0; i < d_.pieces_.size(); ++i) {
    const auto next = [&](std::size_t Decoded::Piece::* member, std::size_t end) {
      return i + 1 < d_.pieces_.size() ? d_.pieces_[i + 1].*member : end;
    };
    const std::size_t text = d_.pieces_[i].text, at = d_.pieces_[i].source;
    const std::size_t text_end = next(&Decoded::Piece::text, d_.buffer_.size());
    if (std::string_view(d_.buffer_).substr(text, text_end - text) != replacement) continue;
    note(source_[at] == '\0' ? EncodingTrouble::NulByte : EncodingTrouble::InvalidBytes,
         {at, next(&Decoded::Piece::source, source_.size())},
         "These bytes are not valid in " + d_.encoding + ".");
  }
}

void Decoder::note_line_ends() {
  const std::string_view text = d_.text();
  std::size_t next_cr = text.find('\r'), next_lf = text.find('\n');
  if (next_cr == text.npos) return;
  enum Kind { Lf, CrLf, Cr };
  struct Seen {
    std::size_t count = 0;
    TextSpan first;
  };
  std::array<Seen, 3> seen;
  while (std::min(next_cr, next_lf) != text.npos) {
    const std::size_t at = std::min(next_cr, next_lf);
    const bool pair = text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
    const std::size_t end = at + (pair ? 2 : 1);
    Seen& kind = seen[pair ? CrLf : text[at] == '\r' ? Cr : Lf];
    if (kind.count++ == 0) kind.first = {at, end};
    if (next_cr < end) next_cr = text.find('\r', end);
    if (next_lf < end) next_lf = text.find('\n', end);
  }
  const auto count = [&](Kind kind) { return std::to_string(seen[kind].count); };
  const Seen* rarest = nullptr;
  std::size_t kinds = 0;
  for (const Seen& kind : seen) {
    if (kind.count == 0) continue;
    ++kinds;
    if (rarest == nullptr || kind.count < rarest->count) rarest = &kind;
  }
  if (kinds < 2) return;
  note(EncodingTrouble::MixedLineEnds, d_.origin(rarest->first),
       "Lines end in different ways: " + count(Lf) + " with LF, " + count(CrLf) + " with CR LF, " +
           count(Cr) + " with CR.");
}

std::size_t Decoded::piece_at(std::size_t text_offset) const {
  const auto after =
      std::upper_bound(pieces_.begin(), pieces_.end(), text_offset,
                       [](std::size_t at, const Piece& piece) { return at < piece.text; });
  return after == pieces_.begin() ? 0 : static_cast<std::size_t>(after - pieces_.begin()) - 1;
}

SourceSpan Decoded::origin_in(std::size_t piece, TextSpan part) const {
  const Piece& p = pieces_[piece];
  if (p.copied) return {p.source + (part.begin - p.text), p.source + (part.end - p.text)};
  const std::size_t end = piece + 1 < pieces_.size() ? pieces_[piece + 1].source : source_.size();
  return {p.source, end};
}

SourceSpan Decoded::origin(TextSpan span) const {
  if (pieces_.empty()) return {};
  const SourceSpan first = origin_in(piece_at(span.begin), {span.begin, span.begin});
  if (span.empty()) return {first.begin, first.begin};
  return first.hull(origin_in(piece_at(span.end - 1), {span.end - 1, span.end}));
}

Decoded decode(std::string_view source, Declares declares) {
  Decoded decoded(source);
  Decoder(decoded).run(declares);
  return decoded;
}

}  // namespace caveat
