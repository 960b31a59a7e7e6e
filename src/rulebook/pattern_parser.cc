#include "rulebook/pattern_parser.h"

#include <charconv>
#include <utility>

#include "model/utf8.h"
#include "rulebook/fold_word.h"
#include "rulebook/pattern.h"

namespace caveat {
namespace {

constexpr std::uint32_t longest_gap = 30;
constexpr std::uint32_t usual_gap = 3;
constexpr std::size_t deepest_group = 20;
constexpr std::size_t most_mistakes = 20;        // of one pattern
constexpr std::size_t longest_pattern = 10'000;  // bytes

using Kind = PatternNode::Kind;

// A recursive descent: branches → sequence → element → primary. After a mistake the parser goes on
// behind it, to find the others.
class PatternParser {
 public:
  PatternParser(std::string_view text, Vocabulary& vocabulary)
      : text_(text), vocabulary_(vocabulary) {}

  PatternTree parse() {
    PatternTree tree;
    if (text_.size() > longest_pattern) {
      tree.mistakes.push_back({ProblemKind::LongPattern, 0, std::to_string(text_.size()),
                               std::to_string(longest_pattern)});
      return tree;
    }
    tree.root = sequence(0);
    while (at_ < text_.size()) {  // a bar or a parenthesis without a group
      if (text_[at_] == ')') {
        mistake(ProblemKind::UnbalancedParenthesis, at_, ")");
      } else {
        mistake(ProblemKind::LooseBar, at_);
      }
      ++at_;
      sequence(0);
    }
    tree.mistakes = std::move(mistakes_);
    return tree;
  }

