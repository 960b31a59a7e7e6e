#include "audit/leftovers.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "audit/entities.h"
#include "audit/fixes.h"
#include "audit/fold.h"
#include "model/display.h"

namespace caveat {
namespace {

bool is_ascii_letter(char c) {
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'z';
}
bool is_word_byte(char c) {
  return is_ascii_letter(c) || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_white(char c) { return c == ' ' || c == '\n' || c == '\t'; }

const Block* block_at(const Document& document, std::size_t at) {
  const auto after = std::ranges::upper_bound(document.blocks, at, {},
                                              [](const Block& b) { return b.prose.begin; });
  if (after == document.blocks.begin()) return nullptr;
  const Block& block = *std::prev(after);
  return block.prose.contains(at) ? &block : nullptr;
}

bool is_code(const Document& document, std::size_t at) {
  const Block* block = block_at(document, at);
  return block != nullptr && block->kind == BlockKind::Code;
}

// No link or address, and no word, reaches further; what looked further at each mark in a page of
// marks would cost quadratic time.
constexpr std::size_t farthest = 2048, farthest_in_word = 256;

// The run of text without white space around `at`.
std::string_view run_around(std::string_view prose, std::size_t at) {
  const std::size_t least = at - std::min(at, farthest);
  const std::size_t most = std::min(prose.size(), at + farthest);
  std::size_t begin = at, end = at;
  while (begin > least && !is_white(prose[begin - 1])) --begin;
  while (end < most && !is_white(prose[end])) ++end;
  return prose.substr(begin, end - begin);
}

bool is_address(std::string_view run) {
  return run.find("://") != run.npos || run.find("www.") != run.npos || run.find('=') != run.npos ||
         run.find('@') != run.npos || run.find('/') != run.npos || run.find(".php") != run.npos ||
         run.find(".htm") != run.npos;
}

// The prose up to the end of the line in which `at` stands.
std::string_view up_to_line_end(std::string_view prose, std::size_t at) {
  const std::string_view near = prose.substr(0, at + farthest);
  return near.substr(0, near.find('\n', at));
}

struct Reference {
  ProseSpan span;
  char32_t character;
};

// The reference at an "&", escaped once or more: "&amp;amp;rsquo;".
std::optional<Reference> reference_at(std::string_view prose, std::size_t begin) {
  std::size_t at = begin + 1;
  char32_t character = 0;
  for (;;) {
    std::size_t end = at;
    while (end < prose.size() && end - at < 12 &&
           (is_ascii_letter(prose[end]) || (prose[end] >= '0' && prose[end] <= '9') ||
            (prose[end] == '#' && end == at))) {
      ++end;
    }
    if (end == at || end >= prose.size() || prose[end] != ';') break;
    const char32_t next = entity_character(prose.substr(at, end - at));
    if (next == 0) break;
    character = next;
    at = end + 1;
    if (character != U'&') break;
  }
  if (character == 0) return std::nullopt;
  return Reference{{begin, at}, character};
}

// A pair of `mark` around words, on one line: its end, or nothing.
std::optional<std::size_t> emphasis_end(std::string_view prose, std::size_t at,
                                        std::string_view mark) {
  const std::size_t inside = at + mark.size();
  if (inside >= prose.size() || is_white(prose[inside]) || prose[inside] == mark[0]) return {};
  const std::size_t close = up_to_line_end(prose, at).find(mark, inside);
  if (close == prose.npos || is_white(prose[close - 1])) return {};
  return close + mark.size();
}

// "[words](target)": its end, or nothing.
std::optional<std::size_t> link_end(std::string_view prose, std::size_t at) {
  const std::string_view text = up_to_line_end(prose, at);
  const std::size_t middle = text.find("](", at);
  if (middle == text.npos || middle == at + 1 ||
      text.substr(at + 1, middle - at - 1).find('[') != text.npos)
    return {};
  const std::size_t close = text.find(')', middle);
  if (close == text.npos || close == middle + 2) return {};
  const std::string_view target = text.substr(middle + 2, close - middle - 2);
  const bool is_target = target.starts_with("http") || target.starts_with('/') ||
                         target.starts_with('#') || target.starts_with("mailto:") ||
                         target.starts_with("./") || target.starts_with("../");
  return is_target ? std::optional(close + 1) : std::nullopt;
}

// A row of a table that holds nothing but its lines: "|---|:--:|".
std::optional<std::size_t> table_line_end(std::string_view prose, std::size_t at) {
  if (at > 0 && prose[at - 1] != '\n') return {};
  const std::size_t end = std::min(prose.find('\n', at), prose.size());
  const std::string_view line = prose.substr(at, end - at);
  const bool lines_only = line.find_first_not_of("|-: ") == line.npos;
  return lines_only && line.find("--") != line.npos ? std::optional(end) : std::nullopt;
}

std::optional<std::size_t> heading_end(std::string_view prose, std::size_t at) {
  if (at > 0 && prose[at - 1] != '\n') return {};
  std::size_t end = at;
  while (end < prose.size() && prose[end] == '#' && end - at < 6) ++end;
  return end < prose.size() && prose[end] == ' ' ? std::optional(end) : std::nullopt;
}

}  // namespace

std::vector<Trouble> find_html_entities(const CheckInput& input) {
  const Document& document = input.document;
  const std::string_view prose = document.prose;
  std::vector<Trouble> found;
  for (std::size_t at = prose.find('&'); at != prose.npos; at = prose.find('&', at + 1)) {
    const auto reference = reference_at(prose, at);
    if (!reference || is_code(document, at)) continue;
    const std::string_view run = run_around(prose, at);
    if (run.find("://") != run.npos || run.find("www.") != run.npos) continue;
    std::string meant;
    append_utf8(meant, reference->character);
    const bool shows = reference->character != 0xA0 && reference->character != 0xAD;
    found.push_back({.prose = reference->span,
                     .source = {},
                     .detail = "It stands for " + (shows ? meant
                                                         : std::string(reference->character == 0xA0
                                                                           ? "a no-break space"
                                                                           : "a soft hyphen")),
                     .fixes = replace_prose(document, reference->span, meant)});
    at = reference->span.end - 1;
  }
  return found;
}

std::vector<Trouble> find_raw_markdown(const CheckInput& input) {
  const Document& document = input.document;
  std::vector<Trouble> found;
  if (document.format != "html" && document.format != "markdown") return found;
  const std::string_view prose = document.prose;
  constexpr std::array<bool, 256> is_mark = [] {
    std::array<bool, 256> table{};
    for (const char c : {'*', '[', '#', '_', '|'}) table[static_cast<unsigned char>(c)] = true;
    return table;
  }();
  for (std::size_t at = 0; at < prose.size(); ++at) {
    if (!is_mark[static_cast<unsigned char>(prose[at])]) continue;
    std::optional<std::size_t> end;
    if (prose.substr(at).starts_with("**")) end = emphasis_end(prose, at, "**");
    if (prose.substr(at).starts_with("__") && (at == 0 || !is_word_byte(prose[at - 1]))) {
      end = emphasis_end(prose, at, "__");
    }
    // Behind "!" it is a picture, of which the rule's regex tells.
    if (prose[at] == '[' && (at == 0 || prose[at - 1] != '!')) end = link_end(prose, at);
    if (prose[at] == '#') end = heading_end(prose, at);
    if (prose[at] == '|') end = table_line_end(prose, at);
    if (!end || is_code(document, at)) continue;
    found.push_back({.prose = {at, *end}, .source = {}, .detail = {}, .fixes = {}});
    at = *end - 1;
  }
  return found;
}

std::vector<Trouble> find_chatbot_links(const CheckInput& input) {
  constexpr std::string_view marks[] = {"utm_source=chatgpt.com", "utm_source=openai",
                                        "utm_source=perplexity", "utm_source=copilot.com",
                                        "utm_source=gemini"};
  std::vector<Trouble> found;
  for (const Link& link : input.document.links) {
    for (const std::string_view mark : marks) {
      if (link.target.find(mark) == link.target.npos) continue;
      found.push_back({.prose = link.prose,
                       .source = {},
                       .detail = fmt::format("Its address holds {}.", mark),
                       .fixes = {}});
      break;
    }
  }
  return found;
}

namespace {

bool is_upper(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }
bool is_lower(char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; }
bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }

// Looks for question marks that took the place of a letter or a sign. Between two letters one is
// suspicious by itself, and before a word behind a blank; at a word's end and between digits only
// where others were lost.
class LostLetters {
 public:
  explicit LostLetters(const CheckInput& input) : input_(input), prose_(input.document.prose) {}

