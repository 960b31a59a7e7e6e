// A half-open range of byte offsets in a named coordinate space.
//
// Caveat has two spaces outside `input/`: the *source* (the bytes of the file, what a person sees
// in the editor) and the *prose* (what a reader of the page sees, in UTF-8, what the rules read).
// Each has its own type, so that the compiler refuses to mix them.
#pragma once

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace caveat {

struct InSource;  // bytes of the original file
struct InProse;   // bytes of Document::prose

template <class Space>
struct Span {
  std::size_t begin = 0;  // first byte
  std::size_t end = 0;    // one past the last byte; end >= begin

  constexpr std::size_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(std::size_t at) const { return begin <= at && at < end; }
  constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  // The smallest range that holds both.
  constexpr Span hull(Span other) const {
    return {std::min(begin, other.begin), std::max(end, other.end)};
  }
  constexpr auto operator<=>(const Span&) const = default;
};

using SourceSpan = Span<InSource>;
using ProseSpan = Span<InProse>;

// The same in half the room, for what a long document holds a million of. No document is so large
// that an offset would not fit: see `largest_document` in cli/file_bytes.cc.
template <class Space>
struct ShortSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr ShortSpan() = default;
  constexpr ShortSpan(Span<Space> span)
      : begin(static_cast<std::uint32_t>(span.begin)), end(static_cast<std::uint32_t>(span.end)) {}
  constexpr ShortSpan(std::size_t first, std::size_t behind)
      : ShortSpan(Span<Space>{first, behind}) {}
  constexpr operator Span<Space>() const { return {begin, end}; }

  constexpr std::size_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(std::size_t at) const { return begin <= at && at < end; }
  constexpr bool contains(Span<Space> other) const { return whole().contains(other); }
  constexpr bool overlaps(Span<Space> other) const { return whole().overlaps(other); }
  constexpr Span<Space> hull(Span<Space> other) const { return whole().hull(other); }
  constexpr auto operator<=>(const ShortSpan&) const = default;

 private:
  constexpr Span<Space> whole() const { return *this; }
};

using ShortSourceSpan = ShortSpan<InSource>;
using ShortProseSpan = ShortSpan<InProse>;

// The bytes of `text` that `span` covers; clipped to the text, so that it never reads outside it.
template <class Space>
constexpr std::string_view slice(std::string_view text, Span<Space> span) {
  const std::size_t begin = std::min(span.begin, text.size());
  return text.substr(begin, std::min(span.end, text.size()) - begin);
}

template <class Space>
constexpr std::string_view slice(std::string_view text, ShortSpan<Space> span) {
  return slice(text, Span<Space>(span));
}

}  // namespace caveat
