#include "audit/leftovers.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
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

// The run of text without white space around `at`.
std::string_view run_around(std::string_view prose, std::size_t at) {
  std::size_t begin = at, end = at;
  while (begin > 0 && !is_white(prose[begin - 1])) --begin;
  while (end < prose.size() && !is_white(prose[end])) ++end;
  return prose.substr(begin, end - begin);
}

bool is_address(std::string_view run) {
  return run.find("://") != run.npos || run.find("www.") != run.npos || run.find('=') != run.npos ||
         run.find('@') != run.npos || run.find('/') != run.npos || run.find(".php") != run.npos ||
         run.find(".htm") != run.npos;
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
  const std::size_t line = std::min(prose.find('\n', at), prose.size());
  const std::size_t close = prose.substr(0, line).find(mark, inside);
  if (close == prose.npos || is_white(prose[close - 1])) return {};
  return close + mark.size();
}

// "[words](target)": its end, or nothing.
std::optional<std::size_t> link_end(std::string_view prose, std::size_t at) {
  const std::size_t line = std::min(prose.find('\n', at), prose.size());
  const std::string_view text = prose.substr(0, line);
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
  constexpr std::string_view marks = "*[#_|";
  for (std::size_t at = prose.find_first_of(marks); at != prose.npos;
       at = prose.find_first_of(marks, at + 1)) {
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

std::vector<Trouble> find_lost_letters(const CheckInput& input) {
  const Document& document = input.document;
  const std::string_view prose = document.prose;
  std::vector<Trouble> found;
  const auto is_known = [&](std::string_view word) {
    std::string folded;
    fold(word, Casing::Common, folded);
    return input.rulebook.vocabulary.find(folded) != no_word;
  };
  for (std::size_t at = prose.find('?'); at != prose.npos; at = prose.find('?', at + 1)) {
    std::size_t begin = at, end = at + 1;
    while (begin > 0 && is_word_byte(prose[begin - 1])) --begin;
    while (end < prose.size() && is_word_byte(prose[end])) ++end;
    const std::string_view left = prose.substr(begin, at - begin);
    const std::string_view right = prose.substr(at + 1, end - at - 1);
    if (left.size() < 2 || right.size() < 2) continue;
    // A name: one capital at its front. Other words may as well be two, with a space lost.
    const char32_t first = character_at(left, 0), second = character_at(left, 1);
    if (!u_isupper(static_cast<UChar32>(first)) || u_isupper(static_cast<UChar32>(second)))
      continue;
    if (!u_islower(static_cast<UChar32>(character_at(right, 0)))) continue;
    if (is_known(left) || is_known(right) || is_code(document, at) ||
        is_address(run_around(prose, at))) {
      continue;
    }
    found.push_back({.prose = {begin, end},
                     .source = {},
                     .detail = "A letter inside the word was lost.",
                     .fixes = {}});
  }
  return found;
}

}  // namespace caveat