  std::vector<Trouble> find() {
    std::vector<std::size_t> doubtful;
    std::string_view run =
        prose_.substr(0, 0);  // around the last mark, read once for all of its marks
    bool address = false;
    for (std::size_t at = prose_.find('?'); at != prose_.npos; at = prose_.find('?', at + 1)) {
      if (input_.document.is_code(at) || is_code(input_.document, at)) continue;
      if (prose_.data() + at >= run.data() + run.size()) {
        run = run_around(prose_, at);
        address = is_address(run);
      }
      if (address) continue;
      const ProseSpan word = word_around(at);
      if (inside(at) || at_front(at)) {
        add(word);
      } else if (at_end(at)) {
        doubtful.push_back(at);
      }
    }
    if (found_.empty()) return {};
    for (const std::size_t at : doubtful) add(word_around(at));
    std::ranges::sort(found_, {}, [](const Trouble& t) { return t.prose.begin; });
    return std::move(found_);
  }

 private:
  char32_t next(std::size_t at) const { return character_at(prose_, at + 1); }
  char32_t previous(std::size_t at) const {
    if (at == 0) return 0;
    std::size_t begin = at - 1;
    while (begin > 0 && (static_cast<unsigned char>(prose_[begin]) & 0xC0U) == 0x80) --begin;
    return character_at(prose_, begin);
  }
  bool begins_word(std::size_t at) const {
    return at == 0 || is_white(prose_[at - 1]) || prose_[at - 1] == '(' || prose_[at - 1] == '"';
  }

