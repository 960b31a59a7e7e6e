#include "audit/characters.h"

#include <array>
#include <cstring>

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

// One entry for every 64 characters that are all of one kind, and one table for those that are not.
class KindTable {
 public:
  KindTable() {
    for (const Range& range : ranges) {
      for (char32_t c = range.first; c <= range.last; ++c) {
        if (c < plane.size()) plane[c] = static_cast<std::uint16_t>(plane[c] | mask(range.kind));
      }
    }
  }
  std::uint16_t operator[](char32_t c) const {
    if (c < plane.size()) return plane[c];
    std::uint16_t kinds = 0;
    for (const Range& range : ranges) {
      if (c >= range.first && c <= range.last) kinds |= mask(range.kind);
    }
    return kinds;
  }

 private:
  std::array<std::uint16_t, 0x10000> plane{};
};

const KindTable& kinds() {
  static const KindTable table;
  return table;
}

// True where none of the eight bytes is beyond ASCII or a control character.
bool is_plain(std::uint64_t word) {
  constexpr std::uint64_t ones = 0x0101010101010101U, highs = 0x8080808080808080U;
  const std::uint64_t below_space = (word - ones * 0x20U) & ~word;
  const std::uint64_t deleted = word ^ (ones * 0x7FU);
  const std::uint64_t is_deleted = (deleted - ones) & ~deleted;
  return ((word | below_space | is_deleted) & highs) == 0;
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; }

// Â, Ã, Ä, Å: leads of UTF-8 that lose their second byte most often.
bool may_have_lost(char32_t lead) { return lead >= U'Â' && lead <= U'Å'; }

}  // namespace

CharacterSurvey survey(std::string_view prose) {
  CharacterSurvey result;
  const KindTable& table = kinds();
  char32_t previous = 0;  // the character right before, where it is beyond ASCII
  PageSet leads = 0;      // the pages in which it is a lead byte
  std::size_t before = 0;
  const auto end_run = [&](char next) {
    if (may_have_lost(previous) && (next == ' ' || next == '?')) result.suspects.push_back(before);
    previous = 0;
    leads = 0;
  };
  for (std::size_t at = 0; at < prose.size();) {
    if (at + 8 <= prose.size()) {
      std::uint64_t word = 0;
      std::memcpy(&word, prose.data() + at, 8);
      if (is_plain(word)) {
        if (previous != 0) end_run(prose[at]);
        at += 8;
        continue;
      }
    }
    const auto byte = static_cast<unsigned char>(prose[at]);
    if (byte < 0x80) {
      if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F) {
        result.kinds |= mask(Kind::Control);
      }
      if (previous != 0) end_run(prose[at]);
      ++at;
      continue;
    }
    const CodePoint c = code_point_at(prose, at);
    result.kinds = static_cast<std::uint16_t>(result.kinds | table[c.value]);
    const CharacterBytes& bytes = bytes_of(c.value);
    const bool lost =
        c.value == 0xFFFD ? may_have_lost(previous) : c.value == U'€' && previous == U'À';
    if ((leads & bytes.continuations) != 0 || lost) result.suspects.push_back(before);
    leads = bytes.leads;
    previous = c.value;
    before = at;
    at += c.bytes;
  }
  return result;
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
