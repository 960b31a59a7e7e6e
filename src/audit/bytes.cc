#include "audit/bytes.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <string>

#include "audit/code_pages.h"
#include "audit/fixes.h"
#include "audit/mojibake.h"
#include "model/display.h"
#include "model/utf8.h"

namespace caveat {
namespace {

bool is_one_of(EncodingTrouble trouble, std::initializer_list<EncodingTrouble> kinds) {
  return std::ranges::find(kinds, trouble) != kinds.end();
}

// The notes of these kinds, those that adjoin each other as one.
std::vector<Trouble> from_notes(const Document& document,
                                std::initializer_list<EncodingTrouble> kinds) {
  std::vector<Trouble> found;
  for (const EncodingNote& note : document.encoding_notes) {
    if (!is_one_of(note.trouble, kinds)) continue;
    if (!found.empty() && !note.source.empty() && found.back().source.end == note.source.begin &&
        found.back().detail == note.detail) {
      found.back().source = SourceSpan(found.back().source).hull(note.source);
    } else {
      found.push_back({.prose = {}, .source = note.source, .detail = note.detail, .fixes = {}});
    }
  }
  for (Trouble& trouble : found) trouble.prose = document.map.to_prose(trouble.source);
  return found;
}

bool is_noted(const Document& document, SourceSpan source) {
  return std::ranges::any_of(document.encoding_notes, [&](const EncodingNote& note) {
    return note.source.overlaps(source) &&
           is_one_of(note.trouble, {EncodingTrouble::InvalidBytes, EncodingTrouble::OverlongForm,
                                    EncodingTrouble::Surrogate, EncodingTrouble::NulByte});
  });
}

// Runs of characters that `is_wanted`, as prose spans; printable ASCII is none of them.
template <class Predicate>
std::vector<ProseSpan> runs_of(std::string_view prose, Predicate is_wanted) {
  std::vector<ProseSpan> runs;
  for (std::size_t at = plain_end(prose, 0); at < prose.size(); at = plain_end(prose, at)) {
    const auto byte = static_cast<unsigned char>(prose[at]);
    const CodePoint c = byte < 0x80 ? CodePoint{byte, 1} : code_point_at(prose, at);
    if (is_wanted(c.value)) {
      if (!runs.empty() && runs.back().end == at) {
        runs.back().end = at + c.bytes;
      } else {
        runs.push_back({at, at + c.bytes});
      }
    }
    at += c.bytes;
  }
  return runs;
}

bool is_private(char32_t c) {
  return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0x10FFFD);
}

bool is_c1(char32_t c) { return c >= 0x80 && c < 0xA0; }

bool is_control(char32_t c) {
  return (c < 0x20 && c != '\n' && c != '\t') || c == 0x7F || c == 0x2028 || c == 0x2029;
}

// What the C1 controls would be in windows-1252; empty where one is undefined there.
std::string read_as_windows_1252(std::string_view text) {
  std::string read;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    const char32_t meant = character(CodePage::Windows1252, static_cast<unsigned char>(c.value));
    if (is_c1(meant)) return {};
    append_utf8(read, meant);
    at += c.bytes;
  }
  return read;
}

// Bytes of a legacy encoding, and no word of it in the file: only Markup could declare one.
bool is_undeclared_legacy(const Document& document) {
  if (document.encoding.empty() || document.encoding.starts_with("utf-")) return false;
  if (ascii_end(document.source, 0) >= document.source.size()) return false;
  const std::string_view source = document.source;
  return source.find("charset") == source.npos && source.find("CHARSET") == source.npos &&
         source.find("encoding=") == source.npos;
}

// What bytes that are no UTF-8 would be in `page`, where all of them are letters or marks.
std::string read_as(CodePage page, std::string_view bytes) {
  std::string read;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) return {};
    const char32_t meant = character(page, byte);
    if (is_c1(meant) || meant == 0xFFFD) return {};
    append_utf8(read, meant);
  }
  return read;
}

// The page in which software of the language wrote before UTF-8.
CodePage legacy_page(std::string_view language) {
  const std::string_view primary = language.substr(0, language.find('-'));
  const auto speaks = [&](std::initializer_list<std::string_view> names) {
    return std::ranges::find(names, primary) != names.end();
  };
  if (speaks({"tr", "az"})) return CodePage::Windows1254;
  if (speaks({"pl", "cs", "sk", "hu", "sl", "hr", "ro"})) return CodePage::Windows1250;
  if (speaks({"ru", "uk", "bg", "be", "mk", "sr"})) return CodePage::Windows1251;
  if (speaks({"el"})) return CodePage::Windows1253;
  if (speaks({"lt", "lv", "et"})) return CodePage::Windows1257;
  return CodePage::Windows1252;
}

std::string code_points(std::string_view text) {
  std::string names;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (!names.empty()) names += ' ';
    names += fmt::format("U+{:04X}", static_cast<std::uint32_t>(c.value));
    at += c.bytes;
  }
  return names;
}

}  // namespace

