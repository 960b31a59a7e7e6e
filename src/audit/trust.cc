#include "audit/trust.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "audit/terms.h"

namespace caveat {
namespace {

bool is_letter(char c) {
  const char lower = static_cast<char>(c | 0x20);
  return (lower >= 'a' && lower <= 'z') || static_cast<unsigned char>(c) >= 0xC3;
}
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

bool is_article(const CheckInput& input) {
  constexpr std::size_t least_words = 400;
  constexpr std::ptrdiff_t least_claims = 3;
  return input.text.tokens.size() >= least_words &&
         std::ranges::count_if(input.claims, [](const Finding& finding) {
           return finding.rule->kind == FindingKind::Claim;
         }) >= least_claims;
}

// The heading of the page, or its first sentence: where what is missing would stand.
std::vector<Trouble> at_the_top(const CheckInput& input) {
  if (input.text.sentences.empty()) return {};
  ProseSpan place = input.text.sentences.front().span;
  for (const Sentence& sentence : input.text.sentences) {
    const Block& block = input.document.blocks[sentence.block];
    if (block.kind == BlockKind::Heading && block.level <= 1) {
      place = sentence.span;
      break;
    }
  }
  return {{.prose = place, .source = {}, .detail = {}, .fixes = {}}};
}

bool holds_anywhere(const CheckInput& input, std::string_view lexicon) {
  return std::ranges::any_of(input.text.sentences, [&](const Sentence& sentence) {
    return holds_term(input.rulebook, lexicon, input.text.words(sentence));
  });
}

// An ASCII phrase in `text`, case-insensitive, at word boundaries, from `from` on.
std::size_t find_phrase(std::string_view text, std::string_view phrase, std::size_t from) {
  const auto same = [](char a, char b) {
    return (is_upper(a) ? static_cast<char>(a | 0x20) : a) == b;
  };
  for (auto at = from; at + phrase.size() <= text.size(); ++at) {
    if (!same(text[at], phrase.front())) continue;
    if (!std::equal(phrase.begin(), phrase.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                    [&](char p, char t) { return same(t, p); })) {
      continue;
    }
    const bool starts = at == 0 || !is_letter(text[at - 1]);
    const bool ends = at + phrase.size() == text.size() || !is_letter(text[at + phrase.size()]);
    if (starts && ends) return at;
  }
  return text.npos;
}

bool has_link(const Document& document, ProseSpan span) {
  return std::ranges::any_of(document.links,
                             [&](const Link& link) { return link.prose.overlaps(span); });
}

bool is_code(const Document& document, std::size_t at) {
  const auto after = std::ranges::upper_bound(document.blocks, at, {},
                                              [](const Block& b) { return b.prose.begin; });
  return after != document.blocks.begin() && std::prev(after)->kind == BlockKind::Code;
}

struct Marks {
  std::size_t count = 0;
  ProseSpan first;
  void add(ProseSpan span) {
    if (count++ == 0 || span < first) first = span;
  }
};

}  // namespace

std::vector<Trouble> find_missing_sources(const CheckInput& input) {
  if (!is_article(input) || holds_anywhere(input, "source-signs")) return {};
  const bool linked = std::ranges::any_of(input.document.links, [](const Link& link) {
    return link.target.starts_with("http://") || link.target.starts_with("https://");
  });
  const std::string_view prose = input.document.prose;
  if (linked || prose.find("://") != prose.npos || prose.find("[1]") != prose.npos) return {};
  return at_the_top(input);
}

std::vector<Trouble> find_links_without_target(const CheckInput& input) {
  constexpr std::array<std::string_view, 4> always = {"click here", "page here", "click this link",
                                                      "follow this link"};
  constexpr std::array<std::string_view, 4> where_links_are = {
      "visit our website", "visit our site", "read more here", "see our website"};
  const Document& document = input.document;
  const bool has_links = document.format == "html" || document.format == "markdown";
  std::vector<Trouble> found;
  for (const Sentence& sentence : input.text.sentences) {
    const Block& block = document.blocks[sentence.block];
    if (block.kind == BlockKind::Code || block.kind == BlockKind::Button ||
        block.region == Region::Navigation) {
      continue;
    }
    const std::string_view text = document.text(sentence.span);
    const auto look_for = [&](std::string_view phrase) {
      for (std::size_t at = find_phrase(text, phrase, 0); at != text.npos;
           at = find_phrase(text, phrase, at + 1)) {
        const ProseSpan span{sentence.span.begin + at, sentence.span.begin + at + phrase.size()};
        // An address or a link right behind says where.
        if (has_link(document, sentence.span) || text.find("://") != text.npos ||
            text.find("www.") != text.npos) {
          continue;
        }
        found.push_back({.prose = span, .source = {}, .detail = {}, .fixes = {}});
      }
    };
    for (const std::string_view phrase : always) look_for(phrase);
    if (has_links) {
      for (const std::string_view phrase : where_links_are) look_for(phrase);
    }
  }
  std::ranges::sort(found, {}, [](const Trouble& t) { return t.prose.begin; });
  return found;
}

std::vector<Trouble> find_mixed_quotes(const CheckInput& input) {
  const Document& document = input.document;
  const std::string_view prose = document.prose;
  Marks straight, curly;
  const auto at_letter = [&](std::size_t at) { return at < prose.size() && is_letter(prose[at]); };
  // `counts(at)` says whether the mark at `at` is one that editors would curl.
  const auto count = [&](std::string_view mark, Marks& marks, auto counts) {
    for (std::size_t at = prose.find(mark); at != prose.npos; at = prose.find(mark, at + 1)) {
      const ProseSpan span{at, at + mark.size()};
      if (counts(at) && !is_code(document, at)) marks.add(span);
    }
  };
  const auto after_letter = [&](std::size_t at) { return at > 0 && at_letter(at - 1); };
  const auto always = [](std::size_t) { return true; };
  count("'", straight, [&](std::size_t at) { return after_letter(at) && at_letter(at + 1); });
  count("\"", straight, [&](std::size_t at) {  // after a digit it means inches
    return at == 0 || prose[at - 1] < '0' || prose[at - 1] > '9';
  });
  constexpr std::size_t least = 2;  // one straight mark among many is a slip of the keyboard
  if (straight.count < least) return {};
  count("’", curly, after_letter);
  count("“", curly, always);
  count("”", curly, always);
  if (curly.count < least) return {};
  const Marks& rarer = straight.count <= curly.count ? straight : curly;
  return {{.prose = rarer.first,
           .source = {},
           .detail = fmt::format("{} straight and {} curly marks stand on the page.",
                                 straight.count, curly.count),
           .fixes = {}}};
}

}  // namespace caveat
