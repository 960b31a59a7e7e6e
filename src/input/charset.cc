#include "input/charset.h"

#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "model/utf8.h"

namespace caveat {
namespace {

using namespace std::string_view_literals;

// The labels of the WHATWG Encoding Standard, first the name, then what pages write for it.
constexpr std::array labels = {
    "utf-8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf8 x-unicode20utf8"sv,
    "ibm866 866 cp866 csibm866"sv,
    "iso-8859-2 csisolatin2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2"sv,
    "iso-8859-3 csisolatin3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3"sv,
    "iso-8859-4 csisolatin4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4"sv,
    "iso-8859-5 csisolatincyrillic cyrillic iso-ir-144 iso8859-5 iso88595 iso_8859-5 "
    "iso_8859-5:1988"sv,
    "iso-8859-6 arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6-e "
    "iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987"sv,
    "iso-8859-7 csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 iso8859-7 iso88597 "
    "iso_8859-7 iso_8859-7:1987 sun_eu_greek"sv,
    "iso-8859-8 csiso88598e csisolatinhebrew hebrew iso-8859-8-e iso-ir-138 iso8859-8 iso88598 "
    "iso_8859-8 iso_8859-8:1988 visual csiso88598i iso-8859-8-i logical"sv,
    "iso-8859-10 csisolatin6 iso-ir-157 iso8859-10 iso885910 l6 latin6"sv,
    "iso-8859-13 iso8859-13 iso885913"sv,
    "iso-8859-14 iso8859-14 iso885914"sv,
    "iso-8859-15 csisolatin9 iso8859-15 iso885915 iso_8859-15 l9"sv,
    "iso-8859-16"sv,
    "koi8-r cskoi8r koi koi8 koi8_r"sv,
    "koi8-u koi8-ru"sv,
    "macintosh csmacintosh mac x-mac-roman"sv,
    "windows-874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620"sv,
    "windows-1250 cp1250 x-cp1250"sv,
    "windows-1251 cp1251 x-cp1251"sv,
    "windows-1252 ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 "
    "iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii x-cp1252"sv,
    "windows-1253 cp1253 x-cp1253"sv,
    "windows-1254 cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 "
    "iso_8859-9:1989 l5 latin5 x-cp1254"sv,
    "windows-1255 cp1255 x-cp1255"sv,
    "windows-1256 cp1256 x-cp1256"sv,
    "windows-1257 cp1257 x-cp1257"sv,
    "windows-1258 cp1258 x-cp1258"sv,
    "x-mac-cyrillic x-mac-ukrainian"sv,
    "gbk chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 iso-ir-58 x-gbk"sv,
    "gb18030"sv,
    "big5 big5-hkscs cn-big5 csbig5 x-x-big5"sv,
    "euc-jp cseucpkdfmtjapanese x-euc-jp"sv,
    "iso-2022-jp csiso2022jp"sv,
    "shift_jis csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis"sv,
    "euc-kr cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 "
    "ksc_5601 windows-949"sv,
    "utf-16be unicodefffe"sv,
    "utf-16le csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16"sv,
};

constexpr bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
constexpr bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

std::string lowered(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

// The charset in the content attribute of <meta http-equiv=content-type>.
std::string charset_of_content(std::string_view content) {
  const std::string text = lowered(content);
  for (std::size_t at = text.find("charset"); at != text.npos; at = text.find("charset", at)) {
    at += 7;
    std::size_t i = at;
    while (i < text.size() && is_space(text[i])) ++i;
    if (i >= text.size() || text[i] != '=') continue;
    ++i;
    while (i < text.size() && is_space(text[i])) ++i;
    if (i >= text.size()) return {};
    if (text[i] == '"' || text[i] == '\'') {
      const std::size_t end = text.find(text[i], i + 1);
      return end == text.npos ? std::string() : std::string(content.substr(i + 1, end - i - 1));
    }
    std::size_t end = i;
    while (end < text.size() && !is_space(text[end]) && text[end] != ';') ++end;
    return std::string(content.substr(i, end - i));
  }
  return {};
}

// The standard's "prescan a byte stream to determine its encoding", which goes on after the first
// declaration and past 1,024 bytes, so that late and repeated ones are seen.
class Prescan {
 public:
  explicit Prescan(std::string_view source) : source_(source) {}

  std::vector<Declaration> run() {
    xml_declaration();
    while (at_ < source_.size() && !done_) {
      at_ = source_.find('<', at_);
      if (at_ == source_.npos) break;
      step();
    }
    return std::move(found_);
  }

 private:
  struct Attribute {
    std::string name, value;
  };

  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < source_.size() ? source_[at_ + ahead] : '\0';
  }
  bool word_here(std::string_view word) const {
    return lowered(source_.substr(at_, word.size())) == word;
  }
  void skip_past(std::string_view text) {
    const std::size_t end = source_.find(text, at_);
    at_ = end == source_.npos ? source_.size() : end + text.size();
  }

  void step() {
    if (source_.substr(at_).starts_with("<!--")) {
      at_ += 2;  // "<!-->" is a whole comment
      skip_past("-->");
    } else if (word_here("<meta") && (is_space(peek(5)) || peek(5) == '/')) {
      meta();
    } else if (is_letter(peek(1)) || (peek(1) == '/' && is_letter(peek(2)))) {
      // What stands in time counts wherever it stands; late ones are looked for in the head.
      if (at_ >= prescan_size && word_here("<body")) done_ = true;
      while (at_ < source_.size() && !is_space(source_[at_]) && source_[at_] != '>') ++at_;
      while (attribute()) {
      }
    } else if (peek(1) == '!' || peek(1) == '/' || peek(1) == '?') {
      skip_past(">");
    } else {
      ++at_;
    }
  }

  void meta() {
    const std::size_t begin = at_;
    at_ += 6;
    bool pragma = false, needs_pragma = false, has_charset = false;
    std::string label;
    std::vector<std::string> seen;
    while (const std::optional<Attribute> a = attribute()) {
      if (std::find(seen.begin(), seen.end(), a->name) != seen.end()) continue;
      seen.push_back(a->name);
      if (a->name == "http-equiv") {
        pragma = lowered(a->value) == "content-type";
      } else if (a->name == "content" && !has_charset) {
        std::string charset = charset_of_content(a->value);
        if (charset.empty()) continue;
        has_charset = !encoding_of(charset).empty();
        needs_pragma = true;
        label = std::move(charset);
      } else if (a->name == "charset") {
        label = a->value;
        has_charset = true;
        needs_pragma = false;
      }
    }
    // Cut off before its ">" it is no element.
    if (at_ < source_.size() && (has_charset || !label.empty()) && (!needs_pragma || pragma)) {
      found_.push_back({{begin, at_ + 1}, label, encoding_of(label), false});
    }
  }

  static std::string_view encoding_of(const std::string& label) {
    const std::string_view encoding = encoding_for_label(label);
    // Had the page been UTF-16, this declaration could not have been read.
    if (encoding.starts_with("utf-16")) return "utf-8";
    return lowered(label) == "x-user-defined" ? "windows-1252" : encoding;
  }

  // The standard's "get an XML encoding".
  void xml_declaration() {
    if (!source_.starts_with("<?xml")) return;
    const std::size_t end = source_.find('>');
    if (end == source_.npos) return;
    const std::string_view inside = source_.substr(0, end);
    const auto skip_blanks = [&](std::size_t at) {
      while (at < inside.size() && static_cast<unsigned char>(inside[at]) <= ' ') ++at;
      return at;
    };
    std::size_t at = inside.find("encoding");
    if (at == inside.npos) return;
    at = skip_blanks(at + 8);
    if (at >= inside.size() || inside[at] != '=') return;
    at = skip_blanks(at + 1);
    if (at >= inside.size() || (inside[at] != '"' && inside[at] != '\'')) return;
    const std::size_t close = inside.find(inside[at], at + 1);
    if (close == inside.npos) return;
    const std::string label(inside.substr(at + 1, close - at - 1));
    found_.push_back({{0, end + 1}, label, encoding_of(label), true});
    at_ = end;
  }

  // The standard's "get an attribute".
  std::optional<Attribute> attribute() {
    while (at_ < source_.size() && (is_space(source_[at_]) || source_[at_] == '/')) ++at_;
    if (at_ >= source_.size() || source_[at_] == '>') return {};
    Attribute result;
    while (at_ < source_.size()) {
      const char c = source_[at_];
      if (c == '=' && !result.name.empty()) break;
      if (is_space(c)) {
        while (at_ < source_.size() && is_space(source_[at_])) ++at_;
        if (peek() != '=') return result;
        break;
      }
      if (c == '/' || c == '>') return result;
      result.name += lower(c);
      ++at_;
    }
    if (at_ >= source_.size()) return {};
    ++at_;  // the '='
    value(result);
    return at_ >= source_.size() ? std::nullopt : std::optional(std::move(result));
  }

  void value(Attribute& result) {
    while (at_ < source_.size() && is_space(source_[at_])) ++at_;
    if (peek() == '"' || peek() == '\'') {
      const std::size_t end = source_.find(source_[at_], at_ + 1);
      if (end == source_.npos) {
        at_ = source_.size();
        return;
      }
      result.value = source_.substr(at_ + 1, end - at_ - 1);
      at_ = end + 1;
      return;
    }
    const std::size_t begin = at_;
    while (at_ < source_.size() && !is_space(source_[at_]) && source_[at_] != '>') ++at_;
    result.value = source_.substr(begin, at_ - begin);
  }

  std::string_view source_;
  std::size_t at_ = 0;
  bool done_ = false;
  std::vector<Declaration> found_;
};

struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

// Enough bytes for a verdict, from where the first byte past ASCII stands.
std::string_view sample_of(std::string_view source) {
  constexpr std::size_t before = 1024, size = 65536;
  const std::size_t at = ascii_end(source, 0);
  return source.substr(at > before ? at - before : 0, size);
}

}  // namespace

std::string_view encoding_for_label(std::string_view label) {
  while (!label.empty() && is_space(label.front())) label.remove_prefix(1);
  while (!label.empty() && is_space(label.back())) label.remove_suffix(1);
  const std::string wanted = lowered(label);
  if (wanted.empty() || wanted.find(' ') != wanted.npos) return {};
  for (const std::string_view row : labels) {
    for (std::size_t at = 0; at < row.size();) {
      const std::size_t end = std::min(row.find(' ', at), row.size());
      if (row.substr(at, end - at) == wanted) return row.substr(0, row.find(' '));
      at = end + 1;
    }
  }
  return {};
}

std::vector<Declaration> charset_declarations(std::string_view source) {
  return Prescan(source).run();
}

const Declaration* deciding(const std::vector<Declaration>& declarations) {
  const auto is_known = [](const Declaration& d) { return !d.encoding.empty(); };
  auto found = std::ranges::find_if(declarations,
                                    [&](const Declaration& d) { return is_known(d) && !d.xml; });
  if (found == declarations.end()) found = std::ranges::find_if(declarations, is_known);
  return found == declarations.end() ? nullptr : &*found;
}

std::string guess_encoding(std::string_view source) {
  const std::string_view sample = sample_of(source);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
  ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &status);
  ucsdet_enableInputFilter(detector.get(), true);
  int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  if (U_FAILURE(status) || matches == nullptr) return "windows-1252";
  for (int32_t i = 0; i < count; ++i) {
    const std::string_view encoding = encoding_for_label(ucsdet_getName(matches[i], &status));
    const int32_t confidence = ucsdet_getConfidence(matches[i], &status);
    if (U_FAILURE(status) || encoding.empty() || encoding.starts_with("utf-")) continue;
    // Below this ICU guesses from a handful of letters, and the West is the likelier guess.
    constexpr int32_t least = 15;
    return std::string(confidence >= least ? encoding : "windows-1252");
  }
  return "windows-1252";
}

