#include "audit/trust.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <string>

#include "audit/claims.h"
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
  return input.text.words.size() >= least_words &&
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
    return holds_term(input.rulebook, lexicon, input.text.words_of(sentence));
  });
}

char lower(char c) { return is_upper(c) ? static_cast<char>(c | 0x20) : c; }

// Whether the ASCII phrase stands at `at`, in any case, and no letter goes on behind it.
bool stands_at(std::string_view text, std::size_t at, std::string_view phrase) {
  if (text.size() - at < phrase.size()) return false;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (lower(text[at + i]) != phrase[i]) return false;
  }
  return at + phrase.size() == text.size() || !is_letter(text[at + phrase.size()]);
}

constexpr std::string_view link_phrases[] = {
    "click here",        "page here",      "click this link", "follow this link",
    "visit our website", "visit our site", "read more here",  "see our website"};
constexpr std::size_t said_anywhere = 4;  // the others need a format that has links

// Bytes with which one of them begins.
constexpr std::array<bool, 256> begins_phrase = [] {
  std::array<bool, 256> table{};
  for (const std::string_view phrase : link_phrases) {
    table[static_cast<unsigned char>(phrase.front())] = true;
    table[static_cast<unsigned char>(phrase.front() - 'a' + 'A')] = true;
  }
  return table;
}();

// Calls `visit(span)` for each place in the text where one of the phrases stands.
template <class Visit>
void each_phrase(std::string_view text, std::span<const std::string_view> phrases, Visit visit) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!begins_phrase[static_cast<unsigned char>(text[at])]) continue;
    if (at > 0 && is_letter(text[at - 1])) continue;
    for (const std::string_view phrase : phrases) {
      if (stands_at(text, at, phrase)) visit(ProseSpan{at, at + phrase.size()});
    }
  }
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

// "German" for "de-CH".
std::string name_of_language(std::string_view tag) {
  icu::UnicodeString shown;
  icu::Locale(std::string(tag.substr(0, tag.find('-'))).c_str())
      .getDisplayLanguage(icu::Locale::getEnglish(), shown);
  std::string name;
  return shown.toUTF8String(name);
}

}  // namespace

std::vector<Trouble> find_unaudited_language(const CheckInput& input) {
  const std::string& language = input.document.language;
  std::vector<std::string_view> known;
  for (const Rule& rule : input.rulebook.rules) {
    if (rule.info.kind != FindingKind::Claim) continue;
    if (speaks(rule.language, language)) return {};
    if (std::ranges::find(known, rule.language) == known.end()) known.push_back(rule.language);
  }
  if (known.empty()) return {};
  std::vector<std::string> names;
  std::ranges::transform(known, std::back_inserter(names), name_of_language);
  std::vector<Trouble> found = at_the_top(input);
  for (Trouble& trouble : found) {
    trouble.detail = fmt::format("The page is in {}; claims are known in {}.",
                                 name_of_language(language), fmt::join(names, " and "));
  }
  return found;
}

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
  const Document& document = input.document;
  const bool has_links = document.format == "html" || document.format == "markdown";
  const auto phrases =
      std::span(link_phrases).first(has_links ? std::size(link_phrases) : said_anywhere);
  std::vector<Trouble> found;
  for (const Sentence& sentence : input.text.sentences) {
    const Block& block = document.blocks[sentence.block];
    if (block.kind == BlockKind::Code || block.kind == BlockKind::Button ||
        block.region == Region::Navigation) {
      continue;
    }
    const std::string_view text = document.text(sentence.span);
    each_phrase(text, phrases, [&](ProseSpan place) {
      // An address or a link right behind says where.
      if (has_link(document, sentence.span) || text.find("://") != text.npos ||
          text.find("www.") != text.npos) {
        return;
      }
      const std::size_t begin = sentence.span.begin;
      found.push_back({.prose = {begin + place.begin, begin + place.end},
                       .source = {},
                       .detail = {},
                       .fixes = {}});
    });
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
