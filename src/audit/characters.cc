#include "audit/characters.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <mutex>
#include <utility>

#include "audit/code_pages.h"
#include "model/display.h"

namespace caveat {
namespace {

using Kind = CharacterKind;

constexpr std::uint16_t mask(Kind kind) { return static_cast<std::uint16_t>(kind); }

struct Range {
  char32_t first, last;
  Kind kind;
};

// Coarse: a range may hold characters that the check then passes over.
constexpr Range ranges[] = {
    {0x0080, 0x009F, Kind::Control},          {0x00AD, 0x00AD, Kind::Invisible},
    {0x00D0, 0x00D0, Kind::TurkishLookalike}, {0x00DD, 0x00DE, Kind::TurkishLookalike},
    {0x00F0, 0x00F0, Kind::TurkishLookalike}, {0x00FD, 0x00FE, Kind::TurkishLookalike},
    {0x0300, 0x036F, Kind::Combining},        {0x034F, 0x034F, Kind::Invisible},
    {0x0370, 0x061B, Kind::OtherScript},      {0x061C, 0x061C, Kind::Bidi},
    {0x061D, 0x1CFF, Kind::OtherScript},      {0x115F, 0x1160, Kind::Invisible},
    {0x17B4, 0x17B5, Kind::Invisible},        {0x180B, 0x180F, Kind::Invisible},
    {0x1D00, 0x1D7F, Kind::Styled},           {0x1F00, 0x1FFF, Kind::OtherScript},
    {0x200B, 0x200D, Kind::Invisible},        {0x200E, 0x200F, Kind::Bidi},
    {0x2028, 0x2029, Kind::Control},          {0x202A, 0x202E, Kind::Bidi},
    {0x2060, 0x2065, Kind::Invisible},        {0x2066, 0x2069, Kind::Bidi},
    {0x206A, 0x206F, Kind::Invisible},        {0x2100, 0x214F, Kind::Styled},
    {0x2460, 0x24FF, Kind::Styled},           {0x2800, 0x2800, Kind::Invisible},
    {0x2C80, 0x2DFF, Kind::OtherScript},      {0x2E80, 0xA71F, Kind::OtherScript},
    {0x3164, 0x3164, Kind::Invisible},        {0xA800, 0xAB2F, Kind::OtherScript},
    {0xAB70, 0xD7FF, Kind::OtherScript},      {0xE000, 0xF8FF, Kind::Replacement},
    {0xF900, 0xFAFF, Kind::OtherScript},      {0xFB13, 0xFDFF, Kind::OtherScript},
    {0xFE00, 0xFE0F, Kind::Invisible},        {0xFE70, 0xFEFE, Kind::OtherScript},
    {0xFEFF, 0xFEFF, Kind::Invisible},        {0xFF01, 0xFF5E, Kind::Styled},
    {0xFF66, 0xFFDC, Kind::OtherScript},      {0xFFA0, 0xFFA0, Kind::Invisible},
    {0xFFF9, 0xFFFB, Kind::Invisible},        {0xFFFC, 0xFFFD, Kind::Replacement},
    {0x10000, 0x1D3FF, Kind::OtherScript},    {0x1D400, 0x1D7FF, Kind::Styled},
    {0x1D800, 0x1EFFF, Kind::OtherScript},    {0x1F100, 0x1F189, Kind::Styled},
    {0x20000, 0x3FFFF, Kind::OtherScript},    {0xE0000, 0xE0FFF, Kind::Invisible},
    {0xF0000, 0x10FFFF, Kind::Replacement},
};

struct CharacterInfo {
  std::uint16_t kinds = 0;
  PageSet leads = 0, continuations = 0;
};

std::uint16_t kinds_of(char32_t c) {
  std::uint16_t kinds = 0;
  for (const Range& range : ranges) {
    if (c >= range.first && c <= range.last) kinds |= mask(range.kind);
  }
  return kinds;
}

// What is known of the characters of the first plane, worked out for 256 neighbours when the first
// of them is met: a document meets few such blocks.
class InfoTable {
 public:
  CharacterInfo operator[](char32_t c) const {
    if (c >= 0x10000) return compute(c);
    const Block& block = blocks_[c >> 8U];
    std::call_once(block.once, [&block, first = c & ~char32_t{0xFF}] {
      for (char32_t i = 0; i < 0x100; ++i) block.characters.push_back(compute(first + i));
    });
    return block.characters[c & 0xFFU];
  }

 private:
  struct Block {
    mutable std::once_flag once;
    mutable std::vector<CharacterInfo> characters;
  };

  static CharacterInfo compute(char32_t c) {
    const CharacterBytes& bytes = bytes_of(c);
    return {kinds_of(c), bytes.leads, bytes.continuations};
  }