 private:
  PatternNode make(Kind kind, std::uint32_t value = 0) const {
    PatternNode node;
    node.kind = kind;
    node.value = value;
    node.offset = static_cast<std::uint32_t>(at_);
    return node;
  }
  void mistake(ProblemKind kind, std::size_t offset, std::string_view argument = {}) {
    if (given_up_ || mistakes_.size() == most_mistakes) return;
    mistakes_.push_back({kind, offset, std::string(argument), {}});
  }
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  bool at_blank() const {
    const char c = peek();
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
  void skip_blanks() {
    while (at_blank()) ++at_;
  }

  // Elements up to a spaced bar, a closing parenthesis or the end.
  PatternNode sequence(std::size_t depth) {
    PatternNode node = make(Kind::Sequence);
    for (skip_blanks(); at_ < text_.size() && peek() != ')' && peek() != '|'; skip_blanks()) {
      const std::size_t before = mistakes_.size();
      const std::size_t begin = at_;
      element(depth, node.items);
      // "re(gain|store)" is no word, and to read it as two would be a surprise.
      const bool anchor = text_[begin] == '^' || peek() == '$';
      if (!ends_branch(0) && !anchor && mistakes_.size() == before) {
        mistake(ProblemKind::MissingSpace, at_, text_.substr(begin, at_ - begin));
      }
    }
    return node;
  }

  // A primary, with the words that bars tie to it outside of groups, and a question mark.
  void element(std::size_t depth, std::vector<PatternNode>& out) {
    const std::size_t begin = at_;
    PatternNode node = make(Kind::Choice);
    bool tied = false;
    if (!primary(depth, node.items)) return;
    // In a group every bar divides its branches: "(get rid of|ease)".
    while (depth == 0 && peek() == '|' && !ends_branch(1)) {
      tied = true;
      ++at_;
      if (!primary(depth, node.items)) break;
    }
    const bool optional = peek() == '?';
    if (optional) {
      const Kind kind = node.items.back().kind;
      const bool can = kind == Kind::Word || kind == Kind::Lexicon || kind == Kind::Target ||
                       kind == Kind::Choice || kind == Kind::Sequence;
      if (!can || tied || peek(1) == '?') mistake(ProblemKind::BadOption, at_);
      while (peek() == '?') ++at_;
    }
    if (!tied) {
      PatternNode only = std::move(node.items.front());
      node = std::move(only);
    }
    if (optional) {
      PatternNode option = make(Kind::Optional);
      option.offset = static_cast<std::uint32_t>(begin);
      option.items.push_back(std::move(node));
      node = std::move(option);
    }
    // An unparenthesised hyphenated word is just its words.
    if (node.kind == Kind::Sequence && text_[begin] != '(') {
      for (PatternNode& item : node.items) out.push_back(std::move(item));
    } else {
      out.push_back(std::move(node));
    }
  }

  bool ends_branch(std::size_t ahead) const {
    const char c = peek(ahead);
    return c == '\0' || c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ')' || c == '|';
  }

  void lead_in(std::size_t depth, std::uint32_t kind, std::vector<PatternNode>& out) {
    if (depth > 0 || saw_lead_in_) mistake(ProblemKind::MisplacedLeadIn, at_);
    saw_lead_in_ = true;
    out.push_back(make(Kind::LeadIn, kind));
    at_ += kind == lead_in_question ? 3 : 2;
  }

  bool primary(std::size_t depth, std::vector<PatternNode>& out) {
    switch (peek()) {
      case '(':
        return group(depth, out);
      case '<':
        slot(out);
        return true;
      case '^':
        out.push_back(make(Kind::Start));
        ++at_;
        return true;
      case '$':
        out.push_back(make(Kind::End));
        ++at_;
        return true;
      case '?':
        if (peek(1) == '=' && peek(2) == '>') {
          lead_in(depth, lead_in_question, out);
          return true;
        }
        mistake(ProblemKind::BadOption, at_);
        ++at_;
        return false;
      case '=':
        if (peek(1) != '>') break;
        lead_in(depth, lead_in_list, out);
        return true;
      case '.':
        if (peek(1) != '.') break;
        gap(out);
        return true;
      default:
        break;
    }
    return word(out);
  }

  bool group(std::size_t depth, std::vector<PatternNode>& out) {
    const std::size_t open = at_;
    PatternNode choice = make(Kind::Choice);
    if (depth == deepest_group) {  // deeper ones would only exhaust the stack
      mistake(ProblemKind::TooDeep, open, std::to_string(deepest_group));
      at_ = text_.size();
      given_up_ = true;
      return false;
    }
    ++at_;
    for (bool more = true; more;) {
      PatternNode branch = sequence(depth + 1);
      if (branch.items.empty()) mistake(ProblemKind::EmptyGroup, branch.offset);
      choice.items.push_back(std::move(branch));
      more = peek() == '|';
      if (more) ++at_;
    }
    if (peek() == ')') {
      ++at_;
    } else {
      mistake(ProblemKind::UnbalancedParenthesis, open, "(");
    }
    if (choice.items.size() == 1) {
      PatternNode only = std::move(choice.items.front());
      choice = std::move(only);
      choice.offset = static_cast<std::uint32_t>(open);
    }
    out.push_back(std::move(choice));
    return true;
  }

  void slot(std::vector<PatternNode>& out) {
    const std::size_t open = at_;
    const std::size_t close = text_.find_first_of("> \t\n<", open + 1);
    if (close == std::string_view::npos || text_[close] != '>' || close == open + 1) {
      mistake(ProblemKind::UnclosedSlot, open);
      at_ = close == std::string_view::npos ? text_.size() : close + (text_[close] == '>' ? 1 : 0);
      out.push_back(make(Kind::Sequence));
      return;
    }
    PatternNode choice = make(Kind::Choice);
    ++at_;
    while (at_ <= close) {
      const std::size_t stop = std::min(text_.find('|', at_), close);
      PatternNode node = make(Kind::Lexicon);
      node.name = text_.substr(at_, stop - at_);
      if (node.name == "target") node.kind = Kind::Target;
      if (node.name.empty()) mistake(ProblemKind::UnclosedSlot, open);
      choice.items.push_back(std::move(node));
      at_ = stop + 1;
    }
    if (choice.items.size() == 1) {
      PatternNode only = std::move(choice.items.front());
      choice = std::move(only);
    }
    out.push_back(std::move(choice));
  }

  void gap(std::vector<PatternNode>& out) {
    PatternNode node = make(Kind::Gap, usual_gap);
    const std::size_t begin = at_;
    at_ += 2;
    const std::size_t digits = at_;
    while (at_ < text_.size() && !ends_branch(0)) ++at_;
    if (at_ > digits) {
      const char* stop = text_.data() + at_;
      const auto [end, error] = std::from_chars(text_.data() + digits, stop, node.value);
      if (error != std::errc{} || end != stop || node.value == 0 || node.value > longest_gap) {
        mistake(ProblemKind::BadGap, begin, text_.substr(begin, at_ - begin));
      }
    }
    out.push_back(std::move(node));
  }

  // The words up to the next blank or sign of the language; several where hyphens divide them.
  bool word(std::vector<PatternNode>& out) {
    const std::size_t begin = at_;
    std::size_t end = begin;
    while (end < text_.size() &&
           std::string_view(" \t\n\r()<>|?^$=").find(text_[end]) == std::string_view::npos) {
      ++end;
    }
    const std::string_view run = text_.substr(begin, end - begin);
    PatternNode words = make(Kind::Sequence);
    std::size_t inside = 0;
    std::string_view word;
    while (next_word(run, inside, word)) {
      fold_word(word, folded_);
      PatternNode node = make(Kind::Word, vocabulary_.intern(folded_));
      node.offset =
          static_cast<std::uint32_t>(begin + static_cast<std::size_t>(word.data() - run.data()));
      words.items.push_back(std::move(node));
    }
    if (inside < run.size() || words.items.empty()) {
      const std::size_t bad = std::min(begin + inside, text_.size() - 1);
      const std::size_t size = utf8_step(text_, bad).length;
      const std::size_t shown = run.empty() || inside < run.size() ? bad : begin;
      mistake(ProblemKind::BadCharacter, shown,
              text_.substr(shown, shown == bad ? size : run.size()));
      at_ = std::max(end, begin + 1);
      return false;
    }
    at_ = end;
    if (words.items.size() == 1) {
      out.push_back(std::move(words.items.front()));
    } else {
      out.push_back(std::move(words));
    }
    return true;
  }

  std::string_view text_;
  Vocabulary& vocabulary_;
  std::size_t at_ = 0;
  bool saw_lead_in_ = false;
  bool given_up_ = false;  // what follows was not read: its absence is no mistake
  std::vector<PatternMistake> mistakes_;
  std::string folded_;
};

}  // namespace

PatternTree parse_pattern(std::string_view text, Vocabulary& vocabulary) {
  return PatternParser(text, vocabulary).parse();
}

}  // namespace caveat