std::string_view looks_like_utf16(std::string_view source) {
  const std::size_t size = std::min<std::size_t>(source.size(), 4096) & ~std::size_t{1};
  if (size < 4) return {};
  std::size_t even = 0, odd = 0;
  for (std::size_t i = 0; i < size; i += 2) {
    even += source[i] == '\0';
    odd += source[i + 1] == '\0';
  }
  // Latin text has a zero in nearly every unit, on one side only.
  const std::size_t units = size / 2;
  if (odd * 10 >= units * 7 && even * 50 <= units) return "utf-16le";
  if (even * 10 >= units * 7 && odd * 50 <= units) return "utf-16be";
  return {};
}

bool looks_binary(std::string_view source) {
  constexpr std::array magic = {"%PDF-"sv,
                                "PK\x03\x04"sv,
                                "\x89PNG"sv,
                                "\xFF\xD8\xFF"sv,
                                "GIF8"sv,
                                "\x7F"
                                "ELF"sv,
                                "\xD0\xCF\x11\xE0"sv,
                                "\x1F\x8B"sv};
  if (std::any_of(magic.begin(), magic.end(), [&](auto m) { return source.starts_with(m); })) {
    return true;
  }
  const std::string_view sample = source.substr(0, 65536);
  std::size_t control = 0, nul = 0;
  for (const char c : sample) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte != 0x7F) continue;  // nearly all
    nul += byte == 0;
    control += (!is_space(c) && byte != 0x0B && byte != 0x1B) || byte == 0x7F;
  }
  // A stray NUL is damage to a text; many, or many control bytes, are no text.
  return control * 10 > sample.size() || (nul > 8 && nul * 100 > sample.size());
}

}  // namespace caveat
