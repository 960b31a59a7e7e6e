// Turns byte offsets into lines and columns as an editor counts them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace caveat {

struct LineColumn {
  std::uint32_t line = 1;  // 1-based; a line ends after LF, CR LF or a lone CR
  // 1-based, in code points of the decoded text (a BOM counts as none); in bytes where the encoding
  // is an East Asian one of several bytes a character.
  std::uint32_t column = 1;
  bool operator==(const LineColumn&) const = default;
};

// How many bytes a code point takes, as far as counting columns needs it.
enum class CodeUnits { Utf8, SingleByte, Utf16LE, Utf16BE };

class LineIndex {
 public:
  // Keeps a view of `source`, which must outlive the index.
  explicit LineIndex(std::string_view source, CodeUnits units = CodeUnits::Utf8);

  // The line and column of the byte at `offset`; offsets past the end give the end.
  LineColumn at(std::size_t offset) const;

  // The bytes of a 1-based line without its line end; empty for a line that does not exist.
  std::string_view line(std::size_t number) const;

  std::size_t count() const { return starts_.size(); }

 private:
  struct Checkpoint {
    std::size_t offset, count;  // code points before the offset
  };

  std::size_t code_points_before(std::size_t offset) const;

  std::string_view source_;
  CodeUnits units_;
  std::size_t bom_ = 0;                  // bytes of the byte order mark
  std::vector<std::uint32_t> starts_;    // offset of the first byte of each line
  std::vector<Checkpoint> checkpoints_;  // every few thousand bytes, so that long lines cost little
};

}  // namespace caveat
