// Bytes → UTF-8, with a map back to the bytes.
//
// Invariants: text() is valid UTF-8 without NUL; every byte of the source but a byte order mark is
// the origin of some text; where nothing was changed, text() is a view of the source.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "input/encoding_choice.h"
#include "model/document.h"
#include "model/span.h"

namespace caveat {

struct InText;  // decoded UTF-8, before markup is removed: known only inside input/
using TextSpan = Span<InText>;

class Decoded {
 public:
  // A stretch of text and where it came from; it ends where the next one begins, in both spaces.
  struct Piece {
    std::size_t text = 0;
    std::size_t source = 0;
    bool copied = true;  // byte by byte; otherwise the piece is one character and maps as a whole
  };

  explicit Decoded(std::string_view source) : source_(source) {}

  std::string_view text() const { return owned_ ? std::string_view(buffer_) : view_; }
  std::string_view text(TextSpan span) const { return slice(text(), span); }
  std::string_view source() const { return source_; }

  // Calls visit(TextSpan, SourceSpan, copied) for each part of `span` that came from one piece.
  template <class Visit>
  void for_each_origin(TextSpan span, Visit visit) const {
    for (std::size_t i = piece_at(span.begin); span.begin < span.end; ++i) {
      const Piece& piece = pieces_[i];
      const std::size_t piece_end = i + 1 < pieces_.size() ? pieces_[i + 1].text : text().size();
      const TextSpan part{span.begin, span.end < piece_end ? span.end : piece_end};
      visit(part, origin_in(i, part), piece.copied);
      span.begin = part.end;
    }
  }

  // The smallest source range that holds the origin of `span`.
  SourceSpan origin(TextSpan span) const;

  std::string encoding;             // the WHATWG name, lower case
  bool is_text = true;              // false: bytes that are no text; text() is empty
  std::vector<EncodingNote> notes;  // in source order
  SourceSpan byte_order_mark;

 private:
  friend class Decoder;

  std::size_t piece_at(std::size_t text_offset) const;
  SourceSpan origin_in(std::size_t piece, TextSpan part) const;

  std::string_view source_;
  std::string_view view_;
  std::string buffer_;
  bool owned_ = false;
  std::vector<Piece> pieces_;
};

// Decides the encoding (byte order mark, then valid UTF-8 that is not plain ASCII, then a
// declaration, then what the bytes look like) and decodes. `source` must outlive the result.
Decoded decode(std::string_view source, Declares declares);

}  // namespace caveat
