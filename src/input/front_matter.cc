#include "input/front_matter.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "input/language.h"
#include "input/suppression_settings.h"
#include "model/display.h"

namespace caveat {
namespace {

using namespace std::string_view_literals;

constexpr bool is_blank(char c) { return c == ' ' || c == '\t'; }
constexpr bool is_space(char c) { return is_blank(c) || c == '\n' || c == '\r'; }

// A setting: its key, and where its value stands with its quotes.
struct Setting {
  std::string key;
  std::size_t at = 0;     // in the decoded text
  std::string value;      // decoded; empty where the scanner did not decode it
  std::size_t limit = 0;  // where the value ends at the latest; 0: with the front matter
};

// Collects the scalars of all maps, with their places.
class Settings : public YAML::EventHandler {
 public:
  explicit Settings(std::size_t offset) : offset_(offset) {}

  bool is_map() const { return is_map_; }
  const std::vector<Setting>& found() const { return found_; }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override { value_done(); }
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override { value_done(); }
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    open_.push_back({false, false, {}});
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    if (open_.empty()) is_map_ = true;
    open_.push_back({true, true, {}});
  }
  void OnMapEnd() override { close(); }
  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                const std::string& value) override {
    if (open_.empty()) return;
    Open& top = open_.back();
    if (top.is_map && top.expects_key) {
      top.key = value;
      top.expects_key = false;
      return;
    }
    if (top.is_map)
      found_.push_back({top.key, offset_ + static_cast<std::size_t>(mark.pos), value, 0});
    value_done();
  }

 private:
  struct Open {
    bool is_map, expects_key;
    std::string key;
  };

  void value_done() {
    if (!open_.empty() && open_.back().is_map) open_.back().expects_key = !open_.back().expects_key;
  }
  void close() {
    open_.pop_back();
    value_done();
  }

  std::size_t offset_;
  bool is_map_ = false;
  std::vector<Open> open_;
  std::vector<Setting> found_;
};

class FrontMatter {
 public:
  FrontMatter(const Decoded& decoded, ProseBuilder& builder)
      : text_(decoded.text()), builder_(builder) {}

  std::size_t read() {
    const bool toml = text_.starts_with("+++");
    if (!toml && !text_.starts_with("---")) return 0;
    const std::string_view fence = text_.substr(0, 3);
    const std::size_t first = line_after(0);
    if (text_.substr(3, first - 3).find_first_not_of(" \t\r\n") != text_.npos) return 0;
    inside_ = {first, closing_fence(first, fence)};
    if (inside_.end == text_.npos) return 0;
    if (toml || !read_yaml()) read_lines(toml ? '=' : ':');
    if (!toml && settings_.empty() && !looks_like_settings_) return 0;
    const std::size_t end = line_after(inside_.end);
    builder_.skip({0, end}, SkipReason::FrontMatterData);
    for (const Setting& setting : settings_) write(setting, toml);
    return end;
  }

 private:
  std::size_t line_after(std::size_t at) const {
    const std::size_t end = text_.find_first_of("\r\n", at);
    if (end == text_.npos) return text_.size();
    return end + (text_.substr(end, 2) == "\r\n" ? 2 : 1);
  }

  // Where the line begins that closes the front matter; npos for none.
  std::size_t closing_fence(std::size_t at, std::string_view fence) const {
    for (; at < text_.size(); at = line_after(at)) {
      std::string_view line = text_.substr(at, line_after(at) - at);
      while (!line.empty() && is_space(line.back())) line.remove_suffix(1);
      if (line == fence || (fence == "---" && line == "...")) return at;
    }
    return text_.npos;
  }

  bool read_yaml();
  void read_lines(char separator);
  void write(const Setting& setting, bool toml);
  void write_quoted(TextSpan inside, std::string_view quote);
  void write_aligned(const Setting& setting, std::size_t at);
  std::size_t write_escape(std::size_t at);

  std::string_view text_;
  ProseBuilder& builder_;
  TextSpan inside_;
  std::vector<Setting> settings_;
  bool looks_like_settings_ = false;
};

// False where the text is no YAML: half of all such mistakes are a colon inside a title, so the
// lines are then read one by one.
bool FrontMatter::read_yaml() {
  constexpr std::size_t most = 65536;  // settings are short; data files are not front matter
  if (inside_.size() > most) return false;
  std::istringstream stream{std::string(slice(text_, inside_))};
  Settings settings(inside_.begin);
  try {
    YAML::Parser(stream).HandleNextDocument(settings);
  } catch (const YAML::Exception&) {
    return false;
  }
  settings_ = settings.found();
  looks_like_settings_ = settings.is_map() || inside_.empty();
  if (settings.is_map()) read_suppression_settings(inside_, builder_);
  return true;
}

