#include "audit/audit.h"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>

#include "audit/checks.h"
#include "audit/claims.h"
#include "audit/house_view.h"
#include "audit/obligations.h"
#include "audit/profile.h"
#include "audit/segment.h"
#include "audit/structure.h"
#include "audit/suppression.h"
#include "audit/verdict.h"
#include "rulebook/archive.h"

namespace caveat {

struct Auditor::State {
  explicit State(const Rulebook& book) : rulebook(book), claims(book), duties(book) {}
  void build() {
    claims.build(rulebook);
    duties.build(rulebook);
  }
  template <class Archive, class Self>
  static void describe(Archive& archive, Self& self) {
    archive(self.claims, self.duties);
  }

  const Rulebook& rulebook;
  ClaimIndexes claims;
  DutyIndex duties;
};

namespace {

// FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
std::uint64_t fnv1a(std::string_view text, std::uint64_t hash = 0xcbf29ce484222325u) {
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3u;
  }
  return hash;
}

// What every finding has whatever made it: source, lines, text, fingerprint.
class Finisher {
 public:
  explicit Finisher(const Document& document)
      : document_(document), lines_(document.source, document.code_units()) {}

  void finish(Finding& finding) {
    if (finding.source.empty()) finding.source = document_.map.to_source(finding.prose);
    finding.start = lines_.at(finding.source.begin);
    finding.stop = lines_.at(finding.source.end);
    finding.fingerprint = fingerprint(finding);
  }

 private:
  // Rule, words and sentence as a reader sees them: edits elsewhere, other markup and line breaks
  // change nothing. A duty is the whole page's, whichever claim created it.
  std::uint64_t fingerprint(const Finding& finding) {
    std::uint64_t hash = fnv1a(finding.rule->id);
    if (finding.rule->kind != FindingKind::Obligation) {
      const std::string_view words = document_.text(finding.prose);
      hash = fnv1a("\n", hash);
      hash = fnv1a(words.empty() ? words_of(finding, document_) : words, hash);
      hash = fnv1a("\n", hash);
      hash = fnv1a(document_.text(prose_of(finding.sentence)), hash);
    }
    return hash;
  }

  // Several findings in a row stand in one sentence.
  ProseSpan prose_of(SourceSpan sentence) {
    if (sentence != sentence_) {
      sentence_ = sentence;
      sentence_prose_ = document_.map.to_prose(sentence);
    }
    return sentence_prose_;
  }

