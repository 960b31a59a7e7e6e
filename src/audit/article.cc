#include "audit/article.h"

#include <array>
#include <string_view>

#include "audit/terms.h"

namespace caveat {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "£45", "€ 60", "$1,200".
std::size_t count_prices(std::string_view prose) {
  constexpr std::array<std::string_view, 4> currencies = {"£", "€", "$", "₹"};
  std::size_t count = 0;
  for (const std::string_view currency : currencies) {
    for (auto at = prose.find(currency); at != prose.npos; at = prose.find(currency, at + 1)) {
      auto amount = at + currency.size();
      if (amount < prose.size() && prose[amount] == ' ') ++amount;
      if (amount < prose.size() && is_digit(prose[amount])) ++count;
    }
  }
  return count;
}

bool is_read(const Block& block) {
  return block.region == Region::Body && block.kind != BlockKind::AltText &&
         block.kind != BlockKind::FrontMatter && block.kind != BlockKind::StructuredData &&
         block.kind != BlockKind::Code;
}

// The title, the headings of the first level, and the first lines, where a byline stands.
bool opens_like_one(const Document& document, const Segmented& text, const Rulebook& rulebook) {
  constexpr std::size_t first_lines = 4;
  std::size_t lines = 0;
  for (const Sentence& sentence : text.sentences) {
    const Block& block = document.blocks[sentence.block];
    const bool title =
        block.kind == BlockKind::Title || (block.kind == BlockKind::Heading && block.level <= 1);
    const bool opening = is_read(block) && lines++ < first_lines;
    if ((title || opening) && holds_term(rulebook, "article-signs", text.words_of(sentence))) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool is_article(const Document& document, const Segmented& text, const Rulebook& rulebook) {
  constexpr std::size_t most_prices = 3;  // more are a list of services
  constexpr std::size_t long_text = 700;  // words; few pages of services hold so many …
  constexpr std::size_t some_prices = 1;  // … and name no more prices
  const std::size_t prices = count_prices(document.prose);
  if (prices <= some_prices && text.words.size() >= long_text) return true;
  return prices <= most_prices && opens_like_one(document, text, rulebook);
}

}  // namespace caveat
