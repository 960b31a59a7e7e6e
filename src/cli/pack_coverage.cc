#include "cli/pack_coverage.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "audit/segment.h"
#include "cli/pack_tests.h"
#include "model/display.h"
#include "report/wording.h"

namespace caveat {
namespace {

// Of rules that fire seldom it would be chance that they fire together.
constexpr std::size_t least_times = 3;

}  // namespace

CoverageSurvey::CoverageSurvey(const Rulebook& rulebook) : rulebook_(rulebook) {}

void CoverageSurvey::read_examples() {
  const auto read = [this](std::span<const Example> examples) {
    for (const Example& example : examples) read_terms(example_document(example));
    examples_ += examples.size();
  };
  for (const Rule& rule : rulebook_.rules) {
    read(rule.flag);
    read(rule.pass);
  }
  for (const Obligation& duty : rulebook_.obligations) {
    read(duty.satisfies);
    read(duty.fails);
  }
}

void CoverageSurvey::read_document(const FileReport& report) {
  ++documents_;
  read_terms(report.document);
  // A rule that keeps silent on the stance of its match, or is silenced, is exercised as well.
  for (const Dismissal& dismissal : report.dismissed) {
    const bool met = dismissal.reason == DismissalReason::Stance ||
                     dismissal.reason == DismissalReason::Suppressed;
    if (met) silently_.insert(dismissal.finding.rule);
  }
  std::map<std::size_t, std::set<const RuleInfo*>> in_sentence;
  for (const Finding& finding : report.findings) {
    if (finding.rule->kind == FindingKind::Obligation) continue;
    if (finding.sentence.empty()) {
      ++fired_[finding.rule];
    } else {
      in_sentence[finding.sentence.begin].insert(finding.rule);
    }
  }
  for (const auto& [begin, rules] : in_sentence) {
    for (const RuleInfo* rule : rules) {
      ++fired_[rule];
      for (const RuleInfo* other : rules) {
        if (other != rule) ++together_[{rule, other}];
      }
    }
  }
  for (const ObligationStatus& duty : report.obligations) {
    if (duty.owed) ++fired_[duty.rule];
  }
}

void CoverageSurvey::read_terms(const Document& document) {
  const Segmented text = segment(document, rulebook_);
  for (const Sentence& sentence : text.sentences) {
    const std::span<const WordId> words = text.words_of(sentence);
    for (std::size_t first = 0; first < words.size(); ++first) {
      TermTrie::Node node = TermTrie::root;
      for (const WordId word : words.subspan(first)) {
        node = rulebook_.terms.step(node, word);
        if (node == TermTrie::none) break;
        met_.insert(node);
      }
    }
  }
}

bool CoverageSurvey::is_met(const TermList& terms) const {
  for (std::size_t i = 0; i < terms.size(); ++i) {
    TermTrie::Node node = TermTrie::root;
    for (const WordId word : terms[i]) node = rulebook_.terms.step(node, word);
    if (met_.contains(node)) return true;
  }
  return false;
}

std::vector<PackCoverage::Pair> CoverageSurvey::pairs() const {
  std::vector<PackCoverage::Pair> pairs;
  for (const auto& [both, times] : together_) {
    const auto [rule, other] = both;
    if (times < least_times || times < fired_.at(rule)) continue;
    const bool mutual = times == fired_.at(other);
    if (mutual && other->id < rule->id) continue;  // told once
    pairs.push_back({rule->id, other->id, times, mutual});
  }
  std::ranges::sort(pairs, {}, [](const PackCoverage::Pair& pair) {
    return std::pair(std::string_view(pair.rule), std::string_view(pair.other));
  });
  return pairs;
}

PackCoverage CoverageSurvey::finish(
    std::span<const LexiconEntry> entries,
    const std::function<bool(std::string_view file)>& wanted) const {
  PackCoverage coverage;
  coverage.documents = documents_;
  coverage.examples = examples_;
  std::map<std::string_view, PackCoverage::IdleLexicon> lexicons;
  for (const LexiconEntry& entry : entries) {
    if (!wanted(entry.file)) continue;
    ++coverage.entries;
    auto& lexicon = lexicons[entry.lexicon];
    ++lexicon.entries;
    if (is_met(entry.terms)) continue;
    if (lexicon.idle.empty()) {
      lexicon.name = entry.lexicon;
      lexicon.file = entry.file;
      lexicon.line = entry.line;
    }
    lexicon.idle.push_back(entry.text);
  }
  for (auto& [name, lexicon] : lexicons) {
    if (!lexicon.idle.empty()) coverage.lexicons.push_back(std::move(lexicon));
  }
  std::set<const RuleInfo*> rules;
  for (const Rule& rule : rulebook_.rules) {
    if (wanted(rule.file)) rules.insert(&rule.info);
  }
  for (const Obligation& duty : rulebook_.obligations) {
    if (wanted(duty.file)) rules.insert(&duty.info);
  }
  coverage.rules = rules.size();
  if (documents_ == 0) return coverage;
  for (const RuleInfo* rule : rulebook_.all) {
    const bool met = fired_.contains(rule) || silently_.contains(rule);
    if (rules.contains(rule) && !met) coverage.silent.push_back(rule->id);
  }
  coverage.pairs = pairs();
  std::erase_if(coverage.pairs, [&](const PackCoverage::Pair& pair) {
    return !rules.contains(rulebook_.find(pair.rule));
  });
  return coverage;
}

std::string in_words(const PackCoverage& coverage) {
  std::size_t idle = 0;
  std::string text;
  for (const PackCoverage::IdleLexicon& lexicon : coverage.lexicons) {
    idle += lexicon.idle.size();
    const std::string names = fmt::format("{}", fmt::join(lexicon.idle, ", "));
    text +=
        fmt::format("{}:{}: {} of {} of the lexicon “{}”\n", printable(lexicon.file), lexicon.line,
                    lexicon.idle.size(), quantity(lexicon.entries, "term"), lexicon.name);
    for (const std::string& line : wrapped(names, 92)) {
      text += fmt::format("    {}\n", printable(line));
    }
  }
  const std::string read = fmt::format(
      "{}{}", quantity(coverage.examples, "example"),
      coverage.documents == 0 ? "" : " and " + quantity(coverage.documents, "document"));
  text = fmt::format("\nTerms in none of {}: {} of {}\n", read, idle, coverage.entries) + text;
  if (coverage.documents == 0) return text;
  text +=
      fmt::format("\nRules that fire in none of {}: {} of {}\n",
                  quantity(coverage.documents, "document"), coverage.silent.size(), coverage.rules);
  for (const std::string& rule : coverage.silent) text += fmt::format("    {}\n", rule);
  text += fmt::format("\nRules that never fire without another in the sentence: {}\n",
                      coverage.pairs.size());
  for (const PackCoverage::Pair& pair : coverage.pairs) {
    text += fmt::format("    {} {} {} ({})\n", pair.rule, pair.mutual ? "and" : "with", pair.other,
                        quantity(pair.times, "time"));
  }
  return text;
}

}  // namespace caveat