  const Document& document_;
  LineIndex lines_;
  SourceSpan sentence_;  // the last one asked about
  ProseSpan sentence_prose_ = document_.map.to_prose(sentence_);
};

const Finding& finding_of(const Finding& finding) { return finding; }
const Finding& finding_of(const Dismissal& dismissal) { return dismissal.finding; }

// Sorts findings or dismissals by a span and the name of the rule, equal ones as they stand. They
// are large: their places are sorted, and each is moved to its own, without a second list of them.
template <class Entry, class SpanOf>
void sort_by(std::vector<Entry>& entries, SpanOf span_of) {
  struct Key {
    std::uint64_t span;  // its begin, then its end
    std::uint32_t from;
  };
  std::vector<Key> order;
  order.reserve(entries.size());
  for (const Entry& entry : entries) {
    const auto span = span_of(finding_of(entry));
    order.push_back(
        {std::uint64_t{span.begin} << 32U | span.end, static_cast<std::uint32_t>(order.size())});
  }
  const auto comes_first = [&entries](const Key& a, const Key& b) {
    if (a.span != b.span) return a.span < b.span;
    const int names =
        finding_of(entries[a.from]).rule->id.compare(finding_of(entries[b.from]).rule->id);
    return names != 0 ? names < 0 : a.from < b.from;
  };
  // Mostly some that stand in their order, and a few behind them.
  const auto sorted = std::ranges::is_sorted_until(order, comes_first);
  if (sorted != order.end()) {
    std::ranges::sort(sorted, order.end(), comes_first);
    std::vector<Key> merged;
    merged.reserve(order.size());
    std::ranges::merge(std::ranges::subrange(order.begin(), sorted),
                       std::ranges::subrange(sorted, order.end()), std::back_inserter(merged),
                       comes_first);
    order = std::move(merged);
  }
  for (std::uint32_t begin = 0; begin < order.size(); ++begin) {
    if (order[begin].from == begin) continue;
    Entry first = std::move(entries[begin]);
    std::uint32_t place = begin;  // free: what comes there is followed to where it stood
    while (order[place].from != begin) {
      const std::uint32_t next = std::exchange(order[place].from, place);
      entries[place] = std::move(entries[next]);
      place = next;
    }
    entries[place] = std::move(first);
    order[place].from = place;
  }
}

// A check looks everywhere, but where its rule names blocks or regions.
bool is_in_scope(const Rule& rule, const Block& block) {
  return (rule.blocks.empty() || std::ranges::find(rule.blocks, block.kind) != rule.blocks.end()) &&
         (rule.regions.empty() ||
          std::ranges::find(rule.regions, block.region) != rule.regions.end());
}

// `input.claims` may be a view of findings of the report: hence a list of its own.
std::vector<Finding> run_checks(const CheckInput& input, const Rulebook& rulebook,
                                const AuditOptions& options, bool at_the_end,
                                std::vector<Dismissal>& dismissed) {
  std::vector<Finding> findings;
  for (const Rule& rule : rulebook.rules) {
    if (rule.check.empty()) continue;
    if (!options.all_languages && !speaks(rule.language, input.document.language)) continue;
    const auto check = std::ranges::find(checks(), std::string_view(rule.check), &Check::name);
    if (check == checks().end() || check->at_the_end != at_the_end) continue;
    const std::uint64_t begin = options.profile != nullptr ? options.profile->now() : 0;
    std::vector<Trouble> troubles = check->run(input);
    if (options.profile != nullptr) {
      options.profile->add(rule.info.id, options.profile->now() - begin, troubles.size());
    }
    const bool damage = rule.info.kind == FindingKind::Damage;
    // To grow by half of many would hold them twice; what comes behind them are a few.
    if (findings.capacity() - findings.size() < troubles.size()) {
      const std::size_t behind = troubles.size() / 8 + rulebook.obligations.size();
      findings.reserve(findings.size() + troubles.size() + behind);
    }
    for (Trouble& trouble : troubles) {
      // Code is shown as it is typed: nothing in it is damaged.
      if (damage && !trouble.prose.empty() && input.document.is_code(trouble.prose.begin)) {
        continue;
      }
      Finding finding;
      finding.rule = &rule.info;
      finding.severity = severity_of(rule.info, options.jurisdictions);
      finding.prose = trouble.prose;
      finding.source = trouble.source;
      finding.detail = std::move(trouble.detail);
      finding.fixes = std::move(trouble.fixes);
      const auto after = std::ranges::upper_bound(input.text.sentences, trouble.prose.begin, {},
                                                  [](const Sentence& s) { return s.span.begin; });
      if (after != input.text.sentences.begin() && !trouble.prose.empty()) {
        finding.sentence = input.document.map.to_source(std::prev(after)->span);
        const Block& block = input.document.blocks[std::prev(after)->block];
        finding.block = block.kind;
        if (!is_in_scope(rule, block)) {
          dismissed.push_back(
              {std::move(finding), DismissalReason::Scope, std::string(name(block.kind))});
          continue;
        }
      }
      findings.push_back(std::move(finding));
    }
  }
  return findings;
}

// Of two findings of damage in the same words, the one of the earlier rule names the cause: wrong
// decoding makes foreign letters and invisible characters. Any repair but its own would be wrong.
void settle_damage(std::vector<Finding>& findings, std::vector<Dismissal>& dismissed) {
  using Against = std::optional<std::pair<DismissalReason, std::string>>;
  struct Cause {
    std::size_t end;
    const RuleInfo* rule;
    bool decoding;
  };
  std::map<std::size_t, Cause> causes;  // by the place where they begin; they do not overlap
  dismiss_where(findings, dismissed, [&](const Finding& finding) -> Against {
    const bool decoding = finding.rule->family == "mojibake";
    const bool counts = decoding || !finding.fixes.empty();
    if (finding.rule->kind != FindingKind::Damage || finding.prose.empty()) return std::nullopt;
    auto cause = causes.lower_bound(finding.prose.end);
    const bool met = cause != causes.begin() && std::prev(cause)->second.end > finding.prose.begin;
    if (met) --cause;
    if (met && cause->second.rule != finding.rule && (counts || cause->second.decoding)) {
      return std::pair(DismissalReason::Covered, cause->second.rule->id);
    }
    if (!met && counts) {
      causes.emplace(finding.prose.begin, Cause{finding.prose.end, finding.rule, decoding});
    }
    return std::nullopt;
  });
}

template <class Work>
auto timed(Profile* profile, Stage stage, Work work) {
  const StageTime time(profile, stage);
  return work();
}

// A lead-in longer than this says something else as well; its last words introduce the item.
constexpr std::size_t longest_lead_in = 40;
// A longer question tells a story and is answered by none.
constexpr std::size_t longest_question = 18;

// The question that the sentence answers: the one before it, or the heading above its paragraph.
std::optional<std::uint32_t> question_before(std::uint32_t index, const Document& document,
                                             const Segmented& text,
                                             std::span<const BlockContext> contexts) {
  const Sentence& sentence = text.sentences[index];
  std::uint32_t asked = index - 1;  // wraps for the first, which opens its block
  if (sentence.opens_block) {
    const std::uint32_t heading = contexts[sentence.block].heading;
    if (heading == BlockContext::none || heading + 1 != sentence.block) return std::nullopt;
    if (document.blocks[sentence.block].kind != BlockKind::Paragraph) return std::nullopt;
    if (text.first_sentence[heading + 1] == text.first_sentence[heading]) return std::nullopt;
    asked = text.first_sentence[heading + 1] - 1;
  }
  const Sentence& question = text.sentences[asked];
  if (!question.question || question.token_count > longest_question) return std::nullopt;
  return asked;
}

// Calls `read(index, passage)` for each sentence, with its lead-in or the question that it answers
// before it: every word is looked up once, for all that reads it.
template <class Read>
void read_passages(const Document& document, const Segmented& text,
                   std::span<const BlockContext> contexts, const Rulebook& rulebook,
                   Profile* profile, Read read) {
  Passage passage(rulebook);
  std::vector<Token> lead;
  for (std::uint32_t index = 0; index < text.sentences.size(); ++index) {
    const Sentence& sentence = text.sentences[index];
    const BlockContext& context = contexts[sentence.block];
    lead.clear();
    auto kind = Passage::Lead::Heading;
    if (sentence.opens_block && context.lead_in != BlockContext::none) {
      text.append_last_tokens(context.lead_from, context.lead_in, longest_lead_in, lead);
      if (context.runs_on) kind = Passage::Lead::RunsOn;
    } else if (const auto question = question_before(index, document, text, contexts)) {
      text.append_last_tokens(*question, *question, longest_question, lead);
      kind = Passage::Lead::Question;
    }
    if (sentence.opens_block && context.list != BlockContext::none) {
      for (const WordId word : rulebook.sections[context.list].led_in_by) {
        lead.push_back({{sentence.span.begin, sentence.span.begin}, word, Break::Clause});
      }
    }
    timed(profile, Stage::Terms, [&] { passage.set(lead, text, sentence, kind); });
    read(index, passage);
  }
}

std::vector<SentenceClass> classify(const Document& document, const Segmented& text,
                                    const FileReport& report) {
  std::vector<SentenceClass> classes;
  classes.reserve(text.sentences.size());
  for (const Sentence& sentence : text.sentences) {
    classes.push_back({.prose = sentence.span,
                       .source = document.map.to_source(sentence.span),
                       .label = SentenceClass::Label::None,
                       .stance = Stance::Asserted,
                       .family = {},
                       .block = document.blocks[sentence.block].kind,
                       .several = false,
                       .matched = false});
  }
  const auto class_at = [&](const Finding& finding) -> SentenceClass* {
    if (finding.rule->kind != FindingKind::Claim || finding.rule->conduct) return nullptr;
    const auto after = std::ranges::upper_bound(
        classes, finding.prose.begin, {}, [](const SentenceClass& c) { return c.prose.begin; });
    return after == classes.begin() ? nullptr : &*std::prev(after);
  };
  const auto mark = [&](const Finding& finding, bool reported) {
    SentenceClass* const place = class_at(finding);
    if (place == nullptr) return;
    SentenceClass& here = *place;
    const bool flat =
        reported && (finding.stance == Stance::Asserted || finding.stance == Stance::Quoted);
    const auto label = flat ? SentenceClass::Label::Claim : SentenceClass::Label::Hedged;
    if (here.label == SentenceClass::Label::Claim) {
      here.several = here.several || (flat && finding.rule->family != here.family);
      return;
    }
    if (here.label == label) return;
    here.label = label;
    here.stance = finding.stance;
    here.family = finding.rule->family;
  };
  for (const Finding& finding : report.findings) mark(finding, true);
  for (const Dismissal& dismissal : report.dismissed) {
    // A rule may be silent on flat statements, too: they are no doubt.
    if (dismissal.reason == DismissalReason::Stance &&
        dismissal.finding.stance != Stance::Asserted) {
      mark(dismissal.finding, false);
    }
  }
  for (const Dismissal& dismissal : report.dismissed) {
    SentenceClass* const here = class_at(dismissal.finding);
    if (here != nullptr) here->matched = here->label == SentenceClass::Label::None;
  }
  return classes;
}

Coverage cover(const Document& document) {
  Coverage coverage;
  coverage.bytes = document.source.size();
  for (const Skip& skip : document.skipped) {
    coverage.skipped[std::string(name(skip.reason))] += skip.source.size();
  }
  for (const SourceSegment& segment : document.map.segments()) {
    if (segment.kind != SourceSegment::Kind::Break) coverage.audited += segment.source.size();
  }
  return coverage;
}

}  // namespace