  std::array<Block, 0x100> blocks_;
};

const InfoTable& info_table() {
  static const InfoTable table;
  return table;
}

// Sixteen bytes side by side: a vector of GCC and Clang, for which each machine has instructions.
using Bytes [[gnu::vector_size(16)]] = unsigned char;
constexpr std::size_t block_size = sizeof(Bytes);

Bytes load(const char* bytes) {
  Bytes block{};
  std::memcpy(&block, bytes, block_size);
  return block;
}

template <class Flags>
bool all_set(Flags flags) {
  std::array<std::uint64_t, 2> words{};
  std::memcpy(words.data(), &flags, sizeof flags);
  return (words[0] & words[1]) == ~std::uint64_t{0};
}

auto printable(Bytes b) { return (b - 0x20 < 0x5F) | (b == '\n'); }

// True where all bytes are printable ASCII or line feeds.
bool is_plain(const char* bytes) { return all_set(printable(load(bytes))); }

// True where the rest is letters and signs of Latin text (U+00A0–017F) and typesetters' quotes,
// dashes and dots (U+2013–2026), each before an ASCII character: nothing there concerns a check.
// Looks two bytes back and three ahead.
bool is_honest(const char* bytes) {
  const Bytes b = load(bytes);
  const Bytes before = load(bytes - 1), second_before = load(bytes - 2);
  const Bytes next = load(bytes + 1), second = load(bytes + 2), third = load(bytes + 3);
  // Soft hyphens, C1 controls; Ð Ý Þ ð ý þ, which may be Turkish; Â Ã Ä Å, which lose their second
  // byte.
  const auto odd_sign = (b == 0xC2) & ((next < 0xA0) | (next == 0xAD));
  const auto odd_letter =
      (b == 0xC3) & ((next - 0x82 <= 3) | (next == 0x90) | (next == 0x9D) | (next == 0x9E) |
                     (next == 0xB0) | (next == 0xBD) | (next == 0xBE));
  const auto latin = (b - 0xC2 <= 3) & (second < 0x80) & ~(odd_sign | odd_letter);
  const auto latin_end = (b - 0x80 < 0x40) & (before - 0xC2 <= 3);
  const auto quote = (b == 0xE2) & (next == 0x80) & (second - 0x93 <= 0x13) & (third < 0x80);
  const auto quote_middle = (b == 0x80) & (before == 0xE2);
  const auto quote_end = (b - 0x93 <= 0x13) & (before == 0x80) & (second_before == 0xE2);
  return all_set(printable(b) | latin | latin_end | quote | quote_middle | quote_end);
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; }

// The two frequent cases; prose is valid UTF-8.
CodePoint decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[at + i]));
  };
  const char32_t lead = byte(0);
  if (lead < 0xE0 && at + 2 <= text.size()) {
    return {((lead & 0x1FU) << 6U) | (byte(1) & 0x3FU), 2};
  }
  if (lead < 0xF0 && at + 3 <= text.size()) {
    return {((lead & 0x0FU) << 12U) | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU), 3};
  }
  return code_point_at(text, at);
}

// Â, Ã, Ä, Å: leads of UTF-8 that lose their second byte most often.
bool may_have_lost(char32_t lead) { return lead >= U'Â' && lead <= U'Å'; }

// Takes the characters one by one.
class Surveyor {
 public:
  explicit Surveyor(std::string_view prose) : prose_(prose), table_(info_table()) {}

  // The characters from `at` to `end`, and those that stand right behind beyond ASCII.
  std::size_t take(std::size_t at, std::size_t end) {
    while (at < end) {
      const auto byte = static_cast<unsigned char>(prose_[at]);
      if (byte >= 0x80) {
        at = take_run(at);
        continue;
      }
      const bool control = (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F;
      if (control) result_.kinds |= mask(Kind::Control);
      ++at;
    }
    return at;
  }

  CharacterSurvey result() && { return std::move(result_); }

 private:
  std::size_t take_run(std::size_t at) {
    char32_t previous = 0;
    PageSet leads = 0;
    std::size_t before = at;
    while (at < prose_.size() && static_cast<unsigned char>(prose_[at]) >= 0x80) {
      const CodePoint c = decode(prose_, at);
      const CharacterInfo info = table_[c.value];
      result_.kinds = static_cast<std::uint16_t>(result_.kinds | info.kinds);
      const bool lost =
          c.value == 0xFFFD ? may_have_lost(previous) : c.value == U'€' && previous == U'À';
      if (lost || ((leads & info.continuations) != 0 && !is_elision(previous, at + c.bytes))) {
        result_.suspects.push_back(before);
      }
      leads = info.leads;
      previous = c.value;
      before = at;
      at += c.bytes;
    }
    if (may_have_lost(previous) && at < prose_.size() && (prose_[at] == ' ' || prose_[at] == '?')) {
      result_.suspects.push_back(before);
    }
    return at;
  }

  // "l’été", "“Éric": dashes and quotes are bytes 0xD0–0xD5 of MacRoman, leads of letters that are
  // likely in company only. `after` is the place behind the letter.
  bool is_elision(char32_t mark, std::size_t after) const {
    return mark >= U'–' && mark <= U'”' &&
           (after >= prose_.size() || static_cast<unsigned char>(prose_[after]) < 0x80);
  }

  std::string_view prose_;
  const InfoTable& table_;
  CharacterSurvey result_;
};

}  // namespace

CharacterSurvey survey(std::string_view prose) {
  Surveyor surveyor(prose);
  std::size_t at = surveyor.take(0, std::min<std::size_t>(2, prose.size()));
  while (at + block_size + 3 <= prose.size()) {
    const char* bytes = prose.data() + at;
    if (is_plain(bytes) || is_honest(bytes)) {
      at += block_size;
    } else {
      // A character that began in an honest block ends in this one.
      const std::size_t end = at + block_size;
      while (at < end && is_continuation(prose[at])) ++at;
      at = surveyor.take(at, end);
    }
  }
  while (at < prose.size() && is_continuation(prose[at])) ++at;
  surveyor.take(at, prose.size());
  return std::move(surveyor).result();
}

std::size_t plain_end(std::string_view text, std::size_t at) {
  while (at + block_size <= text.size() && is_plain(text.data() + at)) at += block_size;
  const auto is_one = [](char c) { return (c >= 0x20 && c < 0x7F) || c == '\n'; };
  while (at < text.size() && is_one(text[at])) ++at;
  return at;
}

char32_t character_at(std::string_view text, std::size_t at) {
  return at < text.size() ? code_point_at(text, at).value : U'\0';
}

char32_t character_before(std::string_view text, std::size_t at) {
  if (at == 0) return U'\0';
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && is_continuation(text[begin])) --begin;
  return code_point_at(text, begin).value;
}

}  // namespace caveat