// "key: value" or "key = value" on each line.
void FrontMatter::read_lines(char separator) {
  for (std::size_t at = inside_.begin; at < inside_.end; at = line_after(at)) {
    std::size_t end = at;
    const auto is_key = [](char c) {
      return c == '_' || c == '-' || c == '.' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
             (c >= 'a' && c <= 'z');
    };
    while (end < inside_.end && is_key(text_[end])) ++end;
    std::size_t value = end;
    while (value < inside_.end && is_blank(text_[value])) ++value;
    if (end == at || value >= inside_.end || text_[value] != separator) continue;
    looks_like_settings_ = true;
    ++value;
    while (value < inside_.end && is_blank(text_[value])) ++value;
    std::string_view rest = text_.substr(value, line_after(value) - value);
    while (!rest.empty() && is_space(rest.back())) rest.remove_suffix(1);
    if (!rest.empty()) {
      settings_.push_back(
          {std::string(text_.substr(at, end - at)), value, std::string(rest), value + rest.size()});
    }
    // The lines of a long TOML string are no settings.
    for (const std::string_view quote : {"\"\"\""sv, "'''"sv}) {
      if (!rest.starts_with(quote)) continue;
      const std::size_t close = text_.find(quote, value + 3);
      if (close == text_.npos || close >= inside_.end) continue;
      settings_.back().limit = close + quote.size();
      at = close;
    }
  }
}

void FrontMatter::write(const Setting& setting, bool toml) {
  std::string key = setting.key;
  std::transform(key.begin(), key.end(), key.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (key == "lang" || key == "language" || key == "locale") {
    std::string_view value = setting.value;
    while (!value.empty() && (value.front() == '"' || value.front() == '\''))
      value.remove_prefix(1);
    while (!value.empty() && (value.back() == '"' || value.back() == '\'')) value.remove_suffix(1);
    builder_.language(language_tag(value));
    return;
  }
  constexpr std::array summaries = {"description"sv, "summary"sv, "excerpt"sv};
  const bool summary = std::find(summaries.begin(), summaries.end(), key) != summaries.end();
  if (!summary && key != "title") return;
  Block shape;
  shape.kind = summary ? BlockKind::MetaDescription : BlockKind::Title;
  shape.level = summary ? 0 : 1;
  shape.region = Region::Head;
  builder_.block(shape);
  const std::size_t end = setting.limit == 0 ? inside_.end : setting.limit;
  const std::string_view value = text_.substr(setting.at, end - setting.at);
  for (const std::string_view quote : {"\"\"\""sv, "'''"sv}) {
    if (toml && value.starts_with(quote)) return write_quoted({setting.at + 3, end}, quote);
  }
  if (value.starts_with('"') || value.starts_with('\'')) {
    return write_quoted({setting.at + 1, end}, value.substr(0, 1));
  }
  std::size_t begin = setting.at;
  if (value.starts_with('|') || value.starts_with('>')) begin = line_after(begin);
  write_aligned(setting, begin);
}

// Up to the closing quote, or to the end of `inside` where it is missing.
void FrontMatter::write_quoted(TextSpan inside, std::string_view quote) {
  const bool single = quote.front() == '\'';
  std::size_t at = std::min(inside.begin, inside.end), from = at;
  while (at < inside.end) {
    if (single && quote.size() == 1 && text_.substr(at, 2) == "''") {
      builder_.copy({from, at});
      builder_.replace("'", {at, at + 2});
      from = at += 2;
    } else if (text_.substr(at).starts_with(quote)) {
      break;
    } else if (!single && text_[at] == '\\') {
      builder_.copy({from, at});
      from = at = std::min(write_escape(at), inside.end);
    } else {
      ++at;
    }
  }
  builder_.copy({from, std::min(at, inside.end)});
}

// Writes what the escape in a double-quoted string stands for; returns where it ends.
std::size_t FrontMatter::write_escape(std::size_t at) {
  const char kind = at + 1 < inside_.end ? text_[at + 1] : '\\';
  const std::size_t digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
  std::size_t end = std::min(at + 2 + digits, inside_.end);
  // Not in the middle of a character.
  while (end < inside_.end && (static_cast<unsigned char>(text_[end]) & 0xC0U) == 0x80U) ++end;
  std::string meaning;
  if (digits > 0) {
    char32_t value = 0;
    for (const char c : text_.substr(at + 2, end - at - 2)) {
      const int digit = c >= '0' && c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
      value = value << 4 | static_cast<char32_t>(digit & 15);
    }
    if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) value = 0xFFFD;
    append_utf8(meaning, value);
  } else if (kind == '\n' || kind == '\r') {
    // An escaped line end joins two lines; the indentation goes with it.
    end = line_after(at);
    while (end < inside_.end && is_space(text_[end])) ++end;
    return end;
  } else if (kind == '_') {
    meaning = "\u00A0";
  } else if ("nrtbfveaNLP0"sv.find(kind) != std::string_view::npos) {
    meaning = " ";
  } else {
    meaning = text_.substr(std::min(at + 1, end - 1), end - at - 1);
  }
  builder_.replace(meaning, {at, end});
  return end;
}

// YAML's plain and block scalars differ from their source in white space alone, and the parser does
// not say where they end: their decoded value tells.
void FrontMatter::write_aligned(const Setting& setting, std::size_t at) {
  const std::size_t begin = at;
  for (const char c : setting.value) {
    if (is_space(c)) continue;
    while (at < inside_.end && is_space(text_[at])) ++at;
    if (at >= inside_.end || text_[at] != c) break;
    ++at;
  }
  builder_.copy({begin, at});
}

}  // namespace

std::size_t read_front_matter(const Decoded& decoded, ProseBuilder& builder) {
  return FrontMatter(decoded, builder).read();
}

}  // namespace caveat
