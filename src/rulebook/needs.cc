#include "rulebook/needs.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "rulebook/fold_word.h"

namespace caveat {
namespace {

using Kind = PatternNode::Kind;
using Op = Instruction::Op;

auto place(const Instruction& step) { return std::pair(step.op, step.argument); }

void sort_out(Need& need) {
  std::ranges::sort(need, {}, place);
  const auto same = [](const Instruction& a, const Instruction& b) { return place(a) == place(b); };
  need.erase(std::ranges::unique(need, same).begin(), need.end());
}

// Long words are rare, and lexicons name things that are spoken of now and then: a guess, while the
// rulebook is not complete.
std::size_t rarity(const Need& need, const Vocabulary& vocabulary) {
  constexpr std::size_t of_lexicons = 6;
  std::size_t least = ~std::size_t{0};
  for (const Instruction& step : need) {
    const bool word = step.op == Op::Word;
    least = std::min(least, word ? vocabulary.text(step.argument).size() : of_lexicons);
  }
  return least;
}

// One need of all branches: the rarest of each.
std::vector<Need> needs_of_choice(const PatternNode& choice, LexiconId target,
                                  const Vocabulary& vocabulary) {
  Need all;
  for (const PatternNode& branch : choice.items) {
    const std::vector<Need> needs = needs_of(branch, target, vocabulary);
    if (needs.empty()) return {};
    const auto rarest = std::ranges::max_element(
        needs, {}, [&](const Need& need) { return rarity(need, vocabulary); });
    all.insert(all.end(), rarest->begin(), rarest->end());
  }
  sort_out(all);
  return {std::move(all)};
}

// How often words and terms of lexicons stand in the examples.
class Counts {
 public:
  explicit Counts(const Rulebook& book)
      : book_(book), words_(book.vocabulary.size()), lexicons_(book.lexicon_names.size()) {
    for (const Rule& rule : book.rules) {
      count(rule.flag);
      count(rule.pass);
    }
    for (const Obligation& duty : book.obligations) {
      count(duty.satisfies);
      count(duty.fails);
    }
  }

  std::size_t of(std::span<const Instruction> need) const {
    std::size_t sum = 0;
    for (const Instruction& step : need) {
      sum += step.op == Op::Word ? words_[step.argument] : lexicons_[step.argument];
    }
    return sum;
  }

 private:
  void count(const std::vector<Example>& examples) {
    for (const Example& example : examples) count(example.text);
  }

  void count(std::string_view text) {
    std::vector<WordId> words;
    std::string_view word;
    for (std::size_t at = 0; at < text.size(); ++at) {  // over what belongs to no word
      while (next_word(text, at, word)) words.push_back(book_.vocabulary.find(fold_word(word)));
    }
    for (std::size_t at = 0; at < words.size(); ++at) {
      if (words[at] == no_word) continue;
      ++words_[words[at]];
      TermTrie::Node node = TermTrie::root;
      for (std::size_t end = at; end < words.size(); ++end) {
        node = book_.terms.step(node, words[end]);
        if (node == TermTrie::none) break;
        for (const LexiconId lexicon : book_.terms.lexicons(node)) ++lexicons_[lexicon];
      }
    }
  }

  const Rulebook& book_;
  std::vector<std::size_t> words_, lexicons_;
};

void sort_needs(PatternDraft& pattern, const Counts& counts) {
  std::vector<Need> needs;
  for (const auto need : in_turn(pattern.needs)) needs.emplace_back(need.begin(), need.end());
  std::vector<std::tuple<std::size_t, std::size_t>> order;
  for (const Need& need : needs) order.emplace_back(counts.of(need), order.size());
  std::ranges::sort(order);
  std::vector<Need> sorted;
  for (const auto& [count, index] : order) sorted.push_back(std::move(needs[index]));
  pattern.needs = flat(sorted);
}

}  // namespace

std::vector<Need> needs_of(const PatternNode& part, LexiconId target,
                           const Vocabulary& vocabulary) {
  switch (part.kind) {
    case Kind::Word:
      return {{{Op::Word, part.value}}};
    case Kind::Lexicon:
      return {{{Op::Lexicon, part.value}}};
    case Kind::Target:
      return {{{Op::Lexicon, target}}};
    case Kind::Sequence: {
      std::vector<Need> all;
      for (const PatternNode& item : part.items) {
        for (Need& need : needs_of(item, target, vocabulary)) {
          const auto same = [&](const Need& other) {
            return std::ranges::equal(other, need, {}, place, place);
          };
          if (std::ranges::none_of(all, same)) all.push_back(std::move(need));
        }
      }
      return all;
    }
    case Kind::Choice:
      return needs_of_choice(part, target, vocabulary);
    default:
      return {};
  }
}

std::vector<Instruction> flat(const std::vector<Need>& needs) {
  std::vector<Instruction> steps;
  for (const Need& need : needs) {
    steps.insert(steps.end(), need.begin(), need.end());
    steps.push_back({Op::Accept, 0});
  }
  return steps;
}

void put_rarest_first(Rulebook& book) {
  const Counts counts(book);
  for (PatternDraft& pattern : book.patterns.drafts()) sort_needs(pattern, counts);
}

}  // namespace caveat
