#include "input/encoding_choice.h"

#include "input/charset.h"
#include "model/utf8.h"

namespace caveat {
namespace {

// What utf8_step says about a whole text.
struct Utf8Census {
  std::size_t multibyte = 0;  // valid sequences of more than one byte
  std::size_t invalid = 0;    // maximal subparts
};

Utf8Census census(std::string_view source) {
  Utf8Census result;
  for (std::size_t at = ascii_end(source, 0); at < source.size(); at = ascii_end(source, at)) {
    const Utf8Step step = utf8_step(source, at);
    ++(step.valid ? result.multibyte : result.invalid);
    at += step.length;
  }
  return result;
}

void note_declarations(const std::vector<Declaration>& all, EncodingChoice& choice) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Declaration& d = all[i];
    const auto note = [&](EncodingTrouble trouble, std::string detail) {
      choice.notes.push_back({trouble, d.source, std::move(detail)});
    };
    if (d.encoding != choice.encoding) {
      note(EncodingTrouble::ContradictedDeclaration,
           "The page declares \"" + d.label + "\"; its bytes are " + choice.encoding + ".");
    }
    if (i > 0) {
      note(EncodingTrouble::RepeatedDeclaration, "The page declares its charset more than once.");
    } else if (d.source.end > prescan_size) {
      note(EncodingTrouble::LateDeclaration,
           "The charset is declared after the first 1,024 bytes, where browsers may miss it.");
    }
  }
}

// The encoding that a byte order mark names.
struct Mark {
  std::string_view bytes, encoding;
};
constexpr Mark marks[] = {
    {"\xEF\xBB\xBF", "utf-8"}, {"\xFF\xFE", "utf-16le"}, {"\xFE\xFF", "utf-16be"}};

// For bytes that are some kind of ASCII superset.
void choose_by_bytes(std::string_view source, const Declaration* declared, EncodingChoice& choice) {
  const Utf8Census bytes = census(source);
  // A page of hundreds of valid sequences does not become legacy by one damaged byte.
  if (bytes.multibyte > 16 * bytes.invalid) {
    choice.encoding = "utf-8";
  } else if (declared != nullptr) {
    choice.encoding = declared->encoding;
    if (choice.encoding == "utf-8" && bytes.multibyte == 0 && bytes.invalid > 0) {
      choice.notes.push_back(
          {EncodingTrouble::ContradictedDeclaration, declared->source,
           "The page declares UTF-8, and none of its non-ASCII bytes are valid UTF-8."});
    }
  } else if (bytes.multibyte >= bytes.invalid) {
    choice.encoding = "utf-8";
  } else {
    choice.encoding = guess_encoding(source);
  }
}

}  // namespace

EncodingChoice choose_encoding(std::string_view source, Declares declares) {
  std::vector<Declaration> declared;
  if (declares == Declares::Markup) declared = charset_declarations(source);
  EncodingChoice choice;
  for (const Mark& mark : marks) {
    if (!source.starts_with(mark.bytes)) continue;
    choice.encoding = mark.encoding;
    choice.text_begin = mark.bytes.size();
    break;
  }
  if (choice.encoding.empty()) choice.encoding = looks_like_utf16(source);
  if (choice.encoding.empty() && looks_binary(source)) {
    choice.encoding = "utf-8";
    choice.is_text = false;
    return choice;
  }
  if (choice.encoding.empty()) {
    choose_by_bytes(source, deciding(declared), choice);
  }
  note_declarations(declared, choice);
  return choice;
}

}  // namespace caveat
