#include "audit/segment.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <string_view>

namespace caveat {
namespace {

bool is_terminator(char c) { return c == '.' || c == '!' || c == '?'; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }
// Bytes at which sentence_end() has anything to decide: marks, line breaks, the first of "…".
constexpr std::array<bool, 256> may_end = [] {
  std::array<bool, 256> table{};
  for (const char c : {'.', '!', '?', '\n', '\xE2'}) table[static_cast<unsigned char>(c)] = true;
  return table;
}();
bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// People do not write longer ones; each match looks at the whole of its sentence, which in a page
// without a full stop would cost quadratic time. Cut between words, or within one twice as long.
constexpr std::size_t longest_sentence = 2048;
// Its words are counted in 16 bits. Behind twice that length there are only marks.
static_assert(2 * longest_sentence + 4 <= std::numeric_limits<std::uint16_t>::max());

// Bytes of closing punctuation at `at`: ) ] " ' ” ’ », emphasis marks; 0 where there is none.
std::size_t closing_size(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  switch (text[at]) {
    case ')':
    case ']':
    case '"':
    case '\'':
    case '*':
    case '_':
      return 1;
    default:
      break;
  }
  const std::string_view rest = text.substr(at);
  for (const std::string_view mark : {"”", "’", "»", "…"}) {
    if (rest.starts_with(mark)) return mark.size();
  }
  return 0;
}

class Splitter {
 public:
  Splitter(const Document& document, const Rulebook& rulebook)
      : prose_(document.prose),
        rulebook_(rulebook),
        casing_(document.language == "tr" ? Casing::Turkish : Casing::Common),
        abbreviations_(rulebook.lexicon("abbreviations")) {}

  // Calls `emit(span)` for each sentence of the block.
  template <class Emit>
  void split(ProseSpan block, Emit emit) {
    std::size_t begin = block.begin;
    for (std::size_t at = block.begin; at < block.end;) {
      const std::size_t long_enough = std::min(block.end, begin + longest_sentence);
      while (at < long_enough && !may_end[static_cast<unsigned char>(prose_[at])]) ++at;
      if (at == block.end) break;
      std::size_t end = sentence_end(at, begin, block.end);
      if (end == 0 && is_too_long(begin, at)) end = at;
      if (end == 0) {
        ++at;
        continue;
      }
      emit(ProseSpan{begin, end});
      at = end;
      while (at < block.end && is_space(prose_[at])) ++at;
      begin = at;
    }
    if (begin < block.end) emit(ProseSpan{begin, block.end});
  }

 private:
  bool is_too_long(std::size_t begin, std::size_t at) const {
    const std::size_t size = at - begin;
    return size >= longest_sentence && (is_space(prose_[at]) || (size >= 2 * longest_sentence &&
                                                                 !continues_character(prose_[at])));
  }

  // One past the sentence that ends at the mark `at`, closing punctuation included; 0 where none
  // does.
  std::size_t sentence_end(std::size_t at, std::size_t begin, std::size_t block_end) {
    if (prose_[at] == '\n') return at == begin ? 0 : at;
    if (at < no_end_before_) return 0;
    const bool ellipsis = prose_.substr(at).starts_with("…");
    if (!is_terminator(prose_[at]) && !ellipsis) return 0;
    std::size_t end = at + (ellipsis ? std::string_view("…").size() : 1);
    while (end < block_end && is_terminator(prose_[end])) ++end;
    while (const std::size_t size = closing_size(prose_.substr(0, block_end), end)) end += size;
    if (end >= block_end) return block_end;
    if (!is_space(prose_[end])) {
      no_end_before_ = end;
      return 0;
    }
    std::size_t next = end;
    while (next < block_end && is_space(prose_[next])) ++next;
    if (next >= block_end) return end;
    if (prose_[at] != '.' && !ellipsis) return end;
    const char c = prose_[next];
    if (c >= 'a' && c <= 'z') {
      no_end_before_ = std::min(prose_.find_first_not_of('.', at), end);
      return 0;
    }
    return prose_[at] == '.' && closes_abbreviation(at, begin) ? 0 : end;
  }

  bool closes_abbreviation(std::size_t at, std::size_t begin) {
    std::size_t from = at;
    while (from > begin && !is_space(prose_[from - 1]) && prose_[from - 1] != '(') --from;
    const std::string_view word = prose_.substr(from, at - from);
    if (word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z') return true;  // an initial
    // "1. " at the head of a sentence is a list number.
    if (from == begin && !word.empty() &&
        std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; }))
      return true;
    if (!abbreviations_ || word.empty()) return false;
    std::string folded;
    fold(word, casing_, folded);
    const auto node = rulebook_.terms.step(TermTrie::root, rulebook_.vocabulary.find(folded));
    return node != TermTrie::none &&
           std::ranges::binary_search(rulebook_.terms.lexicons(node), *abbreviations_);
  }

  std::string_view prose_;
  const Rulebook& rulebook_;
  Casing casing_;
  std::optional<LexiconId> abbreviations_;
  std::size_t no_end_before_ = 0;  // in the run of marks that was looked at
};

bool ends_as_question(std::string_view sentence) {
  while (!sentence.empty() && !is_terminator(sentence.back())) {
    const char c = sentence.back();
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) return false;
    sentence.remove_suffix(1);
  }
  return !sentence.empty() && sentence.find_last_of('?') != std::string_view::npos &&
         sentence.find_last_of('?') + 3 > sentence.size();
}

}  // namespace

void Segmented::append_tokens(const Sentence& sentence, std::vector<Token>& out) const {
  tokenize_again(prose, sentence.span, casing, words_of(sentence), out);
}

void Segmented::append_last_tokens(std::uint32_t first, std::uint32_t last, std::size_t most,
                                   std::vector<Token>& out) const {
  const std::size_t begin = out.size();
  std::size_t count = sentences[last].token_count;
  std::uint32_t from = last;
  while (from > first && count < most) count += sentences[--from].token_count;
  for (; from <= last; ++from) append_tokens(sentences[from], out);
  const auto appended = out.begin() + static_cast<std::ptrdiff_t>(begin);
  out.erase(appended, appended + static_cast<std::ptrdiff_t>(count - std::min(count, most)));
}

Segmented segment(const Document& document, const Rulebook& rulebook) {
  Segmented result;
  result.prose = document.prose;
  result.casing = document.language == "tr" ? Casing::Turkish : Casing::Common;
  result.words.reserve(document.prose.size() / 5);  // hardly any copy has shorter words
  Splitter splitter(document, rulebook);
  for (std::uint32_t index = 0; index < document.blocks.size(); ++index) {
    result.first_sentence.push_back(static_cast<std::uint32_t>(result.sentences.size()));
    bool opens = true;
    splitter.split(document.blocks[index].prose, [&](ProseSpan span) {
      Sentence sentence{.span = span, .block = index, .opens_block = opens};
      sentence.first_token = static_cast<std::uint32_t>(result.words.size());
      append_words(document.prose, span, result.casing, rulebook.vocabulary, result.words);
      if (result.words.size() == sentence.first_token) return;
      sentence.token_count = static_cast<std::uint16_t>(result.words.size() - sentence.first_token);
      sentence.question = ends_as_question(document.text(span));
      opens = false;
      result.sentences.push_back(sentence);
    });
  }
  result.first_sentence.push_back(static_cast<std::uint32_t>(result.sentences.size()));
  return result;
}

}  // namespace caveat