  ProseSpan word_around(std::size_t at) const {
    const std::size_t least = at - std::min(at, farthest_in_word);
    const std::size_t most = std::min(prose_.size(), at + farthest_in_word);
    std::size_t begin = at, end = at + 1;
    while (begin > least && (is_word_byte(prose_[begin - 1]) ||
                             (prose_[begin - 1] == '?' && begin < at && begin > 1))) {
      --begin;
    }
    while (end < most && is_word_byte(prose_[end])) ++end;
    return {begin, end};
  }

  bool is_known(std::string_view word) const {
    std::string folded;
    fold(word, Casing::Common, folded);
    return input_.rulebook.vocabulary.find(folded) != no_word;
  }

  // "Be?iktas", "guest?s", "GL?CK"; not "who?what", "So what?Yes".
  bool inside(std::size_t at) const {
    const char32_t before = previous(at), after = next(at);
    if (!is_letter(before) || !is_letter(after)) return false;
    const ProseSpan word = word_around(at);
    const std::string_view left = prose_.substr(word.begin, at - word.begin);
    const std::string_view right = prose_.substr(at + 1, word.end - at - 1);
    if (is_upper(after)) {
      return is_upper(before) && left.size() >= 2 && right.size() >= 2 && !is_known(left) &&
             !is_known(right) && !is_lower(character_at(right, 1));
    }
    if (is_upper(before) && left.size() > 1) return false;
    if (is_known(left) && is_known(right) && right.size() > 2) return false;
    // Two whole words of English with a space lost; a name has one capital at its front.
    const bool english = input_.document.language.starts_with("en");
    if (!english || left.size() < 3 || right.size() < 3) return true;
    const bool name = is_upper(character_at(left, 0)) && is_lower(character_at(left, 1));
    return name && !is_known(left) && !is_known(right);
  }

  // " ?stanbul", " ?45"
  bool at_front(std::size_t at) const {
    const char32_t after = next(at);
    return begins_word(at) && (is_letter(after) || (after >= U'0' && after <= U'9'));
  }

  // "masaj? var", "Rest ? and tea", "9?5": a question would be followed by a capital.
  bool at_end(std::size_t at) const {
    const char32_t before = previous(at), after = next(at);
    if (u_isdigit(static_cast<UChar32>(before)) && u_isdigit(static_cast<UChar32>(after))) {
      return true;
    }
    return after == U' ' && is_lower(character_at(prose_, at + 2));
  }

  void add(ProseSpan span) {
    if (!found_.empty() && found_.back().prose.overlaps(span)) {
      ShortProseSpan& last = found_.back().prose;
      last = {last.begin, std::max<std::size_t>(last.end, span.end)};
      return;
    }
    found_.push_back(
        {.prose = span, .source = {}, .detail = "A letter or a sign was lost.", .fixes = {}});
  }

  const CheckInput& input_;
  std::string_view prose_;
  std::vector<Trouble> found_;
};

}  // namespace

std::vector<Trouble> find_lost_letters(const CheckInput& input) {
  return LostLetters(input).find();
}

}  // namespace caveat