std::vector<Trouble> find_replacement_characters(const CheckInput& input) {
  if (!input.characters.holds(CharacterKind::Replacement)) return {};
  const Document& document = input.document;
  std::vector<Trouble> found;
  const auto& misreadings = input.misreadings();
  for (const ProseSpan run :
       runs_of(document.prose, [](char32_t c) { return c == 0xFFFC || c == 0xFFFD; })) {
    const SourceSpan source = document.map.to_source(run);
    // Invalid bytes and lossy mojibake are told of under their own names.
    if (is_noted(document, source)) continue;
    if (std::ranges::any_of(misreadings,
                            [&](const Misreading& m) { return m.prose.overlaps(run); }))
      continue;
    const bool object = character_at(document.prose, run.begin) == 0xFFFC;
    found.push_back({.prose = run,
                     .source = source,
                     .detail = object ? "U+FFFC stands where a picture or another object was."
                                      : "U+FFFD stands where a character was lost.",
                     .fixes = {}});
  }
  return found;
}

std::vector<Trouble> find_private_characters(const CheckInput& input) {
  if (!input.characters.holds(CharacterKind::Replacement)) return {};
  std::vector<Trouble> found;
  for (const ProseSpan run : runs_of(input.document.prose, is_private)) {
    const char32_t c = character_at(input.document.prose, run.begin);
    const bool symbol_font = c >= 0xF020 && c <= 0xF0FF;
    found.push_back(
        {.prose = run,
         .source = {},
         .detail = fmt::format("{}{}", code_points(input.document.text(run)),
                               symbol_font ? " is a sign of the Symbol or Wingdings font, most "
                                             "often a bullet; other fonts show a box."
                                           : " is a private character; most fonts show a box."),
         .fixes = {}});
  }
  return found;
}

std::vector<Trouble> find_invalid_bytes(const CheckInput& input) {
  const Document& document = input.document;
  std::vector<Trouble> found = from_notes(
      document,
      {EncodingTrouble::InvalidBytes, EncodingTrouble::OverlongForm, EncodingTrouble::Surrogate});
  if (document.encoding != "utf-8") return found;
  for (Trouble& trouble : found) {
    const CodePage page = legacy_page(document.language);
    const std::string read = read_as(page, slice(document.source, trouble.source));
    if (!read.empty() && trouble.source.size() <= 2) {
      trouble.detail =
          fmt::format("{} In {} they are \u201C{}\u201D.", trouble.detail.get(), name(page), read);
      trouble.fixes = replace_prose(document, trouble.prose, read, Sureness::Probable);
    }
  }
  return found;
}

std::vector<Trouble> find_control_characters(const CheckInput& input) {
  const Document& document = input.document;
  std::vector<Trouble> found = from_notes(document, {EncodingTrouble::NulByte});
  for (Trouble& trouble : found) {
    // A NUL stands for nothing: it can go.
    if (!trouble.prose.empty()) trouble.fixes = replace_prose(document, trouble.prose, "");
  }
  if (!input.characters.holds(CharacterKind::Control)) return found;
  const auto& misreadings = input.misreadings();
  const auto is_misread = [&](ProseSpan run) {
    return std::ranges::any_of(misreadings,
                               [&](const Misreading& m) { return m.prose.overlaps(run); });
  };
  for (const ProseSpan run : runs_of(document.prose, is_c1)) {
    if (is_misread(run)) continue;
    const std::string_view text = document.text(run);
    const std::string meant = read_as_windows_1252(text);
    found.push_back(
        {.prose = run,
         .source = {},
         .detail = meant.empty()
                       ? fmt::format("The control {} means nothing in text.", code_points(text))
                       : fmt::format("The control {} is windows-1252's \u201C{}\u201D.",
                                     code_points(text), meant),
         .fixes = {}});
    if (!meant.empty()) found.back().fixes = replace_prose(document, run, meant);
  }
  for (const ProseSpan run : runs_of(document.prose, is_control)) {
    const std::string_view text = document.text(run);
    const bool separator = character_at(text, 0) >= 0x2028 || text.find('\v') != text.npos;
    found.push_back({.prose = run,
                     .source = {},
                     .detail = code_points(text) +
                               (separator ? " breaks the line in some programs only."
                                          : " is a control character without meaning in text."),
                     .fixes = separator ? std::vector<Fix>{} : replace_prose(document, run, "")});
  }
  std::ranges::sort(found, {}, [](const Trouble& t) { return t.prose.begin; });
  return found;
}

std::vector<Trouble> find_charset_trouble(const CheckInput& input) {
  const Document& document = input.document;
  std::vector<Trouble> found = from_notes(
      document, {EncodingTrouble::ContradictedDeclaration, EncodingTrouble::LateDeclaration,
                 EncodingTrouble::RepeatedDeclaration});
  if (is_undeclared_legacy(document)) {
    const std::size_t first = ascii_end(document.source, 0);
    const SourceSpan byte{first, first + 1};
    found.push_back({.prose = document.map.to_prose(byte),
                     .source = byte,
                     .detail = fmt::format("The file is not UTF-8 and declares nothing; it was "
                                           "read as {}.",
                                           document.encoding),
                     .fixes = {}});
  }
  return found;
}

std::vector<Trouble> find_mixed_line_ends(const CheckInput& input) {
  return from_notes(input.document, {EncodingTrouble::MixedLineEnds});
}

}  // namespace caveat