Auditor::Auditor(const Rulebook& rulebook) {
  const auto state = std::make_shared<State>(rulebook);
  if (rulebook.prepared.empty()) {
    state->build();
  } else {
    const auto bytes = std::as_bytes(std::span(rulebook.prepared));
    ArchiveReader reader({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    reader(*state);
  }
  state_ = state;
}

void prepare(Rulebook& rulebook) {
  Auditor::State state(rulebook);
  state.build();
  ArchiveWriter writer;
  writer(state);
  const std::string bytes = writer.take();
  std::vector<std::uint64_t> words((bytes.size() + sizeof(std::uint64_t) - 1) /
                                   sizeof(std::uint64_t));
  std::memcpy(words.data(), bytes.data(), bytes.size());
  rulebook.prepared = std::move(words);
}

Auditor::~Auditor() = default;

// The claims and duties of the page. What only they need is forgotten behind it.
Duties Auditor::read_page(const Segmented& text, const AuditOptions& options,
                          const HouseView& house, FileReport& report) const {
  const Rulebook& rulebook = state_->rulebook;
  const Document& page = report.document;
  Profile* const profile = options.profile;
  const std::vector<BlockContext> contexts = timed(profile, Stage::Structure, [&] {
    return read_structure(page, text, rulebook, state_->claims.headings, state_->claims.items);
  });
  ClaimReader claim_reader(page, text, contexts, rulebook, state_->claims, options);
  DutyReader duty_reader(page, text, contexts, rulebook, state_->duties, options);
  read_passages(page, text, contexts, rulebook, profile,
                [&](std::uint32_t sentence, const Passage& passage) {
                  timed(profile, Stage::Claims,
                        [&] { claim_reader.read(text.sentences[sentence], passage); });
                  timed(profile, Stage::Duties, [&] { duty_reader.read(sentence, passage); });
                });
  Claims claims = timed(profile, Stage::Regexes, [&] { return claim_reader.finish(); });
  report.findings = std::move(claims.findings);
  report.dismissed = std::move(claims.dismissed);
  report.more_dismissed = claims.more_dismissed;
  sort_by(report.findings, [](const Finding& finding) { return finding.prose; });
  house.apply(report.findings, report.dismissed);
  if (options.house != nullptr) duty_reader.accept(options.house->statements);
  Duties duties = duty_reader.finish(report.findings);
  for (Finding& finding : duties.missing) {
    finding.severity = severity_of(*finding.rule, options.jurisdictions);
  }
  return duties;
}

FileReport Auditor::audit(Document document, const AuditOptions& options) const {
  const Rulebook& rulebook = state_->rulebook;
  FileReport report;
  report.document = std::move(document);
  const Document& page = report.document;
  Profile* const profile = options.profile;
  Segmented text = timed(profile, Stage::Segment, [&] { return segment(page, rulebook); });
  const HouseView house(options.house, page, text);
  Duties duties = read_page(text, options, house, report);
  report.obligations = std::move(duties.status);
  std::vector<Suppression> suppressions = read_suppressions(page, options.as_of);
  const CheckInput input{
      page, text, report.findings, options.as_of, rulebook, report.obligations, suppressions};
  std::vector<Finding> others = timed(profile, Stage::Checks, [&] {
    return run_checks(input, rulebook, options, false, report.dismissed);
  });
  input.found_misreadings = nullptr;  // no check at the end asks for them
  settle_damage(others, report.dismissed);
  std::ranges::move(duties.missing, std::back_inserter(others));
  const StageTime finishing(profile, Stage::Finish);
  if (profile != nullptr) profile->count_document(page.source.size(), text.sentences.size());
  std::vector<WordId>().swap(text.words);  // as much as the findings take: not needed beside them
  Finisher finisher(page);
  for (Finding& finding : others) finisher.finish(finding);
  for (Finding& finding : report.findings) finisher.finish(finding);
  for (Dismissal& dismissal : report.dismissed) finisher.finish(dismissal.finding);
  // A claim that is silenced is still one.
  if (options.details) report.sentences = classify(page, text, report);

  house.apply(others, report.dismissed);
  apply(suppressions, page, others, report.dismissed);
  apply(suppressions, page, report.findings, report.dismissed);
  std::vector<Dismissal> out_of_scope;
  std::vector<Finding> unused = run_checks(input, rulebook, options, true, out_of_scope);
  for (Finding& finding : unused) finisher.finish(finding);
  for (Dismissal& dismissal : out_of_scope) finisher.finish(dismissal.finding);
  std::ranges::move(out_of_scope, std::back_inserter(report.dismissed));
  house.apply(unused, report.dismissed);
  apply(suppressions, page, unused, report.dismissed);
  report.findings.reserve(report.findings.size() + others.size() + unused.size());
  std::ranges::move(others, std::back_inserter(report.findings));
  std::ranges::move(unused, std::back_inserter(report.findings));

  sort_by(report.findings, [](const Finding& finding) { return finding.source; });
  sort_by(report.dismissed, [](const Finding& finding) { return finding.source; });
  report.coverage = cover(page);
  judge(report);
  return report;
}

}  // namespace caveat
